"""A wrong key: what the class answered beside the evidence, what to do, whom it moves; made and undone here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows import repairing
from quizzes.forms.item_rows import ticked_articles
from quizzes.forms.repairs import WORDS, RepairForm
from quizzes.items.types import ItemKind
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, FrozenItem
from quizzes.reports import repairs
from quizzes.reports.attempt_sheet import AskedItem, asked_item
from quizzes.scoring.repairs import Policy
from quizzes.views.results import page


@require_http_methods(["GET", "HEAD", "POST"])
def key_repair(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    item = get_object_or_404(FrozenItem, pk=item_pk, version=assignment.version_id)
    act = request.POST.get("act", "")
    if act == "undo":
        return _undo(request, assignment, item)
    form = RepairForm(
        request.POST if request.method == "POST" else None,
        item=item,
        others=repairs.same_elsewhere(assignment, request.user),
        needs_reason=act == "apply",
    )
    if act == "apply" and form.is_valid():
        return _apply(request, assignment, item, form)
    ctx = {"form": form, "item": item, "assignment": assignment, **_preview(assignment, item, form)}
    if request.htmx:
        return render(request, "quizzes/_repair_preview.html", ctx)
    shown = repairs.repair_page(assignment, item)
    ctx |= {**page(request, assignment, "results"), "page": shown, **_key_fields(item, form, shown)}
    return render(request, "quizzes/key_repair.html", ctx, status=422 if act == "apply" else 200)


def _preview(assignment: Assignment, item: FrozenItem, form: RepairForm) -> dict[str, Any]:
    """What would change, here and in the classes ticked; nothing before a policy and its key are chosen."""
    if not form.is_bound:
        return {}
    form.is_valid()
    if form.repair is None:
        return {"incomplete": form.errors.get("policy", [])}
    given = [assignment, *form.chosen_elsewhere]
    return {"previews": [(a, repairs.preview(a, item, form.repair)) for a in given]}


def _key_fields(item: FrozenItem, form: RepairForm, shown: repairs.RepairPage) -> dict[str, Any]:
    """The fields in which the new key is given: the item as a student answers it."""
    texts = {a.letter: a.text for a in item.version.articles.all()}
    answer = form.answer if form.is_bound else _proving_now(item)
    asked: AskedItem = asked_item(item, answer, texts)
    return {
        "asked": asked,
        "own_keys": _own_keys(item),
        "ticked": ticked_articles(shown.articles, asked.picked) if asked.takes_evidence else [],
    }


def _proving_now(item: FrozenItem) -> Any:
    """The sentences of the item's own key, ticked to begin with: often the option alone is wrong, or one sentence."""
    match ItemKind(item.kind):
        case ItemKind.EVIDENCE:
            return [sentence for group in item.key for sentence in group]
        case ItemKind.CLAIM_EVIDENCE:
            return {"choice": None, "evidence": [s for group in item.key["groups"] for s in group]}
        case _:
            return None


def _own_keys(item: FrozenItem) -> list[str]:
    """The options that the item's own key names."""
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return [item.key]
        case ItemKind.MULTI:
            return list(item.key)
        case ItemKind.CLAIM_EVIDENCE:
            return [item.key["choice"]]
        case _:
            return []


def _apply(
    request: TeacherRequest, assignment: Assignment, item: FrozenItem, form: RepairForm
) -> HttpResponse:
    given = [assignment, *form.chosen_elsewhere]
    repairing.repair_key(
        assignments=given,
        item=item,
        wanted=form.cleaned_data["wanted"],
        reason=form.cleaned_data["reason"],
        by=request.user,
    )
    where = "" if len(given) == 1 else f" in {len(given)} classes"
    what = WORDS[Policy(form.cleaned_data["policy"])][0]
    messages.success(request, f"Done{where}: {what[0].lower()}{what[1:]}. Every score is worked out again.")
    return redirect("key-repair", pk=assignment.pk, item_pk=item.pk)


def _undo(request: TeacherRequest, assignment: Assignment, item: FrozenItem) -> HttpResponse:
    standing = repairing.standing(assignment, item)
    if standing and repairing.undo_repair(repair=standing, by=request.user):
        messages.success(request, "Undone: the item’s own key holds again, and every score is as it was.")
    else:
        messages.info(request, "Nothing to undo: the item’s own key holds.")
    return redirect("key-repair", pk=assignment.pk, item_pk=item.pk)
