"""What the scores of a class add up to: each number is one function with its formula in sight.

Blank responses count as 0 points and are shown as a row of their own; an ungraded open answer is no
score yet and is left out by the caller. What cannot be computed is None, never 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


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
