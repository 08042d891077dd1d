"""What a class's answers tell of the items of an assignment: all of them, and one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.flows import taking
from quizzes.middleware import TeacherRequest
from quizzes.models import FrozenItem
from quizzes.reports import item_page
from quizzes.reports.answer_events import answer_events
from quizzes.reports.item_analysis import item_figures
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.overview import counts_words
from quizzes.views.results import page


@require_safe
def assignment_items(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    taking.settle_overdue(assignment=assignment, at=timezone.now())
    sheet = mark_sheet(assignment)
    events = answer_events(sheet)
    ctx = {
        **page(request, assignment, "items", waiting=sheet.waiting),
        "counts": counts_words(sheet),
        "n": len(sheet.counted),
        "lines": [(figures, events[figures.item.pk]) for figures in item_figures(sheet)],
    }
    return render(request, "quizzes/assignment_items.html", ctx)


@require_safe
def assignment_item(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    item = get_object_or_404(FrozenItem, pk=item_pk, version=assignment.version_id)
    shown = item_page.item_page(assignment, item, request.user)
    ctx = {**page(request, assignment, "items", waiting=shown.waiting), "item": item, "shown": shown}
    return render(request, "quizzes/assignment_item.html", ctx)
