"""An article's page in a real browser: the teacher says by keyboard what a passage is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.factories import PASSWORD, TeacherFactory
from quizzes.flows import reading
from quizzes.flows.reading import start_reading
from tests.flows.telling import hand_reading, told_story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_passage_is_left_out_by_keyboard(
    live_server: Any,
    watched_page: Page,
    assert_accessible: Callable[[Page], None],
    monkeypatch: pytest.MonkeyPatch,
    look: str,
) -> None:
    monkeypatch.setattr(reading, "_reading", hand_reading)
    teacher = TeacherFactory(email="anna@school.example")
    story = told_story(teacher)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    article = story.articles.get(letter="A")
    page = watched_page
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    page.goto(live_server.url + reverse("article-detail", args=[article.pk]))
    page.locator("input[name=login]").fill(teacher.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", look)
    assert_accessible(page)

    pencil = page.locator(".rp-body summary").last
    pencil.focus()
    page.keyboard.press("Enter")
    leave_out = page.locator(".rp-body details[open]").get_by_role("button", name="Not part of this article")
    leave_out.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Not part of this article: set by you")).to_be_visible()
    expect(page.get_by_text("the marks are those of the reading before")).to_be_visible()
    assert_accessible(page)
    assert article.passages.filter(role_set="furniture").count() == 1
