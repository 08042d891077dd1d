"""A class in a real browser: names typed, cards printed, newcomers let in while they wait, a colleague by a link."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PASSWORD, StudentFactory, TeacherFactory
from quizzes.models import Classroom, Invitation, Membership
from tests.e2e.conftest import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


def sign_in(page: Page, site: str, email: str) -> None:
    page.goto(site + reverse("account_login"))
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Classes").first).to_be_visible()


def press(page: Page, role: Any, name: str | re.Pattern[str]) -> None:
    """A control reached and worked by keyboard alone, focus seen on the way."""
    control = page.get_by_role(role, name=name).first
    control.focus()
    expect(control).to_be_focused()
    page.keyboard.press("Enter")


@pytest.fixture
def teacher(live_server: Any, watched_page: Page) -> Page:
    TeacherFactory(email="anna@school.example", name="Anna")
    sign_in(watched_page, live_server.url, "anna@school.example")
    return watched_page


def make_class(page: Page, site: str) -> Classroom:
    page.goto(site + reverse("classroom-create"))
    page.get_by_label("Name of the class").fill("8B")
    page.get_by_label("Time zone").select_option("Europe/Dublin")
    press(page, "button", "Make the class")
    expect(page.get_by_role("heading", name="Add names")).to_be_visible()
    return Classroom.objects.get()


def test_names_become_cards_ten_to_a_sheet(live_server: Any, teacher: Page, assert_accessible: Check) -> None:
    make_class(teacher, live_server.url)
    assert_accessible(teacher)
    teacher.get_by_label("Names, one a line").fill("\n".join(f"Student {n}" for n in range(1, 24)))
    press(teacher, "button", "Add names and make their PINs")
    expect(teacher.get_by_role("heading", name="23 new PINs")).to_be_visible()
    expect(teacher.get_by_role("button", name="Print the cards")).to_be_visible()
    assert_accessible(teacher)
    for paper in ("A4", "Letter"):
        pdf = teacher.pdf(format=paper, prefer_css_page_size=False)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3, paper


def test_a_newcomer_waits_and_goes_on_when_let_in(
    live_server: Any, teacher: Page, watch: Watch, browser: Browser, assert_accessible: Check
) -> None:
    classroom = make_class(teacher, live_server.url)
    teacher.goto(live_server.url + reverse("classroom-detail", args=[classroom.pk]))
    student = watch.follow(browser.new_context(viewport={"width": 360, "height": 720}).new_page())
    student.goto(live_server.url + reverse("join-code", args=[classroom.code]))
    student.get_by_label(re.compile("name", re.I)).fill("Bo")
    student.get_by_label(re.compile("PIN")).fill("1357")
    press(student, "button", "Join")
    press(student, "button", re.compile("ask to join as Bo"))
    expect(student.get_by_role("heading", name="Nearly there, Bo")).to_be_visible()
    assert_accessible(student)

    expect(teacher.get_by_role("heading", name="1 waits to be let in")).to_be_visible(timeout=12_000)
    assert_accessible(teacher)
    press(teacher, "button", "Let in Bo")
    expect(teacher.get_by_role("status")).to_contain_text("Bo is in")
    expect(student).to_have_url(live_server.url + reverse("student-home"))


def test_a_newcomer_who_is_on_the_list_comes_in_under_that_name(
    live_server: Any, teacher: Page, assert_accessible: Check
) -> None:
    classroom = make_class(teacher, live_server.url)
    StudentFactory(classroom=classroom, display_name="Robert")
    StudentFactory(classroom=classroom, display_name="Bo", awaits_approval=True)
    teacher.goto(live_server.url + reverse("classroom-detail", args=[classroom.pk]))
    teacher.get_by_text("On the list already?").focus()
    teacher.keyboard.press("Enter")
    teacher.get_by_label("Who on the list Bo is").select_option(label="Robert")
    assert_accessible(teacher)
    press(teacher, "button", re.compile("^Let in as this"))
    expect(teacher.get_by_role("status")).to_contain_text("Bo is in as Robert")
    assert Membership.objects.students().get().display_name == "Robert"


def test_a_colleague_comes_in_by_the_link(
    live_server: Any, teacher: Page, watch: Watch, browser: Browser, assert_accessible: Check
) -> None:
    classroom = make_class(teacher, live_server.url)
    TeacherFactory(email="col@school.example", name="Col")
    teacher.goto(live_server.url + reverse("classroom-staff", args=[classroom.pk]))
    teacher.get_by_label("As", exact=True).select_option("grader")
    press(teacher, "button", "Make the invitation")
    link = teacher.get_by_label("Link of the invitation").input_value()
    assert link == live_server.url + reverse("invitation", args=[Invitation.objects.get().token])
    assert_accessible(teacher)

    colleague = watch.follow(browser.new_context().new_page())
    colleague.goto(link)
    assert_accessible(colleague)
    press(colleague, "link", "Sign in")
    colleague.locator("input[name=login]").fill("col@school.example")
    colleague.locator("input[name=password]").fill(PASSWORD)
    press(colleague, "button", "Sign in")
    press(colleague, "button", "Come in as grader")
    expect(colleague.get_by_role("status")).to_contain_text("Welcome to 8B")
    assert classroom.memberships.get(user__email="col@school.example").role == "grader"


def test_a_class_is_deleted_by_its_name_and_taken_back(
    live_server: Any, teacher: Page, assert_accessible: Check
) -> None:
    classroom = make_class(teacher, live_server.url)
    teacher.goto(live_server.url + reverse("classroom-delete", args=[classroom.pk]))
    assert_accessible(teacher)
    teacher.get_by_label(re.compile("^Type the name")).fill("8b")
    press(teacher, "button", "Delete the class")
    expect(teacher.get_by_role("status")).to_contain_text("8B is deleted")
    assert_accessible(teacher)
    press(teacher, "button", re.compile("^Take it back"))
    expect(teacher.get_by_role("heading", name="8B")).to_be_visible()


def test_the_code_is_read_from_the_last_row(
    live_server: Any, teacher: Page, assert_accessible: Check
) -> None:
    classroom = make_class(teacher, live_server.url)
    teacher.set_viewport_size({"width": 1280, "height": 720})
    teacher.goto(live_server.url + reverse("classroom-code", args=[classroom.pk]))
    assert_accessible(teacher)
    code, qr = (teacher.locator(part).bounding_box() for part in (".sc-code", ".qr svg"))
    assert code and qr
    assert code["height"] > 100
    assert qr["height"] > 300
    assert code["x"] + code["width"] <= qr["x"]
    assert qr["y"] + qr["height"] <= 720
