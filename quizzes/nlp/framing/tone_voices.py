"""Whose voice a word is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.saying.marks import Marked, MarkIndex, find_marked
from quizzes.nlp.types import TOLD, Passage, Role

SOMEBODY = ""
"""The voice of words that are somebody's whom the article does not name."""

MOST_PARAGRAPHS = 6
"""Paragraphs over which a quotation runs on at most; only slanted marks tell which side they stand on."""


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
    """What of the paragraphs behind one that leaves a quotation open is still quoted, though no mark says so at their beginning."""
    left_open = {m.end for m in marked if not m.is_closed}
    for at, passage in enumerate(body):
        if passage.end in left_open or balance(text, passage) > 0:
            yield from until_closed(text, body[at + 1 : at + 1 + MOST_PARAGRAPHS])


def until_closed(text: str, following: list[Passage]) -> Iterator[Marked]:
    """The paragraphs up to the mark that closes; none where one opens a quotation anew or no mark closes."""
    for at, passage in enumerate(following):
        if text[passage.start : passage.end].lstrip().startswith("“"):
            return
        if balance(text, passage) < 0:
            closed = text.rindex("”", passage.start, passage.end)
            yield from (Marked(p.start, p.end, p.start, p.end) for p in following[:at])
            yield Marked(passage.start, closed, passage.start, closed + 1)
            return


def balance(text: str, passage: Passage) -> int:
    """How many more marks of a paragraph open than close."""
    return text.count("“", passage.start, passage.end) - text.count("”", passage.start, passage.end)
