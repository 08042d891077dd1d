"""Handed in too early, opened again by the teacher with the keyboard alone, gone on with and handed in anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PASSWORD, PIN
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Attempt
from tests.e2e.conftest import Watch
from tests.frozen import frozen_quiz, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def done() -> Attempt:
    assignment = frozen_quiz()
    student = student_of(assignment, display_name="Amara")
    attempt = start_attempt(assignment=assignment, student=student, at=timezone.now())
    return submit_attempt(attempt=attempt, at=timezone.now())


def test_an_attempt_is_opened_again_and_handed_in_anew(
    live_server: Any,
    watched_page: Page,
    watch: Watch,
    browser: Browser,
    done: Attempt,
    assert_accessible: Callable[[Page], None],
) -> None:
    page, owner = watched_page, done.assignment.classroom.memberships.staff().get().user
    assert owner
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill(owner.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    expect(page.get_by_role("link", name="Classes").first).to_be_visible()
    page.goto(live_server.url + reverse("attempt-review", args=[done.assignment_id, done.membership_id]))
    page.get_by_role("link", name="Open again").press("Enter")
    expect(page.get_by_role("heading", name="Open attempt 1 again")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Why").fill("Handed in by a slip")
    page.get_by_label("Why").press("Enter")
    expect(page.get_by_text("Amara can work on it again, until")).to_be_visible()

    hers = watch.follow(browser.new_context().new_page())
    hers.goto(live_server.url + reverse("join-code", args=[done.assignment.classroom.code]))
    hers.get_by_label(re.compile("name")).fill("Amara")
    hers.get_by_label(re.compile("PIN")).fill(PIN)
    hers.get_by_role("button", name="Join").click()
    expect(hers.get_by_text("Your teacher has opened it again for you")).to_be_visible()
    assert_accessible(hers)
    hers.get_by_role("link", name="Go on").click()
    hers.get_by_role("radio", name="The B Post").check()
    expect(hers.locator("[data-saved]")).to_contain_text("Saved")
    hers.get_by_role("link", name="Review and hand in").click()
    hers.get_by_role("button", name="Hand in now").click()
    expect(hers.get_by_role("heading", name="Handed in")).to_be_visible()
    done.refresh_from_db()
    assert done.receipt in hers.content()

    page.reload()
    expect(page.get_by_text("Open again until")).to_have_count(0)
    expect(page.get_by_role("link", name="Open again")).to_be_visible()
