"""Grading open answers and releasing results. Every change of a grade or a release leaves an audit row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from quizzes.flows.scoring import score_attempts
from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Audit, Comment, Response, RubricMark, Score, User


class NotGradable(Exception):
    """The response is none of an open item that has been handed in."""


@transaction.atomic
def grade(
    *, assignment: Assignment, responses: Iterable[Response], level: int, comment: str, grader: User
) -> list[RubricMark]:
    """Give each response the rubric level (0 Basic to 2 Proficient) and, where there is one, the comment.

    Raises NotGradable where one is not a handed-in answer to an open item of this assignment; then none is graded.
    """
    return [
        _grade_one(assignment=assignment, response=response, level=level, comment=comment, grader=grader)
        for response in responses
    ]


def _grade_one(
    *, assignment: Assignment, response: Response, level: int, comment: str, grader: User
) -> RubricMark:
    item, attempt = response.item, response.attempt
    if attempt.assignment_id != assignment.pk or item.kind != ItemKind.OPEN or attempt.is_running:
        raise NotGradable(f"response {response.pk}")
    before = Score.objects.select_for_update().filter(attempt=attempt, item=item).first()
    old = None if before is None or before.points is None else float(before.points)
    mark = RubricMark.objects.create(response=response, grader=grader, level=level)
    [score] = score_attempts(assignment=assignment, attempts=[attempt], items=[item])
    if comment.strip():
        Comment.objects.create(response=response, author=grader, text=comment.strip())
    Audit.objects.create(
        classroom_id=assignment.classroom_id,
        actor=grader,
        action="grade",
        subject=f"item {item.order}, {attempt.membership}",
        old={"points": old},
        new={"points": float(score.points or 0), "level": mark.get_level_display()},
    )
    return mark


@transaction.atomic
def release(*, assignment: Assignment, actor: User, at: dt.datetime) -> None:
    """Let the students who have handed in see score, keys and rationale from now on."""
    changed = Assignment.objects.filter(pk=assignment.pk, released_at__isnull=True).update(released_at=at)
    if changed:
        _audit_release(assignment, actor, at)


@transaction.atomic
def take_back_release(*, assignment: Assignment, actor: User) -> None:
    """Hide the results again; what a student has already seen stays seen."""
    if Assignment.objects.filter(pk=assignment.pk, released_at__isnull=False).update(released_at=None):
        _audit_release(assignment, actor, None)


def _audit_release(assignment: Assignment, actor: User, at: dt.datetime | None) -> None:
    Audit.objects.create(
        classroom_id=assignment.classroom_id,
        actor=actor,
        action="release",
        subject=str(assignment)[:300],
        old={"released_at": assignment.released_at.isoformat() if assignment.released_at else None},
        new={"released_at": at.isoformat() if at else None},
    )
