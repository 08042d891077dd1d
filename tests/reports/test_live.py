"""An assignment while it runs, as the teacher sees it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    FrozenItemFactory,
    ResponseFactory,
    StudentFactory,
)
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, ResponseEvent, StudentTerms
from quizzes.reports.live import AWAY, DONE, EXCUSED, HERE_YET, NEARLY, NOT_BEGUN, STUCK, WORKING, Live, live

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 3, 12, 10, 0, tzinfo=dt.UTC)
FIVE = dt.timedelta(minutes=5)


def ago(minutes: float) -> dt.datetime:
    return NOW - dt.timedelta(minutes=minutes)


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory(opens_at=ago(30), closes_at=ago(-30))


@pytest.fixture
def item(assignment: Assignment) -> FrozenItem:
    return FrozenItemFactory(version=assignment.version)


def at_work(assignment: Assignment, name: str, minutes: float = 10, **fields: Any) -> Attempt:
    student = StudentFactory(classroom=assignment.classroom, display_name=name)
    return AttemptFactory(assignment=assignment, membership=student, started_at=ago(minutes), **fields)


def look(assignment: Assignment, at: dt.datetime = NOW) -> Live:
    fresh = Assignment.objects.select_related("classroom", "version").get(pk=assignment.pk)
    return live(fresh, at, FIVE)


def states(found: Live) -> dict[str, str]:
    return {row.student.display_name: row.state for row in found.rows}


def test_each_student_is_in_one_state_and_who_needs_the_teacher_stands_first(
    assignment: Assignment, item: FrozenItem
) -> None:
    ResponseFactory(attempt=at_work(assignment, "Works"), item=item, answered_at=ago(1))
    at_work(assignment, "Sits", minutes=10)
    at_work(assignment, "Hurries", minutes=2, deadline_at=ago(-4))
    at_work(assignment, "Done", submitted_at=ago(2))
    StudentFactory(classroom=assignment.classroom, display_name="Came", seen_at=ago(1))
    StudentFactory(classroom=assignment.classroom, display_name="Yesterday", seen_at=ago(900))
    away = StudentFactory(classroom=assignment.classroom, display_name="Away")
    StudentTerms.objects.create(assignment=assignment, membership=away, is_excused=True)
    found = look(assignment)
    assert list(states(found).items()) == [
        ("Sits", STUCK),
        ("Hurries", NEARLY),
        ("Works", WORKING),
        ("Came", HERE_YET),
        ("Yesterday", NOT_BEGUN),
        ("Done", DONE),
        ("Away", EXCUSED),
    ]
    assert (found.expected, found.joined, found.working, found.handed_in, found.not_begun) == (6, 5, 3, 1, 2)


def test_who_counts_as_stuck_is_the_teachers_to_say(assignment: Assignment) -> None:
    at_work(assignment, "Sits", minutes=10)
    assert live(assignment, NOW, dt.timedelta(minutes=15)).rows[0].state == WORKING


def test_who_saved_nothing_for_an_hour_has_gone(assignment: Assignment) -> None:
    at_work(assignment, "Homework", minutes=61)
    found = look(assignment)
    assert (states(found), found.working) == ({"Homework": AWAY}, 1)


def test_what_a_tab_sends_in_vain_is_a_sign_of_life(assignment: Assignment, item: FrozenItem) -> None:
    attempt = at_work(assignment, "Two tabs", minutes=20)
    ResponseFactory(attempt=attempt, item=item, answered_at=ago(15))
    ResponseEvent.objects.create(
        attempt=attempt, item=item, device="phone-01", sequence=1, is_stale=True, received_at=ago(1)
    )
    assert states(look(assignment)) == {"Two tabs": WORKING}


def test_a_blank_answer_is_no_answer_and_only_the_newest_attempt_is_counted(
    assignment: Assignment, item: FrozenItem
) -> None:
    first = at_work(assignment, "Again", submitted_at=ago(8))
    ResponseFactory(attempt=first, item=item)
    again = AttemptFactory(assignment=assignment, membership=first.membership, number=2, started_at=ago(3))
    ResponseFactory(attempt=again, item=item, answer="")
    found = look(assignment)
    assert (found.items[0].count, found.begun, found.rows[0].answered) == (0, 1, 0)
    Response.objects.filter(attempt=again).update(answer="o1")
    assert (look(assignment).items[0].count, look(assignment).items[0].share) == (1, 1.0)


def test_it_is_over_when_nobody_works_and_nobody_may_begin(assignment: Assignment) -> None:
    attempt = at_work(assignment, "Last", deadline_at=ago(-60))
    closed = ago(-31)
    assert not look(assignment, closed).is_over  # she has longer than the class
    Attempt.objects.filter(pk=attempt.pk).update(submitted_at=NOW)
    assert look(assignment, closed).is_over
    assert not look(assignment).is_over
    Assignment.objects.update(recalled_at=NOW)
    assert look(assignment).is_over


def test_the_time_left_is_that_of_the_last_one_at_work(assignment: Assignment) -> None:
    at_work(assignment, "Soon", deadline_at=ago(-7))
    at_work(assignment, "Longer", deadline_at=ago(-12))
    found = look(assignment)
    assert found.time_left == "12 min"
    assert {row.student.display_name: row.time_left for row in found.rows} == {
        "Soon": "7 min",
        "Longer": "12 min",
    }
    Attempt.objects.update(submitted_at=NOW)
    assert look(assignment).time_left == "30 min"  # until the class's answers end


def test_extra_time_is_with_the_student(assignment: Assignment) -> None:
    attempt = at_work(assignment, "Slow")
    Membership.objects.filter(pk=attempt.membership_id).update(extra_time="1.5")
    assert look(assignment).rows[0].extra_time is not None


def whole_class(assignment: Assignment, size: int) -> None:
    """`size` students at work with an answer each, and as many who have not begun; made in bulk."""
    item = assignment.version.items.first()
    assert item
    names = [f"student {n:04}" for n in range(2 * size)]
    students = Membership.objects.bulk_create(
        Membership(classroom=assignment.classroom, role="student", display_name=n, name_key=n) for n in names
    )
    attempts = Attempt.objects.bulk_create(
        Attempt(assignment=assignment, membership=s, started_at=ago(9), deadline_at=assignment.closes_at)
        for s in students[:size]
    )
    Response.objects.bulk_create(
        Response(attempt=a, item=item, answer="o2", answered_at=timezone.now()) for a in attempts
    )


@pytest.mark.parametrize("size", [10, 250])
def test_a_large_class_asks_no_more_than_a_small_one(
    assignment: Assignment, item: FrozenItem, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    whole_class(assignment, size)
    fresh = Assignment.objects.select_related("classroom", "version").get(pk=assignment.pk)
    with django_assert_num_queries(7):
        found = live(fresh, NOW, FIVE)
    assert (found.working, found.not_begun) == (size, size)
