"""What a teacher corrects of single claims and words of the matrix, and what she takes back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import correcting
from quizzes.flows.correcting import CorrectionRefused, Outcome
from quizzes.flows.typed_values import ValueRefused, typed_source, typed_value
from quizzes.forms import compare as forms
from quizzes.middleware import TeacherRequest
from quizzes.reports.cells import stands_for
from quizzes.reports.claims import RowSheet, reading_around
from quizzes.reports.corrections import changes
from quizzes.reports.resting import on_claims, on_label
from quizzes.views.matrix_parts import back_to_matrix, part_or_page, say, sheet_of

FORM = ["GET", "HEAD", "POST"]


@require_safe
def claim_detail(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """The row of a claim: its articles side by side at the evidence."""
    sheet = sheet_of(request, story_pk, uid)
    return part_or_page(request, "quizzes/_row.html", sheet.story, {"sheet": sheet})


@require_http_methods(FORM)
def claim_correct(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    sheet = sheet_of(request, story_pk, uid)
    claim, asked = sheet.chosen.current, request.POST.get("action")
    value_form = forms.ValueForm(
        request.POST if asked == "value" else None, claim=claim, stands_for=stands_for(claim)
    )
    source_form = forms.SourceForm(request.POST if asked == "source" else None, claim=claim)
    if request.method == "POST":
        try:
            outcome = _correct(request, sheet, value_form, source_form)
        except ValueRefused as refusal:
            form, field = (value_form, "words") if asked == "value" else (source_form, "name")
            form.add_error(field, str(refusal))
        else:
            if outcome:
                say(request, outcome, f"Article {claim.article} is corrected.")
                return back_to_matrix(request, sheet.story, sheet)
    ctx = {
        "sheet": sheet,
        "value_form": value_form,
        "source_form": source_form,
        "resting": on_claims(sheet.story, [uid]),
    }
    return part_or_page(request, "quizzes/_correct.html", sheet.story, ctx)


def _correct(
    request: TeacherRequest, sheet: RowSheet, value_form: forms.ValueForm, source_form: forms.SourceForm
) -> Outcome | None:
    """What the correction has changed; None where the form has faults. Raises ValueRefused."""
    told = sheet.chosen
    about: dict[str, Any] = {"story": sheet.story, "claim": told.read, "by": request.user}
    match request.POST.get("action"):
        case "value" if value_form.is_valid():
            reading = reading_around(told)
            value = typed_value(told.current, **value_form.typed(), published=reading.published)
            return correcting.correct_value(value=value, **about)
        case "source" if source_form.is_valid():
            kind = source_form.source_kind()
            words = source_form.cleaned_data["name"]
            source = kind and typed_source(reading_around(told), told.current, kind=kind, words=words)
            return correcting.correct_source(source=source or None, **about)
        case "deny":
            return correcting.deny_claim(**about)
    return None


@require_http_methods(FORM)
def label_strike(request: TeacherRequest, pk: int) -> HttpResponse:
    """The words at `start` to `end` do not call what they were read to call."""
    article = access.article_for_teacher(request.user, pk)
    asked = request.POST if request.method == "POST" else request.GET
    start, end = (
        int(said) if said.isdecimal() else 0 for said in (asked.get("start", ""), asked.get("end", ""))
    )
    if request.method == "POST":
        try:
            outcome = correcting.strike_label(
                story=article.story, letter=article.letter, start=start, end=end, by=request.user
            )
        except CorrectionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            say(request, outcome, f"“{article.text[start:end]}” is struck.")
        return back_to_matrix(request, article.story)
    ctx = {
        "article": article,
        "start": start,
        "end": end,
        "words": article.text[start:end],
        "resting": on_label(article.story, article.letter, start),
    }
    return part_or_page(request, "quizzes/_label_strike.html", article.story, ctx)


@require_safe
def correction_list(request: TeacherRequest, pk: int) -> HttpResponse:
    """What she has changed, each with its undo."""
    story = access.story_for_teacher(request.user, pk)
    return part_or_page(request, "quizzes/_corrections.html", story, {"changes": changes(story)})


@require_POST
def correction_undo(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    correction = access.correction_for_teacher(request.user, story_pk, pk)
    say(request, correcting.take_back(correction=correction), "Taken back.")
    return redirect("correction-list", pk=story_pk)
