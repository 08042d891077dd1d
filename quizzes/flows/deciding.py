"""A teacher decides on drafts: keep, drop, bring back, edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from quizzes.items.types import ItemKind
from quizzes.models import Item, Option, QuizItem, Story

CHOSEN = frozenset({ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE, ItemKind.MULTI})
"""Kinds with options of which one or several are the key."""


class ItemRefused(Exception):
    """The item cannot be asked as edited; the text says why, to a teacher."""


@dataclass(frozen=True)
class EditedOption:
    """An option as the teacher leaves it; one that she adds comes under a name that no option has."""

    code: str
    text: str
    misconception: str = ""
    side: str = ""


@dataclass(frozen=True)
class Edit:
    """An item as the teacher leaves it; `key` in the shape of its kind (quizzes.items.types)."""

    stem: str
    rationale: str
    points: int
    key: Any
    options: Sequence[EditedOption] = ()


@transaction.atomic
def keep(*, items: Iterable[Item]) -> int:
    """How many of the items are newly kept."""
    undecided = Item.objects.filter(pk__in=[i.pk for i in items]).exclude(state=Item.State.KEPT)
    return undecided.update(state=Item.State.KEPT)


@transaction.atomic
def drop(*, item: Item) -> None:
    """Out of the bank and out of the quizzes that are being built; what a class was given keeps its copy."""
    QuizItem.objects.filter(item=item).delete()
    Item.objects.filter(pk=item.pk).update(state=Item.State.DROPPED)


@transaction.atomic
def bring_back(*, item: Item) -> None:
    """Undecided again, whether it was kept or dropped."""
    QuizItem.objects.filter(item=item).delete()
    Item.objects.filter(pk=item.pk).update(state=Item.State.DRAFT)


@transaction.atomic
def edit_item(*, item: Item, edit: Edit) -> Item:
    """The item as edited and kept: no new reading changes it again. Raises ItemRefused."""
    item = Item.objects.select_for_update().get(pk=item.pk)
    check(item, edit)
    item.stem, item.rationale = edit.stem.strip(), edit.rationale.strip()
    item.points = edit.points
    item.state, item.is_edited, item.is_stale = Item.State.KEPT, True, False
    if edit.options:
        codes = _store_options(item, edit.options)
        item.key = _recoded(edit.key, codes)
    else:
        item.key = edit.key
    item.save()
    return item


def check(item: Item, edit: Edit) -> None:
    """Raises ItemRefused where a student could not answer the item, or more than one answer would be right."""
    if not edit.stem.strip():
        raise ItemRefused("The stem is empty.")
    if edit.points < 1:
        raise ItemRefused("An item has at least one point.")
    if any(not option.text.strip() for option in edit.options):
        raise ItemRefused("An option is empty.")
    for side in {option.side for option in edit.options}:
        texts = [" ".join(o.text.split()).casefold() for o in edit.options if o.side == side]
        if len(set(texts)) < len(texts):
            raise ItemRefused("Two options say the same.")
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            _check_choice(edit, edit.key)
        case ItemKind.CLAIM_EVIDENCE:
            _check_choice(edit, edit.key["choice"])
            if edit.key["choice"] != item.key["choice"]:
                raise ItemRefused(
                    "The proving sentences belong to this key: change its words, not which one it is."
                )
        case ItemKind.MULTI:
            _check_multi(edit)
        case ItemKind.ORDER:
            if sorted(edit.key) != sorted(option.code for option in edit.options):
                raise ItemRefused("Give each option a place of its own.")
        case ItemKind.TF3:
            if edit.key not in (True, False, "unknown"):
                raise ItemRefused("Say whether the statement is true, false, or cannot be told.")
        case ItemKind.EVIDENCE:
            if edit.key != item.key:
                raise ItemRefused("The proving sentences follow from the articles: change the question only.")
        case ItemKind.MATCH:
            _check_match(edit)
        case ItemKind.NUMBER:
            _check_number(edit.key)
        case ItemKind.OPEN:
            _check_open(edit.key)


def _check_choice(edit: Edit, key: str) -> None:
    if len(edit.options) < 2:
        raise ItemRefused("At least two options are needed.")
    if sum(option.code == key for option in edit.options) != 1:
        raise ItemRefused("Mark exactly one option as the key.")


def _check_multi(edit: Edit) -> None:
    codes = {option.code for option in edit.options}
    if len(set(edit.key)) < 2 or not set(edit.key) <= codes:
        raise ItemRefused("Mark at least two options as right, or make it a choice.")
    if set(edit.key) == codes:
        raise ItemRefused("At least one option must be wrong.")


def _check_match(edit: Edit) -> None:
    left = {o.code for o in edit.options if o.side == "left"}
    right = {o.code for o in edit.options if o.side == "right"}
    if {pair[0] for pair in edit.key} != left or not {pair[1] for pair in edit.key} <= right:
        raise ItemRefused("Each entry on the left needs its partner on the right.")


def _check_number(key: dict[str, Any]) -> None:
    if key["low"] > key["high"]:
        raise ItemRefused("The lowest right figure is above the highest.")


def _check_open(key: dict[str, Any]) -> None:
    if not key["model"].strip():
        raise ItemRefused("A model answer is needed: graders and students see it beside the answer.")
    if len(key["levels"]) != 3 or not all(level.strip() for level in key["levels"]):
        raise ItemRefused("Say for each of the three levels what an answer shows.")


def _store_options(item: Item, edited: Sequence[EditedOption]) -> dict[str, str]:
    """Put the options in place; the codes they now have by the names they came under."""
    rows = {o.code: o for o in item.options.all()}
    item.options.exclude(code__in=[o.code for o in edited]).delete()
    codes: dict[str, str] = {}
    for order, option in enumerate(edited, 1):
        row = rows.get(option.code) or Option(item=item, code=_free_code({*rows, *codes.values()}))
        if row.text != option.text.strip():
            row.article = ""  # it names another thing now
        row.side, row.text = option.side, option.text.strip()
        row.misconception, row.order = option.misconception, order
        row.save()
        codes[option.code] = row.code
    return codes


def _free_code(taken: set[str]) -> str:
    return next(code for code in (f"o{n}" for n in range(1, 100)) if code not in taken)


def _recoded(key: Any, codes: dict[str, str]) -> Any:
    if isinstance(key, str):
        return codes.get(key, key)
    if isinstance(key, list):
        return [codes.get(part, part) if isinstance(part, str) else part for part in key]
    if isinstance(key, dict) and "choice" in key:
        return key | {"choice": codes[key["choice"]]}
    return key


def rename_story(*, story: Story, title: str) -> None:
    Story.objects.filter(pk=story.pk).update(title=title)
