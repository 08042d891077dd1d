"""A student's quizzes: home, start, the attempt itself, hand in, receipt, result."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import taking
from quizzes.flows.holding import FORM_DEVICE
from quizzes.middleware import StudentRequest, student_page
from quizzes.models import Attempt
from quizzes.reports.attempt_sheet import Sheet, attempt_sheet
from quizzes.reports.feedback import attempt_feedback, attempt_points
from quizzes.reports.late_answers import count_of_late
from quizzes.reports.revotes import open_vote
from quizzes.reports.student_home import quiz_card, student_home
from quizzes.templatetags.times import class_moment, class_zone
from quizzes.timing import own_terms, terms_for

SECOND = dt.timedelta(seconds=1)
"""By which a page that counts down may be early: it is told whole seconds."""


@student_page
@never_cache
@require_safe
def home(request: StudentRequest) -> HttpResponse:
    student, now = request.membership, timezone.now()
    taking.settle_overdue(at=now, student=student)
    ctx = {
        "home": student_home(student, now),
        "classroom": student.classroom,
        "is_voting": open_vote(student, now) is not None,
    }
    return render(request, "quizzes/student_home.html", ctx)


@student_page
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: StudentRequest, pk: int) -> HttpResponse:
    student, now = request.membership, timezone.now()
    assignment = access.assignment_for_student(student, pk)
    taking.settle_overdue(at=now, student=student, assignment=assignment)
    if request.method == "POST":
        try:
            attempt = taking.start_attempt(assignment=assignment, student=student, at=now)
        except taking.NotOpen:
            messages.error(request, "This quiz is not open.")
        except taking.NoAttemptLeft:
            messages.error(request, "You have no attempt left in this quiz.")
        else:
            return redirect("attempt", pk=attempt.pk)
        return redirect("student-assignment", pk=pk)
    attempts = list(student.attempts.filter(assignment=assignment).order_by("number"))
    ctx = {
        "card": quiz_card(assignment, student, own_terms(assignment, student), attempts, now),
        "assignment": assignment,
        "classroom": assignment.classroom,
        "items": assignment.version.items.count(),
        "has_extra_time": student.extra_time > 1,
    }
    return render(request, "quizzes/student_assignment.html", ctx)


@student_page
@gzip_page  # the articles are most of it; Django pads what it packs, so that its length tells no token
@never_cache
@require_safe
def attempt(request: StudentRequest, pk: int) -> HttpResponse:
    attempt = _settled(request, pk)
    if not attempt.is_running:
        return redirect("attempt-receipt", pk=pk)
    sheet = attempt_sheet(attempt)
    item = sheet.item(request.GET.get("item"))
    ctx = {
        **_page(attempt, sheet),
        "item": item,
        "columns": shown_columns(request.GET.get("show", ""), sheet),
        "shows_all": "all" in request.GET,
    }
    return render(request, "quizzes/attempt.html", ctx)


def _settled(request: StudentRequest, pk: int) -> Attempt:
    """The student's own attempt; handed in where its time has run out."""
    attempt = access.attempt_for_student(request.membership, pk)
    if taking.settle_overdue(at=timezone.now(), student=attempt.membership, assignment=attempt.assignment):
        attempt.refresh_from_db()
    return attempt


def _page(attempt: Attempt, sheet: Sheet) -> dict[str, Any]:
    now, again = timezone.now(), attempt.reopened_until
    terms = terms_for(
        attempt.assignment, attempt.membership, own_terms(attempt.assignment, attempt.membership)
    )
    seen, last_saved_at = attempt.events.order_by("-pk").values_list("pk", "received_at").first() or (0, None)
    return {
        "attempt": attempt,
        "assignment": attempt.assignment,
        "classroom": attempt.assignment.classroom,
        "sheet": sheet,
        "seen": seen,
        "last_saved_at": last_saved_at,
        "is_held": attempt.holder not in ("", FORM_DEVICE),
        "seconds_left": max(0, round((attempt.deadline_at - now).total_seconds())),
        "is_timed": terms.allowed is not None,
        "late_after": terms.closes_at if not again and attempt.deadline_at > terms.marked_after else None,
        "is_late": not again and terms.is_late(attempt.submitted_at or now),
    }


