"""What the pages of the matrix share: a part for the drawer or a page of its own, the way back, what has changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from quizzes import access
from quizzes.flows.correcting import Outcome
from quizzes.forms.compare import chosen_filter
from quizzes.middleware import TeacherRequest
from quizzes.models import Story
from quizzes.reports.claims import RowSheet, row_sheet
from quizzes.reports.matrix_rows import row_id
from quizzes.reports.stories import story_tabs


def sheet_of(request: TeacherRequest, story_pk: int, uid: str) -> RowSheet:
    story = access.claim_for_teacher(request.user, story_pk, uid).article.story
    try:
        return row_sheet(story, uid)
    except LookupError as gone:
        raise Http404("The article with this claim is being read.") from gone


def part_or_page(request: TeacherRequest, part: str, story: Story, ctx: dict[str, Any]) -> HttpResponse:
    """The part for the drawer beside the matrix; without htmx the same on a page of its own."""
    ctx = ctx | {"section": "stories", "story": story, "filter": chosen_filter(request.GET)}
    if request.htmx:
        return render(request, part, ctx | {"is_part": True})
    ctx |= {"tab": "compare", "tabs": story_tabs(story), "part": part}
    return render(request, "quizzes/compare_part.html", ctx)


def back_to_matrix(request: TeacherRequest, story: Story, sheet: RowSheet | None = None) -> HttpResponse:
    """To the matrix as it was filtered, with the row open from which the correction came."""
    url = reverse("story-compare", kwargs={"pk": story.pk})
    query = chosen_filter(request.GET).query
    if sheet is None:
        return redirect(url + query)
    now = row_sheet(story, sheet.chosen.read.id)
    opened = f"{query}{'&' if query else '?'}open={now.chosen.read.id}"
    return redirect(f"{url}{opened}#{row_id(*now.chosen.key)}")


def say(request: TeacherRequest, outcome: Outcome, what: str) -> None:
    """What has changed, and which items no longer follow from the articles."""
    if not outcome.is_compared:
        messages.success(request, f"{what} The articles are being read: it counts as soon as that is done.")
        return
    messages.success(request, f"{what} The articles have been compared again.{_drafts(outcome)}")
    if outcome.stale:
        stems = "; ".join(f"“{item.stem}”" for item in outcome.stale)
        several = len(outcome.stale) > 1
        messages.warning(
            request,
            f"{len(outcome.stale)} item{'s' if several else ''} that you have kept no longer "
            f"follow{'' if several else 's'} from the articles: {stems}",
        )


def _drafts(outcome: Outcome) -> str:
    parts = []
    if outcome.drafts_gone:
        parts.append(f"{outcome.drafts_gone} went")
    if outcome.drafts_new:
        parts.append(f"{outcome.drafts_new} came")
    return f" Of the item drafts {' and '.join(parts)}." if parts else ""
