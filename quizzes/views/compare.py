"""The matrix of a story, a finding with its evidence, and findings of the teacher's own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import findings
from quizzes.flows.findings import FindingRefused
from quizzes.forms.compare import DismissForm, FindingForm, chosen_filter
from quizzes.middleware import TeacherRequest
from quizzes.models import Finding, Story
from quizzes.reports.claims import row_sheet
from quizzes.reports.findings import shown_finding
from quizzes.reports.matrix import story_matrix
from quizzes.reports.own_findings import columns
from quizzes.reports.resting import on_finding
from quizzes.reports.stories import story_tabs
from quizzes.views.matrix_parts import part_or_page

FORM = ["GET", "HEAD", "POST"]


@require_safe
def story_compare(request: TeacherRequest, pk: int) -> HttpResponse:
    """The matrix; `open` names a claim whose row stands open beside it, after a correction."""
    story = access.story_for_teacher(request.user, pk)
    matrix = story_matrix(story, chosen_filter(request.GET))
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "compare",
        "tabs": story_tabs(story),
        "matrix": matrix,
        "filter": matrix.filter,
    }
    if request.GET.get("open"):
        ctx |= _opened(request, story, request.GET["open"])
    return render(request, "quizzes/story_compare.html", ctx)


def _opened(request: TeacherRequest, story: Story, uid: str) -> dict[str, Any]:
    """The row of a claim for the drawer, with the page's messages, which would stand out of sight above."""
    try:
        sheet = row_sheet(story, uid)
    except LookupError:
        return {}
    return {"sheet": sheet, "said": list(messages.get_messages(request)), "messages": []}


@require_http_methods(FORM)
def finding_detail(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    finding = access.finding_for_teacher(request.user, story_pk, pk)
    form = DismissForm(request.POST if request.POST.get("action") == "dismiss" else None)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        return _decide(request, finding, form)
    ctx = {
        "finding": finding,
        "shown": shown_finding(finding),
        "resting": on_finding(finding),
        "form": form,
    }
    return part_or_page(request, "quizzes/_finding.html", finding.story, ctx)


def _decide(request: TeacherRequest, finding: Finding, form: DismissForm) -> HttpResponse:
    filtered = chosen_filter(request.GET)
    if request.POST.get("action") == "restore":
        findings.restore_finding(finding=finding)
        messages.success(request, "The finding is back in the matrix.")
    elif request.POST.get("action") == "dismiss":
        kept = [i for i in on_finding(finding).items if i.state == i.State.KEPT]
        findings.dismiss_finding(finding=finding, reason=form.said())
        messages.success(request, "Struck: it stands below the matrix, and you can bring it back there.")
        if kept:
            stems = "; ".join(f"“{item.stem}”" for item in kept)
            messages.warning(request, f"Items that you have kept rest on it and stay: {stems}")
    return redirect(reverse("story-compare", kwargs={"pk": finding.story_id}) + filtered.query)


@require_http_methods(FORM)
def finding_create(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    initial = {name: request.GET[name] for name in ("measure", "occurrence") if name in request.GET}
    form = FindingForm(request.POST or None, story=story, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            finding = findings.add_finding(story=story, **form.finding())
        except FindingRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your finding is in the matrix. No new reading takes it away.")
            return _to_row(finding)
    return _finding_form(request, story, form, None)


@require_http_methods(FORM)
def finding_edit(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    finding = access.finding_for_teacher(request.user, story_pk, pk)
    form = FindingForm(request.POST or None, story=finding.story, finding=finding)
    if request.method == "POST" and form.is_valid():
        try:
            findings.change_finding(finding=finding, **form.finding())
        except FindingRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your finding is changed.")
            return _to_row(finding)
    return _finding_form(request, finding.story, form, finding)


def _finding_form(
    request: TeacherRequest, story: Story, form: FindingForm, finding: Finding | None
) -> HttpResponse:
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "compare",
        "tabs": story_tabs(story),
        "form": form,
        "finding": finding,
        "columns": columns(story, form.picked),
    }
    return render(request, "quizzes/finding_form.html", ctx)


def _to_row(finding: Finding) -> HttpResponse:
    return redirect(reverse("story-compare", kwargs={"pk": finding.story_id}))


@require_POST
def finding_remove(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    finding = access.finding_for_teacher(request.user, story_pk, pk)
    try:
        findings.remove_finding(finding=finding)
    except FindingRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Your finding “{finding.summary}” is deleted.")
    return redirect("story-compare", pk=story_pk)
