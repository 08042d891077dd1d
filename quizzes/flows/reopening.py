"""An attempt that was handed in is given back to its student for a while, with everything she has answered.

Its scores are withdrawn while it runs and made anew when it is handed in again. The old receipt, the moment and the points
stay in the record.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.flows.taking import submit_attempt
from quizzes.flows.terms import REOPENED, record
from quizzes.models import Assignment, Attempt, Audit, Membership, User
from quizzes.timing import own_terms, terms_for

LONGEST = dt.timedelta(days=60)
"""Further off a typing error is likelier than a wish."""


class NotReopened(Exception):
    """The attempt stays as it is; the text says why, to a teacher, and `field` where."""

    def __init__(self, told: str, field: str = "") -> None:
        super().__init__(told)
        self.field = field


class KeysSeen(NotReopened):
    """The student can see the keys, or could: the teacher has to say that she knows."""


@transaction.atomic
def reopen_attempt(
    *,
    attempt: Attempt,
    until: dt.datetime,
    reason: str,
    actor: User,
    at: dt.datetime,
    knows_of_keys: bool = False,
) -> Attempt:
    """The attempt running again until then; one that is open again already ends at the new time.

    Raises NotReopened, KeysSeen.
    """
    student = Membership.objects.select_for_update().get(pk=attempt.membership_id)  # as starting does
    assignment = Assignment.objects.select_for_update(no_key=True).get(pk=attempt.assignment_id)
    attempt = Attempt.objects.select_for_update(of=("self",)).get(pk=attempt.pk)
    _check(assignment, student, attempt, until, reason, at)
    if not attempt.is_running and keys_were_shown(assignment, at) and not knows_of_keys:
        raise KeysSeen("The keys of this quiz have been shown. Say that you know it, or leave it.", "knows")
    old = _before(attempt)
    attempt.deadline_at = attempt.reopened_until = until
    attempt.submitted_at, attempt.receipt = None, ""
    attempt.holder, attempt.held_at = "", None  # the tab that wrote it is long closed
    attempt.save(
        update_fields=["deadline_at", "reopened_until", "submitted_at", "receipt", "holder", "held_at"]
    )
    attempt.scores.all().delete()
    record(
        assignment,
        actor,
        REOPENED,
        old,
        {"attempt": attempt.number, "reopened_until": until},
        reason,
        student=student,
    )
    return attempt


def _check(
    assignment: Assignment,
    student: Membership,
    attempt: Attempt,
    until: dt.datetime,
    reason: str,
    at: dt.datetime,
) -> None:
    if attempt.is_running and attempt.reopened_until is None:
        raise NotReopened(f"{student} is still working on it.")
    if not reason.strip():
        raise NotReopened("Say in a word why: a colleague may ask.", "reason")
    if until <= at:
        raise NotReopened("This time is over. Give a time to come.", "until")
    if until > at + LONGEST:
        raise NotReopened(f"Give a time within {LONGEST.days} days.", "until")
    if terms_for(assignment, student, own_terms(assignment, student)).is_excused:
        raise NotReopened(f"{student} is excused from this quiz. Take that back first.")
    other = assignment.attempts.running().filter(membership=student).exclude(pk=attempt.pk).first()
    if other is not None:
        raise NotReopened(f"{student} is working on attempt {other.number}: one at a time.")


def keys_were_shown(assignment: Assignment, at: dt.datetime) -> bool:
    """True where a student who has handed in sees the keys now, or did before a release was taken back."""
    if assignment.shows_feedback(at):
        return True
    is_of_it = {"action": "release", "classroom": assignment.classroom_id, "subject": str(assignment)[:300]}
    return assignment.shown == Assignment.Shown.FULL and Audit.objects.filter(**is_of_it).exists()


def _before(attempt: Attempt) -> dict[str, object]:
    """What the record keeps: of an attempt that was handed in its receipt, moment and points."""
    if attempt.is_running:
        return {"reopened_until": attempt.reopened_until}
    points = sum(score.points or 0 for score in attempt.scores.all())
    return {
        "receipt": attempt.receipt,
        "submitted_at": attempt.submitted_at,
        "deadline_at": attempt.deadline_at,
        "points": float(points),
    }


@transaction.atomic
def end_reopened(*, attempt: Attempt, actor: User, at: dt.datetime) -> Attempt:
    """Hand in, with what is saved, an attempt that was given back; one handed in already comes back as it is."""
    was_running = Attempt.objects.running().filter(pk=attempt.pk).exists()
    until = attempt.reopened_until
    attempt = submit_attempt(attempt=attempt, at=at)
    if was_running:
        record(
            attempt.assignment,
            actor,
            REOPENED,
            {"reopened_until": until},
            {"attempt": attempt.number, "submitted_at": attempt.submitted_at},
            "",
            student=attempt.membership,
        )
    return attempt
