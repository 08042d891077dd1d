"""No answer is lost: without a network, over a reload, with a server that dies, in a browser that keeps nothing."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, Route, expect

from quizzes.factories import TeacherFactory
from quizzes.flows.rosters import renew_pins
from quizzes.models import Attempt
from tests.chaos.site import Site, children_of
from tests.e2e.attempt_pages import address, answers, begun_attempt, check, sit_down, waiting
from tests.frozen import HURT_A, HURT_B, fill_other_kinds
from tests.test_chaos import database_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TRYING = "Not saved, trying"
PATIENT = 15_000
"""Milliseconds in which a page has tried again."""


@pytest.fixture
def attempt() -> Attempt:
    return begun_attempt()


def saved(page: Page) -> Any:
    return expect(page.locator("[data-saved]"))


def test_answers_given_without_a_network_are_kept_and_sent_in_order(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    page.get_by_role("radio", name="The A Post").check()
    saved(page).to_contain_text(re.compile(r"Saved \d\d:\d\d"))
    page.context.set_offline(True)
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text(TRYING)
    expect(page.locator("[data-saved-aloud]")).to_contain_text(TRYING)
    page.get_by_role("button", name="Next item").click()  # without a network from item to item
    page.get_by_label("Your figure").fill("12")
    page.get_by_role("link", name=re.compile("Item 4")).click()
    page.get_by_label("Twelve people were hurt on Monday, police said.").check()
    assert answers(attempt) == {"choice": "o1"}
    page.context.set_offline(False)
    saved(page).to_contain_text("Saved", timeout=PATIENT)
    assert answers(attempt) == {
        "choice": "o2",
        "number": "12",
        "claim_evidence": {"choice": None, "evidence": [HURT_A]},
    }
    assert waiting(page) == 0


def test_what_waits_stands_in_the_forms_after_a_reload_and_is_sent(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    """Shown as it was left: what is changed afterwards builds on it and not on the older answer of the server."""
    fill_other_kinds(attempt.assignment.version)
    sit_down(page, live_server.url, attempt)
    page.route("**/save/", lambda route: route.abort())
    page.get_by_label("The B Post").check()
    page.get_by_role("link", name=re.compile("Item 3")).click()
    page.get_by_role("combobox", name="The A Post").select_option("twelve")
    page.get_by_role("link", name=re.compile("Item 4")).click()
    page.get_by_role("radio", name="police").check()
    page.get_by_label("Nine people were hurt, the coast guard said.").check()
    page.get_by_role("link", name=re.compile("Item 8")).click()
    page.get_by_role("combobox", name="The Wire").select_option("1")
    saved(page).to_contain_text(TRYING)
    page.close(run_before_unload=False)
    again = page.context.new_page()
    again.route("**/save/", lambda route: route.abort())
    again.goto(address(live_server.url, attempt))
    expect(again.get_by_label("The B Post")).to_be_checked()
    expect(again.locator(".jump .done")).to_have_count(4)
    again.get_by_role("link", name=re.compile("Item 4")).click()
    expect(again.locator("[data-pick]")).to_have_count(1)
    again.get_by_label("Twelve people were hurt on Monday, police said.").check()
    again.unroute("**/save/")
    saved(again).to_contain_text("Saved", timeout=PATIENT)
    assert answers(attempt) == {
        "choice": "o2",
        "match": {"l1": "r1", "l2": None},
        "claim_evidence": {"choice": "o1", "evidence": [HURT_A, HURT_B]},
        "order": ["o3"],
    }


def test_without_a_network_the_page_stays_and_says_so(live_server: Any, page: Page, attempt: Attempt) -> None:
    sit_down(page, live_server.url, attempt)
    here = page.url
    page.context.set_offline(True)
    page.get_by_label("The B Post").check()
    page.get_by_role("link", name="Review and hand in").click()
    saved(page).to_contain_text("this page stays open")
    assert page.url == here
    page.context.set_offline(False)
    saved(page).to_contain_text("Saved", timeout=PATIENT)


def test_what_was_typed_a_moment_ago_goes_before_the_page_is_left(
    live_server: Any, watched_page: Page, attempt: Attempt
) -> None:
    page = sit_down(watched_page, live_server.url, attempt)
    page.on("dialog", lambda dialog: pytest.fail(f"asked before leaving: {dialog.message}"))
    page.get_by_role("link", name=re.compile("Item 2")).click()
    page.get_by_label("Your figure").press_sequentially("12")
    page.get_by_role("button", name="This is not me, or I am done").click()
    expect(page.get_by_role("heading", name="Join your class")).to_be_visible()
    assert answers(attempt) == {"number": "12"}


def test_a_session_that_has_ended_is_said_and_the_answer_goes_once_she_is_back(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    pins = renew_pins(students=[attempt.membership], by=TeacherFactory())
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text("no longer signed in here")
    assert (waiting(page), answers(attempt)) == (1, {})
    page.get_by_role("link", name="Join again").click()
    page.get_by_label(re.compile("name")).fill("Amara")
    page.get_by_label(re.compile("PIN")).fill(pins[0].pin)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name=re.compile("Go on")).click()
    saved(page).to_contain_text("Saved")
    assert (waiting(page), answers(attempt)) == (0, {"choice": "o2"})


def test_an_answer_that_is_refused_is_kept_aside_and_has_a_way_out(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    page.route("**/save/", lambda route: route.fulfill(status=400, json={"error": "too long"}))
    page.get_by_role("link", name=re.compile("Item 5")).click()
    page.get_by_label("Your answer").fill("They counted twice.")
    told = page.locator("[data-refused] li")
    expect(told).to_contain_text("Your answer to item 5 was not saved (too long)")
    expect(told).to_contain_text("They counted twice.")
    page.unroute("**/save/")
    page.get_by_label("Your answer").fill("They counted two times.")
    saved(page).to_contain_text("Saved")
    expect(told).to_have_count(0)
    assert answers(attempt) == {"open": "They counted two times."}


def test_a_browser_that_keeps_nothing_says_so_and_still_sends(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    sit_down(page, live_server.url, attempt)
    page.context.set_offline(True)
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text("This browser keeps nothing: leave this page open")
    page.context.set_offline(False)
    saved(page).to_contain_text("Saved", timeout=PATIENT)
    assert answers(attempt) == {"choice": "o2"}


def kill_outright(site: Site) -> None:
    """The web server and the processes that answer for it: these would go on for a moment without it."""
    server = site.programs[0].process
    assert server is not None
    for pid in (server.pid, *children_of(server.pid)):
        os.kill(pid, signal.SIGKILL)


def test_a_server_that_dies_and_comes_back_loses_no_answer(
    page: Page, attempt: Attempt, tmp_path: Path
) -> None:
    """A site of its own over the tests' database, killed outright between two answers."""
    site = Site(tmp_path, DATABASE_URL=database_url(), SECRET_KEY=settings.SECRET_KEY, DEBUG="1")
    site.programs = [program for program in site.programs if program.name == "web server"]
    try:
        site.start()
        sit_down(page, site.url, attempt)
        check(page, page.get_by_role("radio", name="The A Post"))
        kill_outright(site)
        page.get_by_label("The B Post").check()
        page.get_by_role("link", name=re.compile("Item 2")).click()
        page.get_by_label("Your figure").fill("12")
        saved(page).to_contain_text(TRYING)
        page.get_by_role("link", name=re.compile("Item 3")).click()  # what was typed is kept with that
        assert (answers(attempt), waiting(page)) == ({"choice": "o1"}, 2)
        site.start()
        saved(page).to_contain_text(re.compile(r"Saved \d\d:\d\d"), timeout=2 * PATIENT)
        assert (answers(attempt), waiting(page)) == ({"choice": "o2", "number": "12"}, 0)
    finally:
        site.stop()


def test_handing_in_is_asked_again_until_there_is_an_answer(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    """The first request arrives and its answer is lost, the second is cut before it arrives."""
    ways = iter([lambda route: (route.fetch(max_redirects=0), route.abort()), Route.abort])
    sit_down(page, live_server.url, attempt)
    page.get_by_label("The B Post").check()
    page.get_by_role("link", name="Review and hand in").click()

    def lose(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        way = next(ways, Route.continue_)
        way(route)

    page.route("**/submit/", lose)
    page.get_by_role("button", name="Hand in now").dblclick()
    saved(page).to_contain_text("Not handed in yet")
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible(timeout=PATIENT)
    attempt.refresh_from_db()
    expect(page.locator(".receipt")).to_contain_text(attempt.receipt)
