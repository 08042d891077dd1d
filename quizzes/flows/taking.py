"""A student's run at a quiz: start, end, hand in, score. The answers between are `flows.saving`.

The server's clock alone decides; the moment is passed in as `at`.
"""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction
from django.db.models import Max, Q

from quizzes.dealing import deal_form
from quizzes.flows.scoring import score_attempt
from quizzes.models import Assignment, Attempt, Membership, StudentTerms
from quizzes.models.attempts import NETWORK_GRACE
from quizzes.models.people import CODE_ALPHABET
from quizzes.timing import new_deadline, own_terms, terms_for


class NotOpen(Exception):
    """The quiz has not opened yet, or has closed."""


class NoAttemptLeft(Exception):
    """All attempts are used, or the result has been shown."""


@transaction.atomic
def start_attempt(*, assignment: Assignment, student: Membership, at: dt.datetime) -> Attempt:
    """The student's running attempt, or a new one. Raises NotOpen, NoAttemptLeft."""
    Membership.objects.select_for_update().get(pk=student.pk)  # two clicks at once give one attempt
    # The class's terms as they are now: who changes or recalls them waits for this attempt, or this one for the change.
    assignment = Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)
    settle_overdue(at=at, student=student)
    attempts = Attempt.objects.filter(assignment=assignment, membership=student)
    if running := attempts.running().first():
        return running
    terms = terms_for(assignment, student, own_terms(assignment, student))
    if not terms.is_open(at) or student.classroom_id != assignment.classroom_id:
        raise NotOpen
    used = attempts.aggregate(last=Max("number"))["last"] or 0
    knows_keys = used and assignment.shows_feedback(at) and not terms.has_own_attempts
    if used >= terms.attempts_allowed or knows_keys:
        raise NoAttemptLeft
    return Attempt.objects.create(
        assignment=assignment,
        membership=student,
        number=used + 1,
        form=deal_form(assignment, student),
        started_at=at,
        deadline_at=terms.deadline(at),
    )


def move_deadlines(*, of: Membership | Assignment, at: dt.datetime) -> None:
    """Set the end of running attempts anew: a student's after her extra time, an assignment's after its terms changed.

    None ends before `at`: what a page has called saved is handed in with the rest.
    """
    running = of.attempts.running().select_for_update(of=("self",)).select_related("assignment", "membership")
    attempts = list(running.filter(deadline_at__gte=at - NETWORK_GRACE))
    own = {
        (terms.assignment_id, terms.membership_id): terms
        for terms in StudentTerms.objects.filter(
            assignment__in={a.assignment_id for a in attempts},
            membership__in={a.membership_id for a in attempts},
        )
    }
    for attempt in attempts:
        attempt.deadline_at = new_deadline(
            attempt, own.get((attempt.assignment_id, attempt.membership_id)), at
        )
        attempt.save(update_fields=["deadline_at"])


@transaction.atomic
def submit_attempt(*, attempt: Attempt, at: dt.datetime) -> Attempt:
    """The attempt handed in and scored; one that has been handed in already comes back as it is."""
    attempt = (
        Attempt.objects.select_for_update(of=("self",))
        .select_related("assignment", "membership")
        .get(pk=attempt.pk)
    )
    if not attempt.is_running:
        return attempt
    attempt.submitted_at = _ended_at(attempt) if _is_overdue(attempt, at) else at
    attempt.receipt = new_receipt()
    attempt.save(update_fields=["submitted_at", "receipt"])
    score_attempt(attempt)
    return attempt


def settle_overdue(
    *, at: dt.datetime, student: Membership | None = None, assignment: Assignment | None = None
) -> int:
    """Hand in what has run out of time (network grace included), as of its deadline; how many there were."""
    overdue = Attempt.objects.running().filter(deadline_at__lt=at - NETWORK_GRACE)
    where = Q()
    if student is not None:
        where &= Q(membership=student)
    if assignment is not None:
        where &= Q(assignment=assignment)
    attempts = list(overdue.filter(where))
    for attempt in attempts:
        submit_attempt(attempt=attempt, at=at)
    return len(attempts)


def _is_overdue(attempt: Attempt, at: dt.datetime) -> bool:
    return at > attempt.deadline_at + NETWORK_GRACE


def _ended_at(attempt: Attempt) -> dt.datetime:
    """When an attempt that ran out of time ended. Who gave no answer after the closing is not late for not pressing a button."""
    terms = terms_for(
        attempt.assignment, attempt.membership, own_terms(attempt.assignment, attempt.membership)
    )
    end = attempt.deadline_at
    if attempt.reopened_until or not terms.is_late(end) or attempt.started_at >= terms.marked_after:
        return end
    last = attempt.responses.aggregate(last=Max("answered_at"))["last"]
    return end if last and terms.is_late(last) else terms.marked_after


def new_receipt() -> str:
    """A code that a student can note down: "K7QD-2MXP"."""
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
