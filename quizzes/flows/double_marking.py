"""Answers that two graders mark: how many, and what is settled where they differ."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.flows.audits import record
from quizzes.flows.grading import grade
from quizzes.models import Assignment, Response, RubricMark, User


@transaction.atomic
def set_share(*, assignment: Assignment, per_cent: int, actor: User) -> None:
    """From now on so many per cent of the open answers are marked twice. A larger share only adds answers, and second
    marks that are there stay."""
    old = Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk).double_marked
    if old == per_cent:
        return
    Assignment.objects.filter(pk=assignment.pk).update(double_marked=per_cent)
    assignment.double_marked = per_cent
    record(
        classroom=assignment.classroom,
        assignment=assignment,
        by=actor,
        action="double marking",
        subject=assignment,
        old={"per cent": old},
        new={"per cent": per_cent},
    )


def settle(
    *, assignment: Assignment, response: Response, level: int, actor: User, at: dt.datetime, reason: str = ""
) -> RubricMark:
    """The mark that counts from now on for an answer that two graders marked differently.

    Raises what `grade` raises: NotGradable, HeldByOther.
    """
    with transaction.atomic():
        [mark] = grade(
            assignment=assignment, responses=[response], level=level, comment="", grader=actor, at=at
        )
        record(
            classroom=assignment.classroom,
            assignment=assignment,
            by=actor,
            action="mark settled",
            subject=f"item {response.item.order}, {response.attempt.membership}",
            new={"level": mark.get_level_display()},
            reason=reason,
        )
    return mark
