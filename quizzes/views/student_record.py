"""One student as her teachers see her work: over all quizzes of the class, and the course of one attempt."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.middleware import TeacherRequest
from quizzes.reports.attempt_events import attempt_course
from quizzes.reports.student_record import student_record as record_of
from quizzes.views.classes import class_head
from quizzes.views.results import page


@require_safe
def student_record(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk)
    student = access.student_in_class(request.user, classroom, membership_pk)
    ctx = {
        **class_head(request, classroom, "students"),
        "student": student,
        "record": record_of(student, timezone.now()),
    }
    return render(request, "quizzes/student_record.html", ctx)


@require_safe
def attempt_events(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    student = access.student_of_assignment(assignment, membership_pk)
    number = request.GET.get("attempt", "")
    attempts = assignment.attempts.filter(membership=student).select_related("membership")
    attempt = attempts.filter(number=number if number.isdecimal() else 1).first()
    if attempt is None:
        raise Http404("No such attempt.")
    attempt.assignment = assignment
    ctx = {
        **page(request, assignment, "results"),
        "student": student,
        "attempt": attempt,
        "course": attempt_course(attempt),
    }
    return render(request, "quizzes/attempt_events.html", ctx)
