"""What a teacher can do about an attempt after it was handed in: give it back, let an answer count that came too late."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access
from quizzes.flows import late_answers, reopening, taking
from quizzes.forms.terms import ReopenForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, Attempt
from quizzes.templatetags.times import class_time
from quizzes.timing import clock_of, days_later, own_terms, terms_for
from quizzes.views.results import page


@require_http_methods(["GET", "HEAD", "POST"])
def attempt_reopen(request: TeacherRequest, pk: int, attempt_pk: int) -> HttpResponse:
    """Open it again, or change until when; posted with "end" one that is open again is handed in."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    now = timezone.now()
    attempt = access.attempt_of_assignment(assignment, attempt_pk)
    if taking.settle_overdue(assignment=assignment, student=attempt.membership, at=now):
        attempt.refresh_from_db()
    is_again = attempt.is_running and attempt.reopened_until is not None
    if request.method == "POST" and "end" in request.POST and is_again:
        reopening.end_reopened(attempt=attempt, actor=request.user, at=now)
        messages.success(request, "Handed in, with what was saved.")
        return redirect(_review(attempt))
    asks = not attempt.is_running and reopening.keys_were_shown(assignment, now)
    initial = {"until": _proposed(assignment, attempt)}
    form = ReopenForm(
        request.POST or None, classroom=assignment.classroom, asks_about_keys=asks, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            attempt = reopening.reopen_attempt(
                attempt=attempt,
                until=given["until"],
                reason=given["reason"],
                actor=request.user,
                at=now,
                knows_of_keys=given.get("knows", False),
            )
        except reopening.NotReopened as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            until = class_time(attempt.deadline_at, assignment.classroom)
            messages.success(request, f"{attempt.membership} can work on it again, until {until}.")
            return redirect(_review(attempt))
    ctx = {
        **page(request, assignment, "results"),
        "attempt": attempt,
        "student": attempt.membership,
        "form": form,
        "is_again": is_again,
        "asks_about_keys": asks,
        "keys_from": _keys_from(assignment) if not asks else None,
        "override": assignment.overrides.filter(membership=attempt.membership_id).first(),
        "back": _review(attempt),
    }
    return render(request, "quizzes/attempt_reopen.html", ctx)


def _keys_from(assignment: Assignment) -> dt.datetime | None:
    """When the class sees the keys by itself: a student who works longer could hear them."""
    is_by_itself = assignment.feedback == Assignment.Feedback.AFTER_CLOSE
    return assignment.ends_for_all_at if is_by_itself and assignment.shown == Assignment.Shown.FULL else None


def _proposed(assignment: Assignment, attempt: Attempt) -> object:
    """Until when on the class's clock: as it stands, else the end for this student, else a day from now."""
    zone, now = assignment.classroom.zone, timezone.now()
    if attempt.is_running:
        return clock_of(attempt.deadline_at, zone)
    terms = terms_for(assignment, attempt.membership, own_terms(assignment, attempt.membership))
    return clock_of(terms.taken_until, zone) if terms.taken_until > now else days_later(zone, now, 1)


@require_POST
def answer_count(request: TeacherRequest, pk: int, event_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    event = access.event_of_assignment(assignment, event_pk)
    reason = request.POST.get("reason", "")[:300]
    try:
        late_answers.let_count(event=event, reason=reason, actor=request.user, at=timezone.now())
    except late_answers.NotCounted as error:
        messages.error(request, f"Nothing was changed. {error}")
    else:
        messages.success(request, f"This answer to item {event.item.order} counts now, and is scored.")
    return redirect(f"{_review(event.attempt)}#answer-{event.item_id}")


def _review(attempt: Attempt) -> str:
    url = reverse(
        "attempt-review", kwargs={"pk": attempt.assignment_id, "membership_pk": attempt.membership_id}
    )
    return f"{url}?attempt={attempt.number}"
