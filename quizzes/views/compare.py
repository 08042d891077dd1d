"""The matrix of a story, and a finding with its evidence."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import deciding
from quizzes.middleware import TeacherRequest
from quizzes.models import Finding
from quizzes.reports.findings import shown_finding
from quizzes.reports.matrix import FILTERS, story_matrix
from quizzes.reports.stories import story_tabs


@require_safe
def story_compare(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    show = request.GET.get("show", "")
    show = show if show in FILTERS else ""
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "compare",
        "tabs": story_tabs(story),
        "matrix": story_matrix(story, show),
        "show": show,
        "dismissed": story.findings.filter(is_dismissed=True).select_related("occurrence"),
    }
    return render(request, "quizzes/story_compare.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def finding_detail(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    finding = access.finding_for_teacher(request.user, story_pk, pk)
    if request.method == "POST":
        return _decide(request, finding)
    ctx = {"section": "stories", "finding": finding, "story": finding.story, "shown": shown_finding(finding)}
    if request.htmx:
        return render(request, "quizzes/_finding.html", ctx | {"is_part": True})
    ctx |= {"tab": "compare", "tabs": story_tabs(finding.story)}
    return render(request, "quizzes/finding_detail.html", ctx)


def _decide(request: TeacherRequest, finding: Finding) -> HttpResponse:
    if request.POST.get("action") == "restore":
        deciding.restore_finding(finding=finding)
    else:
        deciding.dismiss_finding(finding=finding)
    return redirect("story-compare", pk=finding.story_id)
