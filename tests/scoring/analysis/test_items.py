from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quizzes.scoring.analysis.flags import Flag, Flagged, flags
from quizzes.scoring.analysis.intervals import wilson
from quizzes.scoring.analysis.items import correlation, facility, option_figures
from quizzes.scoring.analysis.standing import Marks, pooled, rest_of, standing, top_half

SIX = np.array([[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1], [1, 0, 0, 0], [1, 0, 0, 0]], float)
"""Six students, four items; item 0 is constant."""
sheets = arrays(
    np.float64, st.tuples(st.integers(4, 20), st.integers(2, 6)), elements=st.sampled_from([0.0, 0.5, 1.0])
)


def discrimination(marks: Marks, item: int) -> float | None:
    found = correlation(marks[:, item], standing(rest_of(marks, item)))
    return found and found.value


def test_item_rest_by_hand() -> None:
    """Item 1: x = 1 1 1 0 0 0, rest = 3 2 1 2 1 1. Means 1/2 and 5/3; Σxy = 6 − 5 = 1, Σx² = 3/2, Σy² = 20 − 50/3 = 10/3."""
    assert discrimination(SIX, 1) == pytest.approx(1 / np.sqrt(1.5 * 10 / 3))


def test_a_constant_item_tells_nothing_rather_than_nought() -> None:
    assert discrimination(SIX, 0) is None
    assert discrimination(np.ones((6, 3)), 1) is None
    assert discrimination(SIX[:2], 3) is None


def test_an_ungraded_answer_leaves_the_attempts_other_items_in() -> None:
    """Student 0's item 3 waits: item 1 is set against a rest with that item's mean, 1/5, in its place."""
    waits = SIX.copy()
    waits[0, 3] = np.nan
    assert rest_of(waits, 1).tolist() == pytest.approx([2.2, 2, 1, 2, 1, 1])
    own = correlation(waits[:, 3], standing(rest_of(waits, 3)))
    assert own is not None
    assert own.n == 5


def test_facility_by_hand() -> None:
    """Right or wrong has Wilson's interval; 0 ½ ½ 1 of 4 has s² = 1/6 in place of 1/4, so that of 6 students."""
    right_or_wrong, in_part = facility(np.array([1.0, 1, 1, 0]), 1), facility(np.array([0.0, 1, 1, 2]), 2)
    assert right_or_wrong and in_part
    assert (right_or_wrong.value, right_or_wrong.interval, right_or_wrong.n) == (0.75, wilson(0.75, 4), 4)
    six = wilson(0.5, 6)
    assert in_part.interval and six
    assert (in_part.value, in_part.n, in_part.interval.low) == (0.5, 4, pytest.approx(six.low))
    assert facility(np.array([np.nan]), 2) is None


def test_who_is_even_at_the_middle_stands_in_both_halves() -> None:
    assert top_half(np.array([3.0, 2, 2, 2, 1])).tolist() == pytest.approx([1, 0.5, 0.5, 0.5, 0])
    assert top_half(np.array([4.0, 3, 2, 1])).tolist() == [1, 1, 0, 0]


def test_an_options_row_by_hand() -> None:
    """Of 4 chosen by the better two: all of the top half, none of the bottom one."""
    row = option_figures(np.array([True, True, False, False]), standing(np.array([4.0, 3, 2, 1])))
    assert (row.count, row.top, row.bottom) == (2, 1.0, 0.0)
    assert row.item_rest is not None
    assert row.item_rest.value == pytest.approx(2 / np.sqrt(5))


def test_classes_are_pooled_each_against_itself() -> None:
    """Two classes alike but for ten points more in one: r is that of either, over twice the students."""
    one = standing(rest_of(SIX, 1))
    both = pooled([one, standing(rest_of(SIX, 1) + 10)])
    twice = correlation(np.tile(SIX[:, 1], 2), both)
    alone = correlation(SIX[:, 1], one)
    assert twice and alone
    assert (twice.value, twice.n) == (pytest.approx(alone.value), 12)


