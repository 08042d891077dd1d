"""The countdown in a real browser: the server alone decides, whatever the device's clock shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.factories import PIN
from quizzes.flows.taking import start_attempt
from quizzes.models import Attempt, Membership
from tests.frozen import frozen_quiz, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAKE = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def attempt() -> Attempt:
    assignment = frozen_quiz(limit_minutes=40)
    student = student_of(assignment, display_name="Amara")
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


def sit_down(page: Page, site: str, attempt: Attempt) -> None:
    page.goto(site + reverse("join-code", args=[attempt.assignment.classroom.code]))
    page.get_by_label(re.compile("name")).fill("Amara")
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Join").click()
    page.goto(site + reverse("attempt", args=[attempt.pk]))


def end_in(attempt: Attempt, seconds: int) -> None:
    Attempt.objects.update(deadline_at=timezone.now() + dt.timedelta(seconds=seconds))


def test_a_device_whose_clock_jumps_hands_nothing_in(live_server: Any, page: Page, attempt: Attempt) -> None:
    page.clock.install()
    sit_down(page, live_server.url, attempt)
    expect(page.locator("[data-clock]")).to_contain_text(re.compile("(40:00|39:..) left"))
    page.clock.fast_forward(50 * 60 * 1000)  # asleep for the whole lesson, or set wrongly: the server knows
    expect(page.locator("[data-clock]")).to_contain_text(re.compile("(40:00|39:..) left"))
    attempt.refresh_from_db()
    assert attempt.is_running


def test_more_time_is_told_politely_and_the_last_words_come_before_the_end(
    live_server: Any, page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    sit_down(page, live_server.url, attempt)
    words = page.locator("[data-announce]")
    expect(page.locator("[data-clock]")).to_contain_text("left")
    Membership.objects.update(extra_time=2)
    end_in(attempt, 80 * 60)
    page.evaluate(WAKE)
    expect(words).to_contain_text("You have more time: until")
    assert_accessible(page)
    end_in(attempt, 29)
    page.reload()
    expect(words).to_contain_text("30 seconds left. Then your answers are handed in by themselves.")
    page.get_by_role("radio", name="The B Post").check()
    expect(page.locator("[data-saved]")).to_contain_text("Saved")
    end_in(attempt, -1)
    page.evaluate(WAKE)
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()
    assert attempt.responses.get().answer == "o2"


def test_it_can_be_hidden_and_stays_so(live_server: Any, page: Page, attempt: Attempt) -> None:
    sit_down(page, live_server.url, attempt)
    page.get_by_role("button", name="Hide the time").press("Enter")
    expect(page.locator("[data-clock]")).to_be_hidden()
    page.get_by_role("link", name="Review and hand in").click()
    expect(page.get_by_role("button", name="Show the time")).to_be_visible()
    expect(page.locator("[data-clock]")).to_be_hidden()
    page.get_by_role("button", name="Show the time").click()
    expect(page.locator("[data-clock]")).to_contain_text("left")


def test_what_was_handed_in_elsewhere_leads_to_the_receipt(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    expect(page.locator("[data-clock]")).to_contain_text("left")
    Attempt.objects.update(submitted_at=timezone.now(), receipt="K7QD-2MXP")
    page.evaluate(WAKE)
    expect(page.get_by_text("K7QD-2MXP")).to_be_visible()
