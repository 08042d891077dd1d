"""What each headline makes the subject, the act and the object."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.types import Finding, FindingKind, HeadlineFrame, Reading

DIFFER, SAME_SUBJECT = 0.75, 0.65

PARTS: tuple[tuple[str, Callable[[HeadlineFrame], str | None]], ...] = (
    ("subject", lambda frame: frame.subject),
    ("act", lambda frame: frame.act),
    ("object", lambda frame: frame.object),
)


def find_headline_angles(side: SideBySide) -> Iterator[Finding]:
    """One finding over all headlines that have a verb, where they differ; `aspect` is the first part that does."""
    framed = [r for r in side.originals if r.headline_span and is_whole(r.headline_frame)]
    for aspect, part in PARTS:
        told = {r.article: part(r.headline_frame) for r in framed if r.headline_frame}
        if not any(differ(a, b) for a, b in combinations(filter(None, told.values()), 2)):
            continue
        yield make_finding(
            FindingKind.HEADLINE_ANGLE,
            [phrase_position(side, r.article, r.headline_span) for r in framed if r.headline_span],
            f"The headlines tell it differently: {listed([angle(side, r) for r in framed])}.",
            DIFFER if aspect == "subject" else SAME_SUBJECT,
            aspect=aspect,
        )
        return


def is_whole(frame: HeadlineFrame | None) -> bool:
    """True where the headline has subject and verb; a headline without is too often misread."""
    return frame is not None and bool(frame.subject and frame.act)


def differ(one: str, other: str) -> bool:
    """False where one says what the other says and more ("Roe", "Ann Roe")."""
    return bool(folded(one) - folded(other)) and bool(folded(other) - folded(one))


def folded(words: str) -> frozenset[str]:
    """The words of a part of a headline without case, articles and points ("F.B.I."), a nation under one name."""
    plain = re.findall(r"\w+", words.casefold().replace(".", ""))
    return frozenset(NATION_OF.get(w, w) for w in plain) - {"the", "a", "an"}


def angle(side: SideBySide, reading: Reading) -> str:
    """ "The Herald leads with “Two guards” (“were hurt”)"."""
    frame = reading.headline_frame or HeadlineFrame(None, None, None)
    return f"{side.name(reading.article)} leads with “{frame.subject}” (“{frame.act}”)"
