"""A student joins with the class's code, a display name and a PIN.

Wrong tries are counted twice: by name within the class, whatever the address (somebody tries one
student's PINs), and by address within the class (somebody tries many names). Past a free allowance
the next try has to wait; the wait doubles and ends at a few minutes, so that nobody is locked out for
long, and no count is kept for the class as a whole, so that one prankster cannot keep thirty others out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction

from quizzes.flows.rosters import MAX_STUDENTS
from quizzes.models import Classroom, Membership
from quizzes.models.people import PIN_LENGTH, fold_code, fold_name

FREE_TRIES_BY_NAME = 5
FREE_TRIES_BY_ADDRESS = 40
"""A school is often one address: forty students who each mistype once must not wait."""
FREE_NEWCOMERS_BY_ADDRESS = 60
"""New names in one class from one address: a class and a half; a script that fills the teacher's page has to wait."""
FIRST_WAIT = dt.timedelta(seconds=15)
LONGEST_WAIT = dt.timedelta(minutes=5)
"""At 12 tries an hour, half of the 10,000 PINs of one name take more than two weeks of nights and days."""
FORGET_AFTER = dt.timedelta(hours=6)
PIN = re.compile(rf"[0-9]{{{PIN_LENGTH}}}", re.ASCII)


class JoinRefused(Exception):
    """Code, name and PIN do not go together. The text is for the student and does not say which is wrong."""


class NameUnknown(JoinRefused):
    """The name is not in this class, which takes new names: the student may join as a new one."""


class JoinSlowed(Exception):
    """Too many wrong tries; `wait` until the next."""

    def __init__(self, wait: dt.timedelta) -> None:
        self.wait = wait
        super().__init__(f"Too many wrong tries. Wait {wait_in_words(wait)}, then try again.")


class CodeClosed(JoinRefused):
    """The teacher has closed the class's code: not even who is on the list comes in by it."""


class NameTaken(JoinRefused):
    """The name is in this class, which takes new names, and the PIN is another: perhaps a second Ana."""


@dataclass(frozen=True)
class Joined:
    """`is_new` where the student has just been put down as a newcomer; she waits until the teacher lets her in."""

    student: Membership
    is_new: bool


WRONG = "This code, name and PIN do not go together. Look at each of them again, or ask your teacher."
CLOSED = "The code of this class is closed just now. Ask your teacher to open it."
TAKEN = (
    "There is a “{name}” in this class, with another PIN. Is it you? Then look at the PIN again. "
    "Are you another {name}? Then add an initial to your name: “{name} B”, say."
)


def join(*, code: str, name: str, pin: str, as_new: bool, address: str, at: dt.datetime) -> Joined:
    """The student of that name and PIN; a newcomer where `as_new` and the class takes new names.

    Raises JoinRefused (NameUnknown, NameTaken, CodeClosed), JoinSlowed. Counts are kept in the cache and under a lock on the
    class, so that tries sent side by side are counted one by one. Who gets everything right waits for no lock: forty
    students who join when the bell rings stand in no line.
    """
    code = fold_code(code)
    if student := _known_at_once(code, name, pin, address, at):
        return Joined(student, is_new=False)
    with transaction.atomic():
        outcome = _join(code, name, pin, as_new, address, at)
    if isinstance(outcome, Exception):  # raised outside: a rollback would forget the counted try
        raise outcome
    return outcome


def _known_at_once(code: str, name: str, pin: str, address: str, at: dt.datetime) -> Membership | None:
    """The student, where nobody has tried her name wrongly of late; else the count decides, under the lock.

    Guesses sent side by side can pass the count here by no more than the requests that are served at once: each wrong
    one is counted, and from the first on all go the other way.
    """
    students = Membership.objects.students().select_related("classroom")
    student = students.filter(
        classroom__code=code,
        classroom__deleted_at__isnull=True,
        classroom__is_code_closed=False,
        name_key=fold_name(name),
    ).first()
    if student is None or not student.has_pin(pin):
        return None
    by_name, by_address = _by_name(code, name), _by_address(code, address)
    known = cache.get_many([by_name.key, by_address.key])
    if by_name.key in known or by_address.wait(at, known.get(by_address.key)):
        return None
    return _seen(student, at)


