"""From an attempt's responses to its scores; can be done again at any time and gives the same."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, Response, RubricMark, Score
from quizzes.scoring.points import level_points, score


@transaction.atomic
def score_attempt(attempt: Attempt) -> list[Score]:
    """A score for each item of the attempt's quiz, in its order; points None where an open answer waits."""
    responses = {r.item_id: r for r in attempt.responses.all()}
    levels = _levels(attempt)
    scores = [
        Score(
            attempt=attempt,
            item=item,
            points=_points(item, responses.get(item.pk), levels.get(item.pk)),
            maximum=item.points,
        )
        for item in attempt.assignment.version.items.all()
    ]
    return Score.objects.bulk_create(
        scores,
        update_conflicts=True,
        unique_fields=["attempt", "item"],
        update_fields=["points", "maximum", "scored_at"],
    )


def _levels(attempt: Attempt) -> dict[int, int]:
    """The newest mark of each open answer, by item."""
    marks = RubricMark.objects.filter(response__attempt=attempt).order_by("pk")
    return {item: level for item, level in marks.values_list("response__item", "level") if item}


def _points(item: FrozenItem, response: Response | None, level: int | None) -> Decimal | None:
    kind = ItemKind(item.kind)
    points = score(kind, item.key, response.answer if response else None, item.points)
    if points is None and level is not None:
        points = level_points(level, item.points)
    return None if points is None else Decimal(str(round(points, 3)))
