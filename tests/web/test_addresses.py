"""Which web addresses may be asked for."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from quizzes.web import addresses
from quizzes.web.addresses import AddressRefused, allowed_addresses, may_be_asked, web_address


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://news.example/a?b=1#c", "https://news.example/a?b=1"),
        ("  news.example/a ", "https://news.example/a"),
        ("HTTP://News.Example", "http://news.example"),
        ("news.example/?next=http://other.example", "https://news.example/?next=http://other.example"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
    ],
)
def test_an_address_is_asked_as_typed(typed: str, asked: str) -> None:
    assert web_address(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "gopher://news.example",
        "javascript:alert(1)",
        "https://",
        "https://printer/",
        "https://teacher:secret@news.example/",
        "https://news.example:port/",
        "https://news.example/" + "a" * 1000,
        "not an address",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(typed: str) -> None:
    with pytest.raises(AddressRefused):
        web_address(typed)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert may_be_asked(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.8.9.1 0.0.0.0 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1 192.0.2.7 198.18.0.1
    224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    ::ffff:169.254.169.254 64:ff9b::a00:1 64:ff9b::7f00:1 2002:7f00:1:: 2002:c0a8:101::1""".split(),
)
def test_addresses_of_a_private_network_may_not(address: str) -> None:
    assert not may_be_asked(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_this_machine_may_be_asked_by_tests_alone(address: str) -> None:
    assert may_be_asked(ipaddress.ip_address(address), allows_loopback=True)
    assert not may_be_asked(ipaddress.ip_address("10.0.0.1"), allows_loopback=True)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in found]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_args, **_more: rows)


def test_a_name_gives_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34", "93.184.216.34")
    assert allowed_addresses("news.example", 80, allows_loopback=False) == ["93.184.216.34"]


def test_a_name_of_which_one_address_is_private_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34", "192.168.0.9")
    with pytest.raises(AddressRefused, match="private network"):
        allowed_addresses("news.example", 80, allows_loopback=False)


def test_a_name_without_address_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch)
    with pytest.raises(OSError, match="no address"):
        allowed_addresses("nowhere.example", 80, allows_loopback=False)
