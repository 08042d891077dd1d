"""A teacher assigns a quiz to two classes by keyboard, changes it while a student works, and sets one student's own terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.factories import PASSWORD, ClassroomFactory, QuizItemFactory, StudentFactory
from quizzes.flows.taking import start_attempt
from quizzes.models import Assignment, Quiz, StudentTerms

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def quiz() -> Quiz:
    quiz: Quiz = QuizItemFactory(quiz__title="Ferry").quiz
    for name in ("8B", "9T"):
        ClassroomFactory(name=name, owner=quiz.teacher)
    return quiz


@pytest.fixture
def desk(live_server: Any, watched_page: Page, quiz: Quiz) -> Page:
    watched_page.goto(live_server.url + reverse("assignment-create", args=[quiz.pk]))
    watched_page.locator("input[name=login]").fill(quiz.teacher.email)
    watched_page.locator("input[name=password]").fill(PASSWORD)
    watched_page.get_by_role("button", name="Sign in").click()
    expect(watched_page.get_by_role("heading", name="Give a class this quiz")).to_be_visible()
    return watched_page


def test_a_quiz_is_assigned_by_keyboard_and_its_terms_are_changed_with_a_word_before(
    live_server: Any, desk: Page, assert_accessible: Check
) -> None:
    assert_accessible(desk)
    for name in ("8B", "9T"):
        desk.get_by_label(re.compile(f"^{name}")).focus()
        desk.keyboard.press("Space")
    more = desk.locator("details summary")
    more.focus()
    desk.keyboard.press("Enter")
    desk.get_by_label("Shuffle the items").focus()
    desk.keyboard.press("Space")
    expect(desk.locator("#settings-line")).to_contain_text("items shuffled for each student")
    assert_accessible(desk)
    desk.get_by_role("button", name="Assign").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("is assigned to 2 classes")).to_be_visible()
    assert Assignment.objects.filter(shuffles_items=True).count() == 2

    assignment = Assignment.objects.get(classroom__name="8B")
    student = StudentFactory(classroom=assignment.classroom, display_name="Amara")
    start_attempt(assignment=assignment, student=student, at=timezone.now())
    desk.goto(live_server.url + reverse("assignment-terms", args=[assignment.pk]))
    assert_accessible(desk)
    desk.get_by_role("link", name="Change", exact=True).click()
    desk.get_by_label("Time limit in minutes").fill("20")
    desk.get_by_role("button", name="Save").last.click()
    expect(desk.get_by_role("alert")).to_contain_text("One student is working on it now.")
    assert_accessible(desk)
    desk.get_by_role("button", name="Save these terms").click()
    expect(desk.get_by_text("The terms are changed.")).to_be_visible()

    desk.get_by_label("Student", exact=True).select_option(label="Amara")
    desk.get_by_role("button", name=re.compile("Set own terms")).click()
    assert_accessible(desk)
    desk.get_by_label("Time limit in minutes").fill("40")
    desk.get_by_role("button", name="Save").last.click()
    expect(desk.get_by_role("alert")).to_contain_text("Amara is working on it now: the end moves from")
    desk.get_by_role("button", name="Save these terms").click()
    expect(desk.get_by_text("40 minutes of time")).to_be_visible()
    assert StudentTerms.objects.get().limit_minutes == 40

    desk.get_by_role("link", name=re.compile("Take the quiz back")).click()
    assert_accessible(desk)
    desk.get_by_label(re.compile("is handed in now")).check()
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_text("1 running attempt was handed in.")).to_be_visible()
    desk.set_viewport_size({"width": 360, "height": 740})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(desk)
