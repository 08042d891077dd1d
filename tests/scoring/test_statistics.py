from __future__ import annotations

import statistics as library

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.statistics import (
    facility,
    mean,
    median,
    standard_deviation,
)

scores = st.lists(st.floats(0, 100, allow_nan=False), min_size=2, max_size=60)


@given(scores)
def test_the_formulas_agree_with_the_standard_library(values: list[float]) -> None:
    assert mean(values) == pytest.approx(library.mean(values))
    assert median(values) == pytest.approx(library.median(values))
    assert standard_deviation(values) == pytest.approx(library.stdev(values), abs=1e-9)


def test_nothing_is_made_of_nothing() -> None:
    assert mean([]) is None
    assert median([]) is None
    assert facility([], 4) is None
    assert standard_deviation([3.0]) is None


@pytest.mark.parametrize(
    ("points", "maximum", "share"), [([1, 0, 1, 1], 1, 0.75), ([2, 4], 4, 0.75), ([0], 4, 0)]
)
def test_facility_is_the_share_of_points_earned(points: list[float], maximum: float, share: float) -> None:
    assert facility(points, maximum) == share
