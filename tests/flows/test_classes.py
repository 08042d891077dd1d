"""A class, its roster and its staff."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from quizzes.factories import PIN, AttemptFactory, ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.flows import classes
from quizzes.models import Membership

pytestmark = pytest.mark.django_db


def test_a_new_class_has_its_owner_and_a_code() -> None:
    teacher = TeacherFactory()
    classroom = classes.create_classroom(owner=teacher, name="8B", time_zone="Europe/Dublin")
    assert classroom.memberships.get().role == Membership.Role.OWNER
    assert len(classroom.code) == 6


def test_names_get_pins_that_open_the_door() -> None:
    result = classes.add_names(classroom=ClassroomFactory(), names=["Zoë", "Bo"])
    assert [new.student.display_name for new in result.added] == ["Zoë", "Bo"]
    assert all(new.student.has_pin(new.pin) and len(new.pin) == 4 for new in result.added)


def test_a_name_that_is_there_keeps_its_pin() -> None:
    student = StudentFactory(display_name="Zoë")
    result = classes.add_names(classroom=student.classroom, names=["ZOE ", "Bo"])
    student.refresh_from_db()
    assert result.known == ("ZOE ",)
    assert student.has_pin(PIN)


def test_a_full_class_takes_no_more_and_adds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classes, "MAX_STUDENTS", 2)
    classroom = StudentFactory().classroom
    with pytest.raises(classes.ClassFull):
        classes.add_names(classroom=classroom, names=["One", "Two"])
    assert classroom.memberships.students().count() == 1


def test_a_new_pin_ends_the_old_one_and_its_sessions() -> None:
    student = StudentFactory()
    session = student.session_key
    new = classes.reset_pin(student=student)
    student.refresh_from_db()
    assert student.has_pin(new.pin)
    assert student.session_key != session


def test_extra_time_moves_the_end_of_a_running_attempt() -> None:
    attempt = AttemptFactory(assignment__limit_minutes=40, started_at=timezone.now())
    classes.set_extra_time(student=attempt.membership, factor=Decimal("1.25"))
    attempt.refresh_from_db()
    assert (attempt.deadline_at - attempt.started_at).total_seconds() == 50 * 60


def test_extra_time_leaves_what_has_run_out_as_it_was() -> None:
    long_ago = timezone.now() - dt.timedelta(hours=3)
    attempt = AttemptFactory(
        assignment__limit_minutes=40, started_at=long_ago, deadline_at=long_ago + dt.timedelta(minutes=40)
    )
    classes.set_extra_time(student=attempt.membership, factor=Decimal("2.00"))
    ended = attempt.deadline_at
    attempt.refresh_from_db()
    assert attempt.deadline_at == ended


def test_staff_is_added_by_address() -> None:
    colleague = TeacherFactory(email="col@school.example")
    added = classes.add_staff(
        classroom=ClassroomFactory(), email="Col@School.example ", role=Membership.Role.GRADER
    )
    assert (added.user, added.role) == (colleague, "grader")


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(classes.NoSuchUser):
        classes.add_staff(classroom=ClassroomFactory(), email="no@where.example", role=Membership.Role.GRADER)


def test_nobody_is_added_twice() -> None:
    owner = TeacherFactory()
    classroom = ClassroomFactory(owner=owner)
    with pytest.raises(classes.AlreadyStaff):
        classes.add_staff(classroom=classroom, email=owner.email, role=Membership.Role.GRADER)
    assert classroom.memberships.get().role == Membership.Role.OWNER
