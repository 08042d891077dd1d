"""The results of a class in a browser: the overview, its list, the items and one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Score
from tests.simulated import simulate, thirteen_items

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def assignment() -> Assignment:
    """Fourteen have handed in. Item 10 is keyed wrongly: who did well on the rest chose "o2" and got nothing."""
    assignment = thirteen_items()
    simulate(assignment, handed_in=14, working=1, not_begun=1, seed=5, graded=0.5)
    item = assignment.version.items.get(order=10)
    attempts = list(assignment.attempts.submitted())
    attempts.sort(key=lambda attempt: -sum(s.points or 0 for s in attempt.scores.exclude(item=item)))
    for place, attempt in enumerate(attempts):
        answer = "o2" if place < 8 else "o1"
        attempt.responses.update_or_create(
            item=item, defaults={"answer": answer, "answered_at": attempt.submitted_at}
        )
        Score.objects.filter(attempt=attempt, item=item).update(points=int(answer == "o1"))
    return assignment


@pytest.fixture
def desk(watched_page: Page, live_server: Any, assignment: Assignment) -> Page:
    owner = assignment.classroom.memberships.staff().get().user
    assert owner
    client = Client()
    client.force_login(owner)
    cookie = client.cookies["sessionid"].value
    watched_page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    watched_page.goto(live_server.url + reverse("assignment-results", args=[assignment.pk]))
    return watched_page


def test_from_what_stands_out_to_the_key_by_keyboard(desk: Page, assert_accessible: Check) -> None:
    assert_accessible(desk)
    standout = desk.get_by_role("link", name="Item 10 may have a wrong key")
    standout.focus()
    expect(standout).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Item 10", exact=True)).to_be_visible()
    expect(desk.locator(".doubts")).to_contain_text("8 gave “The B Post”, 6 the key “The A Post”.")
    assert_accessible(desk)
    desk.get_by_role("link", name="Item 11").click()
    expect(desk.get_by_role("heading", name="Item 11", exact=True)).to_be_visible()
    desk.go_back()
    desk.get_by_role("link", name="Check the key").click()
    expect(desk.get_by_role("heading", name=re.compile("key of item 10"))).to_be_visible()


def test_the_list_is_searched_as_one_types_and_keeps_its_place_in_the_address(desk: Page) -> None:
    name = desk.locator(".result-list tbody th").first.inner_text()
    box = desk.get_by_label("Name", exact=True)
    box.focus()
    expect(box).to_be_focused()
    desk.keyboard.type(name)
    expect(desk.get_by_role("status")).to_contain_text("1 of 16 students")
    expect(desk).to_have_url(re.compile(r"q="))
    desk.reload()
    expect(desk.locator(".result-list tbody tr")).to_have_count(1)
    desk.get_by_role("link", name="Show all").click()
    expect(desk.locator(".result-list tbody tr")).to_have_count(16)
    desk.get_by_label("Show", exact=True).select_option("not started")
    expect(desk.locator(".result-list tbody tr")).to_have_count(1)


def test_the_items_fit_a_phone_and_the_dark(desk: Page, assert_accessible: Check) -> None:
    desk.emulate_media(color_scheme="dark")
    desk.set_viewport_size({"width": 360, "height": 700})
    desk.get_by_role("link", name="Items", exact=True).last.click()
    expect(desk.get_by_text("possible wrong key", exact=True)).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(desk)
    desk.get_by_role("link", name="Question 10?").click()
    expect(desk.get_by_role("heading", name="What the articles say")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(desk)
