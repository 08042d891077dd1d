"""What an item must hold to be asked at all: a student can answer it, and only the key is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import Finding, Item

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
class Sentence:
    """A sentence of an article, as a student ticks it."""

    article: str
    start: int
    end: int


@dataclass(frozen=True)
class Edit:
    """An item as the teacher leaves it; `key` in the shape of its kind (quizzes.items.types).

    `skill` and `difficulty` are left as they are where empty. `evidence` and `finding` are taken of an item of
    her own alone: a draft's follow from the articles.
    """

    stem: str
    rationale: str
    points: int
    key: Any
    options: Sequence[EditedOption] = ()
    skill: str = ""
    difficulty: float | None = None
    evidence: Sequence[Sentence] = ()
    finding: Finding | None = None


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
            _check_proof(item, edit)
        case ItemKind.MULTI:
            _check_multi(edit)
        case ItemKind.ORDER:
            _check_order(edit)
        case ItemKind.TF3:
            if edit.key not in (True, False, "unknown"):
                raise ItemRefused("Say whether the statement is true, false, or cannot be told.")
        case ItemKind.EVIDENCE:
            _check_proof(item, edit)
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


def _check_proof(item: Item, edit: Edit) -> None:
    """A draft's proving sentences stay as the articles give them; her own item needs some."""
    if item.is_own:
        groups = edit.key["groups"] if item.kind == ItemKind.CLAIM_EVIDENCE else edit.key
        if not groups or not all(groups):
            raise ItemRefused("Tick the sentences of the articles that prove it: at least one.")
    elif item.kind == ItemKind.EVIDENCE and edit.key != item.key:
        raise ItemRefused("The proving sentences follow from the articles: change the question only.")
    elif item.kind == ItemKind.CLAIM_EVIDENCE and edit.key["choice"] != item.key["choice"]:
        raise ItemRefused("The proving sentences belong to this key: change its words, not which one it is.")


def _check_multi(edit: Edit) -> None:
    codes = {option.code for option in edit.options}
    if len(set(edit.key)) < 2 or not set(edit.key) <= codes:
        raise ItemRefused("Mark at least two options as right, or make it a choice.")
    if set(edit.key) == codes:
        raise ItemRefused("At least one option must be wrong.")


def _check_order(edit: Edit) -> None:
    if len(edit.options) < 2:
        raise ItemRefused("At least two lines are needed to be put in order.")
    if sorted(edit.key) != sorted(option.code for option in edit.options):
        raise ItemRefused("Give each option a place of its own.")


def _check_match(edit: Edit) -> None:
    left = {o.code for o in edit.options if o.side == "left"}
    right = {o.code for o in edit.options if o.side == "right"}
    if len(left) < 2:
        raise ItemRefused("At least two entries are needed on the left.")
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
