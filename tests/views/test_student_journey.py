"""From the class code to the result, without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import PIN
from quizzes.models import Assignment, Attempt, Membership
from tests.frozen import ANSWERS, items_by_kind
from tests.views.pages import page

pytestmark = pytest.mark.django_db


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
