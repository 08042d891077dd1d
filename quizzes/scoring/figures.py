"""Shares of the points for a typed figure; 0.0 or 1.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quizzes.nlp.written.figures import read_figure


def number_share(key: Mapping[str, Any], response: str) -> float:
    """1.0 where the figure lies within the key's low and high, widened by its tolerance on both sides.

    "At least 22" is answered with 22: a bound in the answer is ignored, and where the key leaves one
    end open the figure it names is asked for, so that no huge guess hits an open end.
    """
    figure = read_figure(response)
    if figure is None:
        return 0.0
    low, high = _ends(key["low"], key["high"])
    answered_low, answered_high = _ends(*figure)
    tolerance = key.get("tolerance") or 0
    return float(low - tolerance <= answered_low and answered_high <= high + tolerance)


def _ends(low: float | None, high: float | None) -> tuple[float, float]:
    ends = [end for end in (low, high) if end is not None]
    return min(ends), max(ends)
