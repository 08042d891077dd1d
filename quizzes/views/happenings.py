"""What a teacher says of rows and happenings: two are one, one is two, what one is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows import correcting
from quizzes.flows.correcting import CorrectionRefused, Outcome
from quizzes.forms import compare as forms
from quizzes.middleware import TeacherRequest
from quizzes.models import Occurrence
from quizzes.reports.resting import on_claims
from quizzes.views.matrix_parts import back_to_matrix, part_or_page, say, sheet_of

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def row_same(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """Two rows are one: choose the other."""
    sheet = sheet_of(request, story_pk, uid)
    form = forms.SameRowForm(_posted(request), sheet=sheet)
    if request.method == "POST" and form.is_valid():
        other = sheet_of(request, story_pk, form.cleaned_data["other"])
        outcome = correcting.join_rows(
            story=sheet.story,
            one=[t.read for t in sheet.told],
            other=[t.read for t in other.told],
            titles=(sheet.title, other.title),
            by=request.user,
        )
        say(request, outcome, "The two rows are one.")
        return back_to_matrix(request, sheet.story, sheet)
    ctx = {"sheet": sheet, "form": form, "resting": on_claims(sheet.story, [t.read.id for t in sheet.told])}
    return part_or_page(request, "quizzes/_row_same.html", sheet.story, ctx)


@require_http_methods(FORM)
def row_apart(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """One row is two: choose the claims that are about another happening."""
    sheet = sheet_of(request, story_pk, uid)
    form = forms.ApartRowForm(_posted(request), sheet=sheet)
    if request.method == "POST" and form.is_valid():
        these = set(form.cleaned_data["these"])
        parts = [[t.read for t in sheet.told if (t.read.id in these) is chosen] for chosen in (True, False)]
        told: dict[str, Any] = {"these": parts[0], "those": parts[1], "title": sheet.title}
        act = partial(correcting.part_row, story=sheet.story, by=request.user, **told)
        if outcome := _tried(form, act):
            say(request, outcome, "The row is two rows now.")
            return back_to_matrix(request, sheet.story, sheet)
    ctx = {
        "sheet": sheet,
        "form": form,
        "ticked": request.POST.getlist("these"),
        "resting": on_claims(sheet.story, [t.read.id for t in sheet.told]),
    }
    return part_or_page(request, "quizzes/_row_apart.html", sheet.story, ctx)


@require_http_methods(FORM)
def occurrence_edit(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    """Name a happening, say that it is another one too, or that some articles tell of another."""
    occurrence = access.occurrence_for_teacher(request.user, story_pk, pk)
    story, asked = occurrence.story, request.POST.get("action")
    claims = list(occurrence.claims.select_related("article"))
    letters = sorted({c.article.letter for c in claims})
    name = forms.OccurrenceNameForm(
        request.POST if asked == "name" else None, initial={"label": occurrence.name}
    )
    same = forms.SameOccurrenceForm(request.POST if asked == "same" else None, occurrence=occurrence)
    apart = forms.ApartOccurrenceForm(request.POST if asked == "apart" else None, letters=letters)
    if request.method == "POST" and (done := _settled(request, occurrence, name, same, apart)):
        say(request, *done)
        is_listed = request.POST.get("from") == "list"
        return redirect("correction-list", pk=story.pk) if is_listed else back_to_matrix(request, story)
    ctx = {
        "occurrence": occurrence,
        "articles": story.articles.filter(letter__in=letters).defer("text", "reading"),
        "name_form": name,
        "same_form": same,
        "apart_form": apart,
        "resting": on_claims(story, [c.uid for c in claims]),
    }
    return part_or_page(request, "quizzes/_occurrence.html", story, ctx)


def _settled(
    request: TeacherRequest,
    occurrence: Occurrence,
    name: forms.OccurrenceNameForm,
    same: forms.SameOccurrenceForm,
    apart: forms.ApartOccurrenceForm,
) -> tuple[Outcome, str] | None:
    """What the posted form has changed, and a sentence that says so; None where it has faults."""
    story, by = occurrence.story, request.user
    match request.POST.get("action"):
        case "name" if name.is_valid():
            label = name.cleaned_data["label"]
            label = "" if label == occurrence.label else label
            outcome = correcting.name_occurrence(story=story, occurrence=occurrence, label=label)
            return outcome, f"It is called “{label or occurrence.label}” now."
        case "same" if same.is_valid():
            other = same.cleaned_data["other"]
            outcome = correcting.join_occurrences(story=story, one=occurrence, other=other, by=by)
            return outcome, f"“{occurrence.name}” and “{other.name}” are one happening now."
        case "apart" if apart.is_valid():
            letters: Sequence[str] = apart.cleaned_data["letters"]
            act = partial(correcting.part_occurrence, story=story, occurrence=occurrence, by=by)
            tried = _tried(apart, partial(act, letters=letters))
            return (tried, f"What {', '.join(letters)} tell stands apart now.") if tried else None
    return None


def _tried(form: Any, act: Callable[[], Outcome]) -> Outcome | None:
    """What the act has changed; None where it was refused, which the form says."""
    try:
        return act()
    except CorrectionRefused as refusal:
        form.add_error(None, str(refusal))
        return None


def _posted(request: TeacherRequest) -> QueryDict | None:
    """What was posted, though nothing was ticked."""
    return request.POST if request.method == "POST" else None
