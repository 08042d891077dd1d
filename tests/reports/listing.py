"""What tests of results begin with: attempts handed in, and the list of an assignment's students."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from quizzes.factories import AttemptFactory, ResponseFactory, ScoreFactory
from quizzes.models import Assignment, Attempt, FrozenItem
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.result_list import Asked, Listing, student_list


def listed(assignment: Assignment, **asked: str) -> Listing:
    return student_list(mark_sheet(assignment), Asked(**asked))


def handed_in(
    assignment: Assignment, item: FrozenItem, answer: Any, points: float | None, **fields: Any
) -> Attempt:
    attempt = AttemptFactory(assignment=assignment, submitted_at=timezone.now(), **fields)
    ResponseFactory(attempt=attempt, item=item, answer=answer)
    ScoreFactory(attempt=attempt, item=item, points=points, maximum=item.points)
    return attempt
