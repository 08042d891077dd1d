"""The page on which students vote in a debrief. It shows the question again, and no key."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes.flows import debriefs
from quizzes.forms.answers import answer_from
from quizzes.middleware import StudentRequest, student_page
from quizzes.models import Revote
from quizzes.reports.revotes import open_vote, paper_of
from quizzes.scoring.responses import ResponseMalformed


@student_page
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def student_vote(request: StudentRequest) -> HttpResponse:
    """What the class is asked now, or that nothing is; asked by htmx it says nothing while that is as the page has it."""
    student = request.membership
    revote = open_vote(student, timezone.now())
    if request.method == "POST":
        return _vote(request, revote)
    if request.htmx and request.GET.get("seen", "") == (str(revote.pk) if revote else ""):
        return HttpResponse(status=204)
    ctx: dict[str, Any] = {
        "classroom": student.classroom,
        "paper": paper_of(revote, student) if revote else None,
    }
    return render(request, "quizzes/_vote.html" if request.htmx else "quizzes/student_vote.html", ctx)


def _vote(request: StudentRequest, revote: Revote | None) -> HttpResponse:
    """The answer stored; one to a question that is no longer asked is told to have come too late."""
    if revote is None or request.POST.get("revote") != str(revote.pk):
        messages.warning(request, "That vote is closed: your answer came too late and was not counted.")
        return redirect("student-vote")
    try:
        answer = answer_from(revote.item, request.POST)
        debriefs.vote(revote=revote, student=request.membership, answer=answer, at=timezone.now())
    except debriefs.VoteClosed:
        messages.warning(request, "That vote is closed: your answer came too late and was not counted.")
    except ResponseMalformed:
        messages.error(request, "Choose an answer first.")
    return redirect("student-vote")
