"""Where the server listens and which names it answers to."""

from __future__ import annotations

import socket

import pytest

from mediaquiz.address import Address, LaunchRefused, names_answered_to, read_address, refuse_unusable


def test_loopback_and_port_8000_unless_told_otherwise() -> None:
    assert read_address({}) == Address("127.0.0.1", 8000)


@pytest.mark.parametrize(
    ("host", "ip", "loopback"),
    [
        ("localhost", "127.0.0.1", True),
        ("127.0.0.2", "127.0.0.2", True),
        ("[::1]", "::1", True),
        ("0.0.0.0", "0.0.0.0", False),
        ("192.0.2.7", "192.0.2.7", False),
    ],
)
def test_host_becomes_an_ip_address(host: str, ip: str, loopback: bool) -> None:
    address = read_address({"HOST": host, "PORT": "8123"})
    assert (address.ip, address.port, address.is_loopback) == (ip, 8123, loopback)


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80 80", "８０００"])
def test_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(LaunchRefused, match="PORT must be a number"):
        read_address({"PORT": port})


@pytest.mark.parametrize("host", ["no such host", "a..b", "256.1.1.1"])
def test_host_that_is_none_is_refused(host: str) -> None:
    with pytest.raises(LaunchRefused, match="no address"):
        read_address({"HOST": host})


def test_ipv6_address_is_bracketed() -> None:
    assert Address("::1", 8000).bind == "[::1]:8000"


def test_free_port_is_usable() -> None:
    refuse_unusable(Address("127.0.0.1", free_port()))


@pytest.mark.parametrize("listener", ["127.0.0.1", "0.0.0.0"])
def test_port_in_use_is_refused_in_one_line(listener: str) -> None:
    with socket.create_server((listener, 0)) as taken:
        address = Address("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(LaunchRefused, match=rf"Port {address.port} is in use: [^\n]+$"):
            refuse_unusable(address)


def test_address_of_another_machine_is_refused() -> None:
    with pytest.raises(LaunchRefused, match=r"Cannot listen on 192\.0\.2\.7:8000"):
        refuse_unusable(Address("192.0.2.7", 8000))


def test_on_loopback_only_loopback_names_are_answered() -> None:
    assert names_answered_to(Address("127.0.0.1", 8000)) == ["localhost", "127.0.0.1", "[::1]"]


def test_another_address_of_loopback_is_answered_too() -> None:
    assert "127.0.0.2" in names_answered_to(Address("127.0.0.2", 8000))


def test_on_a_network_the_machines_names_are_answered_and_no_others() -> None:
    names = names_answered_to(Address("0.0.0.0", 8000))
    assert socket.gethostname().lower() in names
    assert not {"*", "0.0.0.0", ""} & set(names)


def test_one_address_of_a_network_is_answered_first() -> None:
    assert names_answered_to(Address("192.0.2.7", 8000))[0] == "192.0.2.7"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
