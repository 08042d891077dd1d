"""The matrix in a real browser: opened, corrected and taken back by keyboard alone; a finding of her own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.factories import PASSWORD, TeacherFactory
from quizzes.models import Story
from tests.flows.telling import read_story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Check = Callable[[Page], None]


@pytest.fixture
def story() -> Story:
    return read_story(TeacherFactory(email="anna@school.example"))


@pytest.fixture
def desk(live_server: Any, watched_page: Page, story: Story) -> Page:
    """The matrix, with the teacher signed in."""
    page = watched_page
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill("anna@school.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Stories").first).to_be_visible()
    page.goto(live_server.url + reverse("story-compare", kwargs={"pk": story.pk}))
    return page


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until the focus is on what says `words`."""
    for _ in range(most):
        press(page, "Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"no way to “{words}” by keyboard; the focus is on “{focused(page)}”")


def test_by_keyboard_alone(desk: Page, story: Story, assert_accessible: Check) -> None:
    assert_accessible(desk)
    drawer = desk.locator("#drawer")
    # Tab to the row, arrows from cell to cell, Enter opens, Escape closes, and the focus comes back.
    tab_to(desk, "People injured")
    press(desk, "ArrowRight")
    assert focused(desk).startswith("At least nine")
    press(desk, "ArrowRight")
    assert focused(desk).startswith("Four")
    press(desk, "ArrowLeft", "ArrowRight", "Enter")
    heading = drawer.get_by_role("heading", name=re.compile("People injured"))
    expect(heading).to_be_focused()
    expect(drawer.locator("mark").first).to_have_text("Four")
    assert_accessible(desk)
    press(desk, "Escape")
    expect(heading).to_have_count(0)
    assert focused(desk).startswith("Four")

    # From the drawer to the correction, which names the items that rest on it.
    press(desk, "Enter")
    expect(heading).to_be_focused()
    tab_to(desk, "Correct “Four”")
    press(desk, "Enter")
    expect(drawer.get_by_role("heading", name="Correct “Four”")).to_be_focused()
    expect(drawer.get_by_text("rest on this")).to_be_visible()
    assert_accessible(desk)
    tab_to_field(desk, "stands_for")
    press(desk, "Control+a")
    desk.keyboard.type("9")
    press(desk, "Enter")
    expect(drawer.get_by_role("status")).to_contain_text("Article B is corrected")
    expect(desk.locator(".matrix tr.is-open")).to_contain_text("by you: 9")
    expect(drawer.get_by_role("heading", name=re.compile("People injured"))).to_be_focused()
    assert_accessible(desk)
    press(desk, "Escape")
    assert "open=" not in desk.url

    # What she changed, with its undo.
    desk.get_by_role("link", name="What you changed (1)").focus()
    press(desk, "Enter")
    expect(desk.get_by_role("heading", name="What you changed")).to_be_visible()
    assert_accessible(desk)
    tab_to(desk, "Undo")
    press(desk, "Enter")
    expect(desk.get_by_text("Nothing. The matrix shows what was read.")).to_be_visible()
    assert not story.corrections.exists()


def tab_to_field(page: Page, name: str) -> None:
    for _ in range(40):
        press(page, "Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no way to the field {name} by keyboard")


def test_a_finding_is_struck_and_one_of_her_own_added(desk: Page, assert_accessible: Check) -> None:
    desk.locator(".matrix .rel-conflict").first.click()
    drawer = desk.locator("#drawer")
    drawer.get_by_text("Not a finding").click()
    drawer.get_by_label("Why").select_option("The text was misread")
    assert_accessible(desk)
    drawer.get_by_role("button", name="Strike it").click()
    expect(desk.get_by_text("1 struck by you")).to_be_visible()

    desk.get_by_role("link", name="Add a finding").click()
    assert_accessible(desk)
    desk.get_by_label("What it shows").select_option("update")
    desk.get_by_label("What you see").fill("The later report counts more.")
    desk.get_by_label("What it is about").fill("People injured")
    desk.get_by_label("Of which happening").select_option(index=1)
    desk.get_by_label(re.compile("At least nine")).check()
    desk.get_by_label(re.compile("Four passengers")).check()
    expect(desk.get_by_text("2 sentences ticked")).to_be_visible()
    desk.get_by_role("button", name="Save the finding").click()
    expect(desk.locator(".matrix .rel-update")).to_be_visible()
    assert_accessible(desk)


@pytest.mark.parametrize("width", [360, 768])
def test_on_a_narrow_screen_the_drawer_comes_from_below(
    desk: Page, width: int, assert_accessible: Check
) -> None:
    desk.set_viewport_size({"width": width, "height": 740})
    desk.locator(".matrix a.val").first.click()
    expect(desk.locator("#drawer h2")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(desk)
    desk.locator("#drawer").get_by_role("link", name="Close").click()
    expect(desk.locator("#drawer h2")).to_have_count(0)


def test_without_a_script_every_step_is_a_page(live_server: Any, browser: Any, story: Story) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill("anna@school.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(live_server.url + reverse("story-compare", kwargs={"pk": story.pk}))
    page.locator(".matrix a.val", has_text="Four").click()
    page.get_by_role("link", name="Correct “Four”").click()
    page.get_by_role("button", name="This is not a claim").click()
    expect(page.get_by_text("Article B is corrected")).to_be_visible()
    assert story.corrections.get().kind == "no_claim"
