"""A result in a real browser: the proof is shown in its article and the way back is kept; phone, dark, axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.factories import AttemptFactory, ResponseFactory
from quizzes.flows.scoring import score_attempt
from quizzes.models import Attempt
from tests.e2e.test_attempt import sit_down
from tests.frozen import ANSWERS, HURT_A, TOWED_A, fill_other_kinds, frozen_quiz, items_by_kind, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def attempt() -> Attempt:
    assignment = frozen_quiz(feedback="on_submit")
    fill_other_kinds(assignment.version)
    student = student_of(assignment, display_name="Amara")
    attempt = AttemptFactory(
        assignment=assignment, membership=student, submitted_at=timezone.now(), receipt="R-1"
    )
    items = items_by_kind(assignment)
    given = {**ANSWERS, "claim_evidence": {"choice": "o1", "evidence": [HURT_A, TOWED_A]}}
    for kind, answer in given.items():
        ResponseFactory(attempt=attempt, item=items[kind], answer=answer)
    score_attempt(attempt)
    return attempt


def test_a_proof_is_shown_in_its_article_and_the_way_leads_back(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.goto(live_server.url + reverse("attempt-feedback", args=[attempt.pk]))
    assert_accessible(page)
    link = page.locator("#i4 [data-see]").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".is-lit")).to_have_text("Twelve people were hurt on Monday, police said.")
    expect(dialog.locator(".is-lit")).to_be_in_viewport()
    expect(dialog).not_to_contain_text("Nine people")
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    expect(page.locator("#at-A-19")).to_have_count(1)
    page.locator("html").evaluate("(page) => { page.dataset.bsTheme = 'dark'; }")
    for width in (320, 360, 768, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page)
