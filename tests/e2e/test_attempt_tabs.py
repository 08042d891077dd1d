"""One tab writes an attempt: two tabs, another device, a Chromebook that two students share; flags wherever one is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from quizzes.models import Attempt, ResponseEvent
from tests.e2e.attempt_pages import address, answers, begun_attempt, check, join, sit_down, waiting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def attempt() -> Attempt:
    return begun_attempt()


@pytest.fixture
def other_device(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def saved(page: Page) -> Any:
    return expect(page.locator("[data-saved]"))


def elsewhere(page: Page) -> Any:
    return expect(page.locator("[data-elsewhere-words]"))


def second_tab(page: Page) -> Page:
    tab = page.context.new_page()
    tab.goto(page.url)
    return tab


def test_of_two_tabs_one_writes_and_the_other_takes_over_when_asked(
    live_server: Any, page: Page, attempt: Attempt, assert_accessible: Callable[[Page], None]
) -> None:
    sit_down(page, live_server.url, attempt)
    page.get_by_role("radio", name="The A Post").check()
    saved(page).to_contain_text("Saved")
    second = second_tab(page)
    elsewhere(second).to_contain_text("Here you can only read")
    expect(second.get_by_label("The B Post")).to_be_disabled()
    assert_accessible(second)
    page.get_by_role("link", name=re.compile("Item 2")).click()
    page.route("**/save/", lambda route: route.abort())
    page.get_by_label("Your figure").fill("12")  # typed and not sent when the other takes over
    second.get_by_role("button", name="Continue here").click()
    expect(second.get_by_label("The B Post")).to_be_enabled()
    elsewhere(page).to_contain_text("open in another tab or on another device")
    expect(page.get_by_label("Your figure")).to_be_disabled()
    page.unroute("**/save/")
    saved(page).to_contain_text("Saved", timeout=15_000)
    check(second, second.get_by_label("The B Post"))
    assert answers(attempt) == {"choice": "o2", "number": "12"}


def test_a_reload_goes_on_and_a_closed_tab_is_not_asked_for(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text("Saved")
    page.reload()
    check(page, page.get_by_role("radio", name="The A Post"))
    next_tab = page.context.new_page()
    page.close()
    next_tab.goto(address(live_server.url, attempt))
    expect(next_tab.get_by_role("radio", name="The A Post")).to_be_checked()
    # At once, before the tab has been told that the attempt is its own: the answer waits for that, and stands.
    check(next_tab, next_tab.get_by_label("The B Post"))
    expect(next_tab.locator("[data-elsewhere]")).to_be_hidden()
    assert answers(attempt) == {"choice": "o2"}
    assert set(attempt.holds.values_list("device", flat=True)) == set(
        attempt.events.values_list("device", flat=True)
    )


def test_what_waited_on_one_device_does_not_stand_over_what_was_answered_since_on_another(
    live_server: Any, page: Page, other_device: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    page.context.set_offline(True)
    page.get_by_role("radio", name="The A Post").check()
    page.get_by_role("link", name=re.compile("Item 2")).click()
    page.get_by_label("Your figure").fill("12")
    saved(page).to_contain_text("Not saved, trying")
    phone = sit_down(other_device, live_server.url, attempt)
    phone.get_by_role("button", name="Continue here").click()
    check(phone, phone.get_by_label("The B Post"))
    page.context.set_offline(False)
    elsewhere(page).to_contain_text("open in another tab or on another device", timeout=15_000)
    expect(page.locator("[data-overtaken]")).to_contain_text("kept for your teacher")
    saved(page).to_contain_text("Saved")
    assert answers(attempt) == {"choice": "o2", "number": "12"}
    assert ResponseEvent.objects.get(is_stale=True).answer == "o1"
    page.get_by_role("button", name="Continue here").click()  # and back again
    page.get_by_role("link", name=re.compile("Item 1")).click()
    expect(page.get_by_label("The B Post")).to_be_checked()


def test_handed_in_on_one_device_is_said_on_the_other(
    live_server: Any, page: Page, other_device: Page, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    phone = sit_down(other_device, live_server.url, attempt)
    phone.goto(live_server.url + reverse("attempt-submit", args=[attempt.pk]))
    elsewhere(phone).to_contain_text("What is saved there is handed in with the rest")
    phone.get_by_role("button", name="Hand in now").click()
    expect(phone.get_by_role("heading", name="Handed in")).to_be_visible()
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text("it does not count")
    attempt.refresh_from_db()
    assert not attempt.is_running


def test_students_who_share_a_chromebook_see_and_send_nothing_of_each_other(
    live_server: Any, page: Page, attempt: Attempt
) -> None:
    other = begun_attempt("Ben", attempt.assignment)
    sit_down(page, live_server.url, attempt)
    page.route("**/save/", lambda route: route.fulfill(status=503))
    page.get_by_label("The B Post").check()
    saved(page).to_contain_text("Not saved, trying")
    done = page.get_by_role("button", name="This is not me, or I am done")
    done.click()
    saved(page).to_contain_text("this page stays open")
    done.click()  # she has to go
    expect(page.get_by_role("heading", name="Join your class")).to_be_visible()
    page.unroute("**/save/")
    sit_down(page, live_server.url, other)
    expect(page.get_by_role("heading", name=re.compile("Which outlet"))).to_be_visible()
    expect(page.get_by_label("The B Post")).not_to_be_checked()
    page.get_by_role("radio", name="The A Post").check()
    saved(page).to_contain_text("Saved")
    assert (answers(other), answers(attempt), waiting(page)) == ({"choice": "o1"}, {}, 1)
    done.click()
    expect(page.get_by_role("heading", name="Join your class")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Join your class")).to_be_visible()
    join(page, live_server.url, attempt)
    expect(page.locator("[data-unsent]")).to_contain_text("One answer waits in this browser")
    page.get_by_role("link", name=re.compile("Go on")).click()
    expect(page.get_by_label("The B Post")).to_be_checked()
    saved(page).to_contain_text("Saved")
    assert (answers(attempt), waiting(page)) == ({"choice": "o2"}, 0)


def test_flags_are_seen_in_the_list_at_the_handing_in_and_on_another_device(
    live_server: Any,
    page: Page,
    other_device: Page,
    attempt: Attempt,
    assert_accessible: Callable[[Page], None],
) -> None:
    sit_down(page, live_server.url, attempt)
    page.keyboard.press("Tab")
    flag = page.get_by_role("button", name="Flag this item to come back to")
    flag.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Flagged")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("link", name=re.compile("Item 1 ?, not answered, flagged"))).to_be_visible()
    expect(page.locator(".handin")).to_contain_text("0 of 5 answered, 1 flagged")
    page.get_by_label("The B Post").check()
    expect(page.get_by_role("link", name=re.compile("Item 1 ?, answered, flagged"))).to_be_visible()
    assert_accessible(page)
    saved(page).to_contain_text("Saved")
    page.get_by_role("link", name="Review and hand in").click()
    expect(page.locator(".review")).to_contain_text("flagged")
    sit_down(other_device, live_server.url, attempt)
    expect(other_device.get_by_role("link", name=re.compile("Item 1 ?, answered, flagged"))).to_be_visible()


def test_without_javascript_a_page_says_who_writes_and_flags(
    live_server: Any, page: Page, browser: Browser, attempt: Attempt
) -> None:
    sit_down(page, live_server.url, attempt)
    page.get_by_role("radio", name="The A Post").check()
    saved(page).to_contain_text("Saved")
    context = browser.new_context(java_script_enabled=False)
    plain = sit_down(context.new_page(), live_server.url, attempt)
    expect(plain.get_by_text("also open in another tab")).to_be_visible()
    plain.get_by_label("The B Post").check()
    plain.get_by_role("button", name="Flag this item").click()
    expect(plain.get_by_role("link", name=re.compile("Item 1 ?, answered, flagged"))).to_be_visible()
    expect(plain.get_by_text("also open in another tab")).to_be_hidden()
    assert answers(attempt) == {"choice": "o2"}
    page.evaluate(
        "document.dispatchEvent(new Event('visibilitychange'))"
    )  # as when one turns back to this tab
    elsewhere(page).to_contain_text("open in another tab or on another device")
    context.close()
