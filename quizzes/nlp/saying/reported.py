"""Reported: the unmarked words of an act of saying as a clause that can be shown alone, or nothing.

Where the parse has missed the end of a clause, punctuation mends it. What the writer adds is clipped off (clipping.py),
and what is no clause after that is not shown (standing.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.saying.marks import Marked, MarkIndex
from quizzes.nlp.types import Span

# A reported clause of fewer words says nothing that could be set beside another text.
LEAST_REPORTED_WORDS = 3
BREAK = re.compile(r"[,;:.!?—–)\]\n]|--")
ENDED = re.compile(r"[,;:.!?]['’”\"]?$|[,;:.!?]$")
# "…, plus a tenth", "“…,” even if it was late": a tail of what is said, up to the full stop.
TAIL = re.compile(r"[,\"”’']*\s(?:plus|even\sif|unless)\s[^,.;:!?“”\"\n]+(?=[.;])")
# What follows a conjunction is a clause of its own, unless it is led by "that" again.
GOES_ON = re.compile(r"\s(?:and|but|or|while|as|when|after|before|because|although|though)\b(?! that\b)")


def reported_clause(
    text: str, span: Span, cue: Span | None, inside: list[Marked], own: list[Marked], marks: MarkIndex
) -> Span | None:
    """The span without whole quoted sentences and without another's quoted words at its ends, moved on to the end of
    its clause; None where too few of its words stand outside of marks."""
    rest = [r for r in outside(span, inside) if re.search(r"\w", r.of(text))]
    if sum(len(re.findall(r"\w+", r.of(text))) for r in rest) < LEAST_REPORTED_WORDS:
        return None
    start, end = rest[0].start, rest[-1].end
    for marked in own:
        if marked.opened < start and not is_whole(text, marked) and not is_parted(cue, marked.closed, start):
            start = marked.opened
        if marked.closed > end and not is_whole(text, marked) and not is_parted(cue, end, marked.opened):
            end = marked.closed
    end = clause_end(text, end, marks) if cue is None or cue.end <= start else end
    return unbracketed(text, start, end)


def unbracketed(text: str, start: int, end: int) -> Span:
    """The stretch without a bracket at its end whose other half stands outside ("(Lee said it was so.)")."""
    words = text[start:end].rstrip(".")
    is_open = words.endswith(")") and words.count(")") > words.count("(")
    return Span(start, start + len(words) - 1 if is_open else end)


def is_parted(cue: Span | None, left: int, right: int) -> bool:
    """True where the cue stands between two offsets: a mark beyond it is no part of the clause."""
    return cue is not None and left <= cue.start < right


def clause_end(text: str, end: int, marks: MarkIndex) -> int:
    """The end moved on to the next pause, over marks that open without one ("said the plan was | “madness” and dear")."""
    stop = text.find("\n", end)
    limit = stop if stop >= 0 else len(text)
    while end < limit and not ENDED.search(text, end - 2, end) and not GOES_ON.match(text, end):
        behind = re.compile(r" ?").match(text, end)
        at = behind.end() if behind else end
        marked = marks.at(at)
        if marked is not None and marked.opened == at:
            end = marked.closed
            if text[marked.end - 1] in ",.!?":
                break
        elif at > end and at < limit and (text[at].islower() or text[at].isdigit()):
            found = BREAK.search(text, at, limit)
            opening = next((m.opened for m in marks.between(at, limit)), limit)
            end = min(found.start() if found else limit, opening)
            while text[end - 1].isspace():
                end -= 1
        else:
            break
    tail = TAIL.match(text, end) if text[end - 1] not in ".!?" else None
    return tail.end() if tail else end


def is_whole(text: str, marked: Marked) -> bool:
    """True for a quoted sentence, which stands beside a reported clause; a fragment is part of it."""
    words = text[marked.start : marked.end].split()
    return len(words) >= LEAST_REPORTED_WORDS and words[0][:1].isupper()


def outside(span: Span, inside: list[Marked]) -> Iterator[Span]:
    """The parts of a span that no marked stretch covers."""
    at = span.start
    for m in inside:
        if span.start <= m.opened < span.end or m.opened <= span.start < m.closed:
            if m.opened > at:
                yield Span(at, m.opened)
            at = max(at, m.closed)
    if at < span.end:
        yield Span(at, span.end)
