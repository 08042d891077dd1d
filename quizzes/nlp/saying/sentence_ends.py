"""Where sentences end outside quotation marks: by full stops and line ends alone, since the parse at times runs over them."""

from __future__ import annotations

import re
from bisect import bisect_right

from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.marks import MarkIndex
from quizzes.nlp.types import Span

SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n")
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|U\.S|U\.N|a\.m|p\.m|No|vs|Inc|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
"""What a full stop behind it shortens."""


class SentenceEnds:
    """The ends of an article's sentences, each as (full stop, start of the next sentence)."""

    def __init__(self, text: str, marks: MarkIndex) -> None:
        self._ends = [end_of(f) for f in SENTENCE_END.finditer(text) if is_end(text, marks, f)]
        self._stops = [stop for stop, _ in self._ends]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ends whose full stop stands between two offsets."""
        return self._ends[bisect_right(self._stops, start - 1) : bisect_right(self._stops, end - 1)]

    def any_between(self, start: int, end: int) -> bool:
        """True where a sentence ends between two offsets."""
        return bool(self.between(start, end))

    def cut(self, span: Span, cue: Cue) -> Span | None:
        """A span kept to the cue's own sentence where the parse has run over its end."""
        if span.start >= cue.end:
            ends = self.between(cue.end, span.end)
            end = min(span.end, ends[0][0]) if ends else span.end
            return Span(span.start, end) if end > span.start else None
        ends = self.between(span.start, min(span.end, cue.start))
        start = ends[-1][1] if ends else span.start
        return Span(start, span.end) if start < span.end else None


def is_end(text: str, marks: MarkIndex, found: re.Match[str]) -> bool:
    """True for a full stop outside quotation marks that ends no abbreviation, and for every new line."""
    if "\n" in found.group():
        return True
    return marks.at(found.start()) is None and not ABBREVIATED.search(
        text, max(0, found.start() - 8), found.start() + 1
    )


def end_of(found: re.Match[str]) -> tuple[int, int]:
    """Where a sentence ends and the next begins: at the full stop, or at the end of its line."""
    line = found.group().find("\n")
    return (found.start() + line if line >= 0 else found.start()), found.end()
