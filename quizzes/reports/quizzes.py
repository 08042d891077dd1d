"""Quizzes being built: the list, and the builder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.forms import BaseForm, BoundField

from quizzes.flows.building import minutes_of
from quizzes.items.levels import level_of
from quizzes.items.skills import SKILLS
from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Item, Quiz, QuizItem, User
from quizzes.reports.balance import Balance, balance, finding_words
from quizzes.reports.items import KIND_WORDS
from quizzes.reports.versions import Versions, versions

FEW = 12
"""Items of the bank that are all shown at once; more are folded by skill."""


@dataclass(frozen=True)
class Line:
    """An item as the builder names it."""

    item: Item
    kind: str
    finding: str
    level: str
    minutes: int

    @property
    def trouble(self) -> str:
        """Why no class can be given the item: "dropped" or "stale"; "" where it can."""
        if self.item.state == Item.State.DROPPED:
            return "dropped"
        return "stale" if self.item.is_stale else ""


@dataclass(frozen=True)
class Entry:
    line: Line
    number: int
    points: BoundField


@dataclass(frozen=True)
class Shelf:
    """Kept items of one skill that are not in the quiz."""

    skill: str
    lines: tuple[Line, ...]
    in_quiz: int


@dataclass(frozen=True)
class Builder:
    entries: tuple[Entry, ...]
    balance: Balance
    shelves: tuple[Shelf, ...]
    versions: Versions

    @property
    def troubled(self) -> tuple[Entry, ...]:
        """The items that keep the quiz from being given to a class."""
        return tuple(entry for entry in self.entries if entry.line.trouble)

    @property
    def spare(self) -> int:
        return sum(len(shelf.lines) for shelf in self.shelves)

    @property
    def is_short(self) -> bool:
        """True where the whole bank fits on the page unfolded."""
        return self.spare <= FEW


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


def entries_of(quiz: Quiz) -> list[QuizItem]:
    """The quiz's entries with all that the builder shows of their items, in two queries."""
    return list(quiz.quiz_items.select_related("item__finding").prefetch_related("item__options"))


def builder(quiz: Quiz, entries: list[QuizItem], form: BaseForm) -> Builder:
    """`entries` from `entries_of`, those of the form."""
    return Builder(
        entries=tuple(
            Entry(_line(entry.item), number, form[f"points_{entry.item_id}"])
            for number, entry in enumerate(entries, 1)
        ),
        balance=balance(quiz.story, entries),
        shelves=tuple(_shelves(quiz, [entry.item for entry in entries])),
        versions=versions(quiz),
    )


def _shelves(quiz: Quiz, here: list[Item]) -> Iterable[Shelf]:
    kept = quiz.story.items.kept().exclude(pk__in=[item.pk for item in here])
    lines = defaultdict(list)
    for item in kept.select_related("finding").prefetch_related("options").order_by("order", "pk"):
        lines[item.skill].append(_line(item))
    for skill, info in SKILLS.items():
        if lines[skill]:
            yield Shelf(info.name, tuple(lines[skill]), sum(item.skill == skill for item in here))


def _line(item: Item) -> Line:
    return Line(
        item,
        KIND_WORDS[ItemKind(item.kind)],
        finding_words(item),
        level_of(item.difficulty).value,
        max(1, round(minutes_of(item))),
    )