def _seen(student: Membership, at: dt.datetime) -> Membership:
    Membership.objects.filter(pk=student.pk).update(seen_at=at)
    student.seen_at = at
    return student


def _join(
    code: str, name: str, pin: str, as_new: bool, address: str, at: dt.datetime
) -> Joined | JoinRefused | JoinSlowed:
    locked = Classroom.objects.select_for_update(no_key=True)
    classroom = locked.filter(code=code, deleted_at__isnull=True).first()
    by_name, by_address = _by_name(code, name), _by_address(code if classroom else "", address)
    wait = max(by_address.wait(at, cache.get(by_address.key)), by_name.wait(at, cache.get(by_name.key)))
    if wait:
        return JoinSlowed(wait)
    if classroom is None:
        by_address.count(at)
        return JoinRefused(WRONG)
    if classroom.is_code_closed:
        return CodeClosed(CLOSED)
    takes_new = classroom.is_open and classroom.archived_at is None
    student = classroom.memberships.students().filter(name_key=fold_name(name)).first()
    if student is None and takes_new:
        newcomers = _Tries(f"{code}|new|{address}", FREE_NEWCOMERS_BY_ADDRESS)
        return _join_as_new(classroom, name, pin, as_new, newcomers, at)
    if student is None or not student.has_pin(pin):
        by_address.count(at)
        by_name.count(at)
        return NameTaken(TAKEN.format(name=" ".join(name.split()))) if takes_new else JoinRefused(WRONG)
    by_name.forget()
    return Joined(_seen(student, at), is_new=False)


def _join_as_new(
    classroom: Classroom, name: str, pin: str, as_new: bool, newcomers: _Tries, at: dt.datetime
) -> Joined | JoinRefused | JoinSlowed:
    if not as_new:
        return NameUnknown(f"There is no “{' '.join(name.split())}” in {classroom} yet.")
    if not PIN.fullmatch(pin):
        return JoinRefused(f"A PIN has {PIN_LENGTH} digits.")
    if classroom.memberships.students().count() >= MAX_STUDENTS:
        return JoinRefused("This class is full. Ask your teacher.")
    if wait := newcomers.wait(at, cache.get(newcomers.key)):
        return JoinSlowed(wait)
    newcomers.count(at)
    student = Membership(classroom=classroom, role=Membership.Role.STUDENT, awaits_approval=True, seen_at=at)
    student.name_student(name)
    student.set_pin(pin)
    student.save()
    return Joined(student, is_new=True)


def _by_name(code: str, name: str) -> _Tries:
    return _Tries(f"{code}|name|{fold_name(name)}", FREE_TRIES_BY_NAME)


def _by_address(code: str, address: str) -> _Tries:
    return _Tries(f"{code}|{address}", FREE_TRIES_BY_ADDRESS)


class _Tries:
    """Wrong tries under one heading, in the cache."""

    def __init__(self, heading: str, free: int) -> None:
        # Hashed: a name may hold what a cache key may not, and a cache keeps no names.
        self.key = "join:" + hashlib.sha256(heading.encode()).hexdigest()
        self.free = free

    def wait(self, at: dt.datetime, counted: tuple[int, dt.datetime] | None) -> dt.timedelta:
        """Time left until the next try may be made; zero where it may be made now. `counted` is what the cache holds."""
        tries, last = counted or (0, at)
        over = tries - self.free
        if over < 0:
            return dt.timedelta()
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(over, 16))
        return max(dt.timedelta(), last + wait - at)

    def count(self, at: dt.datetime) -> None:
        tries, _ = cache.get(self.key, (0, at))
        cache.set(self.key, (tries + 1, at), timeout=FORGET_AFTER.total_seconds())

    def forget(self) -> None:
        cache.delete(self.key)


def wait_in_words(wait: dt.timedelta) -> str:
    seconds = max(1, round(wait.total_seconds()))
    if seconds < 60:
        return f"{seconds} second{'s' if seconds > 1 else ''}"
    minutes = -(-seconds // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