@student_page
@never_cache
@require_safe
def clock(request: StudentRequest, pk: int) -> JsonResponse:
    """How long the attempt runs, for a page that counts it down: {"seconds_left", "until", "is_over"}."""
    attempt = access.attempt_for_student(request.membership, pk)
    classroom, now = attempt.assignment.classroom, timezone.now()
    return JsonResponse(
        {
            "seconds_left": round((attempt.deadline_at - now).total_seconds()),
            "until": f"{class_moment(attempt.deadline_at, classroom)} {class_zone(classroom)}",
            "is_over": not attempt.is_running,
        }
    )


def shown_columns(asked: str, sheet: Sheet) -> str:
    """Letters of the two articles side by side on a wide screen; the first two unless others were asked for."""
    letters = [article.letter for article in sheet.articles]
    shown = [letter for letter in dict.fromkeys(asked.upper()) if letter in letters]
    return "".join([*shown, *(letter for letter in letters if letter not in shown)][:2])


@student_page
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: StudentRequest, pk: int) -> HttpResponse:
    attempt = _settled(request, pk)
    if request.method == "POST" and "over" in request.POST and attempt.deadline_at > timezone.now() + SECOND:
        messages.info(
            request, "You have more time: nothing was handed in."
        )  # by a page whose clock was wrong
        return redirect("attempt", pk=pk)
    if request.method == "POST":
        taking.submit_attempt(attempt=attempt, at=timezone.now())
        return redirect("attempt-receipt", pk=pk)
    if not attempt.is_running:
        return redirect("attempt-receipt", pk=pk)
    return render(request, "quizzes/attempt_submit.html", _page(attempt, attempt_sheet(attempt)))


@student_page
@never_cache
@require_safe
def receipt(request: StudentRequest, pk: int) -> HttpResponse:
    attempt = _settled(request, pk)
    if attempt.is_running:
        return redirect("attempt", pk=pk)
    now, assignment = timezone.now(), attempt.assignment
    ctx = {
        **_page(attempt, attempt_sheet(attempt)),
        "late": count_of_late(attempt),
        "shows_score": assignment.shows_score(now),
        "shows_feedback": _shows_keys(attempt),
    }
    return render(request, "quizzes/attempt_receipt.html", ctx)


@student_page
@never_cache
@require_safe
def receipt_text(request: StudentRequest, pk: int) -> HttpResponse:
    """The receipt as a small file to keep."""
    attempt = _settled(request, pk)
    if attempt.is_running:
        return redirect("attempt", pk=pk)
    page = _page(attempt, attempt_sheet(attempt))
    text = render_to_string("quizzes/attempt_receipt.txt", page, request)
    name = f'attachment; filename="receipt-{attempt.receipt}.txt"'
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Content-Disposition": name})


@student_page
@gzip_page  # the articles are most of it; Django pads what it packs, so that its length tells no token
@never_cache
@require_safe
def feedback(request: StudentRequest, pk: int) -> HttpResponse:
    attempt = _settled(request, pk)
    assignment, shows_keys = attempt.assignment, _shows_keys(attempt)
    if attempt.is_running or not assignment.shows_score(timezone.now()):
        messages.info(request, _why_not_yet(attempt))
        return redirect("student-assignment", pk=attempt.assignment_id)
    ctx = {
        "attempt": attempt,
        "assignment": assignment,
        "classroom": assignment.classroom,
        "feedback": attempt_feedback(attempt) if shows_keys else attempt_points(attempt),
        "shows_keys": shows_keys,
    }
    return render(request, "quizzes/attempt_feedback.html", ctx)


def _shows_keys(attempt: Attempt) -> bool:
    """Keys are for who has handed in, and wait while the student works on another attempt at the same quiz."""
    if attempt.is_running or not attempt.assignment.shows_feedback(timezone.now()):
        return False
    return not attempt.assignment.attempts.running().filter(membership=attempt.membership_id).exists()


def _why_not_yet(attempt: Attempt) -> str:
    assignment = attempt.assignment
    if attempt.is_running:
        return "Hand in first: then, when your teacher has chosen it, you see your result."
    if assignment.shown == assignment.Shown.NOTHING:
        return "Your teacher has chosen that results of this quiz are not shown here."
    if assignment.feedback == assignment.Feedback.AFTER_CLOSE:
        return "You see your result when the quiz has closed for everybody."
    return "Your teacher has not released the results yet."
