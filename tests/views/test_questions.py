"""Questions on items: the student's form on her result, the teacher's page, and the answer under the item."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AttemptFactory,
    ClassroomFactory,
    QuestionFactory,
    ResponseFactory,
    StaffFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.flows.saving import save_form
from quizzes.flows.taking import submit_attempt
from quizzes.models import Assignment, Attempt, Membership, StudentQuestion, User
from tests.frozen import ANSWERS, frozen_quiz, items_by_kind
from tests.views.pages import page

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def teacher(assignment: Assignment) -> User:
    owner = assignment.classroom.memberships.get(role=Membership.Role.OWNER).user
    assert owner
    return owner


@pytest.fixture
def board(teacher: User) -> Client:
    """The teacher's browser."""
    client = Client()
    client.force_login(teacher)
    return client


@pytest.fixture
def handed_in(attempt: Attempt) -> Attempt:
    save_form(attempt=attempt, item=items_by_kind(attempt.assignment)["choice"], answer="o1", at=NOW)
    submit_attempt(attempt=attempt, at=timezone.now())
    return attempt


def ask(desk: Client, attempt: Attempt, text: str) -> str:
    item = items_by_kind(attempt.assignment)["choice"]
    url = reverse("question-ask", args=[attempt.pk, item.pk])
    return desk.post(url, {"text": text}, follow=True).content.decode()


def answer(board: Client, **data: str) -> Any:
    question = StudentQuestion.objects.get()
    return board.post(reverse("question-answer", args=[question.pk]), data, follow=True)


def test_a_question_goes_to_the_teacher_and_the_answer_comes_back(
    desk: Client, board: Client, handed_in: Attempt
) -> None:
    told = ask(desk, handed_in, "Why is it not The A Post?")
    assert "is sent" in told and "Not answered yet" in told
    shown = board.get(reverse("question-list")).content.decode()
    assert "Why is it not The A Post?" in shown
    assert "Amara answered" in shown and "The A Post" in shown
    answer(board, answer="Look at the second figure.")
    assert "Look at the second figure." in page(desk, "attempt-feedback", handed_in.pk)


def test_a_question_can_be_set_aside(desk: Client, board: Client, handed_in: Attempt) -> None:
    ask(desk, handed_in, "??")
    assert "Nothing waits for an answer" in answer(board, seen="yes").content.decode()
    assert "has read it" in page(desk, "attempt-feedback", handed_in.pk)


@pytest.mark.parametrize(
    ("text", "why"), [("", "no text"), (" \n", "no text"), ("why " * 200, "500 characters")]
)
def test_what_is_no_question_is_given_back(desk: Client, handed_in: Attempt, text: str, why: str) -> None:
    told = ask(desk, handed_in, text)
    assert why in told
    assert text.strip() in told
    assert not StudentQuestion.objects.exists()


def test_after_three_questions_the_form_is_gone_and_says_why(desk: Client, handed_in: Attempt) -> None:
    for n in range(3):
        told = ask(desk, handed_in, f"Why {n}?")
    item = items_by_kind(handed_in.assignment)["choice"]
    assert reverse("question-ask", args=[handed_in.pk, item.pk]) not in told
    assert "Ask in class" in ask(desk, handed_in, "Why again?")
    assert StudentQuestion.objects.count() == 3


def test_an_unreleased_result_takes_no_question(desk: Client, handed_in: Attempt) -> None:
    Assignment.objects.update(feedback="on_release")
    assert "was not sent" in ask(desk, handed_in, "Why?")
    assert not StudentQuestion.objects.exists()


def test_an_item_of_another_quiz_is_not_there(desk: Client, handed_in: Attempt) -> None:
    other = items_by_kind(frozen_quiz())["choice"]
    url = reverse("question-ask", args=[handed_in.pk, other.pk])
    assert desk.post(url, {"text": "Why?"}).status_code == 404


def test_a_classmate_sees_neither_question_nor_answer(desk: Client, handed_in: Attempt) -> None:
    classmate = StudentFactory(classroom=handed_in.assignment.classroom)
    item = items_by_kind(handed_in.assignment)["choice"]
    QuestionFactory(assignment=handed_in.assignment, membership=classmate, item=item, text="Mine alone")
    assert "Mine alone" not in page(desk, "attempt-feedback", handed_in.pk)


def test_an_empty_answer_is_refused_and_the_page_says_so(
    desk: Client, board: Client, handed_in: Attempt
) -> None:
    ask(desk, handed_in, "Why?")
    refused = answer(board, answer=" ")
    assert refused.status_code == 422
    assert "Write an answer" in refused.content.decode()
    too_long = answer(board, answer="word " * 500)
    assert "word word" in too_long.content.decode()
    assert StudentQuestion.objects.get().answered_at is None


def test_htmx_gets_the_question_as_it_is_now(desk: Client, board: Client, handed_in: Attempt) -> None:
    ask(desk, handed_in, "Why?")
    url = reverse("question-answer", args=[StudentQuestion.objects.get().pk])
    told = board.post(url, {"answer": "Look at B."}, headers={"HX-Request": "true"}).content.decode()
    assert told.lstrip().startswith("<article")
    assert "Look at B." in told


def test_graders_answer_and_strangers_see_nothing(client: Client, assignment: Assignment) -> None:
    QuestionFactory(assignment=assignment, text="Why?")
    grader = StaffFactory(classroom=assignment.classroom, role=Membership.Role.GRADER).user
    client.force_login(grader)
    assert "Why?" in client.get(reverse("question-list")).content.decode()
    client.force_login(TeacherFactory())
    assert "Why?" not in client.get(reverse("question-list")).content.decode()


def test_sixty_students_questions_take_few_queries(
    board: Client, assignment: Assignment, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    items = list(assignment.version.items.all())
    other = frozen_quiz(classroom=ClassroomFactory(owner=teacher))
    QuestionFactory(assignment=other)
    for n in range(60):
        student = StudentFactory(classroom=assignment.classroom)
        item = items[n % len(items)]
        attempt = AttemptFactory(assignment=assignment, membership=student, submitted_at=NOW)
        ResponseFactory(attempt=attempt, item=item, answer=ANSWERS[item.kind])
        QuestionFactory(
            assignment=assignment, membership=student, item=item, answered_at=NOW if n % 6 == 0 else None
        )
    with django_assert_num_queries(
        6
    ):  # session, user; questions and answers, of those that wait and the others
        shown = board.get(reverse("question-list")).content.decode()
    assert shown.count('class="qu"') == 61
