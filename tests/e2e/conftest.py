"""A real Chromium: where it is, what every page is held to, and pages that watch themselves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import ConsoleMessage, Page, Request, Response, expect
from pytest_django.plugin import DjangoDbBlocker

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


PATIENCE = 20_000
"""Milliseconds that a page is waited for before it counts as hung; what is there at once costs none of it."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is run once more, and both runs are counted at the end: a real browser on a busy
    machine now and then draws a page between two of the test's looks. What fails twice fails."""
    folder = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(pytest.mark.flaky(reruns=1))


def find_chromium() -> str | None:
    """The program that CHROMIUM names, or one of the usual names on the path."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium; without one the tests here are left out, or fail where CI=true."""
    chromium = find_chromium()
    if not chromium:
        message = "browser tests need a Chromium: apt install chromium (or set CHROMIUM to where one is)"
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    # Chromium's own sandbox does not work for root, as whom containers run.
    return browser_type_launch_args | {"executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session", autouse=True)
def allow_database_beside_playwright() -> Iterator[None]:
    """Playwright's sync API keeps an event loop in this thread, which Django takes for async code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session", autouse=True)
def end_sessions_of_the_live_server(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """A thread of the live server may keep its session after the last page has gone, and PostgreSQL drops no database
    that another session uses."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def fresh_counts_of_sign_ins() -> None:
    """The cache is no model's table: what one test counted there would stand for the next."""
    cache.clear()


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """A function that fails with axe's report where a page breaks a rule of WCAG 2.2 AA or best practice."""

    def check(page: Page) -> None:
        page.wait_for_load_state()  # of a page half received axe finds fields whose labels are still to come
        results = Axe().run(page, options={"runOnly": AXE_RULES})
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


class Watch:
    """What a page must not do: complain in the console, fail to load something, or ask another host."""

    def __init__(self, own_host: str) -> None:
        self.own_host = own_host
        self.faults: list[str] = []

    def follow(self, page: Page) -> Page:
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", self.on_request)
        page.on("requestfailed", self.on_failed)
        page.on("response", self.on_response)
        return page

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def on_request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != self.own_host:
            self.faults.append(f"asked another host: {request.url}")

    def on_failed(self, request: Request) -> None:
        # A page that is left while it still polls drops that request; nothing was missing.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"status {response.status}: {response.url}")


@pytest.fixture
def watch(live_server: Any) -> Iterator[Watch]:
    """A Watch over this test's server; what it has seen by the end fails the test."""
    watch = Watch(urlsplit(live_server.url).netloc)
    yield watch
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def watched_page(page: Page, watch: Watch) -> Page:
    """A browser page that fails its test for any console error, failed request or request elsewhere.

    For a second person in the same test: `watch.follow(browser.new_context().new_page())`.
    """
    return watch.follow(page)
