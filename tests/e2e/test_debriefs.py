"""The debrief in a real browser: led by keys alone, voted on from a phone, read without JavaScript; and the live page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import TeacherFactory
from quizzes.flows.debriefs import open_revote, vote
from quizzes.middleware import SESSION_KEY, SESSION_MEMBERSHIP
from quizzes.models import Assignment, Attempt, Membership, Response, Revote, RevoteAnswer, Score, User
from tests.e2e.conftest import Watch
from tests.frozen import frozen_quiz, items_by_kind, student_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment(teacher: User) -> Assignment:
    """Closed; ten have handed in, all wrong in the claim and half of them in the choice."""
    assignment = frozen_quiz(
        classroom__owner=teacher,
        opens_at=timezone.now() - dt.timedelta(hours=3),
        closes_at=timezone.now() - dt.timedelta(hours=1),
    )
    at = timezone.now() - dt.timedelta(hours=2)
    for n in range(10):
        student = student_of(assignment, display_name=f"Student {n}")
        attempt = Attempt.objects.create(
            assignment=assignment, membership=student, started_at=at, deadline_at=at, submitted_at=at
        )
        given: dict[str, Any] = {
            "choice": "o2" if n < 5 else "o1",
            "claim_evidence": {"choice": "o2", "evidence": []},
        }
        for kind, answer in given.items():
            item = items_by_kind(assignment)[kind]
            Response.objects.create(attempt=attempt, item=item, answer=answer, answered_at=at)
            points = item.points * (answer == item.key)
            Score.objects.create(attempt=attempt, item=item, points=points, maximum=item.points)
    return assignment


def sit_down(page: Page, site: str, who: User | Membership) -> Page:
    """The page in the session of a teacher or of a student who has joined."""
    client = Client()
    if isinstance(who, User):
        client.force_login(who)
    else:
        session = client.session
        session[SESSION_MEMBERSHIP], session[SESSION_KEY] = who.pk, who.session_key
        session.save()
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
    return page


def test_the_debrief_is_led_by_keys_alone(
    live_server: Any,
    watched_page: Page,
    teacher: User,
    assignment: Assignment,
    assert_accessible: Callable[[Page], None],
) -> None:
    page = sit_down(watched_page, live_server.url, teacher)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(live_server.url + reverse("assignment-results", args=[assignment.pk]))
    page.get_by_role("link", name="Debrief", exact=True).click()
    question = page.locator("#question")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    expect(page.get_by_role("heading", name="Talk in pairs")).to_be_visible()
    expect(page.get_by_text("were right")).to_have_count(0)
    assert_accessible(page)
    page.keyboard.press("Space")
    expect(page.get_by_text("were right")).to_be_visible()
    expect(question).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("were right")).to_have_count(0)
    expect(question).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("2 of 2")).to_be_visible()
    expect(question).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    expect(question).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_text("show the key, cover it again")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(page.get_by_text("show the key, cover it again")).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("2 of 2")).to_be_visible()
    assert page.evaluate("document.fullscreenElement !== null")  # a new slide, and the screen is still full


def test_a_vote_from_the_teachers_key_to_the_phone_and_back(
    live_server: Any,
    watched_page: Page,
    browser: Browser,
    watch: Watch,
    teacher: User,
    assignment: Assignment,
    assert_accessible: Callable[[Page], None],
) -> None:
    desk = sit_down(watched_page, live_server.url, teacher)
    desk.goto(live_server.url + reverse("assignment-debrief", args=[assignment.pk]))
    expect(desk.get_by_text("1 of 2")).to_be_visible()
    *others, amara = Membership.objects.students().select_related("classroom")
    context = browser.new_context(viewport={"width": 360, "height": 740})
    phone = sit_down(watch.follow(context.new_page()), live_server.url, amara)
    phone.goto(live_server.url + reverse("student-vote"))
    expect(phone.get_by_role("heading", name="No vote is open")).to_be_visible()
    desk.keyboard.press("v")
    expect(desk.get_by_text("0 of 10 have voted")).to_be_visible()
    expect(desk.locator("#question")).to_be_focused()
    assert_accessible(desk)
    police = phone.get_by_role("button", name=re.compile("police"))
    expect(police).to_be_visible(timeout=15_000)  # it comes by itself
    assert_accessible(phone)
    police.click()
    expect(phone.get_by_text("Your answer is in")).to_be_visible()
    assert_accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    expect(desk.get_by_text("1 of 10 have voted")).to_be_visible(timeout=15_000)
    revote = Revote.objects.get()
    for student in others:
        vote(revote=revote, student=student, answer={"choice": "o1", "evidence": []}, at=timezone.now())
    expect(desk.get_by_text("10 of 10 have voted")).to_be_visible(timeout=15_000)
    desk.keyboard.press("Space")  # while the class votes the key stays covered
    desk.keyboard.press("v")
    expect(desk.get_by_role("heading", name="Before and after you talked")).to_be_visible()
    expect(desk.locator("#question")).to_be_focused()
    desk.keyboard.press("Space")
    expect(desk.get_by_text("10 came over to the key.")).to_be_visible()
    assert_accessible(desk)
    expect(phone.get_by_role("heading", name="No vote is open")).to_be_visible(timeout=15_000)
    assert RevoteAnswer.objects.count() == 10
    assert set(Score.objects.filter(item=revote.item).values_list("points", flat=True)) == {0}
    context.close()


def test_everything_works_without_javascript(
    live_server: Any, browser: Browser, watch: Watch, teacher: User, assignment: Assignment
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    page = sit_down(watch.follow(context.new_page()), live_server.url, teacher)
    page.goto(live_server.url + reverse("assignment-debrief", args=[assignment.pk]))
    page.get_by_role("link", name="Show the key").click()
    expect(page.get_by_text("were right")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("2 of 2")).to_be_visible()
    page.get_by_role("button", name="Vote again").click()
    expect(page.get_by_text("0 of 10 have voted")).to_be_visible()
    page.get_by_role("button", name="Close the vote").click()
    expect(page.get_by_text("Nobody voted")).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("button", name="Skip this one").click()
    expect(page.get_by_text("1 of 1")).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("link", name="Choose and order the questions").click()
    page.get_by_role("button", name="Take in").first.click()
    page.get_by_role("button", name=re.compile("Later")).click()
    page.get_by_role("link", name="Start the debrief").click()
    expect(page.get_by_text("1 of 2")).to_be_visible()
    item = items_by_kind(assignment)["choice"]
    open_revote(assignment=assignment, item=item, by=teacher, at=timezone.now())
    student = sit_down(
        watch.follow(browser.new_context(java_script_enabled=False).new_page()),
        live_server.url,
        Membership.objects.students().select_related("classroom")[0],
    )
    student.goto(live_server.url + reverse("student-home"))
    student.get_by_role("link", name="Vote").click()
    student.get_by_role("button", name="The B Post").click()
    expect(student.get_by_text("Your answer is in")).to_be_visible()
    student.context.close()
    context.close()


def test_live_is_renewed_by_itself_without_taking_the_focus(
    live_server: Any,
    watched_page: Page,
    teacher: User,
    assignment: Assignment,
    assert_accessible: Callable[[Page], None],
) -> None:
    Assignment.objects.update(closes_at=timezone.now() + dt.timedelta(hours=1))
    late = student_of(assignment, display_name="Zora")
    page = sit_down(watched_page, live_server.url, teacher)
    page.goto(live_server.url + reverse("assignment-live", args=[assignment.pk]))
    more_time = page.locator(f"#t-{late.pk}")
    expect(page.get_by_role("row", name=re.compile("Zora not begun"))).to_be_visible()
    assert_accessible(page)
    now = timezone.now()
    Attempt.objects.create(
        assignment=assignment, membership=late, started_at=now, deadline_at=now + dt.timedelta(minutes=30)
    )
    more_time.focus()
    expect(page.get_by_role("row", name=re.compile("Zora working"))).to_be_visible(timeout=20_000)
    expect(more_time).to_be_focused()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.get_by_role("link", name="Show it to the class, without names").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Zora")).to_have_count(0)
    assert_accessible(page)
