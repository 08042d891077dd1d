"""How far two graders agree beyond chance. Cohen (1960), Educ. Psychol. Meas. 20, 37-46; (1968), Psychol. Bull. 70, 213-220."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

FEW_MARKS = 20
"""Below this many answers marked twice, counts are shown and no coefficient (research/assessment.md §2.4)."""

Pair = tuple[int, int]
"""The levels that two graders gave one answer, from 0."""


@dataclass(frozen=True)
class Agreement:
    """Of `n` answers marked by two: how many got the same level, how many one level apart, and κ.

    `kappa` is None for fewer than `FEW_MARKS`, and where one grader gave a single level throughout and so did the other.
    """

    n: int
    exact: int
    adjacent: int
    kappa: float | None

    @property
    def exact_share(self) -> float | None:
        return self.exact / self.n if self.n else None

    @property
    def adjacent_share(self) -> float | None:
        """Of the same level or one apart."""
        return (self.exact + self.adjacent) / self.n if self.n else None


def agreement(pairs: Sequence[Pair], levels: int) -> Agreement:
    """How far two graders agree, with quadratic κ from `FEW_MARKS` answers on."""
    apart = [abs(first - second) for first, second in pairs]
    return Agreement(
        n=len(pairs),
        exact=apart.count(0),
        adjacent=apart.count(1),
        kappa=quadratic_kappa(pairs, levels) if len(pairs) >= FEW_MARKS else None,
    )


def quadratic_kappa(pairs: Sequence[Pair], levels: int) -> float | None:
    """κ with the weight (i−j)²/(c−1)² for levels i and j: two levels apart count four times one. None where nothing varies."""
    return weighted_kappa(pairs, levels, lambda i, j: (i - j) ** 2 / (levels - 1) ** 2)


def weighted_kappa(pairs: Sequence[Pair], levels: int, weight: Callable[[int, int], float]) -> float | None:
    """1 − Σ w·o / Σ w·e: the disagreement seen over that of two graders who mark as often so, but independently."""
    n = len(pairs)
    if not n:
        return None
    firsts, seconds = (
        [levels_given.count(i) for i in range(levels)] for levels_given in zip(*pairs, strict=True)
    )
    seen = sum(weight(i, j) for i, j in pairs)
    by_chance = sum(weight(i, j) * firsts[i] * seconds[j] for i in range(levels) for j in range(levels)) / n
    return 1 - seen / by_chance if by_chance else None
