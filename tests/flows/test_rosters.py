"""Names, PINs and extra time; another name; gone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from quizzes.factories import (
    PIN,
    AttemptFactory,
    ClassroomFactory,
    ResponseFactory,
    ScoreFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.flows import rosters
from quizzes.models import Attempt, Audit, Membership, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def zoe() -> Membership:
    return StudentFactory(display_name="Zoë")


def test_names_get_pins_that_open_the_door(teacher: User) -> None:
    result = rosters.add_names(classroom=ClassroomFactory(), names=["Zoë", "Bo"], by=teacher)
    assert [new.student.display_name for new in result.added] == ["Zoë", "Bo"]
    assert all(new.student.has_pin(new.pin) and len(new.pin) == 4 for new in result.added)


def test_no_pin_is_on_record(teacher: User) -> None:
    new = rosters.add_names(classroom=ClassroomFactory(), names=["Bo"], by=teacher).added[0]
    row = Audit.objects.get()
    assert row.new == {"names": ["Bo"]}
    assert new.pin not in (row.subject + row.reason)


def test_a_name_that_is_there_keeps_its_pin(zoe: Membership, teacher: User) -> None:
    result = rosters.add_names(classroom=zoe.classroom, names=["ZOE ", "Bo"], by=teacher)
    zoe.refresh_from_db()
    assert result.known == ("ZOE ",)
    assert zoe.has_pin(PIN)


def test_a_name_under_which_somebody_waits_is_told_apart(teacher: User) -> None:
    newcomer = StudentFactory(display_name="Bo", awaits_approval=True)
    result = rosters.add_names(classroom=newcomer.classroom, names=["bo"], by=teacher)
    assert (result.added, result.known, result.waiting) == ((), (), ("bo",))


def test_a_full_class_takes_no_more_and_adds_none(
    monkeypatch: pytest.MonkeyPatch, zoe: Membership, teacher: User
) -> None:
    monkeypatch.setattr(rosters, "MAX_STUDENTS", 2)
    with pytest.raises(rosters.ClassFull):
        rosters.add_names(classroom=zoe.classroom, names=["One", "Two"], by=teacher)
    assert zoe.classroom.memberships.students().count() == 1


def test_a_new_pin_ends_the_old_one_and_its_sessions(zoe: Membership, teacher: User) -> None:
    session = zoe.session_key
    (new,) = rosters.renew_pins(students=[zoe], by=teacher)
    zoe.refresh_from_db()
    assert zoe.has_pin(new.pin)
    assert zoe.session_key != session


def test_extra_time_moves_the_end_of_a_running_attempt(teacher: User) -> None:
    attempt = AttemptFactory(assignment__limit_minutes=40, started_at=timezone.now())
    rosters.set_extra_time(student=attempt.membership, factor=Decimal("1.25"), by=teacher)
    attempt.refresh_from_db()
    assert (attempt.deadline_at - attempt.started_at).total_seconds() == 50 * 60


def test_extra_time_leaves_what_has_run_out_as_it_was(teacher: User) -> None:
    long_ago = timezone.now() - dt.timedelta(hours=3)
    attempt = AttemptFactory(
        assignment__limit_minutes=40, started_at=long_ago, deadline_at=long_ago + dt.timedelta(minutes=40)
    )
    rosters.set_extra_time(student=attempt.membership, factor=Decimal("2.00"), by=teacher)
    ended = attempt.deadline_at
    attempt.refresh_from_db()
    assert attempt.deadline_at == ended


def test_a_student_who_is_renamed_keeps_pin_and_session(zoe: Membership, teacher: User) -> None:
    session = zoe.session_key
    rosters.rename_student(student=zoe, name=" Zoë  M ", by=teacher)
    zoe.refresh_from_db()
    assert (zoe.display_name, zoe.name_key) == ("Zoë M", "zoe m")
    assert zoe.has_pin(PIN)
    assert zoe.session_key == session
    assert Audit.objects.get().old == {"name": "Zoë"}


@pytest.mark.parametrize("waits", [False, True])
def test_a_name_is_given_once(zoe: Membership, teacher: User, waits: bool) -> None:
    bo = StudentFactory(classroom=zoe.classroom, display_name="Bo", awaits_approval=waits)
    with pytest.raises(rosters.NameTaken, match="Zoë"):
        rosters.rename_student(student=bo, name="zoe", by=teacher)


def test_her_own_name_may_be_written_otherwise(zoe: Membership, teacher: User) -> None:
    rosters.rename_student(student=zoe, name="ZOE", by=teacher)
    assert Membership.objects.get(pk=zoe.pk).display_name == "ZOE"


def test_who_is_removed_goes_with_her_answers_and_leaves_a_record(zoe: Membership, teacher: User) -> None:
    attempt = AttemptFactory(membership=zoe, assignment__classroom=zoe.classroom)
    ResponseFactory(attempt=attempt)
    ScoreFactory(attempt=attempt)
    rosters.remove_student(student=zoe, by=teacher)
    assert not Attempt.objects.exists()
    assert Audit.objects.get().old == {"name": "Zoë", "attempts": 1}
