"""The quiz builder in a real browser: by keyboard alone, by dragging, and without JavaScript; and the preview, answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from quizzes.factories import ArticleFactory, FindingFactory, ItemFactory, QuizFactory, QuizItemFactory
from quizzes.models import Attempt, Passage, Quiz, Response
from tests.e2e.conftest import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Check = Callable[[Page], None]
STEMS = (
    "Who counted the passengers?",
    "Which day was it?",
    "Whose headline names the owner?",
    "Tick the sentence with the number of injured.",
)


@pytest.fixture
def quiz() -> Quiz:
    """Three choices and an evidence item over one article; two more items in the bank."""
    quiz = QuizFactory(title="Ferry aground", instructions="Read first.")
    article = ArticleFactory(story=quiz.story, letter="A")
    article.reading = {"sentences": [{"start": 0, "end": 17}, {"start": 19, "end": 63}]}
    article.save()
    Passage.objects.create(article=article, role="body", start=0, end=len(article.text))
    for n, stem in enumerate(STEMS, 1):
        fields: dict[str, Any] = {"stem": stem, "finding": FindingFactory(story=quiz.story)}
        if n == 4:
            fields |= {"kind": "evidence", "key": [[{"article": "A", "start": 19, "end": 63}]]}
        QuizItemFactory(quiz=quiz, order=n, item=ItemFactory(story=quiz.story, state="kept", **fields))
    for stem in ("Is it said who pays?", "Where did the ship go?"):
        ItemFactory(story=quiz.story, state="kept", skill="sourcing", stem=stem)
    return quiz


def sign_in(context: BrowserContext, site: str, quiz: Quiz) -> None:
    """The quiz's teacher is signed in; how that looks is another test's matter."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=quiz.teacher_id))
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}])


@pytest.fixture
def desk(live_server: Any, watched_page: Page, quiz: Quiz) -> Page:
    """The builder, as its teacher sees it."""
    sign_in(watched_page.context, live_server.url, quiz)
    watched_page.goto(live_server.url + reverse("quiz-detail", args=[quiz.pk]))
    return watched_page


def stems(quiz: Quiz) -> list[str]:
    return [entry.item.stem for entry in quiz.quiz_items.select_related("item").order_by("order")]


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-said]")).to_have_text(re.compile(re.escape(words)))


