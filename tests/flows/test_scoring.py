"""Scores follow from responses and marks, and can be worked out again."""

from __future__ import annotations

import pytest
from django.utils import timezone

from quizzes.factories import AttemptFactory, ResponseFactory
from quizzes.flows.scoring import score_attempt
from quizzes.models import Attempt, RubricMark, Score
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
