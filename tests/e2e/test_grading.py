"""Grading in a real browser: by keyboard alone, keystrokes counted; two graders at once; a rubric changed midway."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PASSWORD, StaffFactory, TeacherFactory
from quizzes.models import (
    Assignment,
    Comment,
    FrozenItem,
    GradingDraft,
    Membership,
    RubricMark,
    SavedComment,
    Score,
)
from tests.e2e.conftest import Watch
from tests.graded import answered, marked, open_quiz

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Check = Callable[[Page], None]
ALIKE = ["They copied the whole sentence"] * 4 + ["they copied the whole sentance!"] * 2
DIFFERS = "They never copied the whole sentence"
OTHERS = ["Two offices were asked, so ask a third.", "idk", "It depends on who the officials are."]


@pytest.fixture
def quiz() -> tuple[Assignment, FrozenItem]:
    """Ten answers: six alike, one nearly, three of their own."""
    assignment, item = open_quiz(classroom__owner=TeacherFactory(email="anna@school.example", name="Anna"))
    answered(assignment, item, [*ALIKE, DIFFERS, *OTHERS])
    return assignment, item


class Desk:
    """A grader's page with her hands on the keys; `pressed` counts the strokes."""

    def __init__(self, page: Page, site: str, email: str) -> None:
        self.page, self.site, self.pressed = page, site, 0
        page.set_default_timeout(15_000)
        page.goto(site + reverse("account_login"))
        page.locator("input[name=login]").fill(email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("link", name="Classes").first).to_be_visible()

    def open(self, name: str, assignment: Assignment, item: FrozenItem | None = None) -> None:
        kwargs = {"pk": assignment.pk} | ({"item_pk": item.pk} if item else {})
        self.page.goto(self.site + reverse(name, kwargs=kwargs))

    def shows(self, text: str) -> None:
        """Wait until an answer is shown and the keys work."""
        expect(self.page.locator(".g-text")).to_have_text(text)
        expect(self.page.locator(".g-keys")).to_be_visible()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def told(self, words: str) -> None:
        expect(self.page.get_by_role("status").first).to_contain_text(words)


def test_by_keyboard_alone(
    live_server: Any, watched_page: Page, quiz: tuple[Assignment, FrozenItem], assert_accessible: Check
) -> None:
    assignment, item = quiz
    SavedComment.objects.create(
        author=assignment.classroom.memberships.get(role="owner").user, level=1, text="Who are they?"
    )
    desk = Desk(watched_page, live_server.url, "anna@school.example")
    desk.open("grading-item", assignment, item)
    desk.shows(ALIKE[0])
    assert_accessible(desk.page)

    # Six alike in one go: the one that differs is left out and comes next.
    desk.press("3")
    expect(desk.page.locator("[data-save]")).to_contain_text("4 of 4 points, 6 answers")
    desk.press("Enter")
    desk.told("6 answers graded Proficient")
    desk.shows(DIFFERS)

    # A kept comment by its letter, its level and Enter.
    desk.press("2")
    expect(desk.page.locator("[data-insert] kbd")).to_have_text("Q")
    desk.press("q", "Enter")
    desk.told("Graded Emergent")
    assert Comment.objects.get().text == "Who are they?"

    # Undone: it comes back with what was chosen and written, and is saved again.
    desk.press("u")
    desk.told("Undone")
    desk.shows(DIFFERS)
    expect(desk.page.locator("#id_comment")).to_have_value("Who are they?")
    expect(desk.page.locator("input[name=level][value='1']")).to_be_checked()
    desk.press("Enter")
    desk.told("Graded Emergent")

    for _ in OTHERS:
        desk.press("1", "Enter")
        desk.told("Graded Basic")
        desk.page.wait_for_load_state()
    expect(desk.page.get_by_role("heading", name="All 10 answers are graded")).to_be_visible()
    assert not Score.objects.pending().exists()
    assert RubricMark.objects.counting().count() == 10
    assert desk.pressed == 13  # for ten answers; eleven without the undo and its Enter
    assert_accessible(desk.page)


