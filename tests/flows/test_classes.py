"""A class is made, changed, opened and closed, put away, deleted and taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from quizzes.factories import ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.flows import classes, deleting
from quizzes.flows.assigning import classes_to_assign
from quizzes.models import Audit, Classroom, Membership, User

pytestmark = pytest.mark.django_db
Joining = Classroom.Joining
NOW = timezone.now()


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B", time_zone="Europe/Dublin")


def test_a_new_class_has_its_owner_and_a_code(teacher: User) -> None:
    classroom = classes.create_classroom(owner=teacher, name="8B", time_zone="Europe/Dublin")
    assert classroom.memberships.get().role == Membership.Role.OWNER
    assert len(classroom.code) == 6


def test_a_change_of_name_and_zone_is_on_record(classroom: Classroom, teacher: User) -> None:
    classes.change_classroom(classroom=classroom, name="8C", time_zone="UTC", by=teacher)
    row = Audit.objects.get()
    assert (row.actor, row.old["name"], row.new["name"]) == (teacher, "8B", "8C")


def test_what_is_saved_unchanged_is_not(classroom: Classroom, teacher: User) -> None:
    classes.change_classroom(classroom=classroom, name="8B", time_zone="Europe/Dublin", by=teacher)
    assert not Audit.objects.exists()


@pytest.mark.parametrize("joining", Joining)
def test_who_joins_is_one_of_three(classroom: Classroom, teacher: User, joining: Classroom.Joining) -> None:
    classes.set_joining(classroom=classroom, joining=joining, by=teacher)
    classroom.refresh_from_db()
    assert classroom.joining is joining


def test_a_new_code_ends_the_old_one_and_no_session(classroom: Classroom, teacher: User) -> None:
    student, old = StudentFactory(classroom=classroom), classroom.code
    classes.renew_code(classroom=classroom, by=teacher)
    session = student.session_key
    student.refresh_from_db()
    assert classroom.code != old
    assert student.session_key == session


def test_a_code_that_is_taken_is_not_given_again(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter([classroom.code, "ZZZZZZ"])
    monkeypatch.setattr(classes, "new_code", lambda: next(codes))
    assert classes.unused_code() == "ZZZZZZ"


def test_an_archived_class_is_given_no_quiz_until_it_is_used_again(
    classroom: Classroom, teacher: User
) -> None:
    classes.archive(classroom=classroom, at=NOW, by=teacher)
    assert classroom not in classes_to_assign(teacher)
    classes.unarchive(classroom=classroom, by=teacher)
    assert classroom in classes_to_assign(teacher)
    assert Audit.objects.count() == 2


def test_a_deleted_class_comes_back_within_the_hour(classroom: Classroom, teacher: User) -> None:
    classes.delete_classroom(classroom=classroom, at=NOW, by=teacher)
    assert classroom not in Classroom.objects.of(teacher)
    classes.take_back_classroom(classroom=classroom, at=NOW + dt.timedelta(minutes=59), by=teacher)
    assert classroom in Classroom.objects.of(teacher)


def test_after_the_hour_it_does_not(classroom: Classroom, teacher: User) -> None:
    classes.delete_classroom(classroom=classroom, at=NOW, by=teacher)
    with pytest.raises(deleting.TooLate):
        classes.take_back_classroom(classroom=classroom, at=NOW + dt.timedelta(hours=1), by=teacher)
