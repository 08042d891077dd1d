"""Grading open answers: what waits by item, then one answer (and those like it) at a time, names hidden."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import grading as flow
from quizzes.forms.grading import GradeForm
from quizzes.items.types import ItemKind
from quizzes.middleware import TeacherRequest
from quizzes.models import FrozenItem
from quizzes.reports import grading
from quizzes.views.results import page


@require_safe
def grading_list(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    items = grading.open_items(assignment)
    if len(items) == 1:
        return redirect("grading-item", pk=pk, item_pk=items[0].item.pk)
    ctx = {**page(request, assignment, "grading"), "items": items}
    return render(request, "quizzes/grading_list.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def grading_item(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    item = get_object_or_404(FrozenItem, pk=item_pk, version=assignment.version_id, kind=ItemKind.OPEN.value)
    queue = grading.grading_queue(assignment, item)
    group = queue.group_of(_asked(request))
    if group is None and _asked(request) is not None:
        raise Http404("No such answer.")
    form = GradeForm(request.POST or None, responses=group.responses if group else ())
    if request.method == "POST" and group and form.is_valid():
        chosen = list(form.cleaned_data["responses"])
        level, comment = form.cleaned_data["level"], form.cleaned_data["comment"]
        marks = flow.grade(
            assignment=assignment, responses=chosen, level=level, comment=comment, grader=request.user
        )
        undo = f"{reverse('grading-item', kwargs={'pk': pk, 'item_pk': item_pk})}?answer={chosen[0].pk}"
        messages.success(request, _graded(len(marks), marks[0].get_level_display()), extra_tags=undo)
        return redirect("grading-item", pk=pk, item_pk=item_pk)
    others = [o for o in grading.open_items(assignment) if o.item.pk != item.pk]
    articles = {a.letter: a for a in assignment.version.articles.all()}
    evidence = [{**e, "source": articles.get(e["article"])} for e in item.evidence]
    ctx = {
        **page(request, assignment, "grading"),
        "item": item,
        "queue": queue,
        "group": group,
        "form": form,
        "others": others,
        "evidence": evidence,
        "levels": list(
            zip(("Basic", "Emergent", "Proficient"), item.key["levels"], _points(item), strict=True)
        ),
    }
    return render(request, "quizzes/grading_item.html", ctx)


def _asked(request: TeacherRequest) -> int | None:
    asked = request.GET.get("answer", "")
    return int(asked) if asked.isdecimal() else None


def _graded(count: int, level: str) -> str:
    return f"Graded {level}." if count == 1 else f"{count} answers graded {level}."


def _points(item: FrozenItem) -> tuple[float, float, float]:
    return 0, item.points / 2, item.points
