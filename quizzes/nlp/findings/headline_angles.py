"""What each headline makes the subject, the act and the object."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, HeadlineFrame, Reading

DIFFER, SAME_SUBJECT = 0.75, 0.65

PARTS: tuple[tuple[str, Callable[[HeadlineFrame], str | None]], ...] = (
    ("subject", lambda frame: frame.subject),
    ("act", lambda frame: frame.act),
    ("object", lambda frame: frame.object),
)


def find_headline_angles(side: SideBySide) -> Iterator[Finding]:
    """One finding over all headlines that have a verb, where they differ; `aspect` is the first part that does."""
    framed = [r for r in side.originals if r.headline_span and r.headline_frame and r.headline_frame.act]
    for aspect, part in PARTS:
        told = {r.article: part(r.headline_frame) for r in framed if r.headline_frame}
        if len({folded(words) for words in told.values() if words}) < 2:
            continue
        yield make_finding(
            FindingKind.HEADLINE_ANGLE,
            [phrase_position(side, r.article, r.headline_span) for r in framed if r.headline_span],
            f"The headlines tell it differently: {listed([angle(side, r) for r in framed])}.",
            DIFFER if aspect == "subject" else SAME_SUBJECT,
            aspect=aspect,
        )
        return


def folded(words: str) -> str:
    """A part of a headline without case, articles and the ways to write one word."""
    return " ".join(w for w in re.findall(r"\w+", words.casefold()) if w not in {"the", "a", "an"})


def angle(side: SideBySide, reading: Reading) -> str:
    """ "The Herald leads with “Two guards” (“were hurt”)"."""
    frame = reading.headline_frame
    assert frame is not None
    lead = f"“{frame.subject}”" if frame.subject else "nobody"
    return f"{side.name(reading.article)} leads with {lead} (“{frame.act}”)"
