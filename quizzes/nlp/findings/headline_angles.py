"""What each headline makes the subject, the act and the object."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.types import Finding, FindingKind, HeadlineFrame, Reading

DIFFER, SAME_SUBJECT, MANNER = 0.75, 0.65, 0.65

PARTS: tuple[tuple[str, Callable[[HeadlineFrame], str | None]], ...] = (
    ("subject", lambda frame: frame.subject),
    ("act", lambda frame: frame.act),
    ("object", lambda frame: frame.object),
)

MOST_DAYS = 3
"""Days between headlines that still tell of the same."""

SPEAKER = re.compile(r"((?:[A-Z][\w.’'-]* ?){1,3}): ")
"""A name before a colon."""

CAPITALS = re.compile(r"\b(?:[A-Z]{2,}[ ,]+){2,}[A-Z]{2,}\b")
"""Three words in capitals in a row are no abbreviation."""

MANNERS = {
    "question": "asks “{headline}”",
    "exclamation": "exclaims “{headline}”",
    "capitals": "shouts “{headline}”",
}


def find_headline_angles(side: SideBySide) -> Iterator[Finding]:
    """One finding over the headlines that have a verb, ask or shout, where they differ; `aspect` is the first part that
    does, "manner" where only some of them ask or shout."""
    headed = [r for r in side.originals if r.headline_span and not opens_with_speaker(r)]
    shown = of_one_time([r for r in headed if is_whole(r.headline_frame) or manner(r)])
    found = differing_part([r for r in shown if is_whole(r.headline_frame)])
    if len(shown) < 2 or (found is None and len({manner(r) for r in shown}) < 2):
        return
    aspect, sure = found or ("manner", MANNER)
    yield make_finding(
        FindingKind.HEADLINE_ANGLE,
        [phrase_position(side, r.article, r.headline_span) for r in shown if r.headline_span],
        f"The headlines tell it differently: {listed([angle(side, r) for r in shown])}.",
        sure,
        aspect=aspect,
    )


def of_one_time(readings: list[Reading]) -> list[Reading]:
    """The most articles that appeared within MOST_DAYS, those without a date among them: later ones tell of what came later."""
    days = {r.article: date.fromisoformat(r.published[:10]) for r in readings if r.published}
    near = [
        [r for r in readings if r.article not in days or 0 <= (days[r.article] - first).days <= MOST_DAYS]
        for first in sorted(set(days.values()))
    ]
    return max(near, key=len, default=readings)


def opens_with_speaker(reading: Reading) -> bool:
    """True for "Roe: the bridge was unsafe", whose subject is not what the headline is about."""
    found = SPEAKER.match(reading.headline or "")
    if found is None:
        return False
    last = found.group(1).casefold().split()[-1]
    return any(q.speaker and q.speaker.name.casefold().split()[-1] == last for q in reading.quotations)


def differing_part(framed: list[Reading]) -> tuple[str, float] | None:
    """The first part in which two headlines differ, with how sure that is; None where they tell the same."""
    for aspect, part in PARTS:
        told = [words for r in framed if r.headline_frame and (words := part(r.headline_frame))]
        if any(differ(a, b) and not is_one_name(a, b) for a, b in combinations(told, 2)):
            return aspect, DIFFER if aspect == "subject" else SAME_SUBJECT
    return None


def manner(reading: Reading) -> str | None:
    """How a headline speaks where it does not just tell: "question", "exclamation", "capitals"; None where it tells.

    Papers that set all headlines in capitals shout no louder for that, so an article's other capitals are asked too.
    """
    words = " ".join((reading.headline or "").split())
    if words.endswith("?"):
        return "question"
    if re.search(r"!(?:\s|$)", words):
        return "exclamation"
    return "capitals" if CAPITALS.search(words) and not (reading.outlet or "").isupper() else None


def is_whole(frame: HeadlineFrame | None) -> bool:
    """True where the headline has subject and verb; a headline without is too often misread."""
    return frame is not None and bool(frame.subject and frame.act)


def differ(one: str, other: str) -> bool:
    """False where one says what the other says and more ("Roe", "Ann Roe")."""
    return bool(folded(one) - folded(other)) and bool(folded(other) - folded(one))


def is_one_name(one: str, other: str) -> bool:
    """True where both end in the same name of two words: "Mayor Ann Roe", "Lawyer Ann Roe"."""
    ours, theirs = one.split()[-2:], other.split()[-2:]
    return len(ours) == 2 and ours == theirs and all(w[:1].isupper() for w in ours)


def folded(words: str) -> frozenset[str]:
    """The words of a part of a headline without case, articles and points ("F.B.I."), a nation under one name."""
    plain = re.findall(r"\w+", words.casefold().replace(".", ""))
    return frozenset(NATION_OF.get(w, w) for w in plain) - {"the", "a", "an"}


def angle(side: SideBySide, reading: Reading) -> str:
    """ "The Herald leads with “Two guards” (“were hurt”)", "The Post asks “Who hurt two guards?”"."""
    name, how, frame = side.name(reading.article), manner(reading), reading.headline_frame
    if how is not None:
        return f"{name} {MANNERS[how].format(headline=' '.join((reading.headline or '').split()))}"
    return f"{name} leads with “{frame.subject}” (“{frame.act}”)" if frame else name
