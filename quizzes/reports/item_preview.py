"""An item while it is written: as a student will see it, and what the rules of item writing say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.flows.deciding import Edit, EditedOption
from quizzes.items.linter import lint
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing, Skill
from quizzes.models import Article, Finding, FrozenArticle, FrozenItem, Item, Story
from quizzes.reports.attempt_sheet import AskedItem, Pick, SheetArticle, asked_item, sheet_article
from quizzes.reports.findings import finding_title
from quizzes.reports.row_titles import FIGURES


@dataclass(frozen=True)
class ItemPreview:
    """`missing` must be mended before it can be saved, `hints` may be."""

    asked: AskedItem
    proofs: tuple[Pick, ...]
    missing: tuple[str, ...]
    hints: tuple[str, ...]
    is_blank: bool


def preview(
    item: Item, edit: Edit, missing: Sequence[str] = (), articles: Sequence[SheetArticle] = ()
) -> ItemPreview:
    said = {
        piece.value: Pick(piece.value, article.letter, piece.text)
        for article in articles
        for paragraph in article.paragraphs
        for piece in paragraph.pieces
    }
    values = (f"{s.article}:{s.start}:{s.end}" for s in edit.evidence)
    is_blank = not edit.stem.strip() and not edit.options
    return ItemPreview(
        asked=asked_item(_frozen(item, edit)),
        proofs=tuple(said[value] for value in values if value in said),
        missing=tuple(dict.fromkeys(missing)),
        hints=() if is_blank else tuple(hint.text for hint in lint(_draft(item, edit))),
        is_blank=is_blank,
    )


def _frozen(item: Item, edit: Edit) -> FrozenItem:
    def column(side: str) -> list[dict[str, Any]]:
        return [
            {"id": o.code, "text": o.text, "misconception": None, "article": _letter(item, o)}
            for o in edit.options
            if o.side == side
        ]

    is_match = item.kind == ItemKind.MATCH
    return FrozenItem(
        order=1,
        kind=item.kind,
        stem=edit.stem,
        points=edit.points,
        options={side: column(side) for side in ("left", "right")} if is_match else column(""),
    )


def _letter(item: Item, option: EditedOption) -> str | None:
    """The article that the option names, as long as its words are as they were."""
    rows = item.options.all() if item.pk else ()
    return next((r.article or None for r in rows if r.code == option.code and r.text == option.text), None)


def _draft(item: Item, edit: Edit) -> ItemDraft:
    options = tuple(Option(o.code, o.text, o.misconception or None) for o in edit.options)
    left = tuple(o for o, e in zip(options, edit.options, strict=True) if e.side == "left")
    right = tuple(o for o, e in zip(options, edit.options, strict=True) if e.side == "right")
    kind = ItemKind(item.kind)
    return ItemDraft(
        id=item.uid,
        finding="",
        kind=kind,
        skill=Skill(edit.skill or item.skill),
        difficulty=item.difficulty,
        stem=edit.stem,
        options=Pairing(left, right) if kind is ItemKind.MATCH else options,
        key=edit.key,
        proof="",
        rationale=edit.rationale,
        evidence=(),
        points=edit.points,
        form=item.form,
    )


def story_articles(story: Story) -> tuple[SheetArticle, ...]:
    """The articles as students read them, with the sentences that can be ticked."""
    read = story.articles.filter(state=Article.State.READ).order_by("letter").prefetch_related("passages")
    return tuple(
        sheet_article(
            FrozenArticle(
                letter=a.letter,
                outlet=a.outlet,
                headline=a.headline,
                published=a.published,
                text=a.text,
                passages=[
                    {"role": p.role_set or p.role, "start": p.start, "end": p.end} for p in a.passages.all()
                ],
                sentences=a.reading.get("sentences", []),
            )
        )
        for a in read
    )


def finding_choices(story: Story) -> list[tuple[Finding, str]]:
    """The story's findings with what each is called, those on figures by their row, the others by what they say."""
    shown = story.findings.shown().select_related("occurrence").order_by("order")
    return [(f, finding_title(f) if f.kind in FIGURES else _short(f)) for f in shown]


def _short(finding: Finding) -> str:
    said = f"{finding_title(finding)}: {finding.summary}"
    return said if len(said) <= 110 else f"{said[:109]}…"
