"""Grading open answers: what waits by item, then one answer (and those like it) at a time, names hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import grading as flow
from quizzes.flows import grading_notes, leases
from quizzes.forms.grading import DoubleMarkingForm, DraftForm, GradeForm
from quizzes.items.types import ItemKind
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, FrozenItem, Response, RubricMark
from quizzes.reports import grading
from quizzes.reports.grading import AnswerGroup, Queue
from quizzes.reports.grading_progress import progress
from quizzes.reports.grading_sheet import group_sheet, queue_lists, saved_comments
from quizzes.reports.lit import lit_articles
from quizzes.reports.rubrics import rubric_now
from quizzes.views.results import page

HELD = "Somebody else has this answer before her now. Your choice is kept as a draft; nothing was graded."
CHANGED = (
    "Nothing was saved: since you opened it, another grader has graded one of these answers, or a student has changed "
    "hers. Here is what stands now."
)
GONE = (
    "Nothing was saved: this answer is not in the queue any more. Its student has it back, or has changed it."
)


@require_safe
def grading_list(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    ctx = {
        **page(request, assignment, "grading"),
        "progress": progress(assignment, request.user, timezone.now()),
        "share_form": DoubleMarkingForm(now=assignment.double_marked),
    }
    return render(request, "quizzes/grading_list.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def grading_item(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    item = open_item_of(assignment, item_pk)
    now = timezone.now()
    queue = grading.grading_queue(assignment, item, request.user, now)
    if request.method == "POST":
        return _grade(request, assignment, item, queue, now)
    group = _wanted(request, queue, item, now)
    leases.give_back(item=item, grader=request.user, but=group.pks if group and not group.held_by else ())
    return render(request, "quizzes/grading_item.html", _context(request, assignment, item, queue, group))


@require_POST
def grading_undo(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    """The grader's last marks of an item taken back; the answers come up again with what was written."""
    assignment = access.assignment_for_staff(request.user, pk)
    item = open_item_of(assignment, item_pk)
    newest = request.POST.get("newest", "")
    try:
        marks = flow.undo_last(
            assignment=assignment,
            item=item,
            grader=request.user,
            newest=int(newest) if newest.isdecimal() else 0,
            at=timezone.now(),
        )
    except flow.NothingToUndo:
        messages.info(request, "There is nothing to undo: it is undone already.")
        return redirect("grading-item", pk=pk, item_pk=item_pk)
    count = len(marks)
    messages.success(
        request,
        f"Undone: {'one answer is' if count == 1 else f'{count} answers are'} as before. What you had chosen is below.",
    )
    return to_answer(assignment, item, grading.token_of(item.pk, marks[-1].response_id))


def open_item_of(assignment: Assignment, item_pk: int) -> FrozenItem:
    return get_object_or_404(FrozenItem, pk=item_pk, version=assignment.version_id, kind=ItemKind.OPEN.value)


def to_answer(assignment: Assignment, item: FrozenItem, token: str) -> HttpResponseRedirect:
    url = reverse("grading-item", kwargs={"pk": assignment.pk, "item_pk": item.pk})
    return HttpResponseRedirect(f"{url}?answer={token}" if token else url)


def _wanted(request: TeacherRequest, queue: Queue, item: FrozenItem, now: dt.datetime) -> AnswerGroup | None:
    """The group asked for, or the next free one; from now on it is the grader's, unless `held_by` says whose it is."""
    token = request.GET.get("answer", "")
    if token:
        group = queue.find(token)
        if group is None:
            raise Http404("No such answer.")
        is_ours = not group.held_by and leases.take(responses=group.pks, grader=request.user, at=now)
        return group if is_ours else replace(group, held_by=group.held_by or "Another grader")
    part = queue.second if "second" in request.GET else queue.waiting
    free = (group for group in part if not group.held_by)
    ours = next((g for g in free if leases.take(responses=g.pks, grader=request.user, at=now)), None)
    return ours or next(iter(part), None)


def _grade(
    request: TeacherRequest, assignment: Assignment, item: FrozenItem, queue: Queue, now: dt.datetime
) -> HttpResponse:
    token = request.GET.get("answer", "")
    group = queue.find(token)
    if group is None:
        messages.error(request, GONE)
        return to_answer(assignment, item, "")
    form = GradeForm(request.POST, group=group)
    if not form.is_valid():
        ctx = _context(request, assignment, item, queue, group, form)
        return render(request, "quizzes/grading_item.html", ctx)
    shown = form.cleaned_data["shown"]
    known = Response.objects.select_related("attempt__membership", "attempt__assignment__version", "item")
    # Who has handed in the same words since has been seen by nobody: she comes up next.
    responses = list(known.filter(pk__in=form.responses, answered_at__lte=shown))
    level, comment = form.cleaned_data["level"], form.cleaned_data["comment"]
    try:
        if not responses:
            raise flow.ChangedSince
        flow.grade(
            assignment=assignment,
            responses=responses,
            level=level,
            comment=comment,
            grader=request.user,
            at=now,
            shown_at=shown,
            is_second=group in queue.second,
        )
    except flow.HeldByOther:
        grading_notes.save_draft(response=responses[0], grader=request.user, level=level, comment=comment)
        messages.error(request, HELD)
        return to_answer(assignment, item, token)
    except (flow.ChangedSince, flow.NotGradable):
        messages.error(request, CHANGED)
        return to_answer(assignment, item, "")
    grading_notes.use_saved(grader=request.user, comment=comment)
    messages.success(request, _graded(len(responses), RubricMark.Level(level).label))
    rest = [line for line in group.lines if line not in form.ticked]
    after = queue.beside(group, 1)
    return to_answer(assignment, item, rest[0].token if rest else after.token if after else "")


def _context(
    request: TeacherRequest,
    assignment: Assignment,
    item: FrozenItem,
    queue: Queue,
    group: AnswerGroup | None,
    form: GradeForm | None = None,
) -> dict[str, Any]:
    is_second = group in queue.second
    sheet = group_sheet(group, request.user, is_second=is_second) if group and not group.held_by else None
    last = flow.last_marks(assignment=assignment, item=item, grader=request.user)
    now = timezone.now()
    return {
        **page(request, assignment, "grading"),
        "item": item,
        "queue": queue,
        "lists": queue_lists(
            queue, group, {name: request.GET.get(name, "") for name in ("waiting", "second", "graded")}
        ),
        "group": group,
        "is_second": is_second,
        "sheet": sheet,
        "form": form,
        "chosen": _chosen(request) if form else {},
        "shown": form["shown"].value() if form else repr(now.timestamp()),
        "until": now + leases.LEASE,
        "before": queue.beside(group, -1) if group else None,
        "after": queue.beside(group, 1) if group else None,
        "others": queue.others,
        "evidence": lit_articles(item.evidence, assignment.version.articles.all()),
        "rubric": rubric_now(assignment, item),
        "saved": saved_comments(request.user),
        "last": last,
    }


def _chosen(request: TeacherRequest) -> dict[str, Any]:
    """What was sent with a form that is shown again."""
    draft = DraftForm(request.POST)
    draft.is_valid()
    return {**draft.cleaned_data, "lines": request.POST.getlist("lines")}


def _graded(count: int, level: str) -> str:
    return f"Graded {level}." if count == 1 else f"{count} answers graded {level}."
