"""From responses and marks to scores; can be done again at any time and gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.db import transaction

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Attempt, FrozenItem, Response, Rubric, RubricMark, Score
from quizzes.scoring.points import level_points, score

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
    responses = {
        (r.attempt_id, r.item_id): r for r in Response.objects.filter(attempt__in=attempts, item__in=items)
    }
    levels = _levels(attempts, items)
    scales = points_of_levels(assignment)
    scores = [
        Score(
            attempt=attempt,
            item=item,
            points=_points(
                item,
                responses.get((attempt.pk, item.pk)),
                levels.get((attempt.pk, item.pk)),
                scales.get(item.pk),
            ),
            maximum=item.points,
        )
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


def _points(
    item: FrozenItem, response: Response | None, level: int | None, scale: Scale | None
) -> Decimal | None:
    kind = ItemKind(item.kind)
    points = score(kind, item.key, response.answer if response else None, item.points)
    if points is None and level is not None:
        points = level_points(level, item.points, scale)
    return None if points is None else Decimal(str(round(points, 3)))
