"""Stories in a real browser: taking in, changing, deleting and taking back; by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import (
    PASSWORD,
    AssignmentFactory,
    ClassroomFactory,
    QuizFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Article, Story, User
from tests.e2e.conftest import Watch
from tests.flows.telling import COURIER, HERALD
from tests.web.site import Site, serving

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(email="anna@school.example", name="Anna")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def desk(live_server: Any, watched_page: Page, teacher: User) -> Page:
    """The teacher's browser, signed in."""
    return signed_in(watched_page, live_server.url)


def signed_in(page: Page, site: str) -> Page:
    page.goto(site + reverse("home"))
    page.locator("input[name=login]").fill("anna@school.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Stories").first).to_be_visible()
    return page


def work() -> None:
    """What the worker does with all that waits."""
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)


def test_files_are_listed_taken_out_and_dropped(
    live_server: Any, desk: Page, tmp_path: Path, assert_accessible: Check
) -> None:
    for name, text in (("herald.txt", HERALD), ("courier.txt", COURIER), ("photo.png", "x" * 3000)):
        (tmp_path / name).write_text(text)
    desk.goto(live_server.url + reverse("story-create"))
    field = desk.locator("input[type=file]")
    field.set_input_files([tmp_path / "herald.txt", tmp_path / "photo.png"])
    field.set_input_files(tmp_path / "courier.txt")  # chosen in a second go: the first ones stay
    chosen = desk.locator(".chosen li")
    expect(chosen).to_have_count(3)
    expect(desk.locator("[data-drop] [role=status]")).to_contain_text("3 files, 3 KB")
    expect(chosen.filter(has_text="photo.png")).to_contain_text("3 KB, cannot be read")
    assert_accessible(desk)
    out = desk.get_by_role("button", name=re.compile("Take out.*photo"))
    out.focus()
    desk.keyboard.press("Enter")
    expect(chosen).to_have_count(2)
    expect(desk.get_by_role("button", name=re.compile("Take out.*courier"))).to_be_focused()
    drop(desk, "dropped.txt", "Ferry afloat again\n\nThe ferry floats.")
    expect(chosen).to_have_count(3)
    desk.get_by_label("What is the story about?").fill("Ferry aground")
    desk.get_by_role("button", name="Take in and read").last.click()
    expect(desk.get_by_role("status").first).to_contain_text("Articles A, B, C taken in.")
    assert list(Article.objects.values_list("file_name", flat=True)) == [
        "herald.txt",
        "courier.txt",
        "dropped.txt",
    ]


def drop(page: Page, name: str, text: str) -> None:
    carrier = page.evaluate_handle(
        "([name, text]) => { const d = new DataTransfer(); d.items.add(new File([text], name)); return d; }",
        [name, text],
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": carrier})


def test_several_articles_are_pasted_by_keyboard(
    live_server: Any, desk: Page, assert_accessible: Check
) -> None:
    desk.goto(live_server.url + reverse("story-create"))
    desk.get_by_label("What is the story about?").fill("Ferry aground")
    desk.get_by_label("Article 1").fill(HERALD)
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Paste another article")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Article 2")).to_be_focused()
    desk.keyboard.insert_text(COURIER)
    assert_accessible(desk)
    desk.get_by_role("button", name="Take in and read").last.click()
    expect(desk.get_by_role("status").first).to_contain_text("Articles A, B taken in.")


def test_without_script_boxes_are_added_and_files_sent(
    live_server: Any, teacher: User, watch: Watch, browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "ferry.txt").write_text("Ferry afloat again\n\nThe ferry floats.")
    page = watch.follow(browser.new_context(java_script_enabled=False).new_page())
    signed_in(page, live_server.url)
    page.goto(live_server.url + reverse("story-create"))
    page.get_by_label("What is the story about?").fill("Ferry aground")
    page.get_by_label("Article 1").fill(HERALD)
    page.get_by_role("button", name="Paste another article").click()
    expect(page.get_by_label("Article 1")).to_have_value(HERALD)
    page.get_by_label("Article 2").fill(COURIER)
    page.locator("input[type=file]").set_input_files(tmp_path / "ferry.txt")
    page.get_by_role("button", name="Take in and read").last.click()
    expect(page.get_by_role("status").first).to_contain_text("Articles A, B, C taken in.")


