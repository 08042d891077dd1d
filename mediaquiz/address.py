"""Where the server listens, whether strangers can reach it there, and the names it answers to."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")


class LaunchRefused(Exception):
    """MediaQuiz cannot start; the text is one line that says what to change."""


@dataclass(frozen=True)
class Address:
    """A numeric IP address and a port of this machine."""

    ip: str
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return ipaddress.ip_address(self.ip).is_loopback

    @property
    def is_every_interface(self) -> bool:
        return ipaddress.ip_address(self.ip).is_unspecified

    @property
    def bind(self) -> str:
        """`ip:port` as gunicorn and runserver take it."""
        return f"{bracketed(self.ip)}:{self.port}"

    def answers(self) -> bool:
        """Whether a program accepts connections here."""
        family = socket.AF_INET6 if ":" in self.ip else socket.AF_INET
        with socket.socket(family) as probe:
            probe.settimeout(1)
            # Connecting to "every interface" reaches this machine itself.
            return probe.connect_ex((self.ip, self.port)) == 0


def bracketed(ip: str) -> str:
    """An IPv6 address in the square brackets that URLs want, an IPv4 address as it is."""
    return f"[{ip}]" if ":" in ip else ip


def read_address(environ: Mapping[str, str]) -> Address:
    """The address that HOST and PORT name; raises LaunchRefused where they name none."""
    host, port = environ.get("HOST") or "127.0.0.1", environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise LaunchRefused(f"PORT must be a number from 1 to 65535, not {port!r}.")
    return Address(_resolve(host.strip("[]")), int(port))


def _resolve(host: str) -> str:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise LaunchRefused(f"HOST {host!r} is no address that this machine knows.") from error
    # "localhost" is often both ::1 and 127.0.0.1; browsers try both, so the older one serves all.
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return str(found[0][4][0])


def refuse_unusable(address: Address) -> None:
    """Raise LaunchRefused where the address cannot be listened on, before anything is started."""
    family = socket.AF_INET6 if ":" in address.ip else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server does: a port that a finished connection still lingers on counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.ip, address.port))
        except PermissionError as error:
            raise LaunchRefused(
                f"Port {address.port} needs an administrator's rights; choose one above 1023, e.g. PORT=8000."
            ) from error
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise LaunchRefused(
                    f"Port {address.port} is in use: stop the program that listens there, "
                    f"or choose another port, e.g. PORT={_another(address.port)} make run."
                ) from error
            raise LaunchRefused(f"Cannot listen on {address.bind}: {error.strerror}.") from error


def _another(port: int) -> int:
    return port + 1 if port < 65535 else 8000


def names_answered_to(address: Address) -> list[str]:
    """The host names that a browser may use for this address (Django's ALLOWED_HOSTS).

    On a network these are the machine's own names and addresses and nothing else: a request under any
    other name could be a forged one that would put a stranger's address into a password-reset mail.
    """
    if address.is_loopback:
        return list(dict.fromkeys([*LOOPBACK_NAMES, bracketed(address.ip)]))
    name = socket.gethostname().lower()
    names = [name, f"{name.split('.')[0]}.local", socket.getfqdn().lower()]
    own = _outward_addresses() if address.is_every_interface else [address.ip]
    return list(dict.fromkeys([*map(bracketed, own), *names, *LOOPBACK_NAMES]))


def _outward_addresses() -> list[str]:
    """The machine's addresses towards the network; nothing is sent to find them."""
    found = []
    # Addresses reserved for documentation: "connecting" a datagram socket only asks for the route.
    for family, far_away in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far_away, 9))
                found.append(str(probe.getsockname()[0]))
        except OSError:  # no route, or no IPv6 on this machine
            continue
    return found
