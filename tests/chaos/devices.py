"""One browser of a student, as far as the server can tell: it joins, starts, sends events, hands in; and breaks off."""

from __future__ import annotations

import json
import random
import re
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.chaos.ledger import EventKey, Ledger, Sent
from tests.chaos.school import Seat

RECEIPT = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
ATTEMPT = re.compile(r"/attempts/(\d+)/")
PATIENCE = 15.0  # seconds, as the attempt page has
PAUSES = (
    0.1,
    0.5,
)  # seconds before what failed is tried again; the page takes longer, chaos wants to be done


class OutOfTime(Exception):
    """The run has come to its end before the student has."""


class Unexpected(Exception):
    """The server answers what no page can use; noted in the ledger."""


class Device:
    """Everything goes on until the server has answered, as a patient student's browser does, or the run is over."""

    def __init__(self, site: str, ledger: Ledger, draw: random.Random, is_over: Callable[[], bool]) -> None:
        self.site, self.ledger, self.draw, self.is_over = site, ledger, draw, is_over
        self.client = httpx.Client(base_url=site, timeout=PATIENCE, trust_env=False, verify=False)
        self.attempt = 0

    def close(self) -> None:
        self.client.close()

    def ask(self, method: str, path: str, **content: Any) -> httpx.Response:
        """The server's answer, however often it takes to get one."""
        while not self.is_over():
            try:
                answer = self.client.request(method, path, **content)
            except httpx.TransportError:
                self.ledger.count("broken off")
            else:
                if answer.status_code < 500:
                    return answer
                self.ledger.count("errors")
                self.ledger.refused(f"{method} {path}: {answer.status_code}")
            time.sleep(random.uniform(*PAUSES))
        raise OutOfTime

    def post(self, path: str, **form: str) -> httpx.Response:
        return self.ask("POST", path, data={**form, "csrfmiddlewaretoken": self.client.cookies["csrftoken"]})

    def expect(self, answer: httpx.Response, where: str) -> str:
        """The address that a form leads to. Raises Unexpected where it is another."""
        led = answer.headers.get("Location", "")
        if answer.status_code != 302 or not re.search(where, led):
            self.refuse(answer, f"not led to {where} but {led or 'nowhere'}")
        return str(led)

    def refuse(self, answer: httpx.Response, why: str) -> None:
        request = answer.request
        self.ledger.refused(f"{request.method} {request.url.path}: {answer.status_code}, {why}")
        raise Unexpected(why)

    def join(self, seat: Seat) -> None:
        self.ask("GET", f"/join/{seat.code}/")
        self.expect(
            self.post(f"/join/{seat.code}/", code=seat.code, name=seat.name, pin=seat.pin), "/class/$"
        )

    def start(self, seat: Seat) -> int:
        """The number of the attempt that the server has begun, or goes on with."""
        led = self.expect(self.post(f"/class/quizzes/{seat.assignment}/"), ATTEMPT.pattern)
        found = ATTEMPT.search(led)
        assert found is not None  # the pattern was expected above
        self.attempt = int(found[1])
        return self.attempt

    def read(self) -> None:
        """Load the attempt page."""
        self.ask("GET", f"/attempts/{self.attempt}/")

    def take_over(self, tab: str) -> None:
        """A tab of this key writes the attempt from now on."""
        body = json.dumps({"device": tab, "takes_over": True}).encode()
        answer = self.post_json(f"/attempts/{self.attempt}/hold/", body)
        if not answer.json()["holds"]:
            self.refuse(answer, "the attempt is not given to who takes it over")

    def send(self, key: EventKey, event: Sent) -> None:
        """Send the event until it is acknowledged."""
        self.ledger.sent(event)
        answer = self.post_json(f"/attempts/{self.attempt}/save/", event_json(key, event))
        said = answer.json()
        if (said["device"], said["sequence"]) != key:
            self.refuse(answer, f"acknowledged {said} for {key}")
        event.is_late, event.is_stale = said["is_late"], said["is_stale"]
        self.ledger.acknowledged(event)

    def post_json(self, path: str, body: bytes) -> httpx.Response:
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.client.cookies["csrftoken"]}
        answer = self.ask("POST", path, content=body, headers=headers)
        if answer.status_code != 200:
            self.refuse(answer, answer.text[:120])
        return answer

    def break_off(self, key: EventKey, event: Sent) -> None:
        """Send the event, or a part of it, and be gone before the server answers."""
        self.ledger.sent(event)
        self.ledger.count("cut")
        self._cut(
            f"/attempts/{self.attempt}/save/",
            event_json(key, event),
            f"Content-Type: application/json\r\nX-CSRFToken: {self.client.cookies['csrftoken']}",
        )

    def break_off_handing_in(self) -> None:
        self.ledger.count("cut")
        token = self.client.cookies["csrftoken"]
        self._cut(
            f"/attempts/{self.attempt}/submit/",
            f"csrfmiddlewaretoken={token}".encode(),
            "Content-Type: application/x-www-form-urlencoded",
        )

    def _cut(self, path: str, body: bytes, headers: str) -> None:
        address = urlsplit(self.site)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.client.cookies.jar)
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nCookie: {cookies}\r\n"
            f"Content-Length: {len(body)}\r\n{headers}\r\n\r\n"
        ).encode()
        whole = head + body
        size = self.draw.choice((len(whole), len(whole), len(head) + len(body) // 2, len(head) // 2))
        with (
            suppress(OSError),  # the server is down just now: nothing has arrived
            socket.create_connection((address.hostname or "", address.port or 80), timeout=5) as wire,
        ):
            if self.draw.random() < 0.5:  # gone without a farewell: the server is told that the line is dead
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            wire.sendall(whole[:size])

    def hand_in(self) -> str:
        """The receipt that the server shows after handing in, which may be done again and again."""
        self.expect(self.post(f"/attempts/{self.attempt}/submit/"), "/receipt/$")
        answer = self.ask("GET", f"/attempts/{self.attempt}/receipt/")
        found = RECEIPT.search(answer.text)
        if found is None:
            self.refuse(answer, "shows no receipt")
            raise AssertionError
        return found[0]


def event_json(key: EventKey, event: Sent) -> bytes:
    device, sequence = key
    return json.dumps(
        {"item": event.item, "device": device, "sequence": sequence, "answer": event.answer}
    ).encode()
