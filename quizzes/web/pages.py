"""A page is fetched: ten seconds, two megabytes and five redirects at the most, and from public addresses alone."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LookupTimeout
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore
import httpx

from quizzes.web.addresses import AddressRefused, allowed_addresses, web_address

MOST_SECONDS = 10.0
MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 5
NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
}
"""What a page is read as, by its content type."""
TEXTS = frozenset({"page.html", "page.txt"})
HEADERS = {
    "User-Agent": "MediaQuiz (a classroom's server; a teacher asked for this one page)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8",
    "Accept-Language": "en",
}
PASTE = "Open the page in your browser and paste its text instead."

REFUSALS = {
    401: "The site shows this page to its subscribers only.",
    402: "The site shows this page to its subscribers only.",
    403: "The site does not give this page to programs.",
    404: "There is no page at this address. Look at the address again.",
    410: "The site has taken this page away.",
    429: "The site has been asked too often. Try again later.",
    451: "The site may not show this page here.",
}


class PageNotFetched(Exception):
    """No page came; the text says why and what to do, to a teacher."""


@dataclass(frozen=True)
class FetchedPage:
    """A page's bytes (text as UTF-8), under a name that says how to read them; `url` is where the redirects ended."""

    url: str
    name: str
    data: bytes


def fetch_page(url: str, *, allows_loopback: bool = False) -> FetchedPage:
    """The page at an address. Raises PageNotFetched, AddressRefused."""
    until = time.monotonic() + MOST_SECONDS
    transport = _PublicTransport(_PublicBackend(until, allows_loopback=allows_loopback))
    # Proxies of the environment are passed by: behind one, the address asked would not be the one judged.
    with httpx.Client(transport=transport, headers=HEADERS, trust_env=False, timeout=MOST_SECONDS) as client:
        try:
            return _followed(client, web_address(url), until)
        except httpx.TimeoutException:
            raise PageNotFetched(
                f"The site did not answer within {MOST_SECONDS:.0f} seconds. {PASTE}"
            ) from None
        except httpx.HTTPError:
            raise PageNotFetched(
                f"The site could not be reached. Look at the address again. {PASTE}"
            ) from None


def _followed(client: httpx.Client, url: str, until: float) -> FetchedPage:
    for _ in range(MOST_REDIRECTS + 1):
        with client.stream("GET", url) as answer:
            if not answer.has_redirect_location:
                return FetchedPage(url, *_content(answer, until))
            url = web_address(str(answer.url.join(answer.headers["location"])))
    raise PageNotFetched(f"The site sends the reader from one address to the next without end. {PASTE}")


def _content(answer: httpx.Response, until: float) -> tuple[str, bytes]:
    if answer.status_code != httpx.codes.OK:
        said = REFUSALS.get(answer.status_code, f"The site answered with an error ({answer.status_code}).")
        raise PageNotFetched(said if answer.status_code in (404, 429) else f"{said} {PASTE}")
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    name = NAMES.get(kind)
    if name is None:
        raise PageNotFetched(
            f"This address holds no page of text (it is {kind or 'of no known kind'}). {PASTE}"
        )
    data = _bytes(answer, until)
    if name in TEXTS and answer.charset_encoding:
        data = _recoded(data, answer.charset_encoding)
    return name, data


def _bytes(answer: httpx.Response, until: float) -> bytes:
    data = bytearray()
    for piece in answer.iter_bytes():
        data += piece
        if len(data) > MOST_BYTES:
            raise PageNotFetched(f"This page is larger than {MOST_BYTES // 2**20} MB. {PASTE}")
        if time.monotonic() > until:
            raise httpx.ReadTimeout("too slow")
    return bytes(data)


def _recoded(data: bytes, encoding: str) -> bytes:
    """The text as UTF-8; as it came where the page names an encoding that nobody knows or that it is not in."""
    try:
        return data.decode(encoding).encode()
    except (LookupError, UnicodeError):
        return data


# --- The connection ---


class _PublicTransport(httpx.HTTPTransport):
    """httpx over connections that are judged. The pool is the one part that it gives no word for."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend)


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


class _PublicBackend(httpcore.NetworkBackend):
    """Looks a name up, judges its addresses, and connects to one of those: no second look-up can give another."""

    def __init__(self, until: float, *, allows_loopback: bool) -> None:
        self.until, self.allows_loopback = until, allows_loopback
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        problem: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in self._addresses(host, port):
            try:
                stream = self.inner.connect_tcp(
                    address, port, _left(self.until), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _TimedStream(stream, self.until)
        raise problem

    def _addresses(self, host: str, port: int) -> list[str]:
        # A look-up knows no time limit of its own: it is left behind where it takes too long.
        pool = ThreadPoolExecutor(1)
        try:
            asked = pool.submit(allowed_addresses, host, port, allows_loopback=self.allows_loopback)
            return asked.result(_left(self.until))
        except LookupTimeout:
            raise httpcore.ConnectTimeout(f"no answer where {host} is") from None
        except (OSError, UnicodeError):
            raise httpcore.ConnectError(f"no address for {host}") from None
        finally:
            pool.shutdown(wait=False)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which all reading and writing together ends at one moment, however slowly bytes drip in."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self.stream, self.until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, _left(self.until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, _left(self.until))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(
            self.stream.start_tls(ssl_context, server_hostname, _left(self.until)), self.until
        )

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


def _left(until: float) -> float:
    """Seconds until the end. Raises httpcore.ReadTimeout at the end."""
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("too slow")
    return left


__all__ = ["AddressRefused", "FetchedPage", "PageNotFetched", "fetch_page", "web_address"]
