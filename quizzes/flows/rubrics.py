"""A rubric changed while answers are graded: a new version, and the scores worked out anew from the same marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from quizzes.flows.audits import record
from quizzes.flows.scoring import points_of_level, score_attempts
from quizzes.models import Assignment, Attempt, FrozenItem, Rubric, RubricMark, User


class RubricMoved(Exception):
    """Somebody has changed the rubric since this one was shown."""


@transaction.atomic
def change_rubric(
    *,
    assignment: Assignment,
    item: FrozenItem,
    levels: Sequence[str],
    points: Sequence[float],
    reason: str,
    actor: User,
    seen: int,
) -> Rubric:
    """A new version of the item's rubric in this assignment; every mark keeps its level, its points follow.

    `seen` is the number of the version that the change was made from. Raises RubricMoved where another is there.
    An earlier version comes back in the same way, as a new one.
    """
    Assignment.objects.select_for_update(no_key=True).get(
        pk=assignment.pk
    )  # two changes come one after the other
    before = Rubric.objects.filter(assignment=assignment, item=item).first()
    if (before.number if before else 1) != seen:
        raise RubricMoved
    old = _facts(before.levels if before else item.key["levels"], points_of_level(assignment, item), seen)
    rubric = Rubric.objects.create(
        assignment=assignment,
        item=item,
        number=seen + 1,
        levels=list(levels),
        points=list(points),
        reason=reason,
        changed_by=actor,
    )
    marked = RubricMark.objects.counting().filter(response__item=item).values("response__attempt")
    attempts = Attempt.objects.submitted().filter(assignment=assignment, pk__in=marked)
    score_attempts(assignment=assignment, attempts=list(attempts), items=[item])
    record(
        classroom=assignment.classroom,
        assignment=assignment,
        by=actor,
        action="rubric",
        subject=f"item {item.order}: {item.stem}",
        old=old,
        new=_facts(levels, points, rubric.number),
        reason=reason,
    )
    return rubric


def _facts(levels: Sequence[str], points: Sequence[float], number: int) -> dict[str, Any]:
    return {"version": number, "points": list(points), "levels": list(levels)}
