"""What a student's time and a class's clock are, daylight saving in both directions included."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from decimal import Decimal

import pytest

from quizzes.factories import AssignmentFactory
from quizzes.models import Assignment, Membership
from quizzes.timing import closes_for, deadline, moment_in, time_allowed, zone_name

DUBLIN = zoneinfo.ZoneInfo("Europe/Dublin")
NINE = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def given(hours: int, limit: int | None, factor: str = "1.00") -> tuple[Assignment, Membership]:
    assignment = AssignmentFactory.build(
        version=None, classroom=None, opens_at=NINE, closes_at=NINE + hours * HOUR, limit_minutes=limit
    )
    return assignment, Membership(extra_time=Decimal(factor))


def test_the_limit_counts_extra_time() -> None:
    assert time_allowed(*given(24, 40, "1.25")) == dt.timedelta(minutes=50)


def test_without_a_limit_there_is_none() -> None:
    assert time_allowed(*given(24, None, "1.25")) is None


@pytest.mark.parametrize(
    ("hours", "limit", "factor", "minutes_later"),
    [
        (24, 40, "1.00", 0),
        (24, 40, "1.50", 20),
        (1, 90, "1.50", 30),
        (1, None, "1.25", 15),
        (24, None, "1.25", 0),
    ],
    ids=["no extra", "on the limit", "on the window where that is shorter", "one sitting", "a homework"],
)
def test_the_closing_moves_by_the_extra_part_of_one_sitting(
    hours: int, limit: int | None, factor: str, minutes_later: int
) -> None:
    assignment, student = given(hours, limit, factor)
    assert closes_for(assignment, student) - assignment.closes_at == dt.timedelta(minutes=minutes_later)


@pytest.mark.parametrize(("start_minute", "ends_minute"), [(0, 40), (50, 60)])
def test_an_attempt_ends_with_its_limit_or_with_the_closing(start_minute: int, ends_minute: int) -> None:
    assignment, student = given(1, 40)
    started = NINE + dt.timedelta(minutes=start_minute)
    assert deadline(assignment, student, started) == NINE + dt.timedelta(minutes=ends_minute)


@pytest.mark.parametrize(
    ("clock", "utc"),
    [
        ("2026-01-12T09:00", "2026-01-12T09:00+00:00"),
        ("2026-07-12T09:00", "2026-07-12T08:00+00:00"),
        ("2026-10-25T01:30", "2026-10-25T00:30+00:00"),
    ],
    ids=["winter", "summer", "the first of two"],
)
def test_a_clock_time_is_a_moment_of_the_zone(clock: str, utc: str) -> None:
    assert moment_in(DUBLIN, dt.datetime.fromisoformat(clock)) == dt.datetime.fromisoformat(utc)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(ValueError, match="skip"):
        moment_in(DUBLIN, dt.datetime(2026, 3, 29, 1, 30))


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Europe/Dublin", "Dublin time"), ("America/New_York", "New York time"), ("UTC", "UTC")],
)
def test_a_zone_is_called_by_its_place(zone: str, said: str) -> None:
    assert zone_name(zone) == said
