"""An open item's rubric, changed midway: form, whom it changes, then done; every version can come back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows import rubrics as flow
from quizzes.forms.rubrics import RubricForm
from quizzes.middleware import TeacherRequest
from quizzes.reports import rubrics
from quizzes.views.grading import open_item_of
from quizzes.views.results import page

MOVED = (
    "Nothing was changed: somebody has changed this rubric since you opened it. Here is how it stands now."
)
MOST_NAMES = 60
"""Students named in a preview; of more the rest is counted."""


@require_http_methods(["GET", "HEAD", "POST"])
def grading_rubric(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    """GET the form (`?back=2` with the words of an earlier version), POST its preview, and with `apply` the change."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    item = open_item_of(assignment, item_pk)
    versions = rubrics.rubric_versions(assignment, item)
    now = versions[0]
    back = next((v for v in versions[1:] if str(v.number) == request.GET.get("back")), None)
    initial = RubricForm.initial_of(back or now, now.number)
    if back:
        initial["reason"] = f"Back to version {back.number}"
    form = RubricForm(request.POST or None, item=item, initial=initial)
    preview = None
    if request.method == "POST" and form.is_valid():
        if "apply" in request.POST and "again" not in request.POST:
            try:
                flow.change_rubric(
                    assignment=assignment,
                    item=item,
                    levels=form.texts,
                    points=form.points,
                    reason=form.cleaned_data["reason"],
                    actor=request.user,
                    seen=form.cleaned_data["version"],
                )
            except flow.RubricMoved:
                messages.error(request, MOVED)
                return redirect("grading-rubric", pk=pk, item_pk=item_pk)
            messages.success(request, "The rubric is changed, and every score follows it.")
            return redirect("grading-item", pk=pk, item_pk=item_pk)
        preview = rubrics.preview(assignment, item, form.points)
    ctx = {
        **page(request, assignment, "grading"),
        "item": item,
        "form": form,
        "preview": preview,
        "named": preview.changes[:MOST_NAMES] if preview else (),
        "unnamed": max(0, len(preview.changes) - MOST_NAMES) if preview else 0,
        "versions": versions,
        "back": back,
    }
    return render(request, "quizzes/grading_rubric.html", ctx)
