"""Answers arrive as events; what is acknowledged is stored, what is not is said."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Assignment, Attempt, Response, ResponseEvent
from tests.frozen import frozen_quiz, items_by_kind, student_of
from tests.views.pages import page, send

pytestmark = pytest.mark.django_db


def test_an_event_is_acknowledged_with_the_time_of_the_class(desk: Client, attempt: Attempt) -> None:
    saved = send(desk, attempt).json()
    event = ResponseEvent.objects.get()
    local = event.received_at.astimezone(attempt.assignment.classroom.zone)
    assert saved["saved_at"] == f"{local:%H:%M}"
    assert (saved["device"], saved["sequence"], saved["is_late"]) == ("phone-0001", 1, False)


def test_the_same_event_again_is_acknowledged_again(desk: Client, attempt: Attempt) -> None:
    assert [send(desk, attempt).status_code for _ in range(2)] == [200, 200]
    assert ResponseEvent.objects.count() == 1


def test_another_answer_under_a_used_number_is_a_conflict(desk: Client, attempt: Attempt) -> None:
    send(desk, attempt)
    assert send(desk, attempt, answer="o2").status_code == 409
    assert Response.objects.get().answer == "o1"


@pytest.mark.parametrize(
    "event",
    [
        {"answer": "o9"},
        {"answer": {"choice": "o1"}},
        {"sequence": -1},
        {"sequence": 2**31},
        {"sequence": "1"},
        {"sequence": True},
        {"device": "x"},
        {"device": "phone 0001"},
        {"device": "x" * 37},
        {"device": None},
        {"item": "1"},
        {"more": 1},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(desk: Client, attempt: Attempt, event: dict[str, Any]) -> None:
    assert send(desk, attempt, **event).status_code == 400
    assert not ResponseEvent.objects.exists()


@pytest.mark.parametrize("body", ["[]", "{", b"\xff", "[" * 100_000, "9" * 5000, " " * 300_000 + "{}"])
def test_what_is_no_event_is_refused(desk: Client, attempt: Attempt, body: Any) -> None:
    url = reverse("attempt-save", args=[attempt.pk])
    assert desk.post(url, data=body, content_type="application/json").status_code == 400


def test_what_no_database_keeps_is_taken_out_of_typed_text(desk: Client, attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["open"]
    assert send(desk, attempt, item=item.pk, answer="a\0b \ud83d").status_code == 200
    assert Response.objects.get().answer == "ab ?"


def test_an_item_of_another_quiz_is_refused(desk: Client, attempt: Attempt) -> None:
    """Not 404, which says that the student is signed out: her page would wait for her to join again."""
    other = items_by_kind(frozen_quiz())["choice"]
    assert send(desk, attempt, item=other.pk).status_code == 400
    assert send(desk, attempt, item=10**30).status_code == 400
    assert desk.post(reverse("attempt-save", args=[attempt.pk]), {"item": other.pk}).status_code == 404


def test_nobody_writes_into_the_attempt_of_another(desk: Client, assignment: Assignment) -> None:
    other = start_attempt(assignment=assignment, student=student_of(assignment), at=timezone.now())
    assert send(desk, other).status_code == 404


def test_an_event_after_the_end_is_kept_and_said_to_be_late(desk: Client, attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=timezone.now())
    assert send(desk, attempt).json()["is_late"] is True
    assert "1 answer came after the end" in page(desk, "attempt-receipt", attempt.pk)
