"""The terms of a quiz that a class has: seen, changed, taken back; and one student's own.

A change that students notice is said first, in sentences, and done when these are confirmed as they stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import taking, terms
from quizzes.forms.assignments import OPEN_FOR, ChangeForm
from quizzes.forms.terms import RecallForm, StudentTermsForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment
from quizzes.reports import consequences
from quizzes.reports.terms import (
    history,
    late_words,
    order_words,
    own_line,
    settings_line,
    shown_words,
)
from quizzes.timing import clock_of, days_later, own_terms, terms_for
from quizzes.views.results import page

CONFIRMED = "confirmed"


@require_safe
def assignment_terms(request: TeacherRequest, pk: int) -> HttpResponse:
    """What is set, who has terms of their own, what was changed; `?student=` leads to that student's own."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    asked = request.GET.get("student", "")
    if asked.isdecimal():
        student = access.student_of_assignment(assignment, int(asked))
        return redirect("student-terms", pk=pk, membership_pk=student.pk)
    settings = vars(assignment)
    own = assignment.student_terms.select_related("membership").order_by("membership__name_key")
    ctx = {
        **page(request, assignment, "terms"),
        "order": order_words(settings),
        "shown": shown_words(settings),
        "late": late_words(settings),
        "own": [(one, own_line(one, assignment.classroom)) for one in own],
        "students": assignment.classroom.memberships.admitted(),
        "history": history(assignment),
    }
    return render(request, "quizzes/assignment_terms.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_change(request: TeacherRequest, pk: int) -> HttpResponse:
    """Other terms for the class; posted with "close_now" the closing is now, with "withdraw" what nobody began is removed."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    now = timezone.now()
    taking.settle_overdue(assignment=assignment, at=now)
    if request.method == "POST" and "withdraw" in request.POST:
        return _withdraw(request, assignment)
    is_begun = assignment.attempts.exists()
    form = ChangeForm(request.POST or None, assignment=assignment, is_begun=is_begun)
    if request.htmx:
        return HttpResponse(settings_line(form.settings()))
    closes_now = "close_now" in request.POST
    told: Sequence[str] = ()
    if request.method == "POST" and (form.is_valid() or closes_now):
        changed: terms.TermsGiven = {"closes_at": now} if closes_now else form.changed
        told = consequences.of_change(assignment, changed, now)
        if not told or _is_confirmed(request, told, "close_now"):
            try:
                done = terms.change_terms(
                    assignment=assignment,
                    changed=changed,
                    at=now,
                    actor=request.user,
                    reason=form.cleaned_data.get("reason", ""),
                )
            except terms.NotAssignable as error:
                form.add_error(error.field or None, str(error))
            else:
                messages.success(request, "The terms are changed." if done else "Nothing was changed.")
                return redirect("assignment-terms", pk=pk)
    ctx = {
        **page(request, assignment, "terms"),
        "form": form,
        "settings_line": settings_line(form.settings()),
        "is_begun": is_begun,
        "may_close": assignment.is_open(now),
        "closes_now": closes_now,
        "told": told,
        "confirmed": digest(told),
    }
    return render(request, "quizzes/assignment_change.html", ctx)


def digest(told: Sequence[str]) -> str:
    """A mark of sentences, to know whether the ones confirmed are the ones that hold."""
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _is_confirmed(request: TeacherRequest, told: Sequence[str], act: str) -> bool:
    """True where these very sentences were confirmed; a button of its own (`act`) need not match them to the minute."""
    return request.POST.get("confirmed") == digest(told) or request.POST.get(act) == CONFIRMED


def _withdraw(request: TeacherRequest, assignment: Assignment) -> HttpResponse:
    try:
        terms.withdraw(assignment=assignment, actor=request.user)
    except terms.AssignmentInUse:
        messages.error(request, "A student has begun this quiz, so it stays. You can take it back.")
        return redirect("assignment-terms", pk=assignment.pk)
    messages.success(request, f"{assignment.version.title} is taken back from {assignment.classroom}.")
    return redirect("classroom-detail", pk=assignment.classroom_id)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_recall(request: TeacherRequest, pk: int) -> HttpResponse:
    """Take a quiz back, with a choice for who is working on it; posted with "give_again" that is undone."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    now = timezone.now()
    taking.settle_overdue(assignment=assignment, at=now)
    if request.method == "POST" and "give_again" in request.POST:
        terms.give_again(assignment=assignment, actor=request.user)
        messages.success(request, "The class has the quiz again, on the terms below.")
        return redirect("assignment-terms", pk=pk)
    form = RecallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        handed_in = terms.recall(
            assignment=assignment,
            hands_in=form.cleaned_data["running"] == "hand_in",
            at=now,
            actor=request.user,
            reason=form.cleaned_data["reason"],
        )
        told = (
            f" {handed_in} running attempt{'s were' if handed_in > 1 else ' was'} handed in."
            if handed_in
            else ""
        )
        messages.success(request, f"The quiz is taken back: nobody begins it any more.{told}")
        return redirect("assignment-terms", pk=pk)
    attempts = assignment.attempts
    ctx = {
        **page(request, assignment, "terms"),
        "form": form,
        "working": attempts.running().count(),
        "handed_in": attempts.submitted().values("membership").distinct().count(),
    }
    return render(request, "quizzes/assignment_recall.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def student_terms(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    """One student's own terms; `?makeup=1` proposes another attempt; posted with "drop" the class's hold again."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    student = access.student_of_assignment(assignment, membership_pk)
    now = timezone.now()
    taking.settle_overdue(assignment=assignment, student=student, at=now)
    own = own_terms(assignment, student)
    attempts = list(assignment.attempts.filter(membership=student).order_by("number"))
    proposal = _makeup(assignment, len(attempts)) if "makeup" in request.GET else {}
    form = StudentTermsForm(
        request.POST or None, assignment=assignment, student=student, own=own, initial=proposal
    )
    drops = "drop" in request.POST
    told: Sequence[str] = ()
    if request.method == "POST" and (drops or form.is_valid()):
        given = dict.fromkeys(terms.OWN_TERMS) | {"is_excused": False} if drops else form.terms
        told = consequences.of_own_terms(assignment, student, given, now)
        if not told or _is_confirmed(request, told, "drop"):
            try:
                terms.set_student_terms(
                    assignment=assignment,
                    student=student,
                    at=now,
                    actor=request.user,
                    reason="" if drops else form.cleaned_data["reason"],
                    **given,
                )
            except terms.NotAssignable as error:
                form.add_error(error.field or None, str(error))
            else:
                messages.success(request, f"{student}: the terms are set.")
                return redirect("assignment-terms", pk=pk)
    ctx = {
        **page(request, assignment, "terms"),
        "student": student,
        "own": own,
        "form": form,
        "terms": terms_for(assignment, student, own),
        "attempts": attempts,
        "drops": drops,
        "told": told,
        "confirmed": digest(told),
    }
    return render(request, "quizzes/student_terms.html", ctx)


def _makeup(assignment: Assignment, begun: int) -> dict[str, object]:
    """One attempt more than she has begun; where the class has no more time, open from now for a week."""
    zone, now = assignment.classroom.zone, timezone.now()
    proposal: dict[str, object] = {"attempts_allowed": begun + 1}
    if assignment.taken_until > now:
        return proposal
    return proposal | {"opens_at": clock_of(now, zone), "closes_at": days_later(zone, now, OPEN_FOR)}
