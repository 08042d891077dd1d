"""What the answers to one item tell: how hard it is, whether it tells who did well, who chose what.

Crocker & Algina (1986), Introduction to Classical and Modern Test Theory, chapter 14. Every figure comes with its interval
and with the number of students it is of.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizzes.scoring.analysis.intervals import Interval, fisher, wilson
from quizzes.scoring.analysis.standing import EVEN, Standing, Vector

Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Figure:
    """A figure, where the true one lies, and of how many students it is."""

    value: float
    interval: Interval | None
    n: int


@dataclass(frozen=True)
class OptionFigures:
    """How many chose an option. `top` and `bottom` are the shares of the two halves, None where a half is empty."""

    count: int
    share: Figure | None
    top: float | None
    bottom: float | None
    item_rest: Figure | None


def facility(points: Vector, maximum: float) -> Figure | None:
    """Σx / (n · m) over the graded answers, blanks as 0. Points in part vary less than right or wrong: Wilson's interval is
    taken of n · p(1−p) / s² students, which is n where all points are 0 or m.

    The effective sample size of Kish (1965), Survey Sampling, §8.2.
    """
    graded = points[~np.isnan(points)] / maximum if maximum else points[:0]
    n = len(graded)
    if not n:
        return None
    share = float(graded.mean())
    all_or_nothing = share * (1 - share)
    variance = min(float(graded.var(ddof=1)), all_or_nothing) if n > 1 else all_or_nothing
    told = n * all_or_nothing / variance if variance > EVEN else n
    return Figure(share, wilson(min(share, 1.0), told), n)


def correlation(values: Vector, standing: Standing) -> Figure | None:
    """Σxy / √(Σx² Σy²) of deviations from the class's means, over the students with a value: Pearson's r, for several
    classes the one within them. None where the values or the rest do not vary, and for fewer than three students.

    With a mark as the value: item-rest discrimination, the item itself not in the rest (Henrysson 1963, Psychometrika 28,
    211-218). With 1 for who chose an option: that option's.
    """
    known = ~np.isnan(values)
    if known.sum() < 3:
        return None
    classes = standing.classes[known]
    x, y = within(values[known], classes), within(standing.rest[known], classes)
    squares = float(x @ x) * float(y @ y)
    if squares <= EVEN * EVEN:
        return None
    r = max(-1.0, min(1.0, float(x @ y) / squares**0.5))
    n = int(known.sum())
    return Figure(r, fisher(r, n - len(np.unique(classes)) + 1), n)


def within(values: Vector, classes: npt.NDArray[np.int64]) -> Vector:
    """Deviations from the mean of each class."""
    sizes = np.maximum(1, np.bincount(classes))
    return np.asarray(values - (np.bincount(classes, weights=values) / sizes)[classes])


def option_figures(chosen: Chosen, standing: Standing) -> OptionFigures:
    """Who chose an option, among all whose attempt counts."""
    n, count = len(chosen), int(chosen.sum())
    ones = chosen.astype(np.float64)
    return OptionFigures(
        count=count,
        share=Figure(count / n, wilson(count / n, n), n) if n else None,
        top=_share(ones, standing.top),
        bottom=_share(ones, 1 - standing.top),
        item_rest=correlation(ones, standing),
    )


def _share(ones: Vector, weights: Vector) -> float | None:
    total = float(weights.sum())
    return float(ones @ weights) / total if total > EVEN else None
