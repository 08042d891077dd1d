"""Quizzes being built: the list, the builder with its balance, and the quiz as students will see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.forms import BaseForm, BoundField

from quizzes.items.skills import SKILLS
from quizzes.items.types import ItemKind, Skill
from quizzes.models import (
    Article,
    Assignment,
    FrozenArticle,
    FrozenItem,
    Item,
    Quiz,
    QuizItem,
    QuizVersion,
    User,
)
from quizzes.reports.attempt_sheet import SheetArticle, asked_item, sheet_article
from quizzes.reports.items import KIND_WORDS

MINUTES = {ItemKind.OPEN: 4.0, ItemKind.CLAIM_EVIDENCE: 3.0, ItemKind.EVIDENCE: 2.5, ItemKind.MATCH: 2.0}
OTHER_MINUTES = 1.0
"""What students of thirteen take for an item once the articles are read: rough, and shown as "about"."""


@dataclass(frozen=True)
class Entry:
    item: Item
    kind: str
    points: BoundField


@dataclass(frozen=True)
class Builder:
    entries: tuple[Entry, ...]
    points: int
    minutes: int
    balance: tuple[tuple[str, int, float], ...]
    """Skill, points, and their share of the highest."""
    warnings: tuple[str, ...]
    spare: tuple[Item, ...]
    """Kept items of the story that are not in the quiz."""
    given: tuple[Assignment, ...]
    changed_since: bool


def quiz_list(user: User) -> QuerySet[Quiz]:
    """The teacher's quizzes with `item_count`, `point_count`, `given_count`; one query."""
    entries = QuizItem.objects.filter(quiz=OuterRef("pk")).order_by().values("quiz")
    given = Assignment.objects.filter(version__quiz=OuterRef("pk")).order_by().values("version__quiz")
    return (
        Quiz.objects.of(user)
        .select_related("story")
        .annotate(
            item_count=Coalesce(Subquery(entries.annotate(n=Count("pk")).values("n")), 0),
            point_count=Coalesce(Subquery(entries.annotate(n=Sum("points")).values("n")), 0),
            given_count=Coalesce(Subquery(given.annotate(n=Count("pk")).values("n")), 0),
        )
    )


def builder(quiz: Quiz, form: BaseForm) -> Builder:
    entries = list(quiz.quiz_items.select_related("item"))
    items = [entry.item for entry in entries]
    points = Counter[str]()
    for entry in entries:
        points[entry.item.skill] += entry.points
    newest = quiz.versions.order_by("-number").first()
    return Builder(
        entries=tuple(
            Entry(e.item, KIND_WORDS[ItemKind(e.item.kind)], form[f"points_{e.item_id}"])
            for e in entries
            if f"points_{e.item_id}" in form.fields
        ),
        points=sum(e.points for e in entries),
        minutes=minutes(items),
        balance=balance(points),
        warnings=tuple(warnings(items, points)),
        spare=tuple(quiz.story.items.kept().exclude(pk__in=[i.pk for i in items]).order_by("order", "pk")),
        given=tuple(Assignment.objects.filter(version__quiz=quiz).select_related("classroom", "version")),
        changed_since=newest is not None and _differs(newest, entries),
    )


def minutes(items: list[Item]) -> int:
    return round(sum(MINUTES.get(ItemKind(i.kind), OTHER_MINUTES) for i in items))


def balance(points: Counter[str]) -> tuple[tuple[str, int, float], ...]:
    most = max(points.values(), default=0)
    return tuple(
        (info.name, points[skill.value], points[skill.value] / most if most else 0.0)
        for skill, info in SKILLS.items()
    )


def warnings(items: list[Item], points: Counter[str]) -> list[str]:
    """What the teacher may want to mend before a class is given the quiz."""
    found = [
        f"The newest reading no longer proves the key of item {n}: look at it again, or take it out."
        for n, item in enumerate(items, 1)
        if item.is_stale
    ]
    total = sum(points.values())
    for skill, share in points.items():
        if len(items) >= 4 and share > total / 2:
            found.append(f"More than half of the points ask one thing: “{SKILLS[Skill(skill)].name}”.")
    per_finding = Counter(item.finding_id for item in items if item.finding_id)
    if any(n > 1 for n in per_finding.values()):
        found.append("Some items rest on the same finding: one may give away another’s answer.")
    return found


def _differs(version: QuizVersion, entries: list[QuizItem]) -> bool:
    """True where the quiz has other items or points than the version that was given last."""
    frozen = list(version.items.order_by("order").values_list("item", "points"))
    return frozen != [(e.item_id, e.points) for e in entries]


def quiz_preview(quiz: Quiz) -> dict[str, Any]:
    """The items as a student is asked them, without key, rationale or what a choice shows, and the articles beside."""
    entries = quiz.quiz_items.select_related("item").prefetch_related("item__options")
    articles = quiz.story.articles.filter(state=Article.State.READ).prefetch_related("passages")
    return {
        "asked": [asked_item(_unsaved(n, entry)) for n, entry in enumerate(entries, 1)],
        "articles": [_shown_article(a) for a in articles if a.letter not in quiz.story.set_aside],
    }


def _shown_article(article: Article) -> SheetArticle:
    return sheet_article(
        FrozenArticle(
            letter=article.letter,
            outlet=article.outlet,
            headline=article.headline,
            published=article.published,
            text=article.text,
            passages=[
                {"role": p.role_set or p.role, "start": p.start, "end": p.end} for p in article.passages.all()
            ],
            sentences=[],
        )
    )


def _unsaved(number: int, entry: QuizItem) -> FrozenItem:
    """The item as publishing would freeze it, as far as a student sees it."""
    item, options = entry.item, list(entry.item.options.all())
    return FrozenItem(
        pk=item.pk,
        order=number,
        kind=item.kind,
        stem=item.stem,
        points=entry.points,
        options={side: [o.as_dict() for o in options if o.side == side] for side in ("left", "right")}
        if item.kind == ItemKind.MATCH
        else [o.as_dict() for o in options],
    )
