"""How well each student did on the rest of a quiz: what an item and its options are set against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Marks = npt.NDArray[np.float64]
"""Students × items, in points; NaN where an answer waits to be graded."""
EVEN = 1e-9
"""Points that differ by less are even: sums of thirds are not exact."""


@dataclass(frozen=True, eq=False)
class Standing:
    """Of each student: the rest of her points and whether she is in the top half; and which class she is of."""

    rest: Vector
    """Deviations from the mean of her class; of several classes in standard deviations."""
    top: Vector
    """1 in the top half of her class, 0 in the bottom half; who is even at the middle is shared out between both."""
    classes: npt.NDArray[np.int64]

    @property
    def n(self) -> int:
        return len(self.rest)


def rest_of(marks: Marks, item: int) -> Vector:
    """Σ x of the other items. What waits to be graded stands in with the mean of that item, which moves nobody up or down:
    so an attempt with an ungraded answer counts with its graded items."""
    filled = np.where(np.isnan(marks), means(marks), marks)
    return np.asarray(filled.sum(axis=1) - filled[:, item])


def means(marks: Marks) -> Vector:
    """Of each item over its graded answers; 0 where none is graded."""
    graded = ~np.isnan(marks)
    return np.asarray(np.where(graded, marks, 0.0).sum(axis=0) / np.maximum(1, graded.sum(axis=0)))


def standing(rest: Vector) -> Standing:
    """One class by the rest of its points."""
    centred = rest - rest.mean() if len(rest) else rest
    return Standing(centred, top_half(rest), np.zeros(len(rest), dtype=np.int64))


def top_half(rest: Vector) -> Vector:
    """1 for the better half, 0 for the other; those even with the middle get the share that makes the halves equal.

    So it does not matter in which order the students come.
    """
    if not len(rest):
        return rest
    middle = float(np.median(rest))
    above, even = rest > middle + EVEN, np.abs(rest - middle) <= EVEN
    share = (len(rest) / 2 - above.sum()) / even.sum() if even.any() else 0.0
    return np.where(above, 1.0, np.where(even, share, 0.0))


def pooled(standings: Sequence[Standing]) -> Standing:
    """Several classes as one: each measured against itself, so that a better class makes no item look better."""
    scaled = [s.rest / spread if (spread := float(s.rest.std())) > EVEN else np.zeros(s.n) for s in standings]
    return Standing(
        np.concatenate(scaled),
        np.concatenate([s.top for s in standings]),
        np.repeat(np.arange(len(standings)), [s.n for s in standings]),
    )
