"""Giving a class a quiz: on which terms, from when to when, and taking it back."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows import assigning
from quizzes.forms.assignments import AssignmentForm, TimesForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, Classroom
from quizzes.templatetags.times import class_time

OPEN_FOR = dt.timedelta(days=7)
"""What the form proposes; a week is the commonest span of a homework."""


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_create(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = access.quiz_for_teacher(request.user, pk)
    choices = assigning.classes_to_assign(request.user)
    form = AssignmentForm(request.POST or None, classes=choices, initial=_proposal(choices.first()))
    if request.method == "POST" and form.is_valid():
        try:
            assignment = assigning.assign_quiz(quiz=quiz, assigned_by=request.user, **form.cleaned_data)
        except (assigning.NotPublishable, assigning.NotAssignable) as error:
            form.add_error(None, str(error))
        else:
            opens, closes = (
                class_time(t, assignment.classroom) for t in (assignment.opens_at, assignment.closes_at)
            )
            messages.success(
                request, f"{quiz} is assigned to {assignment.classroom}: open from {opens} to {closes}."
            )
            return redirect("classroom-detail", pk=assignment.classroom_id)
    ctx = {"section": "quizzes", "quiz": quiz, "form": form, "has_classes": choices.exists()}
    return render(request, "quizzes/assignment_form.html", ctx)


def _proposal(classroom: Classroom | None) -> dict[str, object]:
    """Open now, for a week, on the class's clock."""
    zone = classroom.zone if classroom else dt.UTC
    now = timezone.now().astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
    return {"opens_at": now, "closes_at": now + OPEN_FOR}


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_times(request: TeacherRequest, pk: int) -> HttpResponse:
    """Move opening and closing; or (posted with "withdraw") take back what nobody has begun."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    if request.method == "POST" and "withdraw" in request.POST:
        return _withdraw(request, assignment)
    form = TimesForm(request.POST or None, assignment=assignment)
    if request.method == "POST" and form.is_valid():
        try:
            assigning.change_times(assignment=assignment, at=timezone.now(), **form.cleaned_data)
        except assigning.NotAssignable as error:
            form.add_error("closes_at", str(error))
        else:
            messages.success(request, "The times are changed.")
            return redirect("assignment-results", pk=pk)
    ctx = {
        "section": "classes",
        "assignment": assignment,
        "classroom": assignment.classroom,
        "form": form,
        "is_begun": assignment.attempts.exists(),
    }
    return render(request, "quizzes/assignment_times.html", ctx)


def _withdraw(request: TeacherRequest, assignment: Assignment) -> HttpResponse:
    try:
        assigning.withdraw(assignment=assignment)
    except assigning.AssignmentInUse:
        messages.error(request, "A student has begun this quiz, so it stays. You can close it.")
        return redirect("assignment-times", pk=assignment.pk)
    messages.success(request, f"{assignment.version.title} is taken back from {assignment.classroom}.")
    return redirect("classroom-detail", pk=assignment.classroom_id)
