"""An assignment while it runs, for the teacher's screen and for the projector."""

from __future__ import annotations

import datetime as dt

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.flows import taking
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom
from quizzes.reports.live import ROWS, STATES, STUCK_AFTER, live, rows_in
from quizzes.views.results import page


@never_cache
@require_safe
def assignment_live(request: TeacherRequest, pk: int) -> HttpResponse:
    """Who does what just now; asked by htmx the part that is renewed, with `?names=hidden` nothing of one student."""
    assignment = access.assignment_for_staff(request.user, pk)
    now = timezone.now()
    taking.settle_overdue(assignment=assignment, at=now)
    stuck = _minutes(request.GET.get("stuck", ""))
    found = live(assignment, now, dt.timedelta(minutes=stuck))
    is_projected = request.GET.get("names") == "hidden"
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    ctx = {
        "assignment": assignment,
        "classroom": assignment.classroom,
        "live": found,
        "stuck": stuck,
        "stuck_after": STUCK_AFTER,
        "state": state,
        "rows": Paginator(rows_in(found, state), ROWS).get_page(request.GET.get("page")),
        "is_projected": is_projected,
        "query": request.GET.urlencode(),
    }
    if request.htmx:
        part = "_live_projected" if is_projected else "_live"
        return render(request, f"quizzes/{part}.html", ctx | _may_change(request, assignment.classroom))
    if is_projected:
        return render(request, "quizzes/assignment_live_projected.html", ctx)
    return render(request, "quizzes/assignment_live.html", page(request, assignment, "live") | ctx)


def _may_change(request: TeacherRequest, classroom: Classroom) -> dict[str, bool]:
    return {"may_release": access.role_in(request.user, classroom) in access.MANAGERS}


def _minutes(asked: str) -> int:
    return int(asked) if asked in map(str, STUCK_AFTER) else 5
