"""Newcomers who wait to be let in: on the teacher's page, and the page on which they wait."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import newcomers
from quizzes.middleware import (
    StudentRequest,
    TeacherRequest,
    newcomers_too,
    send_to,
    student_page,
)
from quizzes.models import Classroom, Membership
from quizzes.views.classes import class_head


@require_http_methods(["GET", "HEAD", "POST"])
def classroom_newcomers(request: TeacherRequest, pk: int) -> HttpResponse:
    """What a class's page polls, and the decisions: `all`, `let_in`, `turn_away`, `known` with `as`."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    if request.method == "POST":
        try:
            messages.success(request, _decide(request, classroom))
        except newcomers.NotWaiting:
            messages.warning(request, "That name waits no more: it has been let in or turned away already.")
        return redirect("classroom-detail", pk=pk)
    if not request.htmx:
        return redirect("classroom-detail", pk=pk)
    waiting = list(classroom.memberships.newcomers())
    if request.GET.get("seen", "") == ",".join(str(newcomer.pk) for newcomer in waiting):
        return HttpResponse(status=204)  # nothing new: what the teacher is choosing is left as it is
    ctx = {
        **class_head(request, classroom, "class"),
        "newcomers": waiting,
        "students": classroom.memberships.admitted(),
    }
    return render(request, "quizzes/_newcomers.html", ctx)


def _decide(request: TeacherRequest, classroom: Classroom) -> str:
    sent = request.POST
    if "all" in sent:
        count = newcomers.let_all_in(classroom=classroom, by=request.user)
        return f"{count} student{'s are' if count != 1 else ' is'} in."
    for action in ("let_in", "turn_away", "known"):
        if action in sent:
            return _decide_on(request, classroom, action, _newcomer(classroom, sent[action]))
    raise newcomers.NotWaiting


def _newcomer(classroom: Classroom, sent: str) -> Membership:
    found = classroom.memberships.newcomers().filter(pk=int(sent) if sent.isdecimal() else 0).first()
    if found is None:
        raise newcomers.NotWaiting
    return found


def _decide_on(request: TeacherRequest, classroom: Classroom, action: str, newcomer: Membership) -> str:
    if action == "let_in":
        newcomers.let_in(newcomer=newcomer, by=request.user)
        return f"{newcomer} is in."
    if action == "turn_away":
        newcomers.turn_away(newcomer=newcomer, by=request.user)
        return f"{newcomer} was turned away. To keep others out, close the code."
    chosen = request.POST.get(f"as_{newcomer.pk}", "")
    student = classroom.memberships.admitted().filter(pk=int(chosen) if chosen.isdecimal() else 0).first()
    if student is None:
        return f"Choose who on the list {newcomer} is; {newcomer} waits still."
    typed = newcomer.display_name
    merged = newcomers.let_in_as(newcomer=newcomer, student=student, by=request.user)
    return (
        f"{typed} is in as {merged}. The PIN just chosen counts from now on; one on a card does not any more."
    )


@student_page
@newcomers_too
@never_cache
@require_safe
def waiting(request: StudentRequest) -> HttpResponse:
    """A calm page that asks every few seconds whether the student has been let in, and goes on by itself."""
    if not request.membership.awaits_approval:
        return send_to(request, reverse("student-home"))
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return render(request, "quizzes/student_waiting.html", {"student": request.membership})
