"""What a student's time and a class's clock are, daylight saving in both directions included."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import AssignmentFactory, StudentFactory
from quizzes.flows.taking import move_deadlines, settle_overdue, start_attempt
from quizzes.models import Assignment, Classroom, Membership, StudentTerms
from quizzes.models.attempts import NETWORK_GRACE
from quizzes.templatetags.times import class_time
from quizzes.timing import Terms, clock_of, days_later, moment_in, terms_for, zone_name

DUBLIN = zoneinfo.ZoneInfo("Europe/Dublin")
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
NINE = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


def terms(
    hours: int = 1, factor: str = "1.00", own: dict[str, Any] | None = None, **given: Any
) -> tuple[Assignment, Terms]:
    assignment = AssignmentFactory.build(
        version=None, classroom=None, opens_at=NINE, closes_at=NINE + hours * HOUR, **given
    )
    return assignment, terms_for(
        assignment, Membership(extra_time=Decimal(factor)), own and StudentTerms(**own)
    )


def test_the_limit_counts_extra_time() -> None:
    assert terms(24, "1.25", limit_minutes=40)[1].allowed == 50 * MINUTE


def test_without_a_limit_there_is_none() -> None:
    assert terms(24, "1.25")[1].allowed is None


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
    assignment, hers = terms(hours, factor, limit_minutes=limit)
    assert hers.closes_at - assignment.closes_at == minutes_later * MINUTE


@pytest.mark.parametrize(("start_minute", "ends_minute"), [(0, 40), (50, 60)])
def test_an_attempt_ends_with_its_limit_or_with_the_closing(start_minute: int, ends_minute: int) -> None:
    _, hers = terms(1, limit_minutes=40)
    assert hers.deadline(NINE + start_minute * MINUTE) == NINE + ends_minute * MINUTE


def test_own_terms_stand_in_place_of_the_class_s_and_extra_time_on_top() -> None:
    own = {"opens_at": NINE + HOUR, "closes_at": NINE + 3 * HOUR, "limit_minutes": 60, "attempts_allowed": 2}
    _, hers = terms(1, "1.50", own=own, limit_minutes=30)
    assert (hers.opens_at, hers.closes_at) == (NINE + HOUR, NINE + 3 * HOUR + 30 * MINUTE)
    assert (hers.allowed, hers.attempts_allowed, hers.has_own_attempts) == (90 * MINUTE, 2, True)


def test_what_own_terms_leave_open_is_as_for_the_class() -> None:
    assignment, hers = terms(1, own={"limit_minutes": 20}, limit_minutes=30, attempts_allowed=3)
    assert (hers.opens_at, hers.closes_at) == (assignment.opens_at, assignment.closes_at)
    assert (hers.allowed, hers.attempts_allowed, hers.has_own_attempts) == (20 * MINUTE, 3, False)


@pytest.mark.parametrize(
    ("given", "taken_minutes", "late_from"),
    [
        ({}, 60, 60),
        ({"grace_minutes": 10}, 70, 70),
        ({"late_until": NINE + 2 * HOUR}, 120, 60),
        ({"late_until": NINE + 2 * HOUR, "grace_minutes": 10}, 120, 70),
        ({"late_until": NINE + 61 * MINUTE, "grace_minutes": 10}, 70, 70),
    ],
    ids=["refused", "grace", "accepted and marked", "both", "grace is the longer"],
)
def test_the_late_policy_says_how_long_answers_are_taken_and_what_is_marked(
    given: dict[str, Any], taken_minutes: int, late_from: int
) -> None:
    assignment, hers = terms(1, **given)
    assert hers.taken_until == assignment.taken_until == NINE + taken_minutes * MINUTE
    marked = NINE + late_from * MINUTE + NETWORK_GRACE
    assert not hers.is_late(marked)
    assert hers.is_late(marked + dt.timedelta(seconds=1))


def test_a_later_closing_of_ones_own_is_not_cut_by_the_class_s_late_policy() -> None:
    _, hers = terms(1, own={"closes_at": NINE + 5 * HOUR}, late_until=NINE + 2 * HOUR)
    assert hers.taken_until == hers.closes_at == NINE + 5 * HOUR


def test_who_is_excused_cannot_begin_and_what_is_recalled_nobody() -> None:
    assert terms(1)[1].is_open(NINE)
    assert not terms(1, own={"is_excused": True})[1].is_open(NINE)
    assert not terms(1, recalled_at=NINE)[1].is_open(NINE)


@pytest.mark.django_db
def test_all_is_over_when_the_last_student_s_time_is() -> None:
    assignment = AssignmentFactory(opens_at=NINE, closes_at=NINE + HOUR, limit_minutes=40, grace_minutes=5)
    slow = StudentFactory(classroom=assignment.classroom, extra_time=Decimal("1.50"))
    assert assignment.ends_for_all_at == NINE + HOUR + 25 * MINUTE
    own = StudentTerms.objects.create(assignment=assignment, membership=slow, closes_at=NINE + 5 * HOUR)
    assert assignment.ends_for_all_at == NINE + 5 * HOUR + 25 * MINUTE
    assert Assignment.objects.with_ends().get().ends_for_all_at == assignment.ends_for_all_at
    own.is_excused = True
    own.save()
    assert assignment.ends_for_all_at == NINE + HOUR + 25 * MINUTE


# The class's clock


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
    ("zone", "now", "closes"),
    [
        (DUBLIN, "2026-03-25T09:05+00:00", "2026-04-01T09:05"),
        (DUBLIN, "2026-10-21T08:05+00:00", "2026-10-28T09:05"),
        (DUBLIN, "2026-03-22T01:30+00:00", "2026-03-29T02:30"),
        (NEW_YORK, "2026-10-25T05:30+00:00", "2026-11-01T01:30"),
    ],
    ids=["into summer", "into winter", "a time that is skipped", "a time that comes twice"],
)
def test_a_week_later_is_the_same_time_on_the_clock(zone: zoneinfo.ZoneInfo, now: str, closes: str) -> None:
    found = days_later(zone, dt.datetime.fromisoformat(now), 7)
    assert found == dt.datetime.fromisoformat(closes)
    assert clock_of(moment_in(zone, found), zone) == found


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Europe/Dublin", "Dublin time"), ("America/New_York", "New York time"), ("UTC", "UTC")],
)
def test_a_zone_is_called_by_its_place(zone: str, said: str) -> None:
    assert zone_name(zone) == said


# Over the change of the clocks: an attempt lasts as long as it lasts, and pages say which hour is meant

SPRING, AUTUMN = dt.datetime(2026, 3, 29, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, 1, tzinfo=dt.UTC)
"""When the clocks of Dublin jump from 01:00 to 02:00, and from 02:00 back to 01:00."""


@pytest.mark.parametrize("change", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_a_limit_is_as_long_over_the_change_as_on_any_day(change: dt.datetime) -> None:
    begun = change - 30 * MINUTE
    assignment = AssignmentFactory.build(
        version=None, classroom=None, opens_at=begun, closes_at=change + 5 * HOUR, limit_minutes=60
    )
    hers = terms_for(assignment, Membership(extra_time=Decimal("1.50")), None)
    assert hers.deadline(begun) - begun == 90 * MINUTE
    assert hers.closes_at - assignment.closes_at == 30 * MINUTE


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [("2026-03-28T09:00", "2026-03-29T09:00", 23), ("2026-10-24T09:00", "2026-10-25T09:00", 25)],
    ids=["spring", "autumn"],
)
def test_from_nine_to_nine_is_what_the_class_s_clock_shows(opens: str, closes: str, hours: int) -> None:
    first, last = (moment_in(DUBLIN, dt.datetime.fromisoformat(clock)) for clock in (opens, closes))
    assert last - first == hours * HOUR
    assert clock_of(days_later_moment(first), DUBLIN) == clock_of(last, DUBLIN)


def days_later_moment(moment: dt.datetime) -> dt.datetime:
    return moment_in(DUBLIN, days_later(DUBLIN, moment, 1))


def test_a_quiz_that_closes_in_the_hour_that_comes_twice_closes_once() -> None:
    """Typed as 01:30 it is the first of the two; the half hour before and the hour after are told apart."""
    closes = moment_in(DUBLIN, dt.datetime(2026, 10, 25, 1, 30))
    assert closes == AUTUMN - 30 * MINUTE
    assignment = AssignmentFactory.build(
        version=None, classroom=None, opens_at=closes - 5 * HOUR, closes_at=closes
    )
    hers = terms_for(assignment, Membership(extra_time=Decimal(1)), None)
    assert hers.is_open(closes - MINUTE)
    assert not hers.is_open(closes + MINUTE)
    assert not hers.is_open(closes + 59 * MINUTE), "the clock shows 01:29 again, and it stays closed"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (AUTUMN - 30 * MINUTE, "Sunday 25 October 2026, 01:30 Dublin time (before the clocks go back)"),
        (AUTUMN + 30 * MINUTE, "Sunday 25 October 2026, 01:30 Dublin time (after the clocks go back)"),
        (AUTUMN + HOUR, "Sunday 25 October 2026, 02:00 Dublin time"),
        (AUTUMN - 61 * MINUTE, "Sunday 25 October 2026, 00:59 Dublin time"),
        (SPRING - MINUTE, "Sunday 29 March 2026, 00:59 Dublin time"),
        (SPRING, "Sunday 29 March 2026, 02:00 Dublin time"),
    ],
)
def test_pages_say_which_of_two_equal_hours_is_meant(moment: dt.datetime, told: str) -> None:
    classroom = Classroom(time_zone="Europe/Dublin")
    year = "" if timezone.now().astimezone(DUBLIN).year == 2026 else " 2026"
    assert class_time(moment, classroom) == told.replace(" 2026", year)


def test_attempts_over_the_change_end_as_they_were_dealt_and_by_new_terms(db: None) -> None:
    assignment = AssignmentFactory(
        opens_at=AUTUMN - 2 * HOUR,
        closes_at=AUTUMN + 2 * HOUR,
        limit_minutes=60,
        classroom__time_zone="Europe/Dublin",
    )
    student = StudentFactory(classroom=assignment.classroom)
    attempt = start_attempt(assignment=assignment, student=student, at=AUTUMN - 30 * MINUTE)
    assert attempt.deadline_at == AUTUMN + 30 * MINUTE
    assert attempt.takes_answers(AUTUMN + 20 * MINUTE)  # the clock shows an earlier time than at the start
    Membership.objects.update(extra_time=Decimal("1.50"))
    student.refresh_from_db()
    move_deadlines(of=student, at=AUTUMN)
    attempt.refresh_from_db()
    assert attempt.deadline_at == AUTUMN + HOUR
    assert settle_overdue(at=AUTUMN + 59 * MINUTE) == 0
    assert settle_overdue(at=AUTUMN + 61 * MINUTE) == 1
