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


@require_safe
def assignment_results(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    taking.settle_overdue(assignment=assignment, at=timezone.now())
    ctx = {**page(request, assignment, "results"), "results": results.class_results(assignment)}
    template = "quizzes/_results.html" if request.htmx else "quizzes/assignment_results.html"
    return render(request, template, ctx)


def page(request: TeacherRequest, assignment: Assignment, tab: str) -> dict[str, object]:
    """What every page of an assignment shows around its content."""
    now = timezone.now()
    head = head_of(assignment, request.user, now)
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
