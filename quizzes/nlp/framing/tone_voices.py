"""Whose voice a word is in."""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.saying.marks import MarkIndex, find_marked
from quizzes.nlp.types import TOLD

SOMEBODY = ""
"""The voice of words that are somebody's whom the article does not name."""

MOST_SCARED = 3
"""Words between marks that an outlet may have set there to keep its distance; more of them are somebody's words."""


@dataclass(frozen=True)
class Voices:
    """Whose words are whose in an article."""

    article: ArticleDoc
    marks: MarkIndex

    def at(self, start: int, end: int) -> str | None:
        """The name of the source whose words stand there, SOMEBODY where they are nobody's by name, None for the outlet's.

        A word that an outlet puts between marks without quoting anybody is its own choice of word.
        """
        attribution = self.article.attribution_at(start, end)
        if attribution is not None:
            return attribution.source.name if attribution.source else SOMEBODY
        marked = self.marks.at(start)
        if marked is None:
            return None
        words = self.article.text[marked.start : marked.end].split()
        return None if len(words) <= MOST_SCARED else SOMEBODY


def voices_of(article: ArticleDoc) -> Voices:
    return Voices(
        article, MarkIndex(find_marked(article.text, (p for p in article.passages if p.role in TOLD)))
    )
