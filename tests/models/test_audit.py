"""The record of a class is only added to: the database itself refuses to change or delete a row."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from quizzes.factories import AssignmentFactory, ClassroomFactory, TeacherFactory
from quizzes.flows.accounts import delete_account
from quizzes.flows.audits import record
from quizzes.flows.classes import delete_classroom
from quizzes.flows.deleting import UNDO_FOR, purge
from quizzes.models import Audit, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return TeacherFactory()


@pytest.fixture
def row(owner: User) -> Audit:
    assignment = AssignmentFactory(classroom=ClassroomFactory(owner=owner))
    return record(
        classroom=assignment.classroom,
        by=TeacherFactory(),
        action="grade",
        subject="item 1, Amara",
        old={"points": 1},
        new={"points": 2},
        assignment=assignment,
    )


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "nobody"},
        {"new": {"points": 3}},
        {"old": None},
        {"reason": "none"},
        {"at": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)},
        {"action": "release"},
    ],
)
def test_a_row_cannot_be_changed(row: Audit, change: dict[str, object]) -> None:
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        Audit.objects.filter(pk=row.pk).update(**change)
    assert Audit.objects.filter(pk=row.pk, subject="item 1, Amara", action="grade", reason="").exists()


def test_another_may_not_be_put_in_the_place_of_who_did_it(row: Audit) -> None:
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        Audit.objects.filter(pk=row.pk).update(actor=TeacherFactory())


def test_a_row_cannot_be_deleted(row: Audit) -> None:
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        row.delete()
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        row.classroom.delete()
    assert Audit.objects.filter(pk=row.pk).exists()


def test_it_stays_when_the_account_or_the_assignment_goes(row: Audit) -> None:
    assert row.actor and row.assignment
    row.actor.delete()
    row.assignment.delete()
    kept = Audit.objects.get()
    assert (kept.actor, kept.assignment, kept.subject) == (None, None, "item 1, Amara")


def test_it_goes_with_its_class_when_the_hour_is_over(row: Audit, owner: User) -> None:
    delete_classroom(classroom=row.classroom, at=timezone.now() - 2 * UNDO_FOR, by=owner)
    assert purge(at=timezone.now()) == 1
    assert not Audit.objects.exists()


def test_it_goes_with_the_account_that_owns_the_class(row: Audit, owner: User) -> None:
    delete_account(user=owner, at=timezone.now())
    assert not Audit.objects.exists()
