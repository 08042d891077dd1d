"""Whose voice a word is in."""

from __future__ import annotations

from quizzes.nlp.document import ArticleDoc

SOMEBODY = ""
"""The voice of words that are somebody's whom the article does not name."""


def voice_at(article: ArticleDoc, start: int, end: int) -> str | None:
    """The name of the source whose words stand there, SOMEBODY where they are marked as nobody's by name, None for the outlet's.

    A word that an outlet puts between marks without quoting anybody is its own choice of word.
    """
    attribution = article.attribution_at(start, end)
    if attribution is None:
        return None
    return attribution.source.name if attribution.source else SOMEBODY
