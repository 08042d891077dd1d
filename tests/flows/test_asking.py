"""What a student may ask, and the answer."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from quizzes.factories import AttemptFactory, TeacherFactory
from quizzes.flows import asking
from quizzes.models import Assignment, Attempt, FrozenItem, StudentQuestion
from tests.frozen import frozen_quiz

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def attempt() -> Attempt:
    attempt: Attempt = AttemptFactory(assignment=frozen_quiz(feedback="on_submit"), submitted_at=NOW)
    return attempt


@pytest.fixture
def item(attempt: Attempt) -> FrozenItem:
    found = attempt.assignment.version.items.first()
    assert found
    return found


def ask(attempt: Attempt, item: FrozenItem, text: str = "Why?") -> StudentQuestion:
    return asking.ask(attempt=attempt, item=item, text=text, at=NOW)


def test_a_question_is_kept_with_who_asked_about_what(attempt: Attempt, item: FrozenItem) -> None:
    question = ask(attempt, item)
    assert (question.membership, question.assignment, question.item) == (
        attempt.membership,
        attempt.assignment,
        item,
    )
    assert question.answered_at is None


def test_the_same_question_sent_twice_is_one(attempt: Attempt, item: FrozenItem) -> None:
    assert ask(attempt, item) == ask(attempt, item)


def test_a_few_questions_on_an_item_are_enough(attempt: Attempt, item: FrozenItem) -> None:
    for n in range(asking.MOST_ON_AN_ITEM):
        ask(attempt, item, f"Why {n}?")
    with pytest.raises(asking.TooMany):
        ask(attempt, item, "Why again?")
    other = attempt.assignment.version.items.last()
    assert other and ask(attempt, other)


@pytest.mark.parametrize(
    "fields",
    [
        {"feedback": "on_release"},
        {"feedback": "after_close"},
        {"shown": "score"},
        {"shown": "nothing"},
    ],
)
def test_only_what_is_shown_can_be_asked_about(
    attempt: Attempt, item: FrozenItem, fields: dict[str, str]
) -> None:
    Assignment.objects.update(**fields)
    attempt.assignment.refresh_from_db()
    with pytest.raises(asking.NotShown):
        ask(attempt, item)


def test_nothing_is_asked_while_an_attempt_runs(attempt: Attempt, item: FrozenItem) -> None:
    running = AttemptFactory(assignment=attempt.assignment, membership=attempt.membership, number=2)
    for one in (attempt, running):
        with pytest.raises(asking.NotShown):
            ask(one, item)


def test_an_answer_says_who_and_when_and_can_be_changed(attempt: Attempt, item: FrozenItem) -> None:
    question, teacher = ask(attempt, item), TeacherFactory()
    asking.answer(question=question, text="Look at B.", by=teacher, at=NOW)
    later = NOW + dt.timedelta(hours=1)
    asking.answer(question=question, text="Look at B again.", by=teacher, at=later)
    question.refresh_from_db()
    assert (question.answer, question.answered_by, question.answered_at) == (
        "Look at B again.",
        teacher,
        later,
    )
