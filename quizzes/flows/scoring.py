"""From responses and marks to scores; can be done again at any time and gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Attempt, FrozenItem, KeyRepair, Response, Rubric, RubricMark, Score
from quizzes.scoring.points import level_points, score
from quizzes.scoring.repairs import Earned, Policy, Repair, repaired

Scale = tuple[float, float, float]
"""Points of Basic, Emergent and Proficient."""


@transaction.atomic
def score_attempt(attempt: Attempt) -> list[Score]:
    """A score for each item of the attempt's quiz, in its order; points None where an open answer waits."""
    return score_attempts(assignment=attempt.assignment, attempts=[attempt])


@transaction.atomic
def score_attempts(
    *, assignment: Assignment, attempts: Sequence[Attempt], items: Iterable[FrozenItem] | None = None
) -> list[Score]:
    """Scores of many attempts at once, of all items or of those named, in as many queries as for one."""
    items = list(assignment.version.items.all() if items is None else items)
    repairs = standing_repairs(assignment)
    earned = own_points(assignment=assignment, attempts=attempts, items=items)
    scores = [
        _score(attempt, item, under(repairs.get(item.pk), item, earned[attempt.pk, item.pk]))
        for attempt in attempts
        for item in items
    ]
    return Score.objects.bulk_create(
        scores,
        update_conflicts=True,
        unique_fields=["attempt", "item"],
        update_fields=["points", "maximum", "scored_at"],
    )


def points_of_level(assignment: Assignment, item: FrozenItem) -> Scale:
    """What the three levels of an open item are worth in an assignment: its newest rubric's points, or 0, half and all."""
    scale = points_of_levels(assignment).get(item.pk)
    return scale or (0, level_points(1, item.points), level_points(2, item.points))


def points_of_levels(assignment: Assignment) -> dict[int, Scale]:
    """item id → the points of its levels, for the items whose rubric has been changed in the assignment."""
    newest = Rubric.objects.filter(assignment=assignment).order_by("number").values_list("item_id", "points")
    return {item: (low, middle, high) for item, (low, middle, high) in newest}


def _levels(attempts: Sequence[Attempt], items: Sequence[FrozenItem]) -> Mapping[tuple[int, int], int]:
    """(attempt id, item id) → the newest mark that counts."""
    marks = RubricMark.objects.counting().filter(response__attempt__in=attempts, response__item__in=items)
    newest_last = marks.select_related("response").order_by("pk")
    return {(mark.response.attempt_id, mark.response.item_id): mark.level for mark in newest_last}


def _score(attempt: Attempt, item: FrozenItem, earned: Earned) -> Score:
    return Score(attempt=attempt, item=item, points=rounded(earned.points), maximum=earned.maximum)


def rounded(points: float | None) -> Decimal | None:
    """Points as they are stored."""
    return None if points is None else Decimal(str(round(points, 3)))


@dataclass(frozen=True)
class Own:
    """An answer and what it earns by the item's own key or its mark; `points` is None while an open answer waits."""

    answer: Any
    points: float | None


def own_points(
    *, assignment: Assignment, attempts: Sequence[Attempt], items: Sequence[FrozenItem]
) -> dict[tuple[int, int], Own]:
    """(attempt id, item id) → what the answer earns before any repair, for every pair, in three queries."""
    found = Response.objects.filter(attempt__in=attempts, item__in=items)
    answers = {(r.attempt_id, r.item_id): r.answer for r in found}
    levels = _levels(attempts, items)
    scales = points_of_levels(assignment)
    pairs = [((attempt.pk, item.pk), item) for attempt in attempts for item in items]
    return {
        pair: Own(answers.get(pair), _points(item, answers.get(pair), levels.get(pair), scales.get(item.pk)))
        for pair, item in pairs
    }


def standing_repairs(assignment: Assignment) -> dict[int, Repair]:
    """item id → the repair of its key that stands in the assignment."""
    return {row.item_id: repair_of(row) for row in KeyRepair.objects.standing().filter(assignment=assignment)}


def repair_of(row: KeyRepair) -> Repair:
    return Repair(Policy(row.policy), row.key, row.keeps_better)


def under(repair: Repair | None, item: FrozenItem, own: Own) -> Earned:
    """What an answer earns under a repair of its item, or by the item's own key where there is none."""
    if repair is None:
        return Earned(own.points, item.points)
    return repaired(ItemKind(item.kind), own.answer, own.points, item.points, repair)


def _points(item: FrozenItem, answer: Any, level: int | None, scale: Scale | None) -> float | None:
    points = score(ItemKind(item.kind), item.key, answer, item.points)
    if points is None and level is not None:
        points = level_points(level, item.points, scale)
    return points
