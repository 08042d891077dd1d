from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.analysis.kappa import Agreement, agreement, quadratic_kappa, weighted_kappa

COHEN = {
    (0, 0): 88,
    (0, 1): 14,
    (0, 2): 18,
    (1, 0): 10,
    (1, 1): 40,
    (1, 2): 10,
    (2, 0): 2,
    (2, 1): 6,
    (2, 2): 12,
}
"""200 patients by two judges: the table of Cohen (1960), weighted in Cohen (1968), Table 1."""
PAIRS = [pair for pair, count in COHEN.items() for _ in range(count)]
pairs = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=60)


def test_cohens_own_tables() -> None:
    """κ = .492 (1960) and, with his weights 0 1 3 / 1 0 6 / 3 6 0, κw = .348 (1968)."""
    disagreement = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    assert weighted_kappa(PAIRS, 3, lambda i, j: i != j) == pytest.approx(0.492, abs=5e-4)
    assert weighted_kappa(PAIRS, 3, lambda i, j: disagreement[i][j]) == pytest.approx(0.348, abs=5e-4)


def test_quadratic_weights_by_hand() -> None:
    """Σw·o: one apart .20, two apart 4 · .10 → .60; Σw·e: one apart .42, two apart 4 · .17 → 1.10; 1 − .60/1.10."""
    assert quadratic_kappa(PAIRS, 3) == pytest.approx(1 - 0.60 / 1.10)


def test_few_marks_give_counts_and_no_coefficient() -> None:
    assert agreement([(0, 0), (1, 2), (2, 0)], 3) == Agreement(3, 1, 1, None)
    assert agreement([], 3).exact_share is None


def test_graders_who_give_one_level_throughout_have_no_kappa() -> None:
    assert agreement([(1, 1)] * 25, 3) == Agreement(25, 25, 0, None)


@given(pairs, st.randoms())
def test_neither_order_nor_who_is_first_matters(
    given_pairs: list[tuple[int, int]], chance: random.Random
) -> None:
    value = quadratic_kappa(given_pairs, 3)
    shuffled = [(b, a) for a, b in given_pairs]
    chance.shuffle(shuffled)
    assert quadratic_kappa(shuffled, 3) == (None if value is None else pytest.approx(value))
    assert value is None or value <= 1
