"""Votes in a debrief: asked, answered, closed, and never near a score."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import FrozenItemFactory, TeacherFactory
from quizzes.flows.debriefs import NotAVote, VoteClosed, close_revote, open_revote, vote
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Assignment, Response, Revote, RevoteAnswer, Score, User
from quizzes.scoring.responses import ResponseMalformed
from tests.frozen import ANSWERS, fill_other_kinds, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    assignment = frozen_quiz()
    fill_other_kinds(assignment.version)
    return assignment


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


def asked(assignment: Assignment, teacher: User, kind: str = "choice") -> Revote:
    item = items_by_kind(assignment)[kind]
    return open_revote(assignment=assignment, item=item, by=teacher, at=timezone.now())


def test_a_second_answer_takes_the_place_of_the_first_and_no_score_moves(
    assignment: Assignment, teacher: User
) -> None:
    student, now = student_of(assignment), timezone.now()
    attempt = start_attempt(assignment=assignment, student=student, at=now)
    submit_attempt(attempt=attempt, at=now)
    before = list(Score.objects.values_list("item", "points"))
    revote = asked(assignment, teacher)
    for answer in ("o1", "o2"):
        vote(revote=revote, student=student, answer=answer, at=now)
    assert [given.answer for given in RevoteAnswer.objects.all()] == ["o2"]
    assert list(Score.objects.values_list("item", "points")) == before
    assert not Response.objects.exists()


def test_one_vote_is_open_at_a_time(assignment: Assignment, teacher: User) -> None:
    first = asked(assignment, teacher)
    assert asked(assignment, teacher) == first
    second = asked(assignment, teacher, "tf3")
    first.refresh_from_db()
    assert (first.closed_at is None, second.closed_at) == (False, None)
    close_revote(revote=second, at=timezone.now())
    assert asked(assignment, teacher).pk not in (first.pk, second.pk)


@pytest.mark.parametrize("kind", ["evidence", "open"])
def test_what_no_phone_can_answer_is_no_vote(assignment: Assignment, teacher: User, kind: str) -> None:
    with pytest.raises(NotAVote):
        asked(assignment, teacher, kind)


def test_an_item_of_another_quiz_is_not_asked(assignment: Assignment, teacher: User) -> None:
    with pytest.raises(NotAVote):
        open_revote(assignment=assignment, item=FrozenItemFactory(), by=teacher, at=timezone.now())


def test_a_closed_vote_takes_no_answer(assignment: Assignment, teacher: User) -> None:
    revote = asked(assignment, teacher)
    close_revote(revote=revote, at=timezone.now())
    with pytest.raises(VoteClosed):
        vote(revote=revote, student=student_of(assignment), answer="o1", at=timezone.now())


@pytest.mark.parametrize("answer", ["o9", "", None, 7])
def test_what_no_page_sends_is_no_answer(assignment: Assignment, teacher: User, answer: Any) -> None:
    revote = asked(assignment, teacher)
    with pytest.raises(ResponseMalformed):
        vote(revote=revote, student=student_of(assignment), answer=answer, at=timezone.now())


@pytest.mark.parametrize("kind", ["number", "match", "claim_evidence"])
def test_other_kinds_are_voted_on_too(assignment: Assignment, teacher: User, kind: str) -> None:
    answer = {"choice": "o1", "evidence": []} if kind == "claim_evidence" else ANSWERS[kind]
    revote = asked(assignment, teacher, kind)
    assert (
        vote(revote=revote, student=student_of(assignment), answer=answer, at=timezone.now()).answer == answer
    )
