"""A small site on this machine that behaves and misbehaves as sites do."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SENTENCE = (
    "The harbour office said on Tuesday that nine people were hurt when the evening ferry ran aground. "
)
ARTICLE = (
    "<html><head><title>Ferry aground</title><meta property='og:site_name' content='The Quay Herald'></head><body>"
    "<nav>Home Sport Weather</nav><article><h1>Ferry runs aground, nine are hurt</h1>"
    + "".join(f"<p>{SENTENCE * 3}It was the {n}th time.</p>" for n in range(4, 9))
    + "</article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        getattr(
            self,
            f"page_{self.path.strip('/').partition('?')[0].replace('-', '_') or 'article'}",
            self.missing,
        )()

    def answer(
        self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self) -> None:
        self.answer(b"no", status=404)

    def page_article(self) -> None:
        self.answer(ARTICLE.encode())

    def page_latin(self) -> None:
        self.answer(
            ARTICLE.replace("harbour", "h\u00e5rbour").encode("latin-1"), "text/html; charset=iso-8859-1"
        )

    def page_zipped(self) -> None:
        self.answer(gzip.compress(ARTICLE.encode()), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip")

    def page_large(self) -> None:
        self.answer(b"<p>" + b"a" * (2 * 1024 * 1024))

    def page_empty(self) -> None:
        self.answer(b"<html><body><p>Cookies?</p></body></html>")

    def page_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def page_refused(self) -> None:
        self.answer(b"no", status=403)

    def page_broken(self) -> None:
        self.answer(b"no", status=500)

    def page_moved(self) -> None:
        self.answer(b"", status=301, Location="/article")

    def page_round(self) -> None:
        self.answer(b"", status=302, Location="/round")

    def page_inside(self) -> None:
        self.answer(b"", status=302, Location="http://169.254.169.254/latest/meta-data/")

    def page_to_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def page_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def page_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<p>half")
        self.close_connection = True

    def log_message(self, *_words: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the reader had enough
            super().handle()


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Iterator[Site]:
    with Site() as site:
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield site
        site.shutdown()
        thread.join()
