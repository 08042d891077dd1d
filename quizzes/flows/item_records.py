"""Item drafts as rows, and rows as item drafts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from quizzes import models
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing, Skill
from quizzes.nlp.types import Evidence


def fill_item(item: models.Item, draft: ItemDraft) -> None:
    """Put a draft's content into the row; what the teacher has decided stays."""
    item.kind = draft.kind.value
    item.skill = draft.skill.value
    item.difficulty = draft.difficulty
    item.stem = draft.stem
    item.key = plain(draft.key)
    item.misconceptions = dict(draft.misconceptions)
    item.proof = draft.proof
    item.rationale = draft.rationale
    item.evidence = [asdict(e) for e in draft.evidence]
    item.points = max(1, draft.points)
    item.form = draft.form


def option_rows(item: models.Item, draft: ItemDraft) -> list[models.Option]:
    sides = (
        (("left", draft.options.left), ("right", draft.options.right))
        if isinstance(draft.options, Pairing)
        else (("", draft.options),)
    )
    pairs = [(side, option) for side, options in sides for option in options]
    return [
        models.Option(
            item=item,
            code=option.id,
            side=side,
            text=option.text[:500],
            misconception=option.misconception or "",
            article=option.article or "",
            order=order,
        )
        for order, (side, option) in enumerate(pairs, 1)
    ]


def draft_of(item: models.Item) -> ItemDraft:
    """The draft that an item stands for, to prove it or to hold it against the rules of item writing."""
    kind = ItemKind(item.kind)
    rows = list(item.options.all())
    options: tuple[Option, ...] | Pairing
    if kind is ItemKind.MATCH:
        left, right = ([r for r in rows if r.side == side] for side in ("left", "right"))
        options = Pairing(tuple(map(option_of, left)), tuple(map(option_of, right)))
    else:
        options = tuple(map(option_of, rows))
    return ItemDraft(
        id=item.uid,
        finding=item.finding.uid if item.finding else "",
        kind=kind,
        skill=Skill(item.skill),
        difficulty=item.difficulty,
        stem=item.stem,
        options=options,
        key=item.key,
        proof=item.proof,
        rationale=item.rationale,
        evidence=tuple(Evidence(e["article"], e["start"], e["end"], e["text"]) for e in item.evidence),
        points=item.points,
        form=item.form,
        misconceptions=tuple(item.misconceptions.items()),
    )


def option_of(row: models.Option) -> Option:
    return Option(row.code, row.text, row.misconception or None, row.article or None)


def plain(key: Any) -> Any:
    """A key as JSON keeps it: tuples as lists, so that a key from a draft and one from a row are equal."""
    if isinstance(key, list | tuple):
        return [plain(part) for part in key]
    if isinstance(key, dict):
        return {name: plain(part) for name, part in key.items()}
    return key