def test_a_web_page_is_fetched_and_one_that_refuses_is_pasted(
    live_server: Any, desk: Page, site: Site, settings: Any, assert_accessible: Check
) -> None:
    settings.MEDIAQUIZ_FETCH_LOOPBACK = True
    desk.goto(live_server.url + reverse("story-create"))
    desk.get_by_label("What is the story about?").fill("Ferry aground")
    addresses = desk.get_by_label("Web addresses, one a line")
    addresses.fill("nonsense")
    desk.get_by_role("button", name="Take in and read").last.click()
    expect(desk.locator(".field-error")).to_contain_text("nonsense: This is not a web address.")
    addresses.fill(f"{site.url}/article\n{site.url}/nowhere")
    desk.get_by_role("button", name="Take in and read").last.click()
    expect(desk.get_by_text("2 web pages are being fetched")).to_be_visible()
    assert_accessible(desk)
    work()
    expect(desk.get_by_text("Not fetched")).to_be_visible()
    expect(desk.get_by_role("link", name="Ferry runs aground, nine are hurt")).to_be_visible()
    expect(desk.locator("[hx-trigger]")).to_have_count(0)
    assert_accessible(desk)
    desk.get_by_role("link", name=re.compile("Paste it instead")).click()
    assert_accessible(desk)
    desk.get_by_label("Text of the article").fill(COURIER)
    desk.get_by_role("button", name="Take in and read").click()
    expect(desk.get_by_role("status").first).to_contain_text("Article B taken in.")
    expect(desk.get_by_text("Not fetched")).to_have_count(0)


def test_stories_are_searched_archived_deleted_and_taken_back(
    live_server: Any, desk: Page, teacher: User, assert_accessible: Check
) -> None:
    story = StoryFactory(teacher=teacher, title="Ferry aground")
    StoryFactory(teacher=teacher, title="Bus strike")
    classroom = ClassroomFactory(owner=teacher, name="8B")
    AssignmentFactory(version__quiz=QuizFactory(story=story, title="Ferry quiz"), classroom=classroom)
    desk.goto(live_server.url + reverse("story-list"))
    lines = desk.locator("#shelf-list li")
    expect(lines).to_have_count(2)
    desk.get_by_role("searchbox").press_sequentially("ferry")
    expect(lines).to_have_count(1)  # while typing
    expect(desk).to_have_url(re.compile(r"\?q=ferry"))
    expect(desk.get_by_role("searchbox")).to_be_focused()
    assert_accessible(desk)

    desk.get_by_role("button", name=re.compile("Archive.*Ferry aground")).click()
    expect(desk.get_by_role("status").first).to_contain_text("“Ferry aground” is in the archive.")
    desk.get_by_role("button", name="Undo").click()
    expect(desk.get_by_role("heading", name="Ferry aground")).to_be_visible()

    desk.get_by_text("Rename, copy, archive").click()
    assert_accessible(desk)
    desk.get_by_role("link", name="Delete the story").click()
    expect(desk.locator("main")).to_contain_text("8B has been given a quiz of this story and keeps it")
    expect(desk.locator("main")).to_contain_text("the quiz “Ferry quiz”")
    assert_accessible(desk)
    title = desk.get_by_label("Type the title to confirm")
    title.fill("Bus")
    desk.keyboard.press("Enter")
    expect(desk.locator(".field-error")).to_contain_text("This is not the title.")
    title.fill("ferry aground")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("“Ferry aground” is deleted.")
    expect(lines).to_have_count(1)
    expect(desk.get_by_role("heading", name="Deleted in the last hour")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(desk.get_by_role("heading", name="Ferry aground")).to_be_visible()
    assert Story.objects.of(teacher).count() == 2
