"""The first visit, a question and its answer, and a teacher's own account, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from quizzes.factories import PASSWORD, PIN, AttemptFactory, ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.models import StudentQuestion, User
from tests.e2e.conftest import Watch
from tests.frozen import frozen_quiz

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Check = Callable[[Page], None]


def sign_in(page: Page, site: str, teacher: User) -> None:
    page.goto(site + reverse("account_login"))
    page.get_by_label("E-mail address").fill(teacher.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_new_teacher_signs_up_and_tries_our_story(
    live_server: Any, watched_page: Page, assert_accessible: Check, settings: Settings
) -> None:
    settings.MEDIAQUIZ_SIGNUP = "open"
    page = watched_page
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_role("link", name="Open one").click()
    assert_accessible(page)
    page.get_by_label("Your name").fill("Ms Reyes")
    page.get_by_label("E-mail address").fill("reyes@school.example")
    page.get_by_label("Password", exact=False).first.fill("blue kettle seven")
    page.get_by_label("Password, once more").fill("blue kettle seven")
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Put two reports side by side")
    assert_accessible(page)
    page.get_by_role("button", name="Try it with our story").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("US air strike")
    page.goto(live_server.url + reverse("home"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Three steps to your first quiz")
    assert_accessible(page)


def test_a_question_is_asked_and_answered(
    live_server: Any, watched_page: Page, watch: Watch, browser: Browser, assert_accessible: Check
) -> None:
    teacher = TeacherFactory(name="Ms Okafor")
    classroom = ClassroomFactory(owner=teacher)
    assignment = frozen_quiz(feedback="on_submit", classroom=classroom)
    student = StudentFactory(classroom=classroom, display_name="Amara")
    AttemptFactory(assignment=assignment, membership=student, submitted_at=timezone.now())
    feedback = live_server.url + reverse("attempt-feedback", args=[student.attempts.get().pk])

    pupil = watch.follow(browser.new_context().new_page())
    pupil.goto(live_server.url + reverse("join-code", args=[classroom.code]))
    pupil.get_by_label("name", exact=False).first.fill("Amara")
    pupil.get_by_label("PIN", exact=False).first.fill(PIN)
    pupil.locator("main button[type=submit]").first.click()
    pupil.wait_for_url(lambda url: "/join" not in url)
    pupil.goto(feedback)
    item = pupil.locator("details.fb-line").first
    if item.get_attribute("open") is None:
        item.locator("summary").first.click()
    item.get_by_text("Ask your teacher about this item").click()
    item.get_by_label("Your question about item 1").fill("Why not The A Post?")
    item.get_by_role("button", name="Send the question").click()
    expect(pupil.get_by_text("Not answered yet")).to_be_visible()
    assert_accessible(pupil)

    page = watched_page
    sign_in(page, live_server.url, teacher)
    page.get_by_role("link", name="One question from students").click()
    expect(page.get_by_text("Why not The A Post?")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Your answer to Amara").fill("Look at the second figure.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("status")).to_contain_text("Look at the second figure.")
    assert StudentQuestion.objects.get().answered_by == teacher
    assert_accessible(page)

    pupil.goto(feedback)
    expect(pupil.get_by_text("Look at the second figure.")).to_be_visible()


def test_an_account_is_changed_and_deleted_by_keyboard(
    live_server: Any, watched_page: Page, assert_accessible: Check
) -> None:
    teacher = TeacherFactory(email="anna@school.example", name="Anna")
    ClassroomFactory(owner=teacher, name="8B")
    page = watched_page
    sign_in(page, live_server.url, teacher)
    page.get_by_role("link", name="Anna").press("Enter")
    assert_accessible(page)
    page.get_by_label("As students and colleagues see it").fill("Ms Reyes")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Ms Reyes")).to_be_visible()
    page.get_by_role("button", name="Dark").first.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert_accessible(page)
    page.get_by_role("link", name="See what would go").press("Enter")
    expect(page.get_by_text("This is final")).to_be_visible()
    expect(page.get_by_text("8B")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Type your e-mail address to confirm").fill("anna@school.example")
    page.get_by_label("Your password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("is deleted")
    assert not User.objects.exists()
