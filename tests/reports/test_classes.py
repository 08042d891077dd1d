"""A teacher's classes: what is on the list, on a class's page and on the roster, and how many queries it takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    InvitationFactory,
    StaffFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Classroom, User
from quizzes.reports import classes as reports

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B")


def test_a_list_says_role_and_counts_without_who_waits(teacher: User, classroom: Classroom) -> None:
    StudentFactory.create_batch(2, classroom=classroom)
    StudentFactory(classroom=classroom, awaits_approval=True)
    AssignmentFactory.create_batch(3, classroom=classroom)
    StaffFactory.create_batch(2, classroom=classroom)
    (listed,) = reports.class_list(teacher)
    assert (listed.role, listed.student_count, listed.assignment_count) == ("owner", 2, 3)


def test_a_shelf_keeps_apart_what_is_in_use_put_away_and_deleted(
    teacher: User, classroom: Classroom, django_assert_num_queries: Any
) -> None:
    for name in ("archived", "deleted"):
        ClassroomFactory(owner=teacher, name=name, **{f"{name}_at": NOW})
    ClassroomFactory(owner=teacher, deleted_at=NOW - dt.timedelta(hours=2))
    with django_assert_num_queries(1):
        shelf = reports.shelf(teacher, NOW + dt.timedelta(minutes=15))
    assert [c.name for c in shelf.current] == ["8B"]
    assert [c.name for c in shelf.archived] == ["archived"]
    assert [(gone.title, gone.minutes_left) for gone in shelf.deleted] == [("deleted", 45)]


def test_only_the_owner_is_offered_a_deleted_class(classroom: Classroom) -> None:
    colleague = StaffFactory(classroom=classroom).user
    Classroom.objects.update(deleted_at=NOW)
    assert reports.shelf(colleague, NOW).deleted == ()


def test_a_roster_says_what_was_taken_and_who_is_working_by_name(
    classroom: Classroom, django_assert_num_queries: Any
) -> None:
    zoe, ana = (StudentFactory(classroom=classroom, display_name=name) for name in ("Zoë", "Ana"))
    AttemptFactory(membership=zoe, assignment__classroom=classroom)
    AttemptFactory(membership=zoe, assignment__classroom=classroom, submitted_at=NOW)
    with django_assert_num_queries(1):
        lines = [(s.display_name, s.taken, s.is_working) for s in reports.roster(classroom)]
    assert lines == [("Ana", 0, False), ("Zoë", 2, True)]
    assert ana in reports.roster(classroom)


def test_a_quiz_of_a_class_that_was_left_is_told(classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    AttemptFactory(membership=student, assignment=AssignmentFactory(), submitted_at=NOW)
    (begun,) = reports.begun_by(student)
    assert (begun.attempts, begun.running) == (1, 0)
    assert reports.contents(classroom, NOW).attempts == 1


def test_open_are_the_invitations_that_can_be_taken_up(classroom: Classroom) -> None:
    invitation = InvitationFactory(classroom=classroom)
    InvitationFactory(classroom=classroom, accepted_at=NOW)
    InvitationFactory(classroom=classroom, expires_at=NOW)
    assert list(reports.open_invitations(classroom, NOW)) == [invitation]
