"""The first page anybody sees, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.factories import PASSWORD, TeacherFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_teacher_signs_in(
    live_server: Any, watched_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    TeacherFactory(email="anna@school.example", name="Anna")
    watched_page.goto(live_server.url + reverse("home"))
    assert_accessible(watched_page)

    watched_page.get_by_label("E-mail address").fill("anna@school.example")
    watched_page.get_by_label("Password").fill(PASSWORD)
    watched_page.get_by_role("button", name="Sign in").click()

    expect(watched_page).to_have_url(live_server.url + reverse("home"))
    assert_accessible(watched_page)
