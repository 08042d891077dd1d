from __future__ import annotations

import statistics as library

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.statistics import (
    OptionShare,
    facility,
    histogram,
    mean,
    median,
    option_shares,
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


def test_every_option_has_its_row_and_blanks_theirs() -> None:
    assert option_shares(["o1", "o1", None, "o2"], ["o1", "o2", "o3"]) == (
        OptionShare("o1", 2, 0.5),
        OptionShare("o2", 1, 0.25),
        OptionShare("o3", 0, 0.0),
        OptionShare(None, 1, 0.25),
    )


def test_options_of_an_item_nobody_answered_have_no_share() -> None:
    assert [row.share for row in option_shares([], ["o1"])] == [0.0, 0.0]


def test_bins_hold_their_lower_edge_and_the_last_one_the_maximum() -> None:
    assert [(b.low, b.high, b.count) for b in histogram([0, 4.9, 5, 10], 10, bins=2)] == [
        (0, 5, 2),
        (5, 10, 2),
    ]


@given(scores, st.integers(1, 20))
def test_every_score_falls_into_one_bin(values: list[float], bins: int) -> None:
    assert sum(b.count for b in histogram(values, 100, bins)) == len(values)


@pytest.mark.parametrize(("maximum", "bins"), [(0, 10), (10, 0)])
def test_a_histogram_without_width_is_refused(maximum: float, bins: int) -> None:
    with pytest.raises(ValueError, match="positive maximum"):
        histogram([1], maximum, bins)
