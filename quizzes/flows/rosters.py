"""The students of a class: names and PINs, extra time, another name, gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from quizzes.flows.audits import record
from quizzes.flows.taking import move_deadlines
from quizzes.models import Classroom, Membership, User
from quizzes.models.people import fold_name, new_pin

Role = Membership.Role
ADDED, PINS_RENEWED = "students added", "PINs renewed"
MAX_STUDENTS = 400
"""Names in one class: a year group at the most; keeps one paste from filling the table."""
EXTRA_TIME = tuple(Decimal(f) for f in ("1.00", "1.25", "1.50", "2.00"))
"""Factors on offer; 1.25 to 2 are those that exam boards grant."""


class ClassFull(Exception):
    """The class would have more than MAX_STUDENTS names."""


class NameTaken(Exception):
    """Another student of the class has this name, case, accents and spaces aside; the text is that name."""


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
    waiting: tuple[str, ...] = ()
    """Names under which a newcomer waits to be let in, as typed."""


@transaction.atomic
def add_names(*, classroom: Classroom, names: Iterable[str], by: User) -> AddedNames:
    """The names put on the roster with a new PIN each, in the order given, and those that were there.

    Raises ClassFull, and then adds none.
    """
    taken = dict(_locked(classroom).memberships.students().values_list("name_key", "awaits_approval"))
    added: list[NewPin] = []
    there: dict[bool, list[str]] = {False: [], True: []}
    for name in names:
        key = fold_name(name)
        if key in taken:
            there[taken[key]].append(name)
            continue
        if len(taken) >= MAX_STUDENTS:
            raise ClassFull
        taken[key] = False
        added.append(_add(classroom, name))
    if added:
        put = [new.student.display_name for new in added]
        record(classroom=classroom, by=by, action=ADDED, subject=len(put), new={"names": put})
    return AddedNames(tuple(added), tuple(there[False]), tuple(there[True]))


def _locked(classroom: Classroom) -> Classroom:
    """The class, locked: names are compared and written by one at a time."""
    return Classroom.objects.select_for_update().get(pk=classroom.pk)


def _add(classroom: Classroom, name: str) -> NewPin:
    student, pin = Membership(classroom=classroom, role=Role.STUDENT), new_pin()
    student.name_student(name)
    student.set_pin(pin)
    student.save()
    return NewPin(student, pin)


@transaction.atomic
def renew_pins(*, students: Iterable[Membership], by: User) -> tuple[NewPin, ...]:
    """A new PIN for each student of one class; every session that an old one opened ends, answers stay."""
    made = []
    for student in students:
        pin = new_pin()
        student.set_pin(pin)
        student.save(update_fields=["pin_hash", "pin_salt", "session_key"])
        made.append(NewPin(student, pin))
    if made:
        names = [new.student.display_name for new in made]
        record(
            classroom=made[0].student.classroom,
            by=by,
            action=PINS_RENEWED,
            subject=len(names),
            new={"names": names},
        )
    return tuple(made)


@transaction.atomic
def set_extra_time(*, student: Membership, factor: Decimal, by: User) -> None:
    """Give a student more time on every quiz, also on the one she is in the middle of."""
    old, student.extra_time = student.extra_time, factor
    if old == factor:
        return
    student.save(update_fields=["extra_time"])
    move_deadlines(of=student, at=timezone.now())
    record(
        classroom=student.classroom,
        by=by,
        action="extra time set",
        subject=student,
        old={"factor": str(old)},
        new={"factor": str(factor)},
    )


@transaction.atomic
def rename_student(*, student: Membership, name: str, by: User) -> None:
    """Another display name; PIN, session and answers stay. Raises NameTaken."""
    classroom = _locked(student.classroom)
    refuse_taken(classroom, name, but=student)
    old = student.display_name
    student.name_student(name)
    student.save(update_fields=["display_name", "name_key"])
    if student.display_name != old:
        new = {"name": student.display_name}
        record(
            classroom=classroom,
            by=by,
            action="student renamed",
            subject=student,
            old={"name": old},
            new=new,
        )


def refuse_taken(classroom: Classroom, name: str, *, but: Membership | None = None) -> None:
    """Raises NameTaken where somebody else in the class, newcomers included, has the name."""
    others = classroom.memberships.students().filter(name_key=fold_name(name))
    if but is not None:
        others = others.exclude(pk=but.pk)
    if other := others.first():
        raise NameTaken(other.display_name)


@transaction.atomic
def remove_student(*, student: Membership, by: User) -> None:
    """Take a student out of the class with her attempts, answers and points, for good."""
    old = {"name": student.display_name, "attempts": student.attempts.count()}
    classroom = student.classroom
    student.delete()
    record(classroom=classroom, by=by, action="student removed", subject=old["name"], old=old)
