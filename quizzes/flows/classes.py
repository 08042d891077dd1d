"""A class comes to be, and its people: names with PINs, instructors and graders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from quizzes.flows.taking import move_deadlines
from quizzes.models import Classroom, Membership, User
from quizzes.models.people import fold_name, new_pin

Role = Membership.Role
MAX_STUDENTS = 400
"""Names in one class: a year group at the most; keeps one paste from filling the table."""
EXTRA_TIME = tuple(Decimal(f) for f in ("1.00", "1.25", "1.50", "2.00"))
"""Factors on offer; 1.25 to 2 are those that exam boards grant."""


class NoSuchUser(Exception):
    """No account has this e-mail address."""


class AlreadyStaff(Exception):
    """The user has a role in this class."""


class OwnerStays(Exception):
    """A class keeps its owner."""


class ClassFull(Exception):
    """The class would have more than MAX_STUDENTS names."""


@dataclass(frozen=True)
class NewPin:
    """A student and the PIN just made for her: shown once, kept nowhere but as a keyed hash."""

    student: Membership
    pin: str


@dataclass(frozen=True)
class AddedNames:
    added: tuple[NewPin, ...]
    known: tuple[str, ...]
    """Names that were on the roster already, as typed: their PINs are as they were."""


@transaction.atomic
def create_classroom(*, owner: User, name: str, time_zone: str) -> Classroom:
    classroom = Classroom.objects.create(name=name, time_zone=time_zone)
    Membership.objects.create(classroom=classroom, user=owner, role=Role.OWNER)
    return classroom


def set_open(*, classroom: Classroom, is_open: bool) -> None:
    """Let new names join by the code, or not; who is on the roster joins either way."""
    classroom.is_open = is_open
    classroom.save(update_fields=["is_open"])


@transaction.atomic
def add_names(*, classroom: Classroom, names: Iterable[str]) -> AddedNames:
    """The names put on the roster with a new PIN each, in the order given, and those that were there.

    Raises ClassFull, and then adds none.
    """
    Classroom.objects.select_for_update().get(pk=classroom.pk)
    taken = set(classroom.memberships.students().values_list("name_key", flat=True))
    added: list[NewPin] = []
    known: list[str] = []
    for name in names:
        key = fold_name(name)
        if key in taken:
            known.append(name)
            continue
        if len(taken) >= MAX_STUDENTS:
            raise ClassFull
        taken.add(key)
        added.append(_add(classroom, name, new_pin()))
    return AddedNames(tuple(added), tuple(known))


def _add(classroom: Classroom, name: str, pin: str) -> NewPin:
    student = Membership(classroom=classroom, role=Role.STUDENT)
    student.name_student(name)
    student.set_pin(pin)
    student.save()
    return NewPin(student, pin)


def reset_pin(*, student: Membership) -> NewPin:
    """A new PIN for a student; every session that the old one opened ends."""
    pin = new_pin()
    student.set_pin(pin)
    student.save(update_fields=["pin_hash", "pin_salt", "session_key"])
    return NewPin(student, pin)


@transaction.atomic
def set_extra_time(*, student: Membership, factor: Decimal) -> None:
    """Give a student more time on every quiz, also on the one she is in the middle of."""
    student.extra_time = factor
    student.save(update_fields=["extra_time"])
    move_deadlines(of=student, at=timezone.now())


@transaction.atomic
def add_staff(*, classroom: Classroom, email: str, role: Membership.Role) -> Membership:
    """An instructor or grader added by the e-mail address of an account. Raises NoSuchUser, AlreadyStaff."""
    user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if user is None:
        raise NoSuchUser
    membership, is_new = Membership.objects.get_or_create(
        classroom=classroom, user=user, defaults={"role": role}
    )
    if not is_new:
        raise AlreadyStaff
    return membership


def remove_staff(*, membership: Membership) -> None:
    """Take an instructor or grader out of the class; what she graded stays. Raises OwnerStays."""
    if membership.role == Role.OWNER:
        raise OwnerStays
    membership.delete()
