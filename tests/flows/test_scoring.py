"""Scores follow from responses and marks, and can be worked out again."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quizzes.factories import AttemptFactory, ResponseFactory
from quizzes.flows.scoring import points_of_level, score_attempt, score_attempts
from quizzes.models import Attempt, Response, Rubric, RubricMark, Score
from tests.frozen import frozen_quiz, items_by_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt() -> Attempt:
    return AttemptFactory(assignment=frozen_quiz(), submitted_at=timezone.now())


def test_scoring_again_gives_the_same_rows(attempt: Attempt) -> None:
    ResponseFactory(attempt=attempt, item=items_by_kind(attempt.assignment)["choice"], answer="o2")
    score_attempt(attempt)
    before = list(Score.objects.values_list("pk", "points"))
    score_attempt(attempt)
    assert list(Score.objects.values_list("pk", "points")) == before


def test_a_changed_key_is_taken_up(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    ResponseFactory(attempt=attempt, item=item, answer="o2")
    score_attempt(attempt)
    item.key = "o1"
    item.save()
    score_attempt(attempt)
    assert Score.objects.get(item=item).points == 0


def test_the_newest_mark_of_an_open_answer_counts(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["open"]
    response = ResponseFactory(attempt=attempt, item=item, answer="Two offices.")
    for level in (2, 1):
        RubricMark.objects.create(response=response, level=level)
    score_attempt(attempt)
    assert Score.objects.get(item=item).points == 2


@pytest.fixture
def opened(attempt: Attempt) -> Response:
    """An answer to the open item of four points."""
    return ResponseFactory(attempt=attempt, item=items_by_kind(attempt.assignment)["open"], answer="Two.")


@pytest.mark.parametrize("other", [{"undone_at": timezone.now()}, {"is_second": True}])
def test_marks_that_are_undone_or_second_do_not_count(opened: Response, other: dict[str, object]) -> None:
    RubricMark.objects.create(response=opened, level=2, **other)
    score_attempt(opened.attempt)
    assert Score.objects.get(item=opened.item).points is None


def test_an_answer_changed_after_its_mark_waits_again(opened: Response) -> None:
    RubricMark.objects.create(response=opened, level=2)
    opened.answered_at = timezone.now()
    opened.save()
    score_attempt(opened.attempt)
    assert Score.objects.get(item=opened.item).points is None


def test_the_newest_rubric_says_what_a_level_is_worth(opened: Response) -> None:
    assignment = opened.attempt.assignment
    assert points_of_level(assignment, opened.item) == (0, 2, 4)
    for number, points in ((2, [0, 1, 4]), (3, [0, 3, 4])):
        Rubric.objects.create(
            assignment=assignment, item=opened.item, number=number, levels=["", "", ""], points=points
        )
    RubricMark.objects.create(response=opened, level=1)
    score_attempt(opened.attempt)
    assert points_of_level(assignment, opened.item) == (0, 3, 4)
    assert Score.objects.get(item=opened.item).points == 3


def test_many_attempts_are_scored_in_as_many_queries_as_one(attempt: Attempt) -> None:
    def queries(attempts: list[Attempt]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            score_attempts(assignment=attempt.assignment, attempts=attempts)
        return len(asked)

    more = AttemptFactory.create_batch(20, assignment=attempt.assignment, submitted_at=timezone.now())
    assert queries([attempt]) == queries(more)
    assert Score.objects.count() == 21 * attempt.assignment.version.items.count()
