"""The attempt page in a real browser: the network goes and comes back, the page is left and found again, no script."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PIN
from quizzes.flows.taking import start_attempt
from quizzes.models import Attempt, Response
from tests.e2e.conftest import Watch
from tests.frozen import HURT_A, OTHER_ANSWERS, TOWED_A, fill_other_kinds, frozen_quiz, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def attempt() -> Attempt:
    assignment = frozen_quiz(limit_minutes=40)
    student = student_of(assignment, display_name="Amara")
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


def sit_down(page: Page, site: str, attempt: Attempt) -> Page:
    """The page at the first item, after joining."""
    page.goto(site + reverse("join-code", args=[attempt.assignment.classroom.code]))
    page.get_by_label(re.compile("name")).fill("Amara")
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Join").click()
    page.goto(site + reverse("attempt", args=[attempt.pk]))
    return page


def answers(attempt: Attempt) -> dict[str, Any]:
    return dict(Response.objects.filter(attempt=attempt).values_list("item__kind", "answer"))


def test_picked_sentences_stand_in_reading_order_and_can_be_removed(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.get_by_role("link", name=re.compile("Item 4")).click()
    page.get_by_label("The ship was towed.").check()
    page.get_by_label("Twelve people were hurt on Monday, police said.").check()
    picks = page.locator("#item-4 [data-pick]")
    expect(picks).to_have_count(2)
    expect(picks.first).to_contain_text("Twelve people")
    assert_accessible(page)
    picks.first.get_by_role("button").click()
    expect(picks).to_have_count(1)
    expect(page.get_by_label("Twelve people were hurt on Monday, police said.")).not_to_be_checked()
    expect(page.locator("[data-saved]")).to_contain_text("Saved")
    assert answers(attempt) == {"claim_evidence": {"choice": None, "evidence": [TOWED_A]}}


def test_on_a_phone_each_article_has_its_tab(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator("#question")).to_be_visible()
    page.get_by_role("link", name="Article B").last.click()
    expect(page.locator("#art-b")).to_be_visible()
    expect(page.locator("#question")).to_be_hidden()
    assert_accessible(page)
    page.locator(".dock-q").click()
    expect(page.locator("#question")).to_be_visible()


def test_time_that_runs_out_hands_in(live_server: Any, page: Page, attempt: Attempt) -> None:
    sit_down(page, live_server.url, attempt)
    # Moved once the page is there: how long it takes to open says nothing. The page learns the new end as it saves.
    Attempt.objects.update(deadline_at=timezone.now() + dt.timedelta(seconds=6))
    page.get_by_label("The B Post").check()
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible(timeout=60_000)
    attempt.refresh_from_db()
    assert not attempt.is_running
    assert answers(attempt) == {"choice": "o2"}


def test_everything_works_without_javascript(
    live_server: Any, browser: Browser, watch: Watch, attempt: Attempt
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    page = sit_down(watch.follow(context.new_page()), live_server.url, attempt)
    page.get_by_label("The B Post").check()
    page.get_by_role("button", name="Next item").click()
    page.get_by_label("Your figure").fill("12")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#text-" + str(attempt.assignment.version.items.all()[1].pk))).to_have_value("12")
    page.get_by_role("link", name=re.compile("Item 4")).click()
    page.get_by_label("Twelve people were hurt on Monday, police said.").check()
    page.get_by_label("The ship was towed.").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("[data-pick]").last.get_by_role("button").click()
    expect(page.locator("[data-pick]")).to_have_count(1)
    page.get_by_role("link", name="Review and hand in").last.click()
    page.get_by_role("button", name="Hand in now").click()
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()
    assert answers(attempt) == {
        "choice": "o2",
        "number": "12",
        "claim_evidence": {"choice": None, "evidence": [HURT_A]},
    }
    context.close()


@pytest.fixture
def attempt_of_nine(attempt: Attempt) -> Attempt:
    """The attempt, with an item of each kind."""
    fill_other_kinds(attempt.assignment.version)
    return attempt


def answer_the_other_kinds(page: Page) -> None:
    page.get_by_role("link", name=re.compile("Item 6")).click()
    page.get_by_role("checkbox", name="The A Post").check()
    page.get_by_role("checkbox", name="Article B").check()
    page.get_by_role("button", name="Next item").click()
    page.get_by_role("radio", name="Cannot tell").check()
    page.get_by_role("button", name="Next item").click()
    for option, place in (("The A Post", "2"), ("Article B", "1"), ("The Wire", "3")):
        page.get_by_role("combobox", name=option).select_option(place)
    page.get_by_role("button", name="Next item").click()
    page.get_by_label("Twelve people were hurt on Monday, police said.").check()
    page.get_by_label("Nine people were hurt, the coast guard said.").check()


def test_every_kind_of_item_can_be_answered(
    live_server: Any, watched_page: Page, attempt_of_nine: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt_of_nine)
    page.get_by_role("link", name=re.compile("Item 8")).click()
    page.get_by_role("combobox", name="The A Post").select_option("1")
    page.get_by_role("combobox", name="Article B").select_option("1")  # one place, one option
    expect(page.get_by_role("combobox", name="The A Post")).to_have_value("")
    answer_the_other_kinds(page)
    assert_accessible(page)
    page.get_by_role("button", name="Review and hand in").click()
    page.wait_for_url("**/submit/")
    assert answers(attempt_of_nine) == OTHER_ANSWERS


def test_every_kind_of_item_can_be_answered_without_javascript(
    live_server: Any, browser: Browser, attempt_of_nine: Attempt
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    page = sit_down(context.new_page(), live_server.url, attempt_of_nine)
    answer_the_other_kinds(page)
    page.get_by_role("button", name="Review and hand in").click()
    assert answers(attempt_of_nine) == OTHER_ANSWERS
    context.close()
