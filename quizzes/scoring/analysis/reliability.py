"""How far the same class would come out in the same order on another quiz like this one."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from quizzes.scoring.analysis.intervals import Interval, feldt
from quizzes.scoring.analysis.standing import EVEN, Marks

ENOUGH_PAIRS = 10
"""An item that waits in part counts from so many graded answers beside every other item's: fewer would shake all."""


@dataclass(frozen=True)
class Reliability:
    """Cronbach's α with its interval, and what it means in points: `error` is one standard error of measurement.

    `items` are the columns it is of; `students` the fewest that any two of them share.
    """

    alpha: float
    interval: Interval | None
    error: float | None
    items: tuple[int, ...]
    students: int


def reliability(marks: Marks) -> Reliability | None:
    """α over the items that are graded widely enough; None for fewer than two of them or two students, or equal totals."""
    items = _graded_widely(marks)
    if len(items) < 2 or marks.shape[0] < 2:
        return None
    covariances, fewest = pairwise_covariances(marks[:, items])
    alpha = cronbach(covariances)
    if alpha is None or fewest < 2:
        return None
    return Reliability(
        alpha=alpha,
        interval=feldt(alpha, fewest, len(items)),
        error=measurement_error(float(covariances.sum()), alpha),
        items=tuple(items),
        students=fewest,
    )


def cronbach(covariances: Marks) -> float | None:
    """k/(k−1) · (1 − Σ var(x) / var(T)), where var(T) is the sum of the whole matrix. Cronbach (1951), Psychometrika 16, 297-334.

    With points of 0 and 1 it is Kuder and Richardson's formula 20. None where the totals do not vary.
    """
    k, total = len(covariances), float(covariances.sum())
    if k < 2 or total <= EVEN:
        return None
    return k / (k - 1) * (1 - float(np.trace(covariances)) / total)


def measurement_error(variance: float, alpha: float) -> float | None:
    """SD · √(1 − α), in points; None below α = 0, where the model behind it does not hold."""
    return sqrt(variance * (1 - alpha)) if 0 <= alpha <= 1 else None


def pairwise_covariances(marks: Marks) -> tuple[Marks, int]:
    """Of any two items over the students for whom both are graded, n−1 below the line; and the fewest such students."""
    known = ~np.isnan(marks)
    if known.all():
        return np.atleast_2d(np.cov(marks, rowvar=False)), len(marks)
    ones, x = known.astype(np.float64), np.where(known, marks, 0.0)
    shared = ones.T @ ones
    sums = x.T @ ones  # row i, column j: Σ of item i where j is graded too
    with np.errstate(divide="ignore", invalid="ignore"):
        covariances = (x.T @ x - sums * sums.T / shared) / (shared - 1)
    return np.nan_to_num(covariances), int(shared.min())


def _graded_widely(marks: Marks) -> list[int]:
    known = ~np.isnan(marks)
    whole = [item for item in range(marks.shape[1]) if known[:, item].all()]
    part = [item for item in range(marks.shape[1]) if item not in whole]
    for item in part:
        if all((known[:, item] & known[:, other]).sum() >= ENOUGH_PAIRS for other in [item, *whole]):
            whole.append(item)
    return sorted(whole)
