"""A class that has answered an open item, for the tests of grading."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from quizzes.factories import AttemptFactory, StudentFactory
from quizzes.flows.scoring import score_attempts
from quizzes.models import Assignment, FrozenItem, Response, RubricMark
from tests.frozen import frozen_quiz, items_by_kind


def open_quiz(**terms: object) -> tuple[Assignment, FrozenItem]:
    """An assignment and its one open item, of four points."""
    assignment = frozen_quiz(**terms)
    return assignment, items_by_kind(assignment)["open"]


def answered(assignment: Assignment, item: FrozenItem, texts: Iterable[str]) -> list[Response]:
    """One handed-in attempt for each text, all scored, the open answer waiting."""
    now, before = timezone.now(), Response.objects.count()
    attempts = [
        AttemptFactory(
            assignment=assignment,
            membership=StudentFactory(classroom=assignment.classroom, display_name=f"Ada Okoro {before + n}"),
            submitted_at=now,
        )
        for n, _ in enumerate(texts)
    ]
    together = zip(attempts, texts, strict=True)
    given = Response.objects.bulk_create(
        Response(attempt=attempt, item=item, answer=text, answered_at=now) for attempt, text in together
    )
    score_attempts(assignment=assignment, attempts=attempts)
    return given


def marked(responses: Iterable[Response], level: int, **of: object) -> list[RubricMark]:
    """A mark for each, and the scores that follow."""
    given = list(responses)
    marks = [RubricMark.objects.create(response=response, level=level, **of) for response in given]
    score_attempts(assignment=given[0].attempt.assignment, attempts=[r.attempt for r in given])
    return marks