def test_own_words_are_kept_as_a_draft_and_the_keys_can_be_turned_off(
    live_server: Any, watched_page: Page, quiz: tuple[Assignment, FrozenItem]
) -> None:
    assignment, item = quiz
    desk = Desk(watched_page, live_server.url, "anna@school.example")
    desk.open("grading-item", assignment, item)
    desk.shows(ALIKE[0])
    desk.press("2", "c")
    expect(desk.page.locator("#id_comment")).to_be_focused()
    desk.page.keyboard.type("Name 3 of them.")
    expect(desk.page.locator("#lease")).to_contain_text("draft saved")
    assert GradingDraft.objects.get().comment == "Name 3 of them."
    desk.page.get_by_role("button", name="Keep this comment for the level").click()
    expect(desk.page.locator("[data-insert]")).to_contain_text("Name 3 of them.")
    desk.page.reload()
    desk.shows(ALIKE[0])
    expect(desk.page.locator("#id_comment")).to_have_value("Name 3 of them.")
    desk.page.get_by_text("Keys", exact=True).click()
    desk.page.get_by_label("Use these keys").uncheck()
    desk.press("3")
    expect(desk.page.locator("input[name=level][value='1']")).to_be_checked()


def test_two_graders_at_once_and_a_second_mark(
    live_server: Any,
    browser: Browser,
    watch: Watch,
    watched_page: Page,
    quiz: tuple[Assignment, FrozenItem],
    assert_accessible: Check,
) -> None:
    assignment, item = quiz
    role = Membership.Role.GRADER
    StaffFactory(
        classroom=assignment.classroom, role=role, user__email="ben@school.example", user__name="Ben"
    )
    anna = Desk(watched_page, live_server.url, "anna@school.example")
    ben = Desk(watch.follow(browser.new_context().new_page()), live_server.url, "ben@school.example")
    anna.open("grading-item", assignment, item)
    anna.shows(ALIKE[0])
    ben.page.goto(anna.page.url)
    expect(ben.page.locator(".g-queue")).to_contain_text("with Anna until")
    expect(ben.page.locator(".g-text")).not_to_have_text(ALIKE[0])

    # All are to be marked twice: Ben finds what Anna has graded, and not how.
    anna.open("grading-list", assignment)
    anna.page.get_by_label("Share marked by two").select_option("100")
    anna.page.get_by_role("button", name="Set", exact=True).click()
    anna.told("100 % of the answers")
    assert_accessible(anna.page)
    anna.open("grading-item", assignment, item)
    anna.shows(ALIKE[0])
    anna.press("3", "Enter")
    anna.told("6 answers graded Proficient")
    ben.page.goto(f"{live_server.url}{reverse('grading-item', args=[assignment.pk, item.pk])}?second=1")
    ben.shows(ALIKE[0])
    expect(ben.page.locator("main")).not_to_contain_text("graded Proficient")
    ben.press("2", "Enter")
    ben.told("6 answers graded Emergent")

    anna.open("grading-agreement", assignment)
    assert_accessible(anna.page)
    anna.page.get_by_role("group", name="What counts").first.get_by_role("button", name="Emergent").click()
    anna.told("Settled: Emergent counts")


def test_a_rubric_changed_midway_shows_first_whom_it_changes(
    live_server: Any, watched_page: Page, quiz: tuple[Assignment, FrozenItem], assert_accessible: Check
) -> None:
    assignment, item = quiz
    marked(item.responses.all()[:6], 1, grader=TeacherFactory())
    desk = Desk(watched_page, live_server.url, "anna@school.example")
    desk.open("grading-rubric", assignment, item)
    desk.page.get_by_role("group", name="Emergent").get_by_label("Points").fill("3")
    desk.page.get_by_label("Why it changes").fill("Half was too little")
    desk.page.get_by_role("button", name="See whose points change").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("6 graded answers get other points")
    assert_accessible(desk.page)
    desk.page.get_by_role("button", name="Change the rubric").click()
    desk.told("The rubric is changed")
    assert set(Score.objects.filter(item=item, points__isnull=False).values_list("points", flat=True)) == {3}
    assert timezone.now() >= item.rubrics.get().changed_at
