"""Giving a class a quiz."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows import assigning
from quizzes.flows.terms import NotAssignable
from quizzes.forms.assignments import AssignmentForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, Quiz
from quizzes.reports.terms import settings_line
from quizzes.templatetags.times import class_time


@require_http_methods(["GET", "HEAD", "POST"])
def assignment_create(request: TeacherRequest, pk: int) -> HttpResponse:
    """One form for one or several classes; asked by htmx it answers with the line that sums up the rarer settings."""
    quiz = access.quiz_for_teacher(request.user, pk)
    classes = assigning.classes_to_assign(request.user)
    form = AssignmentForm(request.POST or None, classes=classes, has_it=_having(quiz))
    if request.htmx:
        return HttpResponse(settings_line(form.settings()))
    if request.method == "POST" and form.is_valid():
        try:
            given = assigning.assign_to_classes(quiz=quiz, given=form.given, assigned_by=request.user)
        except assigning.NotPublishable as error:
            form.add_error(None, str(error))
        except NotAssignable as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, _told(quiz, given))
            if len(given) > 1:
                return redirect("quiz-detail", pk=pk)
            return redirect("classroom-detail", pk=given[0].classroom_id)
    ctx = {
        "section": "quizzes",
        "quiz": quiz,
        "form": form,
        "settings_line": settings_line(form.settings()),
        "has_classes": classes.exists(),
    }
    return render(request, "quizzes/assignment_form.html", ctx)


def _having(quiz: Quiz) -> frozenset[int]:
    """The classes that have been given a version of the quiz and not been asked for it back."""
    given = Assignment.objects.filter(version__quiz=quiz, recalled_at__isnull=True)
    return frozenset(given.values_list("classroom", flat=True))


def _told(quiz: Quiz, given: list[Assignment]) -> str:
    if len(given) > 1:
        names = ", ".join(str(assignment.classroom) for assignment in given)
        return f"{quiz} is assigned to {len(given)} classes: {names}."
    assignment = given[0]
    opens, closes = (
        class_time(moment, assignment.classroom) for moment in (assignment.opens_at, assignment.closes_at)
    )
    return f"{quiz} is assigned to {assignment.classroom}: open from {opens} to {closes}."
