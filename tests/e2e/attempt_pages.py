"""What the browser tests of an attempt share: a student who sits down at it, and what the server has of it."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from quizzes.factories import PIN
from quizzes.flows.taking import start_attempt
from quizzes.models import Assignment, Attempt, Response
from tests.frozen import frozen_quiz, student_of


def begun_attempt(name: str = "Amara", assignment: Assignment | None = None) -> Attempt:
    """A running attempt of forty minutes at the quiz of five items."""
    assignment = assignment or frozen_quiz(limit_minutes=40)
    student = student_of(assignment, display_name=name)
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


def join(page: Page, site: str, attempt: Attempt) -> None:
    page.goto(site + reverse("join-code", args=[attempt.assignment.classroom.code]))
    page.get_by_label(re.compile("name")).fill(attempt.membership.display_name)
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="My quizzes")).to_be_visible()


def address(site: str, attempt: Attempt) -> str:
    return site + reverse("attempt", args=[attempt.pk])


def sit_down(page: Page, site: str, attempt: Attempt) -> Page:
    """The page at the first item, after joining."""
    join(page, site, attempt)
    page.goto(address(site, attempt))
    return page


def check(page: Page, choice: Locator) -> None:
    """Tick a choice and wait until the server has stored it: the page may say "Saved" of an answer before."""
    with page.expect_response("**/save/") as stored:
        choice.check()
    assert stored.value.ok


def answers(attempt: Attempt) -> dict[str, Any]:
    return dict(Response.objects.filter(attempt=attempt).values_list("item__kind", "answer"))


def waiting(page: Page) -> int:
    """How many events wait in the browser."""
    return page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('mediaquiz:')).length")
