"""The main job in one go, in a real browser: articles in, quiz out, answered, graded, reviewed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from quizzes.factories import PASSWORD, ClassroomFactory, TeacherFactory
from quizzes.models import Article, Attempt, Classroom, FrozenItem, Score, Story
from tests.e2e.conftest import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EDITIONS = sorted((Path(settings.BASE_DIR) / "seeds" / "air_strike").glob("*.txt"))
WRITTEN = "Two sources, two numbers: the articles asked different people."
Check = Callable[[Page], None]


def test_articles_become_a_quiz_that_is_answered_graded_and_reviewed(
    live_server: Any, watched_page: Page, watch: Watch, browser: Browser, assert_accessible: Check
) -> None:
    teacher = watched_page
    desk = Desk(teacher, live_server.url, assert_accessible)
    classroom = ClassroomFactory(
        name="8B", owner=TeacherFactory(email="anna@school.example", name="Anna"), time_zone="Europe/Dublin"
    )
    desk.sign_in("anna@school.example")
    desk.upload("Air strike in Syria")
    desk.compare()
    desk.decide_on_items()
    desk.make_quiz()
    desk.assign()

    student = watch.follow(browser.new_context(viewport={"width": 1366, "height": 768}).new_page())
    seat = Seat(student, live_server.url, assert_accessible)
    seat.join(classroom, "Amara")
    desk.let_in(classroom, "Amara")
    seat.is_in()
    seat.start()
    seat.answer_everything()
    seat.hand_in()

    desk.grade()
    desk.see_results()
    desk.release()
    seat.see_feedback()


class Desk:
    """The teacher at her browser."""

    def __init__(self, page: Page, site: str, check: Check) -> None:
        self.page, self.site, self.check = page, site, check

    def sign_in(self, email: str) -> None:
        self.page.goto(self.site + reverse("home"))
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("link", name="Stories").first).to_be_visible()
        self.check(self.page)

    def upload(self, title: str) -> None:
        self.page.goto(self.site + reverse("story-create"))
        self.check(self.page)
        self.page.locator("input[name=title]").fill(title)
        self.page.locator("input[type=file]").set_input_files([str(path) for path in EDITIONS])
        self.page.get_by_role("button", name="Take in and read").click()
        expect(self.page.get_by_role("heading", name=title)).to_be_visible()
        assert Story.objects.get().state == Story.State.WAITING
        self.check(self.page)
        call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
        expect(self.page.locator("[hx-trigger]")).to_have_count(0)  # the bar goes when all is read
        assert Story.objects.get().state == Story.State.READY
        expect(self.page.get_by_text("The Harbour Ledger").first).to_be_visible()
        self.check(self.page)

    def compare(self) -> None:
        self.page.get_by_role("link", name=re.compile(r"^Compare")).click()
        toll = (
            self.page.locator("tr", has_text="People killed")
            .filter(has=self.page.locator("a.val[hx-get]"))
            .first
        )
        expect(toll).to_be_visible()
        self.check(self.page)
        toll.locator("a.val[hx-get]").first.click()
        expect(self.page.locator("#drawer mark, #drawer .ev").first).to_be_visible()
        self.page.locator("#drawer a[href*='/articles/']").first.click()
        expect(self.page).to_have_url(re.compile(r"/articles/\d+/#"))
        self.check(self.page)

    def decide_on_items(self) -> None:
        story = Story.objects.get()
        self.page.goto(self.site + reverse("item-list", args=[story.pk]))
        self.check(self.page)
        first = story.items.first()
        assert first is not None
        self.page.locator(f"#drop-{first.pk}").click()
        expect(self.page.locator(f"#back-{first.pk}")).to_be_visible()
        self.page.locator(f"#back-{first.pk}").click()
        self.page.locator(f"#keep-{first.pk}").click()
        expect(self.page.locator(f"#keep-{first.pk}")).to_have_attribute("aria-pressed", "true")
        self.check(self.page)

    def make_quiz(self) -> None:
        self.page.get_by_role("button", name=re.compile("Make a quiz of the best")).click()
        expect(self.page.get_by_role("link", name=re.compile("Assign"))).to_be_visible()
        self.check(self.page)

    def assign(self) -> None:
        self.page.get_by_role("link", name=re.compile("Assign")).click()
        self.check(self.page)
        self.page.get_by_role("button", name="Assign").click()
        expect(self.page).to_have_url(
            self.site + reverse("classroom-detail", args=[Classroom.objects.get().pk])
        )
        expect(self.page.get_by_text(Classroom.objects.get().spaced_code).first).to_be_visible()
        self.check(self.page)

    def let_in(self, classroom: Classroom, name: str) -> None:
        self.page.goto(self.site + reverse("classroom-detail", args=[classroom.pk]))
        self.check(self.page)
        self.page.get_by_role("button", name=f"Let in {name}").click()
        expect(self.page.get_by_role("status")).to_contain_text(f"{name} is in")

    def grade(self) -> None:
        attempt = Attempt.objects.get()
        self.page.goto(self.site + reverse("grading-list", args=[attempt.assignment_id]))
        for item in FrozenItem.objects.filter(kind="open"):
            kwargs = {"pk": attempt.assignment_id, "item_pk": item.pk}
            self.page.goto(self.site + reverse("grading-item", kwargs=kwargs))
            expect(self.page.locator(".g-text")).to_contain_text(WRITTEN)
            expect(self.page.locator("main")).not_to_contain_text("Amara")
            self.check(self.page)
            self.page.keyboard.press("3")
            self.page.get_by_label("Comment").fill("Well seen.")
            self.page.get_by_role("button", name="Save and next").click()
            expect(self.page.get_by_role("status")).to_contain_text("Proficient")
        assert not Score.objects.pending().exists()

    def see_results(self) -> None:
        assignment = Attempt.objects.get().assignment_id
        self.page.goto(self.site + reverse("assignment-results", args=[assignment]))
        expect(self.page.get_by_role("link", name="Amara")).to_be_visible()
        self.check(self.page)
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=re.compile("CSV")).click()
        assert "Amara" in Path(download.value.path()).read_text(encoding="utf-8-sig")
        self.page.get_by_role("link", name="Amara").click()
        expect(self.page.get_by_text(WRITTEN).first).to_be_visible()
        self.check(self.page)

    def release(self) -> None:
        self.page.goto(self.site + reverse("assignment-results", args=[Attempt.objects.get().assignment_id]))
        self.page.get_by_role("button", name=re.compile("Release")).click()
        expect(self.page.get_by_role("status").first).to_contain_text("can now see")


class Seat:
    """The student at hers."""

    def __init__(self, page: Page, site: str, check: Check) -> None:
        self.page, self.site, self.check = page, site, check

    def join(self, classroom: Classroom, name: str) -> None:
        self.page.goto(self.site + reverse("join"))
        self.check(self.page)
        self.page.get_by_label(re.compile("code", re.I)).fill(classroom.spaced_code.lower())
        self.page.get_by_label(re.compile("name", re.I)).fill(name)
        self.page.get_by_label(re.compile("PIN")).fill("2468")
        self.page.get_by_role("button", name="Join").click()
        self.page.get_by_role("button", name=re.compile("I am new")).click()
        expect(self.page.get_by_role("heading", name="Nearly there")).to_be_visible()
        self.check(self.page)

    def is_in(self) -> None:
        expect(self.page).to_have_url(self.site + reverse("student-home"))  # it goes on by itself
        self.check(self.page)

    def start(self) -> None:
        self.page.get_by_role("link", name=re.compile("^Look and start")).click()
        self.check(self.page)
        self.page.get_by_role("button", name="Start").click()
        expect(self.page).to_have_url(re.compile(r"/attempts/\d+/"))

    def answer_everything(self) -> None:
        items = list(FrozenItem.objects.all())
        for number, item in enumerate(items, 1):
            form = self.page.locator(f"#item-{number}")
            expect(form).to_be_visible()
            self.answer(form, item)
            self.check(self.page)
            form.locator("button[name=go].btn-primary").click()
        expect(self.page.get_by_role("heading", name="Review and hand in")).to_be_visible()
        expect(self.page.get_by_text(f"All {len(items)} items are answered")).to_be_visible()

    def answer(self, form: Any, item: FrozenItem) -> None:
        match item.kind:
            case "open":
                form.locator("textarea").fill(WRITTEN)
            case "number":
                form.locator("input[name=text]").fill("22")
            case "match":
                for select in form.locator("select").all():
                    select.select_option(index=1)
            case "order":
                for place, select in enumerate(form.locator("select").all(), 1):
                    select.select_option(index=place)
            case "evidence":
                pass  # the tick below is all
            case _:
                form.locator("input[name=choice]").first.check()
        if item.kind in ("claim_evidence", "evidence"):
            self.page.locator("article:not(.is-off) input[name=evidence]:enabled").first.check()

    def hand_in(self) -> None:
        self.check(self.page)
        self.page.get_by_role("button", name="Hand in now").click()
        receipt = reverse("attempt-receipt", args=[Attempt.objects.get().pk])
        expect(self.page).to_have_url(self.site + receipt)  # the page saves what is left before it hands in
        attempt = Attempt.objects.get()
        expect(self.page.get_by_text(attempt.receipt)).to_be_visible()
        assert attempt.responses.count() == FrozenItem.objects.count()
        self.check(self.page)
        answer = self.page.goto(self.site + reverse("attempt-feedback", args=[attempt.pk]))
        assert answer is not None
        expect(self.page.locator("body")).not_to_contain_text(FrozenItem.objects.all()[0].rationale)

    def see_feedback(self) -> None:
        self.page.goto(self.site + reverse("attempt-feedback", args=[Attempt.objects.get().pk]))
        expect(self.page.get_by_text("Well seen.").first).to_be_visible()
        assert Article.objects.count() == 5
        self.check(self.page)
