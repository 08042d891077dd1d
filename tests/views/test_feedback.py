"""The result, when the teacher's policy allows it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import FrozenItemFactory, ResponseFactory
from quizzes.flows.saving import save_form
from quizzes.flows.taking import submit_attempt
from quizzes.models import (
    Assignment,
    Attempt,
    Comment,
    GradeOverride,
    KeyRepair,
    Response,
    StudentQuestion,
)
from tests.frozen import ANSWERS, HURT_A, TOWED_A, items_by_kind
from tests.views.pages import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(desk: Client, attempt: Attempt) -> str:
    """The feedback page after a half-right attempt."""
    items = items_by_kind(attempt.assignment)
    given = {
        **ANSWERS,
        "choice": "o1",
        "number": "9",
        "match": {"l1": "r1", "l2": "r1"},
        "claim_evidence": {"choice": "o1", "evidence": [HURT_A, TOWED_A]},
    }
    for kind, answer in given.items():
        save_form(attempt=attempt, item=items[kind], answer=answer, at=timezone.now())
    submit_attempt(attempt=attempt, at=timezone.now())
    response = Response.objects.get(item=items["open"])
    Comment.objects.create(response=response, text="Which two?")
    return page(desk, "attempt-feedback", attempt.pk)


def test_the_result_shows_answer_key_reason_and_what_to_do_next_time(result: str) -> None:
    assert "The B Post says twelve." in result
    assert "Before you take a figure, check what it counts." in result
    assert "The A Post → twelve" in result
    assert "They asked two offices." in result
    assert "Which two?" in result
    assert "to be graded, 4 points" in result


def test_the_sentences_that_prove_it_are_lit_and_told_apart(result: str) -> None:
    assert "Injured: fire on the ferry" in result
    assert result.count("you ticked it: it proves it") == 1
    assert result.count("proves it; you did not tick it") == 1
    assert result.count("you ticked it: it does not prove the answer") == 1


def test_twenty_items_cost_no_more_queries_than_five(
    desk: Client, attempt: Attempt, django_assert_num_queries: Any
) -> None:
    FrozenItemFactory.create_batch(15, version=attempt.assignment.version)
    for item in items_by_kind(attempt.assignment).values():
        ResponseFactory(attempt=attempt, item=item, answer=ANSWERS[item.kind])
    submit_attempt(attempt=attempt, at=timezone.now())
    with django_assert_num_queries(
        14
    ):  # session, student, attempt, overdue, one running; articles, answers with marks and comments, questions, repairs, override
        page(desk, "attempt-feedback", attempt.pk)


@pytest.mark.parametrize(
    ("feedback", "told"),
    [("on_release", "has not released"), ("after_close", "when the quiz has closed")],
)
def test_no_result_before_the_teacher_s_policy_allows_it(
    desk: Client, attempt: Attempt, feedback: str, told: str
) -> None:
    Assignment.objects.update(feedback=feedback)
    submit_attempt(attempt=attempt, at=timezone.now())
    answer = desk.get(reverse("attempt-feedback", args=[attempt.pk]), follow=True)
    assert told in answer.content.decode()
    assert "The B Post says twelve." not in answer.content.decode()


def test_no_result_while_the_attempt_runs(desk: Client, attempt: Attempt) -> None:
    answer = desk.get(reverse("attempt-feedback", args=[attempt.pk]), follow=True)
    assert "Hand in first" in answer.content.decode()


def test_every_link_into_an_article_leads_to_its_sentence(result: str) -> None:
    links = set(re.findall(r'href="#(at-[^"]+)"', result))
    assert links
    assert links <= set(re.findall(r'id="(at-[^"]+)"', result))


def test_what_the_teacher_has_corrected_or_set_is_said(desk: Client, attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=timezone.now())
    item = items_by_kind(attempt.assignment)["choice"]
    KeyRepair.objects.create(
        assignment=attempt.assignment, item=item, policy="full_credit", reason="C says so too."
    )
    GradeOverride.objects.create(
        assignment=attempt.assignment, membership=attempt.membership, points=7, reason="not for students"
    )
    shown = page(desk, "attempt-feedback", attempt.pk)
    assert "Your teacher corrected this item:" in shown
    assert "C says so too." in shown
    assert "Your teacher has set your points for this quiz to 7." in shown
    assert "not for students" not in shown


def test_home_says_that_a_question_is_answered_for_a_fortnight(desk: Client, attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=timezone.now())
    item = items_by_kind(attempt.assignment)["choice"]
    question = StudentQuestion.objects.create(
        membership=attempt.membership,
        assignment=attempt.assignment,
        item=item,
        text="Why?",
        asked_at=timezone.now(),
    )
    link = f"{reverse('attempt-feedback', args=[attempt.pk])}#q{item.pk}"
    assert link not in desk.get(reverse("student-home")).content.decode()
    question.answer, question.answered_at = "Because.", timezone.now()
    question.save()
    assert link in desk.get(reverse("student-home")).content.decode()
    question.answered_at = timezone.now() - dt.timedelta(days=15)
    question.save()
    assert link not in desk.get(reverse("student-home")).content.decode()
