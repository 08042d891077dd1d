from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quizzes.scoring.analysis.reliability import cronbach, pairwise_covariances, reliability
from quizzes.scoring.analysis.standing import Marks

PUBLISHED = np.array(
    [
        [3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4],
        [2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3],
        [4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5],
        [1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5],
        [4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3],
        [5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1],
        [1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3],
        [4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2],
        [3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3],
        [2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4],
    ],
    float,
).T
"""15 people, ten questions: the example of Zaiontz, real-statistics.com, with which pingouin documents `cronbach_alpha`."""
sheets = arrays(
    np.float64, st.tuples(st.integers(3, 15), st.integers(2, 6)), elements=st.sampled_from([0.0, 1.0])
)


def test_the_published_example() -> None:
    """α = 0.5917 with an interval from .195 to .840, as pingouin's manual prints them."""
    found = reliability(PUBLISHED)
    assert found and found.interval
    assert found.alpha == pytest.approx(0.5917188485995826)
    assert (round(found.interval.low, 3), round(found.interval.high, 3)) == (0.195, 0.84)


def test_by_hand() -> None:
    """Points 11 10 00 00 of 2 items: variances 1/3 and 1/4, of the totals 2 1 0 0 11/12; α = 2 (1 − 7/11) = 8/11.

    SD² (1 − α) = 11/12 · 3/11 = 1/4: one standard error is half a point.
    """
    found = reliability(np.array([[1.0, 1], [1, 0], [0, 0], [0, 0]]))
    assert found is not None
    assert (found.alpha, found.error) == (pytest.approx(8 / 11), pytest.approx(0.5))


@given(sheets)
@settings(max_examples=60, deadline=None)
def test_of_right_and_wrong_it_is_kuder_and_richardsons_formula_20(marks: Marks) -> None:
    """KR-20 (1937): k/(k−1) · (1 − Σpq / σ²), with variances over n."""
    k = marks.shape[1]
    p, spread = marks.mean(axis=0), marks.sum(axis=1).var()
    found = cronbach(np.cov(marks, rowvar=False))
    assert found == (
        None if spread < 1e-12 else pytest.approx(k / (k - 1) * (1 - (p * (1 - p)).sum() / spread))
    )


@given(sheets, st.data())
@settings(max_examples=40, deadline=None)
def test_neither_order_nor_points_given_to_all_change_it(marks: Marks, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(marks))))
    first, other = reliability(marks), reliability(marks[order] + 3)
    assert (first is None) == (other is None)
    assert first is None or (other is not None and other.alpha == pytest.approx(first.alpha))


def test_equal_totals_one_item_or_one_student_have_none() -> None:
    assert reliability(np.array([[1.0, 0], [0, 1], [1, 0]])) is None
    assert reliability(np.array([[1.0], [0]])) is None
    assert reliability(np.array([[1.0, 0]])) is None


def test_what_waits_is_left_out_pair_by_pair() -> None:
    """Student 0's item 1 waits: that item's covariances are of the others alone."""
    marks = PUBLISHED.copy()
    marks[0, 1] = np.nan
    found, fewest = pairwise_covariances(marks)
    assert fewest == 14
    assert found[0, 1] == pytest.approx(np.cov(marks[1:, 0], marks[1:, 1])[0, 1])
    assert found[0, 2] == pytest.approx(np.cov(PUBLISHED[:, 0], PUBLISHED[:, 2])[0, 1])


def test_an_item_with_few_graded_answers_is_left_out_of_it() -> None:
    marks = PUBLISHED.copy()
    marks[9:, 4] = np.nan
    found = reliability(marks)
    assert found is not None
    assert 4 not in found.items
    assert len(found.items) == 9
