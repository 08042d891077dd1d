"""Quotation marks: the stretches of a text between them, whatever their shape, whether closed or not. No parse, no meaning."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizzes.nlp.types import Passage

DOUBLE = re.compile(r"[“”„‟\"″«»]|''|``|‘‘|’’")
OPENING_SHAPES = {"“", "„", "‟", "«", "``", "‘‘"}
CLOSING_SHAPES = {"”", "»", "’’"}
SINGLE_OPEN = re.compile(r"(?<![\w.,!?’'‘])[‘'’](?=[\w$£€@#.…])(?!')")
SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])(?<!')['’](?![\w'’])")
# Words that begin with an apostrophe and open nothing ('em, 'til, '90s).
ELIDED = re.compile(r"['’‘](?:em|til|till|tis|twas|cause|bout|round|n|\d\ds?)\b", re.I)


@dataclass(frozen=True)
class Marked:
    """A stretch between quotation marks, without them. `opened` is the offset of the opening mark, `closed` the offset
    behind the closing mark (the end of the stretch where there is none)."""

    start: int
    end: int
    opened: int
    closed: int
    is_closed: bool = True

    def covers(self, offset: int) -> bool:
        return self.opened <= offset < self.closed


class MarkIndex:
    """The marked stretches of an article, asked by offset."""

    def __init__(self, marked: tuple[Marked, ...]) -> None:
        self.marked = marked
        self._opened = [m.opened for m in marked]

    def at(self, offset: int) -> Marked | None:
        """The stretch that covers an offset, marks included."""
        at = bisect_right(self._opened, offset) - 1
        return self.marked[at] if at >= 0 and self.marked[at].covers(offset) else None

    def between(self, start: int, end: int) -> tuple[Marked, ...]:
        """The stretches that open at or after `start` and before `end`."""
        first = bisect_right(self._opened, start - 1)
        return self.marked[first : bisect_right(self._opened, end - 1)]

    def touching(self, start: int, end: int) -> tuple[Marked, ...]:
        """The stretches that share a character with start to end."""
        over = self.at(start)
        return ((over,) if over and over.opened < start else ()) + self.between(start, end)


def find_marked(text: str, passages: Iterable[Passage]) -> tuple[Marked, ...]:
    """The outermost marked stretches of every passage, in order; an unclosed one ends with its passage."""
    return tuple(m for p in passages for m in marked_in(text, p.start, p.end) if m.end > m.start)


def marked_in(text: str, start: int, end: int) -> Iterator[Marked]:
    """The marked stretches of one paragraph: between double marks, and outside of those between single marks."""
    doubles = list(double_marked(text, start, end))
    at = start
    for marked in doubles:
        yield from single_marked(text, at, marked.opened)
        yield marked
        at = marked.closed
    yield from single_marked(text, at, end)


def double_marked(text: str, start: int, end: int) -> Iterator[Marked]:
    opened: re.Match[str] | None = None
    found = list(DOUBLE.finditer(text, start, end))
    nested = {
        n + k for n in range(len(found)) if is_nested([m.group() for m in found[n : n + 4]]) for k in (1, 2)
    }
    for mark in (m for n, m in enumerate(found) if n not in nested):
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if opened is None:
            if opens(mark.group(), before, after):
                opened = mark
        elif reopens(mark.group(), before, after):
            # A second opening mark: the first was never closed. In one paragraph the new one counts.
            yield stripped(text, opened.end(), mark.start(), opened.start(), mark.start(), False)
            opened = mark
        elif mark.group() not in OPENING_SHAPES or not after.isalnum():
            yield stripped(text, opened.end(), mark.start(), opened.start(), mark.end(), True)
            opened = None
    if opened is not None:
        yield stripped(text, opened.end(), end, opened.start(), end, False)


def is_nested(shapes: list[str]) -> bool:
    """True for “ “ ” ”: the same marks within marks."""
    return len(shapes) == 4 and set(shapes[:2]) <= OPENING_SHAPES and set(shapes[2:]) <= CLOSING_SHAPES


def opens(shape: str, before: str, after: str) -> bool:
    """True where a mark outside of any stretch can open one. A straight mark behind a digit is an inch or a second."""
    if shape in CLOSING_SHAPES:
        return before.isspace() and not after.isspace()
    if shape in OPENING_SHAPES:
        return True
    return not before.isalnum() or (not before.isdigit() and after.isalnum())


def reopens(shape: str, before: str, after: str) -> bool:
    return (
        shape not in CLOSING_SHAPES
        and before.isspace()
        and (after.isalnum() or (shape in OPENING_SHAPES and not after.isspace()))
    )


def stripped(text: str, start: int, end: int, opened: int, closed: int, is_closed: bool) -> Marked:
    """The stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, opened, closed, is_closed)


def single_marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """Stretches between single marks: an opening one before a word, and the first closing one that is no apostrophe."""
    if not SINGLE_OPEN.search(text, start, end):
        return
    closings = [m.start() for m in SINGLE_CLOSE.finditer(text, start, end)]
    at = start
    while (opening := SINGLE_OPEN.search(text, at, end)) is not None:
        at = opening.end()
        if ELIDED.match(text, opening.start()):
            continue
        close = closing_single(text, closings, opening.end(), end)
        if close is None:
            continue
        yield Marked(opening.end(), close, opening.start(), close + 1)
        at = close + 1


def closing_single(text: str, closings: list[int], start: int, end: int) -> int | None:
    """The offset of the closing mark: a plural's apostrophe ("soldiers' homes") only where no better one follows."""
    first = bisect_left(closings, start + 1)
    for close in closings[first : first + 4]:
        possessive = text[close - 1] in "sS" and re.match(r".\s+[a-z]", text[close : close + 3])
        if not possessive:
            return close
    return closings[first] if first < len(closings) else None
