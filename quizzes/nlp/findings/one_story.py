"""Which articles of a folder tell one story on the same days: only of these does silence mean that something was left out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Reading

SAME_DAYS, FORTNIGHT = 3, 14
"""Days apart within which two articles of a folder are reports of one piece of news, and beyond which they are not."""

ALIKE, HARDLY_ALIKE = 0.35, 0.2
"""Share of the shorter article's telling words that the other has too: from the first on two reports some days apart are
of one story; below the second two articles without a date may be of two."""


ENOUGH = 40
"""Telling words of the shorter article; of fewer no share says anything."""


def told_with(side: SideBySide, article: str) -> frozenset[str]:
    """The other originals that report the article's story and appeared in the days around it."""
    own = side.reading(article)
    return frozenset(r.article for r in side.originals if r.article != article and is_one_story(side, own, r))


def is_one_story(side: SideBySide, one: Reading, other: Reading) -> bool:
    """True where nothing in days or words speaks for two stories: an article of last year left nothing out of today's."""
    apart = days_apart(one, other)
    if apart is None:
        return shares_occurrence(side, one, other) or likeness(side, one, other) >= HARDLY_ALIKE
    if apart <= SAME_DAYS:
        return True
    return apart <= FORTNIGHT and (shares_occurrence(side, one, other) or likeness(side, one, other) >= ALIKE)


def days_apart(one: Reading, other: Reading) -> int | None:
    """How many days lie between two articles; None where one does not say when it appeared."""
    first, second = day_of(one.published), day_of(other.published)
    return abs((first - second).days) if first and second else None


@lru_cache(maxsize=1024)
def day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def shares_occurrence(side: SideBySide, one: Reading, other: Reading) -> bool:
    return not side.occurrences_of[one.article].isdisjoint(side.occurrences_of[other.article])


def likeness(side: SideBySide, one: Reading, other: Reading) -> float:
    """The share of the shorter article's telling words that the other has too; 1.0 where they are too few to say so."""
    ours, theirs = side.told.stems[one.article], side.told.stems[other.article]
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest >= ENOUGH else 1.0
