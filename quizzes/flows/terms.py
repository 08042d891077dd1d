"""The terms on which a class has a quiz: checked, changed, taken back; and one student's own.

Every change waits for the assignment's row, as `taking.start_attempt` does: an attempt that begins meanwhile gets the old
end and is moved with the others, or the new one. Each leaves an Audit row with old, new and the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict

from django.db import transaction

from quizzes.flows import audits
from quizzes.flows.taking import move_deadlines, submit_attempt
from quizzes.models import Assignment, Membership, StudentTerms, User

MAX_ATTEMPTS = 10
MAX_LIMIT_MINUTES = 24 * 60
MAX_GRACE_MINUTES = 24 * 60
MAX_FORMS = 8
"""Orders dealt out in turn; past a row of desks more tell nobody apart."""


class NotAssignable(Exception):
    """The terms of the assignment do not hold together; the text says why, to a teacher, and `field` where."""

    def __init__(self, told: str, field: str = "") -> None:
        super().__init__(told)
        self.field = field


class AssignmentInUse(Exception):
    """A student has begun, so the assignment stays."""


class TermsGiven(TypedDict, total=False):
    """The fields of an Assignment that a teacher sets."""

    opens_at: dt.datetime
    closes_at: dt.datetime
    limit_minutes: int | None
    attempts_allowed: int
    counting: str
    shuffles_items: bool
    shuffles_options: bool
    forms: int
    feedback: str
    shown: str
    late_until: dt.datetime | None
    grace_minutes: int


TERMS = tuple(TermsGiven.__annotations__)
ORDER_TERMS = ("shuffles_items", "shuffles_options")
OWN_TERMS = ("opens_at", "closes_at", "limit_minutes", "attempts_allowed", "is_excused")
ASSIGNED, CHANGED, OWN_CHANGED = "assign", "change terms", "change a student's terms"
RECALLED, GIVEN_AGAIN, WITHDRAWN = "recall", "give again", "withdraw"
REOPENED, LATE_COUNTED = "reopen", "count a late answer"
ACTIONS = (ASSIGNED, CHANGED, OWN_CHANGED, RECALLED, GIVEN_AGAIN, REOPENED, LATE_COUNTED)


def check_terms(assignment: Assignment) -> None:
    """Raises NotAssignable where the terms of an assignment (saved or not) do not hold together."""
    if assignment.opens_at >= assignment.closes_at:
        raise NotAssignable("It must close after it opens.", "closes_at")
    _check_limit(assignment.limit_minutes)
    _check_attempts(assignment.attempts_allowed)
    if not 0 <= assignment.forms <= MAX_FORMS:
        raise NotAssignable(f"There are {MAX_FORMS} orders at the most, or one for each student.", "forms")
    if not 0 <= assignment.grace_minutes <= MAX_GRACE_MINUTES:
        raise NotAssignable(f"The grace is {MAX_GRACE_MINUTES} minutes at the most.", "grace_minutes")
    if assignment.late_until is not None and assignment.late_until <= assignment.closes_at:
        raise NotAssignable("Late answers are taken until a time after the closing.", "late_until")
    shows_keys_at_once = (
        assignment.shown == Assignment.Shown.FULL and assignment.feedback == Assignment.Feedback.ON_SUBMIT
    )
    if assignment.attempts_allowed > 1 and shows_keys_at_once:
        raise NotAssignable(
            "With more than one attempt the result cannot be shown as soon as a student has handed in: "
            "it holds the keys. Show the points only, or show it after closing, or allow one attempt.",
            "feedback",
        )


def _check_limit(minutes: int | None) -> None:
    if minutes is not None and not 1 <= minutes <= MAX_LIMIT_MINUTES:
        raise NotAssignable(f"A time limit is from 1 to {MAX_LIMIT_MINUTES} minutes.", "limit_minutes")


def _check_attempts(attempts: int) -> None:
    if not 1 <= attempts <= MAX_ATTEMPTS:
        raise NotAssignable(f"A student may have from 1 to {MAX_ATTEMPTS} attempts.", "attempts_allowed")


def _check_to_come(closes_at: dt.datetime, at: dt.datetime) -> None:
    # An attempt cannot end before what it has saved: a closing that is over would make everybody late.
    if closes_at < at:
        raise NotAssignable("This time is over. Give a time to come, or close it now.", "closes_at")


@transaction.atomic
def change_terms(
    *,
    assignment: Assignment,
    changed: TermsGiven,
    at: dt.datetime,
    actor: User | None = None,
    reason: str = "",
) -> tuple[str, ...]:
    """Other terms for the whole class, and the names of those that changed; running attempts end by the new ones.

    What is handed in stays handed in. Raises NotAssignable, and then nothing has changed.
    """
    assignment = _locked(assignment)
    new = {name: value for name, value in changed.items() if value != getattr(assignment, name)}
    if not new:
        return ()
    old = {name: getattr(assignment, name) for name in new}
    if new.keys() & set(ORDER_TERMS) and assignment.attempts.exists():
        raise NotAssignable("A student has begun: the order of items and options stays as it was dealt.")
    for name, value in new.items():
        setattr(assignment, name, value)
    check_terms(assignment)
    if "closes_at" in new:
        _check_to_come(assignment.closes_at, at)
    assignment.save(update_fields=list(new))
    move_deadlines(of=assignment, at=at)
    record(assignment, actor, CHANGED, old, new, reason)
    return tuple(new)


@transaction.atomic
def set_student_terms(
    *,
    assignment: Assignment,
    student: Membership,
    at: dt.datetime,
    actor: User | None = None,
    reason: str = "",
    opens_at: dt.datetime | None = None,
    closes_at: dt.datetime | None = None,
    limit_minutes: int | None = None,
    attempts_allowed: int | None = None,
    is_excused: bool = False,
) -> StudentTerms | None:
    """What holds for one student in place of the class's terms; None stands for the class's own, and all of them for no terms.

    A running attempt ends by the new terms; that of a student who is excused is handed in. Raises NotAssignable.
    """
    Membership.objects.select_for_update().get(pk=student.pk)
    assignment = _locked(assignment)
    known = StudentTerms.objects.filter(assignment=assignment, membership=student).first()
    new = {
        "opens_at": opens_at,
        "closes_at": closes_at,
        "limit_minutes": limit_minutes,
        "attempts_allowed": attempts_allowed,
        "is_excused": is_excused,
    }
    old = {name: getattr(known, name, False if name == "is_excused" else None) for name in OWN_TERMS}
    _check_own(assignment, new, old, at)
    if any(new.values()):
        kept = known or StudentTerms(assignment=assignment, membership=student)
        for name, value in new.items():
            setattr(kept, name, value)
        kept.reason, kept.set_by = reason, actor
        kept.save()
    elif known:
        known.delete()
    if new != old or (known and known.reason != reason):
        differ = [name for name in OWN_TERMS if new[name] != old[name]]
        record(
            assignment,
            actor,
            OWN_CHANGED,
            {name: old[name] for name in differ},
            {name: new[name] for name in differ},
            reason,
            student=student,
        )
    running = assignment.attempts.running().filter(membership=student).first()
    if running and is_excused:
        submit_attempt(attempt=running, at=at)
    elif running:
        move_deadlines(of=student, at=at)
    return kept if any(new.values()) else None


def _check_own(
    assignment: Assignment, new: Mapping[str, Any], old: Mapping[str, Any], at: dt.datetime
) -> None:
    opens_at = new["opens_at"] or assignment.opens_at
    closes_at = new["closes_at"] or assignment.closes_at
    if opens_at >= closes_at:
        field = "closes_at" if new["closes_at"] else "opens_at"
        raise NotAssignable("It must close after it opens, for this student too.", field)
    if new["closes_at"] and new["closes_at"] != old["closes_at"]:
        _check_to_come(closes_at, at)
    _check_limit(new["limit_minutes"])
    if new["attempts_allowed"] is not None:
        _check_attempts(new["attempts_allowed"])


@transaction.atomic
def recall(
    *,
    assignment: Assignment,
    hands_in: bool,
    at: dt.datetime,
    actor: User | None = None,
    reason: str = "",
) -> int:
    """Take the quiz back: nobody begins any more. Who is working is handed in (how many comes back), or may finish."""
    assignment = _locked(assignment)
    if assignment.recalled_at is not None:
        return 0
    assignment.recalled_at = at
    assignment.save(update_fields=["recalled_at"])
    running = list(assignment.attempts.running()) if hands_in else []
    for attempt in running:
        submit_attempt(attempt=attempt, at=at)
    new = {"recalled_at": at, "handed_in": len(running)}
    record(assignment, actor, RECALLED, {"recalled_at": None}, new, reason)
    return len(running)


@transaction.atomic
def give_again(*, assignment: Assignment, actor: User | None = None, reason: str = "") -> None:
    """Undo a recall: the terms hold as they stand."""
    assignment = _locked(assignment)
    if assignment.recalled_at is None:
        return
    old, assignment.recalled_at = assignment.recalled_at, None
    assignment.save(update_fields=["recalled_at"])
    record(assignment, actor, GIVEN_AGAIN, {"recalled_at": old}, {"recalled_at": None}, reason)


@transaction.atomic
def withdraw(*, assignment: Assignment, actor: User | None = None) -> None:
    """Remove an assignment that no student has begun. Raises AssignmentInUse."""
    assignment = _locked(assignment)
    if assignment.attempts.exists():
        raise AssignmentInUse
    record(assignment, actor, WITHDRAWN, {name: getattr(assignment, name) for name in TERMS}, {}, "")
    assignment.delete()


def _locked(assignment: Assignment) -> Assignment:
    locked = Assignment.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("classroom", "version").get(pk=assignment.pk)


def record(
    assignment: Assignment,
    actor: User | None,
    action: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    reason: str,
    student: Membership | None = None,
) -> None:
    """One Audit row; `new` names the assignment, so that its history can be read again."""
    audits.record(
        classroom=assignment.classroom,
        assignment=assignment,
        by=actor,
        action=action,
        subject=f"{assignment}: {student}" if student else assignment,
        old=_plain(old),
        new={"assignment": assignment.pk, **_plain(new)},
        reason=reason,
    )


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, dt.datetime) else v for k, v in values.items()}
