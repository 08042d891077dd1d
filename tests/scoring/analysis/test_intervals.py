from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.analysis.intervals import Interval, feldt, fisher, mastery, wilson


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_prints_it(count: int, n: int, low: float, high: float) -> None:
    """Newcombe (1998), Statistics in Medicine 17, 857-872, Table I, method 3."""
    found = wilson(count / n, n)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_fisher_by_hand() -> None:
    """artanh .20 = .2027; 1.96/√22 = .4179; tanh(−.2151) = −.212, tanh(.6206) = .552."""
    found = fisher(0.20, 25)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(-0.212, abs=5e-4), pytest.approx(0.552, abs=5e-4))


def test_feldt_as_in_our_research() -> None:
    """α = .70 of 12 items and 25 students: from .49 to .85 (research/assessment.md §0)."""
    found = feldt(0.70, 25, 12)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(0.49, abs=5e-3), pytest.approx(0.85, abs=5e-3))


def test_mastery_by_hand() -> None:
    """3 of 3: Beta(4, 1) has the quantile p^(1/4); 0 of 3 is its mirror."""
    full, none = mastery(3, 3), mastery(0, 3)
    assert full == Interval(pytest.approx(0.1**0.25), pytest.approx(0.9**0.25))
    assert none == Interval(pytest.approx(1 - 0.9**0.25), pytest.approx(1 - 0.1**0.25))


def test_nothing_has_no_interval() -> None:
    assert wilson(0.0, 0) is None
    assert fisher(0.5, 3) is fisher(None, 20) is fisher(1.0, 20) is None
    assert feldt(None, 20, 5) is feldt(0.5, 1, 5) is feldt(0.5, 20, 1) is None
    assert mastery(0, 0) is None


@given(st.integers(0, 50), st.integers(1, 50))
def test_a_share_lies_in_its_interval_and_that_between_0_and_1(count: int, n: int) -> None:
    share = min(count, n) / n
    found = wilson(share, n)
    assert found is not None
    assert 0 <= found.low <= share <= found.high <= 1


def test_intervals_cover_what_they_promise() -> None:
    """Over many true values, 95 % intervals hold the true one 93 to 97 times of 100."""
    chance = np.random.default_rng(7)
    shares = chance.uniform(0.05, 0.95, 2000)
    assert 0.93 <= covered([wilson(chance.binomial(25, p) / 25, 25) for p in shares], shares) <= 0.97
    rs = chance.uniform(-0.8, 0.8, 2000)
    x, noise = chance.standard_normal((2, 2000, 25))
    y = rs[:, None] * x + np.sqrt(1 - rs[:, None] ** 2) * noise
    assert (
        0.93 <= covered([fisher(np.corrcoef(*pair)[0, 1], 25) for pair in zip(x, y, strict=True)], rs) <= 0.97
    )


def covered(found: list[Interval | None], true: np.ndarray) -> float:
    hits = [f is not None and f.low <= value <= f.high for f, value in zip(found, true, strict=True)]
    return sum(hits) / len(hits)
