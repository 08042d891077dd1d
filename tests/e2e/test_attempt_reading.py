"""The attempt page as a student reads it: phone, Chromebook, keyboard alone, reading aids, all items at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from quizzes.factories import FrozenArticleFactory
from quizzes.flows.taking import start_attempt
from quizzes.models import Attempt
from tests.e2e.test_attempt import answers, sit_down
from tests.frozen import ANSWERS, OTHER_ANSWERS, fill_other_kinds, frozen_quiz, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMEBOOK, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}
LONG = "\n\n".join(
    f"Sentence {n} of the ferry tells what happened then. It was seen from the shore." for n in range(60)
)


@pytest.fixture
def attempt() -> Attempt:
    """An item of each kind over eight articles, six of them long."""
    assignment = frozen_quiz(limit_minutes=40)
    fill_other_kinds(assignment.version)
    bounds = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", LONG)]
    for letter in "CDEFGH":
        FrozenArticleFactory(
            version=assignment.version,
            letter=letter,
            outlet=f"The {letter} Channel Times and Advertiser",
            headline="Ferry",
            text=LONG,
            passages=[{"role": "body", "start": start, "end": end} for start, end in bounds],
            sentences=[{"start": start, "end": end} for start, end in bounds],
        )
    student = student_of(assignment, display_name="Amara")
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


FOCUS = """() => {
  const el = document.activeElement, box = (el.closest('label') ?? el).getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 1), innerWidth - 1);
  const hits = [box.top + 4, box.bottom - 4].map((y) => document.elementFromPoint(x, y));
  return hits.some((hit) => hit && (el.contains(hit) || hit.contains(el) || el.closest('label')?.contains(hit)))
    ? '' : el.outerHTML.slice(0, 120);
}"""
"""What has the focus and is hidden entirely under something else (WCAG 2.4.11); "" where it can be seen."""


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Go to an element by keyboard, past nothing that hides the focus."""
    wanted = target.element_handle()
    for _ in range(120):
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == ""
        if page.evaluate("(el) => el === document.activeElement", wanted):
            return
    pytest.fail(f"no {key} leads to {target}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keyboard_alone_answers_every_kind_of_item_and_hands_in(
    live_server: Any, watched_page: Page, attempt: Attempt
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(CHROMEBOOK)
    button = page.get_by_role("button", name="Next item")

    def form(number: int) -> Locator:
        return page.locator(f"#item-{number}")

    def go_on(number: int) -> None:
        tab_to(page, button)
        page.keyboard.press("Enter")
        expect(form(number).locator(".stem")).to_be_focused()

    tab_to(page, form(1).get_by_role("radio").first)
    press(page, "ArrowDown")
    go_on(2)
    tab_to(page, page.get_by_label("Your figure"))
    page.keyboard.type("12")
    go_on(3)
    for n, downs in enumerate((2, 1)):
        tab_to(page, form(3).get_by_role("combobox").nth(n))
        press(page, *["ArrowDown"] * downs)
    go_on(4)
    tab_to(page, page.get_by_label("Twelve people were hurt on Monday, police said."), "Shift+Tab")
    press(page, "Space")
    tab_to(page, form(4).get_by_role("radio").first)
    press(page, "Space")
    go_on(5)
    tab_to(page, form(5).get_by_label("Your answer"))
    page.keyboard.type("Two offices counted.")
    go_on(6)
    for n in (0, 1):
        tab_to(page, form(6).get_by_role("checkbox").nth(n))
        press(page, "Space")
    go_on(7)
    tab_to(page, form(7).get_by_role("radio").first)
    press(page, "ArrowUp")
    go_on(8)
    for n, downs in enumerate((2, 1, 3)):
        tab_to(page, form(8).get_by_role("combobox").nth(n))
        press(page, *["ArrowDown"] * downs)
    go_on(9)
    for sentence in (
        "Nine people were hurt, the coast guard said.",
        "Twelve people were hurt on Monday, police said.",
    ):
        tab_to(page, page.get_by_label(sentence), "Shift+Tab")
        press(page, "Space")
    expect(form(9).locator("[data-pick]")).to_have_count(2)
    tab_to(page, page.get_by_role("button", name="Review and hand in"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/submit/")
    tab_to(page, page.get_by_role("button", name="Hand in now"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()
    assert answers(attempt) == ANSWERS | OTHER_ANSWERS


def no_sideways_scroll(page: Page) -> None:
    for width, height in ((320, 640), (342, 192), (768, 1024), (1024, 600), (1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def top_of(page: Page, text: str) -> float:
    box = page.locator("#art-c").get_by_text(text).bounding_box()
    assert box
    return box["y"]


def test_the_place_in_an_article_is_kept_over_items_sizes_and_a_reload(
    live_server: Any, watched_page: Page, attempt: Attempt
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(CHROMEBOOK)
    page.locator("[data-show='C']").click()
    expect(page.locator("#art-c")).to_be_visible()
    assert page.evaluate(
        "(() => { const b = document.querySelector('.ask-in'); return b.scrollHeight <= b.clientHeight; })()"
    ), "the question is read without scrolling, beside two articles"
    page.locator("#art-c .para").nth(30).evaluate("(p) => p.scrollIntoView({block: 'center'})")
    page.locator("#art-c").evaluate("(a) => { a.scrollTop += 7; }")
    place = top_of(page, "Sentence 30 of the ferry")
    near = pytest.approx(place, abs=60)
    page.get_by_role(
        "link", name=re.compile("Item 4")
    ).click()  # its sentences have boxes: the lines fall otherwise
    expect(page.locator("#art-c .tick").first).to_be_visible()
    page.get_by_role("link", name=re.compile("Item 2")).click()
    expect(page.locator("#art-c .tick").first).to_be_hidden()
    assert top_of(page, "Sentence 30 of the ferry") == near
    page.locator("[data-show='D']").click()
    page.locator("[data-show='E']").click()
    expect(page.locator("#art-c")).to_be_hidden()
    page.locator("[data-show='C']").click()
    expect(page.locator("#art-c")).to_be_visible()
    page.reload()
    expect(page.locator("#art-c")).to_be_in_viewport()
    expect(page.locator("#art-c").get_by_text("Sentence 30 of the ferry")).to_be_in_viewport()


def test_on_a_phone_eight_tabs_and_the_place_behind_each(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(PHONE)
    dock = page.locator(".dock")
    tabs = dock.locator("a:visible, button:visible")
    expect(tabs).to_have_count(10)
    sizes = tabs.evaluate_all("(all) => all.map((t) => Math.min(t.offsetWidth, t.offsetHeight))")
    assert min(sizes) >= 24
    page.get_by_role("link", name="Article C").last.click()
    expect(page.locator("#art-c")).to_be_visible()
    page.locator("#art-c .para").nth(20).evaluate("(p) => p.scrollIntoView({block: 'center'})")
    expect(page.locator("#art-c").get_by_text("Sentence 20 of the ferry")).to_be_in_viewport()
    dock.get_by_role("link", name=re.compile("Item 1")).click()
    expect(page.locator("#question")).to_be_visible()
    page.get_by_role("link", name="Article C").last.click()
    expect(page.locator("#art-c").get_by_text("Sentence 20 of the ferry")).to_be_in_viewport()
    dock.get_by_role("button", name="Reading aids").click()
    expect(page.get_by_role("heading", name="Reading aids")).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(dock.get_by_role("button", name="Reading aids")).to_be_focused()
    no_sideways_scroll(page)


def test_reading_aids_are_set_by_keyboard_and_remembered_here_alone(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(CHROMEBOOK)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    opener, panel = page.get_by_role("button", name="Reading aids"), page.locator("#aids")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Reading aids")).to_be_focused()
    panel.get_by_role("button", name="larger").press("Enter")
    panel.get_by_label("wider").press("Space")
    panel.get_by_label("plain, set wide").press("Space")
    panel.get_by_label("3 lines").press("Space")
    panel.get_by_label("high contrast").press("Space")
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    body, band = page.locator("body"), page.locator(".band")
    expect(body).to_have_attribute("data-size", "1")
    expect(body).to_have_attribute("data-lines", "2")
    page.locator("[data-show='C']").click()
    article = page.locator("#art-c")
    article.focus()
    before = band.bounding_box()
    page.keyboard.press("ArrowDown")
    after = band.bounding_box()
    assert before and after and after["y"] > before["y"]
    page.mouse.move(600, 300)
    moved = band.bounding_box()
    assert moved and moved["y"] < 300 < moved["y"] + moved["height"]
    own = ("/save/", "/hold/", "/clock/", "/static/")
    assert not [url for url in sent if not any(part in url for part in own)], "nothing of it is sent"
    page.reload()
    expect(body).to_have_attribute("data-band", "3")
    expect(body).to_have_attribute("data-contrast", "high")
    no_sideways_scroll(page)
    page.set_viewport_size(CHROMEBOOK)
    opener.click()
    panel.get_by_role("button", name="Back to normal").click()
    expect(body).not_to_have_attribute("data-band", "3")
    expect(band).to_be_hidden()


def test_the_two_sides_can_be_made_wider_by_key_pointer_and_button(
    live_server: Any, watched_page: Page, attempt: Attempt
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(CHROMEBOOK)
    separator = page.get_by_role("separator", name="Width of the articles")

    def share() -> int:
        return int(separator.get_attribute("aria-valuenow") or 0)

    first = share()
    separator.press("ArrowLeft")
    separator.press("ArrowLeft")
    narrower = share()
    assert narrower < first
    page.reload()
    expect(separator).to_have_attribute("aria-valuenow", str(narrower))
    box = separator.bounding_box()
    assert box
    page.mouse.move(box["x"] + 12, 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 112, 200, steps=4)
    page.mouse.up()
    assert share() > narrower
    separator.press("Enter")
    assert share() == first
    page.get_by_role("button", name="Reading aids").click()
    page.get_by_role("button", name="Wider item").click()
    assert share() < first


def test_all_items_at_once_are_remembered_and_sentences_go_to_the_one_chosen(
    live_server: Any, watched_page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.set_viewport_size(CHROMEBOOK)
    page.get_by_role("link", name="All items at once").click()
    expect(page.locator("form.item:visible")).to_have_count(9)
    page.locator("#item-9").get_by_role("link", name="Tick sentences for this item").click()
    expect(page.locator("#art-a .tickhint")).to_contain_text("item 9")
    page.get_by_label("Twelve people were hurt on Monday, police said.").check()
    page.locator("#item-4").get_by_role("link", name="Tick sentences for this item").click()
    expect(page.get_by_label("Twelve people were hurt on Monday, police said.")).not_to_be_checked()
    page.get_by_label("The ship was towed.").check()
    page.locator("#item-9 [data-pick]").get_by_role("button").click()
    expect(page.locator("#item-9 [data-pick]")).to_have_count(0)
    expect(page.locator("#item-4 [data-pick]")).to_have_count(1)
    page.locator("#item-2").get_by_label("Your figure").fill("12")
    page.locator("#item-5").get_by_label("Your answer").fill("Two.")
    assert_accessible(page)
    page.reload()
    expect(page.locator("form.item:visible")).to_have_count(9)
    expect(page.locator("#item-2").get_by_label("Your figure")).to_have_value("12")
    page.get_by_role("link", name="One item at a time").click()
    expect(page.locator("form.item:visible")).to_have_count(1)
