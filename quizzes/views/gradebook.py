"""The gradebook of a class or of all of them, how much each quiz weighs, and points set by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import gradebook as flow
from quizzes.forms.gradebook import PointsForm, asked_from, weights_from
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, Membership
from quizzes.reports import gradebook as reports
from quizzes.reports.grade_cells import Cell, lines_of
from quizzes.reports.grade_columns import Column, columns_of
from quizzes.views.classes import class_head


@require_safe
def classroom_gradebook(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk)
    book = reports.class_gradebook(classroom, asked_from(request.GET), timezone.now())
    ctx = {
        **class_head(request, classroom, "gradebook"),
        "book": book,
        "shows": _shows(),
        "kept": _kept(book.asked),
        "here": request.get_full_path(),
    }
    return render(request, "quizzes/classroom_gradebook.html", ctx)


@require_safe
def whole_gradebook(request: TeacherRequest) -> HttpResponse:
    book = reports.whole_gradebook(request.user, asked_from(request.GET), timezone.now())
    ctx = {"section": "classes", "book": book, "shows": _shows(), "kept": _kept(book.asked)}
    return render(request, "quizzes/gradebook.html", ctx)


def _shows() -> list[tuple[str, str]]:
    return [(name, words) for name, (words, _) in reports.SHOWS.items()]


def _kept(asked: reports.Asked) -> str:
    """What stays in the address when another order or page is asked for."""
    kept = {"q": asked.q, "show": asked.show}
    return urlencode({name: value for name, value in kept.items() if value})


@require_POST
def classroom_weights(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    try:
        changed = flow.set_weights(classroom=classroom, weights=weights_from(request.POST), by=request.user)
    except ValueError as error:
        messages.error(request, f"“{error}” is no number: no weight is changed.")
    except flow.NotSet as refusal:
        messages.error(request, f"{refusal} No weight is changed.")
    else:
        said = f"{changed} weight{'' if changed == 1 else 's'} changed." if changed else "Nothing to change."
        messages.success(request, said)
    return redirect(_back(request, reverse("classroom-gradebook", args=[pk])))


@require_http_methods(["GET", "HEAD", "POST"])
def grade_override(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    student = access.student_of_assignment(assignment, membership_pk)
    column, cell = _cell(assignment, student)
    back = _back(request, reverse("classroom-gradebook", args=[assignment.classroom_id]))
    if "remove" in request.POST:
        if flow.remove_points(assignment=assignment, student=student, by=request.user):
            messages.success(request, f"What {student} answered counts again.")
        return redirect(back)
    known = {"points": cell.override.points, "reason": cell.override.reason} if cell.override else None
    form = PointsForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            flow.set_points(
                assignment=assignment,
                student=student,
                maximum=column.maximum,
                by=request.user,
                **form.cleaned_data,
            )
        except flow.NotSet as refusal:
            form.add_error("points", str(refusal))
        else:
            messages.success(
                request, f"{student}: {form.cleaned_data['points']:g} of {column.maximum} points."
            )
            return redirect(back)
    ctx = {
        "section": "classes",
        "assignment": assignment,
        "classroom": assignment.classroom,
        "student": student,
        "column": column,
        "cell": cell,
        "form": form,
        "back": back,
    }
    return render(request, "quizzes/grade_override.html", ctx, status=422 if form.errors else 200)


def _cell(assignment: Assignment, student: Membership) -> tuple[Column, Cell]:
    """Where the student stands in the quiz; she may be in another class now."""
    own = columns_of([assignment.classroom])[assignment.classroom_id]
    column = next(column for column in own if column.assignment == assignment)
    [line] = lines_of({student.classroom_id: [column]}, [student], timezone.now())
    return column, line.cells[0]


def _back(request: TeacherRequest, otherwise: str) -> str:
    """The page that the way back leads to: one of ours that the page before has named."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if asked.startswith("/") and is_ours else otherwise
