"""Whose voice a word is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.saying.marks import Marked, MarkIndex, find_marked
from quizzes.nlp.types import TOLD, Passage, Role

SOMEBODY = ""
"""The voice of words that are somebody's whom the article does not name."""

SLANTED = re.compile(r"[“”]")
"""Marks whose shape tells which side they stand on; of straight ones an odd number says nothing sure."""


@dataclass(frozen=True)
class Voices:
    """Whose words are whose in an article."""

    article: ArticleDoc
    marks: MarkIndex

    def at(self, start: int, end: int) -> str | None:
        """The name of the source whose words stand there, SOMEBODY where they are nobody's by name, None for the outlet's.

        Between marks nothing is the outlet's own plain voice: it quotes, or keeps its distance from the word.
        """
        attribution = self.article.attribution_at(start, end)
        if attribution is not None:
            return attribution.source.name if attribution.source else SOMEBODY
        return SOMEBODY if self.marks.at(start) else None


def voices_of(article: ArticleDoc) -> Voices:
    told = [p for p in article.passages if p.role in TOLD]
    marked = find_marked(article.text, told)
    more = [*marked, *run_on(article.text, [p for p in told if p.role is Role.BODY], marked)]
    return Voices(article, MarkIndex(tuple(sorted(more, key=lambda m: m.opened))))


def run_on(text: str, body: list[Passage], marked: tuple[Marked, ...]) -> Iterator[Marked]:
    """The beginnings of paragraphs in which a quotation goes on, unmarked, that the paragraph before left open."""
    left_open = {m.end for m in marked if not m.is_closed}
    for before, passage in pairwise(body):
        if before.end not in left_open:
            continue
        mark = SLANTED.search(text, passage.start, passage.end)
        if mark is not None and mark.group() == "”":
            yield Marked(passage.start, mark.start(), passage.start, mark.end())
