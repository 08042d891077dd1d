"""A wrong key put right, points set by hand and the record of both, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.factories import ClassroomFactory, TeacherFactory
from quizzes.models import Assignment, KeyRepair, Score
from tests.e2e.test_classes import sign_in
from tests.flows.test_repairing import hand_in
from tests.frozen import frozen_quiz, items_by_kind, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def assignment(live_server: Any, watched_page: Page) -> Assignment:
    owner = TeacherFactory(email="anna@school.example", name="Anna")
    assignment = frozen_quiz(classroom=ClassroomFactory(owner=owner, name="8B"))
    for name, answer in (("Amara", "o1"), ("Ben", "o2"), ("Chidi", None)):
        student = student_of(assignment, display_name=name)
        hand_in(assignment, {"choice": answer, "number": "12"}, membership=student)
    watched_page.set_default_timeout(10_000)
    sign_in(watched_page, live_server.url, "anna@school.example")
    return assignment


def test_a_key_is_replaced_after_a_look_at_who_changes_and_the_replacing_undone(
    live_server: Any, watched_page: Page, assignment: Assignment, assert_accessible: Check
) -> None:
    page, item = watched_page, items_by_kind(assignment)["choice"]
    page.goto(live_server.url + reverse("key-repair", args=[assignment.pk, item.pk]))
    page.get_by_label("Replace the key").check()
    page.get_by_role("group", name="The answer that is right").get_by_label("The A Post").check()
    expect(page.get_by_text("1 up, 1 down")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Ben 2 of 12 1 of 12"))).to_be_visible()
    assert not KeyRepair.objects.exists(), "nothing is kept before it is applied"
    page.get_by_label("Nobody loses points").check()
    expect(page.get_by_text("1 up, 0 down")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Why", exact=True).fill("The correction of Tuesday.")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("heading", name="Corrected: replace the key")).to_be_visible()
    assert_accessible(page)
    assert sorted(
        float(p or 0) for p in Score.objects.filter(item=item).values_list("points", flat=True)
    ) == [
        0,
        1,
        1,
    ]
    page.get_by_role("button", name="Undo it").click()
    expect(page.get_by_text("Undone: the item’s own key")).to_be_visible()
    assert not KeyRepair.objects.standing().exists()


def test_points_are_set_by_hand_from_the_gradebook_and_stand_in_the_record(
    live_server: Any, watched_page: Page, assignment: Assignment, assert_accessible: Check
) -> None:
    page, classroom = watched_page, assignment.classroom
    page.goto(live_server.url + reverse("classroom-gradebook", args=[classroom.pk]))
    assert_accessible(page)
    page.get_by_role("row", name=re.compile("Ben")).get_by_role("link", name="2", exact=True).click()
    expect(page.get_by_role("heading", name="Ben")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("spinbutton", name="Points").fill("9")
    page.get_by_label("Why", exact=True).fill("Oral exam.")
    page.get_by_role("button", name="Set the points").click()
    expect(page.get_by_role("row", name=re.compile("Ben")).get_by_text("set by hand")).to_be_visible()
    page.get_by_role("link", name=re.compile("Sort by Weighted total")).click()
    expect(page.locator("tbody th").first).to_have_text("Ben")
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.set_viewport_size({"width": 1366, "height": 768})
    page.get_by_role("link", name="Record").click()
    expect(page.get_by_text("set the points of Ben")).to_be_visible()
    expect(page.get_by_text("“Oral exam.”")).to_be_visible()
    assert_accessible(page)
