"""Holding a misconception against guessing: what answers make of the chance that a student holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.analysis.holding import PRIOR, chance_of_picking, holding

picks = st.lists(st.tuples(st.booleans(), st.floats(0.03, 0.84)), max_size=8)


def test_before_any_answer_it_is_the_share_of_holders_to_expect() -> None:
    assert holding([]) == pytest.approx(PRIOR)


def test_by_hand() -> None:
    # Holder: .2 x .85 x .85; another: .8 x .2 x .2
    assert holding([(True, 0.2), (True, 0.2)]) == pytest.approx(0.1445 / (0.1445 + 0.032))


def test_a_weak_student_needs_more_of_it_than_a_strong_one() -> None:
    strong, weak = chance_of_picking(0.9, 3), chance_of_picking(0.2, 3)
    assert strong < weak
    assert holding([(True, strong)] * 2) > holding([(True, weak)] * 2)


@given(picks, st.floats(0.03, 0.84))
def test_showing_it_once_more_makes_it_likelier_and_not_showing_it_less(
    before: list[tuple[bool, float]], chance: float
) -> None:
    assert holding([*before, (True, chance)]) >= holding(before) >= holding([*before, (False, chance)])


@given(picks)
def test_the_order_of_items_changes_nothing(given: list[tuple[bool, float]]) -> None:
    assert holding(given[::-1]) == pytest.approx(holding(given))