def saved(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^\s*Saved\s*$"))


def tab_to(page: Page, goal: Locator, most: int = 120) -> None:
    """Press Tab until the goal has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if goal.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"Tab does not come to {goal}")


def focused_row(page: Page) -> str:
    return str(page.evaluate("document.activeElement.closest('[data-row]')?.dataset.name"))


def test_the_whole_builder_by_keyboard_alone(desk: Page, quiz: Quiz, assert_accessible: Check) -> None:
    assert_accessible(desk)
    keys = desk.keyboard
    # Title and instructions
    tab_to(desk, desk.get_by_label("Title"))
    keys.press("Control+a")
    keys.type("Ferry on the rocks")
    keys.press("Tab")
    saved(desk)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Ferry on the rocks")
    # Order: Alt and an arrow, focus and row go together
    grip = desk.locator("[data-grip]").first
    tab_to(desk, grip)
    keys.press("Alt+ArrowDown")
    said(desk, "“Who counted the passengers?” is now item 2 of 4.")
    keys.press("Alt+ArrowDown")
    said(desk, "is now item 3 of 4.")
    assert focused_row(desk) == "Who counted the passengers?"
    saved(desk)
    assert stems(quiz) == [STEMS[1], STEMS[2], STEMS[0], STEMS[3]]
    # Points, from within the row; Alt and an arrow work there too
    points = desk.locator("[data-row]").nth(2).get_by_label("Points for item 3")
    tab_to(desk, points)
    keys.press("Control+a")
    keys.type("5")
    keys.press("Alt+ArrowUp")
    said(desk, "is now item 2 of 4.")
    saved(desk)
    assert quiz.quiz_items.get(item__stem=STEMS[0]).points == 5
    expect(desk.locator("#quiz-totals")).to_contain_text("8 points")
    # The arrow buttons, and both ends
    tab_to(desk, desk.get_by_role("button", name="Move item 2 up"))
    keys.press("Enter")
    said(desk, "is now item 1 of 4.")
    keys.press("Enter")
    said(desk, "This is the first item.")
    saved(desk)
    assert stems(quiz)[0] == STEMS[0]
    # Take out, and put in
    tab_to(desk, desk.get_by_role("button", name="Take item 1 out"))
    keys.press("Enter")
    said(desk, "“Who counted the passengers?” is taken out. 3 items.")
    assert focused_row(desk) == STEMS[1]
    tab_to(desk, desk.get_by_role("button", name=re.compile("Add ?: Where did the ship go")))
    keys.press("Enter")
    said(desk, "“Where did the ship go?” is added. 4 items.")
    assert stems(quiz) == [STEMS[1], STEMS[2], STEMS[3], "Where did the ship go?"]
    assert desk.evaluate("document.activeElement.name") == "add"
    assert_accessible(desk)
    quiz.refresh_from_db()
    assert quiz.title == "Ferry on the rocks"


def test_a_moved_item_and_an_impossible_number_of_points(desk: Page, quiz: Quiz) -> None:
    points = desk.locator("[data-row]").first.get_by_role("spinbutton")
    points.fill("0")
    points.press("Tab")
    expect(desk.get_by_role("alert")).to_contain_text("Not saved: Points for item 1")
    assert set(quiz.quiz_items.values_list("points", flat=True)) == {1}


def test_an_item_is_dragged_to_its_place(desk: Page, quiz: Quiz) -> None:
    drag(desk, 3, 0)
    said(desk, "is now item 1 of 4.")
    saved(desk)
    assert stems(quiz) == [STEMS[3], *STEMS[:3]]
    desk.reload()
    expect(desk.locator("[data-row]").first).to_contain_text(STEMS[3])


def test_escape_gives_up_a_drag(desk: Page, quiz: Quiz) -> None:
    drag(desk, 0, 2, drop=False)
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-row]").first).to_contain_text(STEMS[0])
    desk.mouse.up()
    assert stems(quiz) == list(STEMS)


def drag(page: Page, start: int, end: int, drop: bool = True) -> None:
    rows, grips = page.locator("[data-row]"), page.locator("[data-grip]")
    grips.nth(start).scroll_into_view_if_needed()
    grips.nth(start).hover()
    page.mouse.down()
    box = rows.nth(end).bounding_box()
    assert box
    y = box["y"] + (2 if end < start else box["height"] - 2)
    page.mouse.move(box["x"] + 30, y, steps=8)
    if drop:
        page.mouse.up()


def test_the_builder_without_javascript(live_server: Any, browser: Browser, watch: Watch, quiz: Quiz) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server.url, quiz)
    page = watch.follow(context.new_page())
    page.goto(live_server.url + reverse("quiz-detail", args=[quiz.pk]))
    expect(page.locator("[data-grip]").first).to_be_hidden()
    page.get_by_role("button", name="Move item 1 down").click()
    assert stems(quiz)[:2] == [STEMS[1], STEMS[0]]
    page.get_by_role("button", name="Take item 4 out").click()
    page.get_by_role("button", name=re.compile("Add ?: Is it said")).click()
    assert stems(quiz) == [STEMS[1], STEMS[0], STEMS[2], "Is it said who pays?"]
    page.get_by_role("link", name="As a student").click()
    for _ in range(3):
        page.get_by_role("radio", name="The B Post").check()
        page.get_by_role("button", name="Next item").click()
    page.get_by_role("button", name="Review and hand in").first.click()
    expect(page.get_by_text("1 of 4 items has no answer yet")).to_be_visible()
    page.get_by_role("button", name="Hand in now").click()
    expect(page.get_by_text("of 4 points")).to_be_visible()
    expect(page.locator(".score b")).to_have_text("3")
    assert not Attempt.objects.exists()


def test_the_preview_is_answered_and_shows_the_result(
    desk: Page, quiz: Quiz, assert_accessible: Check
) -> None:
    desk.get_by_role("link", name="As a student").click()
    assert_accessible(desk)
    expect(desk.get_by_text("Nothing is saved")).to_be_visible()
    desk.get_by_role("radio", name="The B Post").check()
    expect(desk.locator("[data-answered]")).to_have_text("1")
    desk.get_by_role("navigation", name="Items", exact=True).get_by_role(
        "link", name=re.compile("Item 4")
    ).click()
    desk.get_by_role("checkbox", name=re.compile("Twelve people were hurt")).check()
    expect(desk.locator("[data-pick]:visible")).to_contain_text("Twelve people were hurt")
    expect(desk.locator("[data-answered]")).to_have_text("2")
    assert_accessible(desk)
    desk.get_by_role("button", name="Review and hand in").first.click()
    expect(desk.get_by_text("2 of 4 items have no answer yet")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("button", name="Hand in now").click()
    expect(desk.locator(".score b")).to_have_text("2")
    assert_accessible(desk)
    desk.get_by_role("button", name="Change answers").click()
    expect(desk.get_by_role("radio", name="The B Post")).to_be_checked()
    desk.get_by_role("link", name=re.compile("^Back")).click()
    expect(desk.get_by_role("heading", name="Ferry aground")).to_be_visible()
    assert not Attempt.objects.exists()
    assert not Response.objects.exists()
