"""The class's results on an assignment: overview, one student, release."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import grading, taking
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment
from quizzes.reports import results
from quizzes.reports.assignment_head import head_of
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.overview import overview
from quizzes.reports.result_list import Asked, student_list


@require_safe
def assignment_results(request: TeacherRequest, pk: int) -> HttpResponse:
    """The overview; asked by htmx (the list is sorted, narrowed or paged) it answers with the list alone."""
    assignment = access.assignment_for_staff(request.user, pk)
    taking.settle_overdue(assignment=assignment, at=timezone.now())
    sheet = mark_sheet(assignment)
    listing = student_list(sheet, _asked(request))
    ctx = {**page(request, assignment, "results", waiting=sheet.waiting), "list": listing}
    if request.htmx:
        return render(request, "quizzes/_result_list.html", ctx)
    return render(request, "quizzes/assignment_results.html", {**ctx, "results": overview(sheet)})


def page(
    request: TeacherRequest, assignment: Assignment, tab: str, waiting: int | None = None
) -> dict[str, object]:
    """What every page of an assignment shows around its content; `waiting`: answers to grade, where that is known."""
    now = timezone.now()
    head = head_of(assignment, request.user, now, waiting)
    return {
        "section": "classes",
        "assignment": assignment,
        "classroom": assignment.classroom,
        "tab": tab,
        "now": now,
        "head": head,
        "may_release": head.may_release,
        "is_shown": head.is_shown,
    }


def _asked(request: TeacherRequest) -> Asked:
    return Asked(
        name=request.GET.get("q", "").strip(),
        state=request.GET.get("state", ""),
        sort=request.GET.get("sort", ""),
        page=request.GET.get("page", ""),
    )


@require_safe
def attempt_review(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    student = access.student_of_assignment(assignment, membership_pk)
    number = request.GET.get("attempt", "")
    review = results.attempt_review(assignment, student, int(number) if number.isdecimal() else None)
    ctx = {**page(request, assignment, "results"), "student": student, "review": review}
    return render(request, "quizzes/attempt_review.html", ctx)


@require_POST
def assignment_release(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    if "take_back" in request.POST:
        grading.take_back_release(assignment=assignment, actor=request.user)
        messages.success(request, "The results are hidden from the students again.")
    else:
        grading.release(assignment=assignment, actor=request.user, at=timezone.now())
        messages.success(request, "Students who have handed in can now see their results, the keys and why.")
    return redirect("assignment-results", pk=assignment.pk)