@given(sheets, st.data())
@settings(max_examples=60, deadline=None)
def test_the_order_of_students_changes_nothing(marks: Marks, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(marks))))
    for item in range(marks.shape[1]):
        first, other = discrimination(marks, item), discrimination(marks[order], item)
        assert other == (None if first is None else pytest.approx(first, abs=1e-9))
        rest = rest_of(marks, item)
        assert top_half(rest)[order] == pytest.approx(top_half(rest[order]))


@given(sheets, st.integers(-5, 5))
@settings(max_examples=40, deadline=None)
def test_points_given_to_all_change_no_correlation(marks: Marks, gift: int) -> None:
    given_to_all = marks + np.eye(marks.shape[1])[0] * gift
    for item in range(marks.shape[1]):
        first, other = discrimination(marks, item), discrimination(given_to_all, item)
        assert other == (None if first is None else pytest.approx(first, abs=1e-9))


def table(n: int, key_is: int, seed: int = 1, fits: float = 1.2) -> tuple[Flagged, ...]:
    """Flags of an item of four options in a class of n: option 0 goes with doing well; the key is said to be `key_is`."""
    chance = np.random.default_rng(seed)
    ability = chance.standard_normal(n)
    knows = chance.random(n) < 1 / (1 + np.exp(-fits * ability))
    chosen = np.where(knows, 0, chance.integers(0, 4, n))
    stands = standing(np.round(6 + 2 * ability + chance.standard_normal(n)))
    rows = [option_figures(chosen == option, stands) for option in range(4)]
    return flags(rows, [option == key_is for option in range(4)], n)


def test_a_wrong_key_is_flagged_with_the_option_chosen_instead() -> None:
    assert Flagged(Flag.WRONG_KEY, 0) in table(24, key_is=2)
    assert table(9, key_is=2) == ()


def test_below_thirty_nothing_else_is_flagged_and_unused_ones_from_forty_on() -> None:
    chosen = np.array([0, 1] * 20)
    stands = standing(np.arange(40.0) % 7)
    rows = [option_figures(chosen == option, stands) for option in range(3)]
    keys = [True, False, False]
    assert Flagged(Flag.UNUSED, 2) in flags(rows, keys, 40)
    assert Flagged(Flag.UNUSED, 2) not in flags(rows, keys, 39)
    assert {f.flag for f in flags(rows, keys, 29)} <= {Flag.WRONG_KEY}
    assert Flag.UNUSED not in {f.flag for f in flags(rows, keys, 40, are_offered=False)}


def test_a_distractor_of_the_good_is_flagged_from_thirty_on() -> None:
    """Key and distractor both go with doing well, a third option with doing badly."""
    chosen = np.array([0, 1, 2, 2] * 10)
    stands = standing(np.array([9.0, 9, 3, 4] * 10))
    rows = [option_figures(chosen == option, stands) for option in range(3)]
    assert Flagged(Flag.GOOD_CHOOSE_IT, 1) in flags(rows, [True, False, False], 30)
    assert flags(rows, [True, False, False], 29) == ()


def test_a_key_that_the_better_half_chose_less_often_is_flagged() -> None:
    chosen = np.array([0, 1, 0, 0] * 10)
    stands = standing(np.array([9.0, 9, 3, 3] * 10))
    rows = [option_figures(chosen == option, stands) for option in range(2)]
    assert {f.flag for f in flags(rows, [False, True], 40)} == set()
    assert Flagged(Flag.KEY_FALLS, 0) in flags([rows[0]], [True], 40)


def test_of_25_students_fewer_than_one_good_item_in_twenty_is_flagged() -> None:
    wrong = sum(bool(table(25, key_is=0, seed=seed, fits=0.8)) for seed in range(400))
    assert wrong / 400 < 0.05
