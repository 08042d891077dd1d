"""The debrief: a slide at a time on the projector, its order, and votes; and the page on which students vote.

Everybody of a class's staff may show the slides: a grader sees the same answers when grading. A vote asks something of the
class, which a grader does not do elsewhere: owner and instructors open and close it.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import debriefs, taking
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment
from quizzes.reports.debrief import ClassAnswers, Plan, class_answers, plan
from quizzes.reports.live import still_taken
from quizzes.reports.revotes import ballot_of, is_votable, open_elsewhere, tally
from quizzes.reports.slides import slide
from quizzes.views.results import page

SESSION_DEBRIEF = "debrief"
"""assignment id → {"order": ids of items, "anyway": True}: what one teacher has chosen for one showing."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def assignment_debrief(request: TeacherRequest, pk: int) -> HttpResponse:
    """A slide (`?step=2`), with its key (`?show=key`). While students may still answer it warns first; posted with
    "anyway" the teacher goes on."""
    assignment = access.assignment_for_staff(request.user, pk)
    taking.settle_overdue(assignment=assignment, at=timezone.now())
    if request.method == "POST":
        _keep(request, assignment, anyway=True)
        return redirect("assignment-debrief", pk=pk)
    if not _kept(request, assignment).get("anyway"):
        still = still_taken(assignment, timezone.now())
        if still.is_any:
            ctx = {**page(request, assignment, "debrief"), "still": still}
            return render(request, "quizzes/debrief_warning.html", ctx)
    answers = class_answers(assignment)
    found = _plan(request, assignment, answers)
    if not found.topics:
        ctx = {**page(request, assignment, "debrief"), "plan": found}
        return render(request, "quizzes/debrief_empty.html", ctx)
    return render(request, "quizzes/debrief.html", _slide(request, assignment, answers, found))


def _slide(
    request: TeacherRequest, assignment: Assignment, answers: ClassAnswers, found: Plan
) -> dict[str, Any]:
    step = request.GET.get("step", "")
    place = min(max(1, int(step) if step.isdecimal() else 1), len(found.topics))
    shown = slide(found, answers, place, list(assignment.version.articles.all()))
    ballot = ballot_of(assignment, shown.item, answers)
    is_voting = bool(ballot and ballot.is_open)
    return {
        "assignment": assignment,
        "classroom": assignment.classroom,
        "slide": shown,
        "plan": found,
        "ballot": ballot,
        # The key stays covered while the class votes.
        "is_revealed": request.GET.get("show") == "key" and not is_voting,
        "is_voting": is_voting,
        "elsewhere": open_elsewhere(assignment, shown.item),
        "is_votable": is_votable(shown.item),
        "may_vote": access.role_in(request.user, assignment.classroom) in access.MANAGERS,
        "vote_url": request.build_absolute_uri(reverse("student-vote")),
        "vote_typed": f"{request.get_host()}{reverse('student-vote')}",
        "has_moved": bool(ballot and ballot.moved and ballot.moved.words),
    }


def _kept(request: HttpRequest, assignment: Assignment) -> dict[str, Any]:
    return dict(request.session.get(SESSION_DEBRIEF, {}).get(str(assignment.pk), {}))


def _keep(request: HttpRequest, assignment: Assignment, **what: Any) -> None:
    kept = dict(request.session.get(SESSION_DEBRIEF, {}))
    kept[str(assignment.pk)] = {**_kept(request, assignment), **what}
    request.session[SESSION_DEBRIEF] = kept


def _plan(request: HttpRequest, assignment: Assignment, answers: ClassAnswers) -> Plan:
    return plan(answers, _kept(request, assignment).get("order"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def debrief_plan(request: TeacherRequest, pk: int) -> HttpResponse:
    """What is talked about and in which order; each button of the form is one change of it."""
    assignment = access.assignment_for_staff(request.user, pk)
    answers = class_answers(assignment)
    found = _plan(request, assignment, answers)
    if request.method == "POST":
        _keep(request, assignment, order=_changed(found, request))
        if place := request.POST.get("back", ""):
            return redirect(f"{reverse('assignment-debrief', args=[pk])}?step={place}")
        return redirect("debrief-plan", pk=pk)
    ctx = {**page(request, assignment, "debrief"), "plan": found}
    return render(request, "quizzes/debrief_plan.html", ctx)


def _changed(found: Plan, request: HttpRequest) -> list[int] | None:
    """The order after a button was pressed: "up", "down", "skip" and "take" name an item, "again" gives the proposal back."""
    if "again" in request.POST:
        return None
    order = found.order
    action = next((name for name in ("up", "down", "skip", "take") if name in request.POST), "")
    named = request.POST.get(action, "")
    item = int(named) if named.isdecimal() and len(named) < 10 else 0
    if action == "take":
        return order if item in order else [*order, item]
    if item not in order:
        return order
    at = order.index(item)
    order.remove(item)
    if action == "skip":
        return order
    order.insert(max(0, at - 1) if action == "up" else at + 1, item)
    return order


@require_POST
def revote_open(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    item = get_object_or_404(assignment.version.items, pk=item_pk)
    try:
        debriefs.open_revote(assignment=assignment, item=item, by=request.user, at=timezone.now())
    except debriefs.NotAVote:
        messages.error(request, "This question cannot be voted on by phone: ask for hands.")
    return _back(request, assignment)


@require_POST
def revote_close(request: TeacherRequest, pk: int) -> HttpResponse:
    revote = access.revote_for_staff(request.user, pk, access.MANAGERS)
    debriefs.close_revote(revote=revote, at=timezone.now())
    return _back(request, revote.assignment)


@never_cache
@require_safe
def revote_count(request: TeacherRequest, pk: int) -> HttpResponse:
    """How many have voted, the part of the slide that is renewed while a vote is open."""
    revote = access.revote_for_staff(request.user, pk)
    ctx = {"ballot": tally(revote), "assignment": revote.assignment}
    return render(request, "quizzes/_debrief_count.html", ctx)


def _back(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    """The slide that the button was on."""
    step = request.POST.get("step", "")
    number = step if step.isdecimal() and len(step) < 4 else "1"
    return redirect(f"{reverse('assignment-debrief', args=[assignment.pk])}?step={number}")
