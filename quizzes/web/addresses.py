"""Which web addresses may be asked for: pages of the public web, never a machine of the school's own network.

A server that fetches what a visitor names can be led to the printers, databases and cloud services beside it (OWASP,
"Server-Side Request Forgery"). So a name is looked up here, and the connection goes to the very address that was judged.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

import httpx

SCHEMES = ("http", "https")
MOST_CHARACTERS = 1000
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses inside IPv6 ones, for networks that speak IPv6 alone (RFC 6052)."""

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefused(ValueError):
    """The address is none that is fetched; the text says why, to a teacher."""


def web_address(typed: str) -> str:
    """The address as it is asked for; "https" where none is typed. Raises AddressRefused."""
    text = typed.strip()
    if "://" not in text.partition("?")[0]:
        text = f"https://{text}"
    if len(text) > MOST_CHARACTERS:
        raise AddressRefused(f"This address is longer than {MOST_CHARACTERS} characters.")
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        raise AddressRefused("This is not a web address.") from None
    if url.scheme not in SCHEMES:
        raise AddressRefused("Only web addresses that begin with http:// or https:// can be fetched.")
    if not url.host or (not _is_ip(url.host) and "." not in url.host.strip(".") and url.host != "localhost"):
        raise AddressRefused("This is not a web address.")
    if url.userinfo:
        raise AddressRefused("Leave name and password out of the address.")
    return str(url.copy_with(fragment=None))


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def allowed_addresses(host: str, port: int, *, allows_loopback: bool) -> list[str]:
    """The IP addresses of a host, each judged. Raises AddressRefused where one is not public, OSError where none is found."""
    found = list(dict.fromkeys(_resolved(host, port)))
    for address in found:
        if not may_be_asked(ipaddress.ip_address(address), allows_loopback=allows_loopback):
            raise AddressRefused(
                "This address leads into a private network, not to a public page. Paste the text of the article instead."
            )
    if not found:
        raise OSError(f"no address for {host}")
    return found


def _resolved(host: str, port: int) -> Iterator[str]:
    for _family, _type, _protocol, _name, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(place[0]).partition("%")[0]  # without the interface of a link-local address


def may_be_asked(address: IPAddress, *, allows_loopback: bool = False) -> bool:
    """True for an address of the public internet, however it is written; for this machine's own only in tests."""
    inner = _inside(address)
    if inner is not None:
        return may_be_asked(inner, allows_loopback=allows_loopback)
    if address.is_loopback:
        return allows_loopback
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _inside(address: IPAddress) -> IPAddress | None:
    """The IPv4 address that an IPv6 one carries: mapped, by NAT64, 6to4 or Teredo."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo:
        return address.teredo[1]
    return address.sixtofour
