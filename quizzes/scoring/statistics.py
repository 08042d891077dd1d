"""What the scores of a class add up to: each number is one function with its formula in sight.

Blank responses count as 0 points and are shown as a row of their own; an ungraded open answer is no
score yet and is left out by the caller. What cannot be computed is None, never 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True)
class OptionShare:
    """How many chose an option; `option` None is the row of blanks."""

    option: str | None
    count: int
    share: float


@dataclass(frozen=True)
class Bin:
    """Scores from `low` up to, but not with, `high`; the last bin holds `high` too."""

    low: float
    high: float
    count: int


def mean(scores: Sequence[float]) -> float | None:
    """Σx / n."""
    return sum(scores) / len(scores) if scores else None


def median(scores: Sequence[float]) -> float | None:
    """The middle score, or the mean of the middle two."""
    if not scores:
        return None
    ordered, middle = sorted(scores), len(scores) // 2
    return ordered[middle] if len(scores) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def standard_deviation(scores: Sequence[float]) -> float | None:
    """√(Σ(x − x̄)² / (n − 1)): of a sample, so None for fewer than two scores."""
    if len(scores) < 2:
        return None
    centre = sum(scores) / len(scores)
    return sqrt(sum((x - centre) ** 2 for x in scores) / (len(scores) - 1))


def facility(scores: Sequence[float], maximum: float) -> float | None:
    """Σx / (n · m): the share of an item's points that was earned, 0.0 to 1.0, blanks as 0."""
    return sum(scores) / (len(scores) * maximum) if scores and maximum else None


def option_shares(chosen: Iterable[str | None], options: Sequence[str]) -> tuple[OptionShare, ...]:
    """A row for each option in the order given, also those that nobody chose, and a last one for blanks."""
    counts = Counter(option or None for option in chosen)
    total = counts.total()
    return tuple(
        OptionShare(option, counts[option], counts[option] / total if total else 0.0)
        for option in (*options, None)
    )


def histogram(scores: Iterable[float], maximum: float, bins: int = 10) -> tuple[Bin, ...]:
    """`bins` bins of equal width from 0 to `maximum`; x falls into bin ⌊x · bins / maximum⌋."""
    if maximum <= 0 or bins < 1:
        raise ValueError("a histogram needs a positive maximum and a bin")
    counts = Counter(min(bins - 1, max(0, int(x * bins / maximum))) for x in scores)
    return tuple(Bin(maximum * i / bins, maximum * (i + 1) / bins, counts[i]) for i in range(bins))
