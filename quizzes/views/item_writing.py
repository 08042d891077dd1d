"""An item is edited, or written by the teacher herself; beside the form it is shown as a student sees it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import deciding
from quizzes.flows.deciding import ItemRefused
from quizzes.forms.item_rows import Choosing
from quizzes.forms.items import ItemForm
from quizzes.items.types import ItemKind
from quizzes.middleware import TeacherRequest
from quizzes.models import Finding, Item, Story
from quizzes.reports.item_preview import ItemPreview, finding_choices, preview, story_articles
from quizzes.reports.items import KIND_TELLS, KIND_WORDS, item_sheet
from quizzes.reports.stories import story_tabs

BLANK_KEYS: dict[ItemKind, Any] = {
    ItemKind.CHOICE: "",
    ItemKind.MULTI: [],
    ItemKind.NUMBER: {"low": None, "high": None, "unit": None, "tolerance": 0},
    ItemKind.MATCH: [],
    ItemKind.ORDER: [],
    ItemKind.EVIDENCE: [],
    ItemKind.CLAIM_EVIDENCE: {"choice": "", "groups": []},
    ItemKind.TF3: True,
    ItemKind.OPEN: {"levels": ["", "", ""], "names": [], "model": ""},
}
BLANK_POINTS = {
    ItemKind.MULTI: 2,
    ItemKind.MATCH: 3,
    ItemKind.ORDER: 2,
    ItemKind.EVIDENCE: 2,
    ItemKind.CLAIM_EVIDENCE: 4,
    ItemKind.OPEN: 4,
}
"""What an item of a kind is worth to begin with; one point where nothing is said."""


@require_http_methods(["GET", "HEAD", "POST"])
def item_edit(request: TeacherRequest, pk: int) -> HttpResponse:
    return _write(request, access.item_for_teacher(request.user, pk))


@require_POST
def item_preview(request: TeacherRequest, pk: int) -> HttpResponse:
    return _preview(request, access.item_for_teacher(request.user, pk))


@require_safe
def item_new(request: TeacherRequest, pk: int) -> HttpResponse:
    """Which kind the teacher's own item is to be."""
    story = access.story_for_teacher(request.user, pk)
    kinds = [(kind.value, KIND_WORDS[kind].capitalize(), tells) for kind, tells in KIND_TELLS.items()]
    finding = _finding(story, request.GET.get("finding", ""))
    ctx = _story_ctx(story) | {"kinds": kinds, "finding": finding}
    return render(request, "quizzes/item_new.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def item_create(request: TeacherRequest, pk: int, kind: str) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    return _write(request, _blank(story, kind, request.GET.get("finding", "")))


@require_POST
def item_create_preview(request: TeacherRequest, pk: int, kind: str) -> HttpResponse:
    return _preview(request, _blank(access.story_for_teacher(request.user, pk), kind))


def _blank(story: Story, kind: str, finding: str = "") -> Item:
    """An own item before anything is written, unsaved."""
    if kind not in set(ItemKind):
        raise Http404("No such kind of item.")
    named = ItemKind(kind)
    return Item(
        story=story,
        kind=kind,
        is_own=True,
        key=BLANK_KEYS[named],
        points=BLANK_POINTS.get(named, 1),
        skill="corroborate",
        finding=_finding(story, finding),
    )


def _finding(story: Story, pk: str) -> Finding | None:
    return story.findings.filter(pk=pk).first() if pk.isdecimal() else None


def _write(request: TeacherRequest, item: Item) -> HttpResponse:
    """The form; posted with `act` it comes back changed, else the item is saved and kept."""
    made = _made_for(item)
    data = request.POST if request.method == "POST" else None
    act = request.POST.get("act", "")
    form = ItemForm(data, item=item, act=act, **made)
    if data is not None and not act and form.is_valid():
        try:
            saved = _save(item, form)
        except ItemRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, item, saved)
    checked = ItemForm(data, item=item, **made) if act else form
    ctx = _story_ctx(item.story) | {
        "item": item,
        "sheet": item_sheet(item) if item.pk else None,
        "kind_words": KIND_WORDS[ItemKind(item.kind)],
        "form": form,
        "preview": _shown(item, checked, is_asked=data is not None),
        "preview_url": _preview_url(item),
    }
    return render(request, "quizzes/item_form.html", ctx)


def _made_for(item: Item) -> dict[str, Any]:
    """What only an item of her own chooses from: the articles' sentences, and the findings."""
    if not item.is_own:
        return {}
    findings = [Choosing(finding.pk, title) for finding, title in finding_choices(item.story)]
    return {"articles": story_articles(item.story), "findings": findings}


def _save(item: Item, form: ItemForm) -> Item:
    if item.pk:
        return deciding.edit_item(item=item, edit=form.edit())
    return deciding.write_item(story=item.story, kind=ItemKind(item.kind), edit=form.edit())


def _saved(request: TeacherRequest, item: Item, saved: Item) -> HttpResponse:
    what = "is saved and kept" if item.pk else "is written and kept"
    messages.success(request, f"The item {what}. A new reading leaves it alone.")
    return redirect(f"{reverse('item-list', kwargs={'pk': item.story_id})}#item-{saved.pk}")


def _preview(request: TeacherRequest, item: Item) -> HttpResponse:
    form = ItemForm(request.POST, item=item, **_made_for(item))
    ctx = {"preview": _shown(item, form, is_asked=True), "item": item}
    return render(request, "quizzes/_item_preview.html", ctx)


def _shown(item: Item, form: ItemForm, *, is_asked: bool) -> ItemPreview:
    """The item as the form has it; one that nobody has typed into yet is shown as it stands."""
    if not is_asked:
        form = ItemForm(form.as_typed(), item=item, articles=form.articles, findings=form.findings)
    form.is_valid()
    missing = [*form.non_field_errors()]
    missing += [
        f"{form.fields[name].label or 'An option'}: {error}"
        for name, errors in form.errors.items()
        if name in form.fields
        for error in errors
    ]
    return preview(item, form.edit(), missing, form.articles)


def _preview_url(item: Item) -> str:
    if item.pk:
        return reverse("item-preview", kwargs={"pk": item.pk})
    return reverse("item-create-preview", kwargs={"pk": item.story_id, "kind": item.kind})


def _story_ctx(story: Story) -> dict[str, Any]:
    return {"section": "stories", "story": story, "tab": "items", "tabs": story_tabs(story)}
