"""The desk of items in a real browser: decided on and written by keyboard alone, previewed while typing, and without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PASSWORD, ItemFactory, QuizFactory, StoryFactory, TeacherFactory
from quizzes.models import Item, Story, User
from tests.e2e.conftest import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def story() -> Story:
    teacher: User = TeacherFactory(email="anna@school.example", name="Anna")
    story: Story = StoryFactory(teacher=teacher, title="The ferry")
    for n in range(4):
        ItemFactory(story=story, order=n, stem=f"Which outlet names source number {n}?")
    return story


@pytest.fixture
def desk(live_server: Any, watched_page: Page, story: Story) -> Page:
    return signed_in(watched_page, live_server.url)


def signed_in(page: Page, site: str) -> Page:
    page.goto(site + reverse("home"))
    page.locator("input[name=login]").fill("anna@school.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Stories").first).to_be_visible()
    return page


def test_items_are_decided_on_by_keyboard_and_the_focus_goes_on(
    desk: Page, live_server: Any, story: Story, assert_accessible: Check
) -> None:
    one, two, three, four = story.items.all()
    desk.goto(live_server.url + reverse("item-list", args=[story.pk]))
    assert_accessible(desk)
    desk.locator(f"#keep-{one.pk}").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(f"#keep-{one.pk}")).to_have_attribute("aria-pressed", "true")
    expect(desk.locator(f"#keep-{two.pk}")).to_be_focused()
    expect(desk.locator(f"#item-{two.pk} details")).to_have_attribute("open", "")
    expect(desk.locator("#draft-said")).to_contain_text("3 left to decide")
    desk.keyboard.press("d")
    expect(desk.locator(f"#back-{two.pk}")).to_be_visible()
    expect(desk.locator(f"#keep-{three.pk}")).to_be_focused()
    desk.keyboard.press("j")
    expect(desk.locator(f"#keep-{four.pk}")).to_be_focused()
    desk.keyboard.press("k")
    expect(desk.locator(f"#keep-{three.pk}")).to_be_focused()
    assert [i.state for i in story.items.all()] == ["kept", "dropped", "draft", "kept"]
    assert_accessible(desk)
    desk.keyboard.press("e")
    expect(desk).to_have_url(re.compile(f"/items/{three.pk}/edit/"))


def test_an_own_item_is_written_by_keyboard_beside_its_preview(
    desk: Page, live_server: Any, story: Story, assert_accessible: Check
) -> None:
    desk.goto(live_server.url + reverse("item-create", args=[story.pk, "choice"]))
    assert_accessible(desk)
    desk.get_by_label("Stem").focus()
    desk.keyboard.type("How many were  hurt?")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Space")  # the first option is the key
    for text in ("Nine", "Four", "Twelve"):
        desk.keyboard.press("Tab")
        desk.keyboard.type(text)
        desk.keyboard.press("Tab")  # the button that removes the line
    shown = desk.locator("#preview")
    expect(shown.get_by_text("Twelve")).to_be_visible()
    expect(shown).to_contain_text("stray space")
    assert_accessible(desk)
    desk.get_by_role("button", name="Add an option").press("Enter")
    expect(desk.get_by_label("Option 5", exact=True)).to_be_focused()
    desk.get_by_role("button", name="Remove option 5").press("Enter")
    expect(desk.get_by_label("Option 5", exact=True)).to_have_count(0)
    expect(desk.get_by_label("Option 1", exact=True)).to_have_value("Nine")
    expect(desk.get_by_label("Option 1 is the key")).to_be_checked()
    desk.get_by_role("button", name="Save and keep").press("Enter")
    expect(desk.get_by_text("The item is written and kept.")).to_be_visible()
    item = Item.objects.get(is_own=True)
    assert [o.text for o in item.options.all()] == ["Nine", "Four", "Twelve"]
    assert item.options.get(code=item.key).text == "Nine"


def test_the_bank_is_searched_and_an_item_goes_into_a_quiz(
    desk: Page, live_server: Any, story: Story, assert_accessible: Check
) -> None:
    quiz = QuizFactory(story=story, title="Monday")
    desk.goto(live_server.url + reverse("item-bank"))
    assert_accessible(desk)
    desk.get_by_role("searchbox").fill("number 2")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name=re.compile("^1 item"))).to_be_visible()
    desk.get_by_role("checkbox").press("Space")
    expect(desk.get_by_text("1 ticked:")).to_be_visible()
    desk.get_by_label("Quiz that they go into").select_option("Monday")
    desk.get_by_role("button", name="Put into the quiz").press("Enter")
    expect(desk.get_by_text("1 item put at the end of “Monday”.")).to_be_visible()
    assert quiz.quiz_items.get().item.stem.endswith("number 2?")


def test_all_of_it_works_without_script(
    live_server: Any, browser: Browser, watch: Watch, story: Story
) -> None:
    page = watch.follow(browser.new_context(java_script_enabled=False).new_page())
    signed_in(page, live_server.url)
    one, two, three, four = story.items.all()
    page.goto(live_server.url + reverse("item-list", args=[story.pk]))
    page.locator(f"#keep-{one.pk}").click()
    expect(page).to_have_url(re.compile(f"#item-{two.pk}$"))
    for item in (two, three):
        page.locator(f"#item-{item.pk} input[name=items]").check()
    page.locator(".i-bulk").get_by_role("button", name="Drop").click()
    expect(page.get_by_text("2 items dropped.")).to_be_visible()
    page.get_by_role("button", name=re.compile("Keep all that are left")).click()
    assert [i.state for i in story.items.all()] == ["kept", "dropped", "dropped", "kept"]
    page.goto(live_server.url + reverse("item-edit", args=[four.pk]))
    page.get_by_role("button", name="Add an option").click()
    page.get_by_label("Option 4", exact=True).fill("None of the above")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("leaves the student guessing")
    page.get_by_role("button", name="Save and keep").click()
    expect(page.get_by_text("The item is saved and kept.")).to_be_visible()
    assert four.options.count() == 4
