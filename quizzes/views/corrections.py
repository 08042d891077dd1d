"""What a teacher corrects of the matrix: a claim, a row, a happening, a word; and what she takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import correcting
from quizzes.flows.correcting import CorrectionRefused, Outcome
from quizzes.flows.typed_values import ValueRefused, typed_source, typed_value
from quizzes.forms import compare as forms
from quizzes.middleware import TeacherRequest
from quizzes.models import Occurrence, Story
from quizzes.reports.cells import stands_for
from quizzes.reports.claims import RowSheet, reading_around, row_sheet
from quizzes.reports.corrections import changes
from quizzes.reports.matrix import row_id
from quizzes.reports.resting import on_claims, on_label
from quizzes.reports.stories import story_tabs

FORM = ["GET", "HEAD", "POST"]


def _sheet(request: TeacherRequest, story_pk: int, uid: str) -> RowSheet:
    story = access.claim_for_teacher(request.user, story_pk, uid).article.story
    try:
        return row_sheet(story, uid)
    except LookupError as gone:
        raise Http404("The article with this claim is being read.") from gone


@require_safe
def claim_detail(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """The row of a claim: its articles side by side at the evidence."""
    sheet = _sheet(request, story_pk, uid)
    return _part_or_page(request, "quizzes/_row.html", sheet.story, {"sheet": sheet})


@require_http_methods(FORM)
def claim_correct(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    sheet = _sheet(request, story_pk, uid)
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
                _say(request, outcome, f"Article {claim.article} is corrected.")
                return _back(request, sheet.story, sheet)
    ctx = {
        "sheet": sheet,
        "value_form": value_form,
        "source_form": source_form,
        "resting": on_claims(sheet.story, [uid]),
    }
    return _part_or_page(request, "quizzes/_correct.html", sheet.story, ctx)


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
def row_same(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """Two rows are one: choose the other."""
    sheet = _sheet(request, story_pk, uid)
    form = forms.SameRowForm(_posted(request), sheet=sheet)
    if request.method == "POST" and form.is_valid():
        other = _sheet(request, story_pk, form.cleaned_data["other"])
        outcome = correcting.join_rows(
            story=sheet.story,
            one=[t.read for t in sheet.told],
            other=[t.read for t in other.told],
            titles=(sheet.title, other.title),
            by=request.user,
        )
        _say(request, outcome, "The two rows are one.")
        return _back(request, sheet.story, sheet)
    ctx = {"sheet": sheet, "form": form, "resting": on_claims(sheet.story, [t.read.id for t in sheet.told])}
    return _part_or_page(request, "quizzes/_row_same.html", sheet.story, ctx)


@require_http_methods(FORM)
def row_apart(request: TeacherRequest, story_pk: int, uid: str) -> HttpResponse:
    """One row is two: choose the claims that are about another happening."""
    sheet = _sheet(request, story_pk, uid)
    form = forms.ApartRowForm(_posted(request), sheet=sheet)
    if request.method == "POST" and form.is_valid():
        these = set(form.cleaned_data["these"])
        parts = [[t.read for t in sheet.told if (t.read.id in these) is chosen] for chosen in (True, False)]
        told: dict[str, Any] = {"these": parts[0], "those": parts[1], "title": sheet.title}
        act = partial(correcting.part_row, story=sheet.story, by=request.user, **told)
        if outcome := _tried(form, act):
            _say(request, outcome, "The row is two rows now.")
            return _back(request, sheet.story, sheet)
    ctx = {
        "sheet": sheet,
        "form": form,
        "ticked": request.POST.getlist("these"),
        "resting": on_claims(sheet.story, [t.read.id for t in sheet.told]),
    }
    return _part_or_page(request, "quizzes/_row_apart.html", sheet.story, ctx)


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
        _say(request, *done)
        return _back(request, story)
    ctx = {
        "occurrence": occurrence,
        "articles": story.articles.filter(letter__in=letters).defer("text", "reading"),
        "name_form": name,
        "same_form": same,
        "apart_form": apart,
        "resting": on_claims(story, [c.uid for c in claims]),
    }
    return _part_or_page(request, "quizzes/_occurrence.html", story, ctx)


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


def _posted(request: TeacherRequest) -> QueryDict | None:
    """What was posted, though nothing was ticked."""
    return request.POST if request.method == "POST" else None


def _tried(form: Any, act: Callable[[], Outcome]) -> Outcome | None:
    """What the act has changed; None where it was refused, which the form says."""
    try:
        return act()
    except CorrectionRefused as refusal:
        form.add_error(None, str(refusal))
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
            _say(request, outcome, f"“{article.text[start:end]}” is struck.")
        return _back(request, article.story)
    ctx = {
        "article": article,
        "start": start,
        "end": end,
        "words": article.text[start:end],
        "resting": on_label(article.story, article.letter, start),
    }
    return _part_or_page(request, "quizzes/_label_strike.html", article.story, ctx)


@require_safe
def correction_list(request: TeacherRequest, pk: int) -> HttpResponse:
    """What she has changed, each with its undo."""
    story = access.story_for_teacher(request.user, pk)
    return _part_or_page(request, "quizzes/_corrections.html", story, {"changes": changes(story)})


@require_POST
def correction_undo(request: TeacherRequest, story_pk: int, pk: int) -> HttpResponse:
    correction = access.correction_for_teacher(request.user, story_pk, pk)
    _say(request, correcting.take_back(correction=correction), "Taken back.")
    return redirect("correction-list", pk=story_pk)


def _part_or_page(request: TeacherRequest, part: str, story: Story, ctx: dict[str, Any]) -> HttpResponse:
    """The part for the drawer beside the matrix; without htmx the same on a page of its own."""
    ctx = ctx | {"section": "stories", "story": story, "filter": forms.chosen_filter(request.GET)}
    if request.htmx:
        return render(request, part, ctx | {"is_part": True})
    ctx |= {"tab": "compare", "tabs": story_tabs(story), "part": part}
    return render(request, "quizzes/compare_part.html", ctx)


def _back(request: TeacherRequest, story: Story, sheet: RowSheet | None = None) -> HttpResponse:
    """To the matrix as it was filtered, with the row open from which the correction came."""
    url = reverse("story-compare", kwargs={"pk": story.pk})
    query = forms.chosen_filter(request.GET).query
    if sheet is None:
        return redirect(url + query)
    now = row_sheet(story, sheet.chosen.read.id)
    opened = f"{query}{'&' if query else '?'}open={now.chosen.read.id}"
    return redirect(f"{url}{opened}#{row_id(*now.chosen.key)}")


def _say(request: TeacherRequest, outcome: Outcome, what: str) -> None:
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
        parts.append(f"{outcome.drafts_gone} item draft{'' if outcome.drafts_gone == 1 else 's'} went")
    if outcome.drafts_new:
        parts.append(f"{outcome.drafts_new} new")
    return f" {', '.join(parts)}." if parts else ""
