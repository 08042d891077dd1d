"""A teacher decides on drafts: keep, drop, bring back, edit."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from django.db import transaction

from quizzes.flows.item_checks import CHOSEN, Edit, EditedOption, ItemRefused, Sentence, check
from quizzes.items.types import ItemKind
from quizzes.models import Article, Item, Option, Quiz, QuizItem, Story

__all__ = ["CHOSEN", "Edit", "EditedOption", "ItemRefused", "Sentence", "check"]


@transaction.atomic
def keep(*, items: Iterable[Item]) -> int:
    """How many of the items are newly kept."""
    undecided = Item.objects.filter(pk__in=[i.pk for i in items]).exclude(state=Item.State.KEPT)
    return undecided.update(state=Item.State.KEPT)


@transaction.atomic
def drop(*, items: Iterable[Item]) -> list[str]:
    """Out of the bank and out of the quizzes that are being built, whose titles come back; what a class was given
    keeps its copy."""
    return _leave_quizzes(items, Item.State.DROPPED)


@transaction.atomic
def bring_back(*, items: Iterable[Item]) -> list[str]:
    """Undecided again, whether kept or dropped; the titles of the quizzes that they leave come back."""
    return _leave_quizzes(items, Item.State.DRAFT)


def _leave_quizzes(items: Iterable[Item], state: Item.State) -> list[str]:
    pks = [item.pk for item in items]
    entries = QuizItem.objects.filter(item__in=pks)
    quizzes = Quiz.objects.filter(quiz_items__in=entries, deleted_at__isnull=True)
    left = list(quizzes.order_by("title").values_list("title", flat=True).distinct())
    entries.delete()
    Item.objects.filter(pk__in=pks).update(state=state)
    return left


@transaction.atomic
def edit_item(*, item: Item, edit: Edit) -> Item:
    """The item as edited and kept: no new reading changes it again. Raises ItemRefused."""
    item = Item.objects.select_for_update().get(pk=item.pk)
    check(item, edit)
    return _store(item, edit)


@transaction.atomic
def write_item(*, story: Story, kind: ItemKind, edit: Edit) -> Item:
    """An item of the teacher's own, kept: no comparison changes, doubts or withdraws it. Raises ItemRefused."""
    item = Item(story=story, kind=kind.value, uid=f"own-{secrets.token_hex(8)}", is_own=True, key=edit.key)
    check(item, edit)
    return _store(item, edit)


def _store(item: Item, edit: Edit) -> Item:
    item.stem, item.rationale, item.points = edit.stem.strip(), edit.rationale.strip(), edit.points
    item.skill = edit.skill or item.skill
    item.difficulty = item.difficulty if edit.difficulty is None else edit.difficulty
    item.state, item.is_edited, item.is_stale = Item.State.KEPT, True, False
    item.key = edit.key
    if item.is_own:
        item.finding = edit.finding
        item.evidence = _evidence(item.story, edit.evidence)
    item.save()
    if edit.options:
        codes = _store_options(item, _mixed(item, edit))
        item.key = _recoded(edit.key, codes)
        item.save(update_fields=["key"])
    return item


def _evidence(story: Story, sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """The sentences with their words. Raises ItemRefused for one that no article of the story has."""
    articles = {a.letter: a for a in Article.objects.filter(story=story)}
    found = []
    for s in sorted(sentences, key=lambda s: (s.article, s.start)):
        article = articles.get(s.article)
        if article is None or not any(
            (s.start, s.end) == (known["start"], known["end"])
            for known in article.reading.get("sentences", ())
        ):
            raise ItemRefused("A ticked sentence is no longer in the articles: tick the sentences anew.")
        text = article.text[s.start : s.end]
        found.append({"article": s.article, "start": s.start, "end": s.end, "text": text})
    return found


def _mixed(item: Item, edit: Edit) -> Sequence[EditedOption]:
    """The options as students see them: lines to be ordered never in the right order, partners never each beside its own."""
    kind, chance = ItemKind(item.kind), Random(item.uid)
    if kind is ItemKind.ORDER:
        return _turned(edit.options, list(edit.key), chance)
    if kind is ItemKind.MATCH:
        left = [o for o in edit.options if o.side == "left"]
        partners = dict(edit.key)
        right = [o for o in edit.options if o.side == "right"]
        return [*left, *_turned(right, [partners[o.code] for o in left], chance)]
    return edit.options


def _turned(options: Sequence[EditedOption], right: list[str], chance: Random) -> list[EditedOption]:
    """The options, mixed where they stand in the right order."""
    mixed = list(options)
    while len(mixed) > 1 and [o.code for o in mixed][: len(right)] == right:
        chance.shuffle(mixed)
    return mixed


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
        return [_recoded(part, codes) for part in key]
    if isinstance(key, dict) and "choice" in key:
        return key | {"choice": codes[key["choice"]]}
    return key


def rename_story(*, story: Story, title: str) -> None:
    Story.objects.filter(pk=story.pk).update(title=title)
