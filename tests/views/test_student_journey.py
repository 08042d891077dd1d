"""A student's way through the pages: join, start, answer, hand in, result."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import PIN
from quizzes.flows.taking import start_attempt
from quizzes.models import Assignment, Attempt, Membership
from tests.frozen import ANSWERS, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(feedback="on_submit", classroom__time_zone="Europe/Dublin")


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return student_of(assignment, display_name="Amara")


@pytest.fixture
def desk(client: Client, student: Membership) -> Client:
    """The browser of a student who has joined."""
    sent = {"code": student.classroom.code, "name": "Amara", "pin": PIN}
    assert client.post(reverse("join"), sent).status_code == 302
    return client


@pytest.fixture
def attempt(assignment: Assignment, student: Membership) -> Attempt:
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


def form_data(kind: str, answer: Any) -> dict[str, Any]:
    """The fields that a browser without JavaScript would send."""
    match kind:
        case "choice":
            return {"choice": answer}
        case "number" | "open":
            return {"text": answer}
        case "match":
            return {f"match-{left}": right for left, right in answer.items()}
        case _:
            picks = [f"{p['article']}:{p['start']}:{p['end']}" for p in answer["evidence"]]
            return {"choice": answer["choice"], "evidence": picks}


def page(client: Client, name: str, pk: int, **query: str) -> str:
    answer = client.get(reverse(name, args=[pk]), query)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_from_the_class_code_to_the_result_without_javascript(
    client: Client, assignment: Assignment, student: Membership
) -> None:
    joined = client.post(
        reverse("join"), {"code": student.classroom.code, "name": "amara ", "pin": PIN}, follow=True
    )
    assert assignment.version.title in joined.content.decode()
    start = client.post(reverse("student-assignment", args=[assignment.pk]))
    attempt = Attempt.objects.get()
    assert start.url == reverse("attempt", args=[attempt.pk])
    for kind, item in items_by_kind(assignment).items():
        sent = {"item": item.pk, "go": "review", **form_data(kind, ANSWERS[kind])}
        assert client.post(reverse("attempt-save", args=[attempt.pk]), sent).status_code == 302
    assert "All 5 items are answered" in page(client, "attempt-submit", attempt.pk)
    handed_in = client.post(reverse("attempt-submit", args=[attempt.pk]), follow=True)
    attempt.refresh_from_db()
    assert attempt.receipt in handed_in.content.decode()
    result = page(client, "attempt-feedback", attempt.pk)
    # choice 1, number 1, match 2, claim 2 and half of its evidence 1
    assert "<b>7</b><span>of 12 points</span>" in result
    assert "1 answer still waits to be graded" in result
