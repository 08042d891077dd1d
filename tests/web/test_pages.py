"""A page is fetched from a site on this machine, and refused in every way in which sites go wrong."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from quizzes.web import addresses, pages
from quizzes.web.addresses import AddressRefused
from quizzes.web.pages import FetchedPage, PageNotFetched, fetch_page
from tests.web.site import SENTENCE, Site, serving


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def fetch(site: Site, path: str) -> FetchedPage:
    return fetch_page(f"{site.url}/{path}", allows_loopback=True)


@pytest.mark.parametrize("path", ["article", "zipped"])
def test_a_page_comes_with_its_words(site: Site, path: str) -> None:
    page = fetch(site, path)
    assert page.name == "page.html"
    assert SENTENCE.encode() in page.data


def test_another_encoding_becomes_utf_8(site: Site) -> None:
    assert "hårbour".encode() in fetch(site, "latin").data


def test_a_redirect_is_followed_and_named(site: Site) -> None:
    assert fetch(site, "moved").url == f"{site.url}/article"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "no page at this address"),
        ("refused", "does not give this page to programs"),
        ("broken", "error \\(500\\)"),
        ("picture", "image/png"),
        ("large", "larger than 2 MB"),
        ("bomb", "larger than 2 MB"),
        ("round", "without end"),
        ("cut", "could not be reached"),
    ],
)
def test_what_does_not_come_is_said(site: Site, path: str, said: str) -> None:
    with pytest.raises(PageNotFetched, match=said):
        fetch(site, path)


@pytest.mark.parametrize("path", ["inside", "to-file"])
def test_a_redirect_into_a_private_place_is_refused(site: Site, path: str) -> None:
    with pytest.raises(AddressRefused):
        fetch(site, path)


def test_a_page_that_drips_ends_with_its_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_SECONDS", 0.4)
    with pytest.raises(PageNotFetched, match="did not answer"):
        fetch(site, "drip")


def test_this_machine_is_not_asked_where_nobody_allows_it(site: Site) -> None:
    before = len(site.asked)
    with pytest.raises(AddressRefused):
        fetch_page(f"{site.url}/article")
    assert len(site.asked) == before


def test_a_site_that_is_not_there_is_said(site: Site) -> None:
    with pytest.raises(PageNotFetched, match="could not be reached"):
        fetch_page("http://127.0.0.1:9/", allows_loopback=True)


def test_a_name_that_changes_its_address_is_asked_where_it_was_judged(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the second look-up would lead elsewhere, so there is none."""
    looked_up: list[str] = []
    really = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        if host != "news.example":
            return really(host, *rest, **more)  # connecting looks up even what is a number
        looked_up.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(looked_up) == 1 else "10.0.0.1", site.server_port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", resolve)
    page = fetch_page(f"http://news.example:{site.server_port}/article", allows_loopback=True)
    assert SENTENCE.encode() in page.data
    assert looked_up == ["news.example"]
