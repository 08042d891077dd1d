from __future__ import annotations

import pytest

from quizzes.nlp.written.clocks import clock_at
from quizzes.nlp.written.dates import dates_fit, find_dates

FRIDAY = "2021-02-26"


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("on 15 February 2020", "2020-02-15"),
        ("on February 15, 2020", "2020-02-15"),
        ("on 15 February", "2021-02-15"),
        ("on Feb. 15", "2021-02-15"),
        ("the 15th of February", "2021-02-15"),
        ("on Dec. 30", "2020-12-30"),
        ("on Thursday", "2021-02-25"),
        ("last Thursday", "2021-02-25"),
        ("on Friday", "2021-02-26"),
        ("last Friday", "2021-02-19"),
        ("next Monday", "2021-03-01"),
        ("Thursday's raid", "2021-02-25"),
        ("yesterday", "2021-02-25"),
        ("this morning", "2021-02-26"),
        ("earlier this month", "2021-02"),
        ("last month", "2021-01"),
        ("a year ago", "2020"),
        ("three days ago", "2021-02-23"),
        ("in January 2020", "2020-01"),
        ("in 2015", "2015"),
    ],
)
def test_a_date_is_resolved_against_the_article(text: str, norm: str) -> None:
    assert [d.norm for d in find_dates(text, FRIDAY)] == [norm]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("on Thursday", "weekday:thursday"),
        ("on 15 February", "--02-15"),
        ("in January", "--01"),
        ("yesterday", None),
        ("a year ago", None),
    ],
)
def test_without_the_article_s_date_a_date_stays_partial(text: str, norm: str | None) -> None:
    assert [d.norm for d in find_dates(text, None)] == [norm]


@pytest.mark.parametrize("text", ["they may 12 times", "31 people marched", "the 300 men", "in march"])
def test_small_words_are_no_months(text: str) -> None:
    assert find_dates(text, FRIDAY) == ()


def test_an_impossible_day_has_no_norm() -> None:
    assert [d.norm for d in find_dates("on 31 February 2020", FRIDAY)] == [None]


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("2021-02-15", "2021-02-15", True),
        ("2021-02-15", "2021-02-16", False),
        ("2021-02", "2021-02-15", True),
        ("2020", "2021-02-15", False),
        ("--02-15", "2021-02-15", True),
        ("--02-16", "2021-02-15", False),
        ("weekday:monday", "2021-02-15", True),
        ("weekday:thursday", "2021-02-15", False),
        ("weekday:thursday", "--02-15", None),
    ],
)
def test_partial_dates_are_compared(one: str, other: str, fits: bool | None) -> None:
    assert dates_fit(one, other) is fits
    assert dates_fit(other, one) is fits


def test_a_night_may_lie_between() -> None:
    assert dates_fit("2021-02-25", "2021-02-26", days=1) is True
    assert dates_fit("weekday:thursday", "weekday:friday", days=1) is True


@pytest.mark.parametrize(
    ("words", "time"),
    [
        (["5:10", "a.m."], ("05:10", 2)),
        (["9pm"], ("21:00", 1)),
        (["5.10am"], ("05:10", 1)),
        (["21:00"], ("21:00", 1)),
        (["0336", "gmt"], ("03:36", 2)),
        (["noon"], ("12:00", 1)),
        (["12", "a.m."], ("00:00", 2)),
        (["5.10"], None),
        (["25:10"], None),
        (["13", "p.m."], None),
        (["5"], None),
    ],
)
def test_a_time_of_day_is_read(words: list[str], time: tuple[str, int] | None) -> None:
    assert clock_at(words, 0) == time
