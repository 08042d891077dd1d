"""A class of forty that joins, starts and saves at once, against the site as `make run` serves it; on this machine alone.

The students are threads of this process, so that the figures hold what the load itself costs.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import resource
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from mediaquiz.address import Address
from mediaquiz.launch import MANAGE, web_command

STUDENTS = 40
ROUNDS = 5
"""Answers that each student saves, all forty at the same moment."""
PIN = "2468"
TARGETS = {"join and start": 0.8, "autosave": 0.15}
"""Seconds that 19 of 20 students wait at most (research/assessment.md §5)."""
PATIENCE = 60
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FURNISH = "from tests.bench.joining import furnish; furnish()"


def report(folders: list[Path]) -> Iterable[str]:
    """The lines of the table; the folders' articles play no part."""
    yield f"{STUDENTS} students at once"
    with site() as (port, world):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        took, errors = class_of_students(port, world)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)  # the server has ended
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    for what, target in TARGETS.items():
        yield (
            f"  {what:15} p50 {median(took[what]):6.3f} s   p95 {p95(took[what]):6.3f} s   (wished: {target} s)"
        )
    yield f"  processor time of the server: {seconds:.1f} s for {STUDENTS * (6 + ROUNDS)} requests and its own start"
    yield f"  {errors} of {len(took['autosave']) + STUDENTS} went wrong"


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, -(-len(values) * 19 // 20) - 1)]


def furnish() -> None:
    """Make the class and its quiz in the database of the environment; prints what a student needs as JSON."""
    from quizzes.factories import StudentFactory
    from tests.frozen import frozen_quiz, items_by_kind

    assignment = frozen_quiz(limit_minutes=40)
    for n in range(STUDENTS):
        student = StudentFactory(classroom=assignment.classroom, display_name=f"Student {n}")
        student.set_pin(PIN)
        student.save()
    item = items_by_kind(assignment)["open"]
    print(json.dumps({"code": assignment.classroom.code, "assignment": assignment.pk, "item": item.pk}))


@contextmanager
def site() -> Iterator[tuple[int, dict[str, Any]]]:
    """The port of a site with a fresh database and a furnished class; gone with the block."""
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        environ = {
            **os.environ,
            "MEDIAQUIZ_DATA": data,
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "127.0.0.1",
            "DEBUG": "0",
            "HTTPS": "0",
            "MEDIAQUIZ_DEMO_SIGN_INS": "0",
        }
        subprocess.run([*MANAGE, "prepare"], env=environ, check=True)
        told = subprocess.run(
            [*MANAGE, "shell", "--verbosity", "0", "--command", FURNISH],
            env=environ,
            check=True,
            capture_output=True,
            text=True,
        )
        address = Address("127.0.0.1", port)
        server = subprocess.Popen(web_command(address, dev=False), env=environ)
        try:
            while not address.answers():
                if server.poll() is not None:
                    sys.exit("The web server has stopped.")
                time.sleep(0.1)
            yield port, json.loads(told.stdout.splitlines()[-1])
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def class_of_students(port: int, world: dict[str, Any]) -> tuple[dict[str, list[float]], int]:
    """What each of the students waited for, in seconds, and how many tries went wrong."""
    took: dict[str, list[float]] = {what: [] for what in TARGETS}
    errors: list[str] = []
    together = threading.Barrier(STUDENTS)

    def sit(number: int) -> None:
        browser = Browser(port)
        steps: list[tuple[str, Callable[[], object]]] = [
            ("join and start", lambda: browser.join_and_start(number, world))
        ]
        steps += [("autosave", lambda n=n: browser.save(world["item"], n)) for n in range(ROUNDS)]  # type: ignore[misc]
        browser.get(f"/join/{world['code']}/")  # the page lies open before the bell rings
        for what, step in steps:
            together.wait(PATIENCE)
            begun = time.perf_counter()
            try:
                step()
            except (OSError, http.client.HTTPException, RuntimeError) as error:
                errors.append(str(error))
            took[what].append(time.perf_counter() - begun)

    threads = [threading.Thread(target=sit, args=(n,), daemon=True) for n in range(STUDENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE * 2)
    for error in sorted(set(errors)):
        print(f"  went wrong: {error}", file=sys.stderr)
    return took, len(errors)


class Browser:
    """One student's browser: cookies, the token of the last form, redirects."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies, self.token, self.place = port, dict[str, str](), "", ""

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, {})

    def post(self, path: str, **fields: str) -> str:
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields})
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def join_and_start(self, number: int, world: dict[str, Any]) -> None:
        self.post(f"/join/{world['code']}/", code=world["code"], name=f"Student {number}", pin=PIN)
        self.get(f"/class/quizzes/{world['assignment']}/")
        self.post(f"/class/quizzes/{world['assignment']}/")
        if not self.place.startswith("/attempts/"):
            raise RuntimeError(f"student {number} came to {self.place} and not to an attempt")

    def save(self, item: int, number: int) -> None:
        event = {"item": item, "device": "bench-0000", "sequence": number, "answer": f"Answer {number}."}
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        self._ask("POST", f"{self.place}save/", json.dumps(event), headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> str:
        sent = {**headers, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status == 302:
            return self.get(answer.headers["Location"])
        if answer.status != 200:
            raise RuntimeError(f"{method} {path} was answered {answer.status}")
        if answer.headers.get_content_type() == "text/html":
            self.place = path
            self.token = found[1] if (found := TOKEN.search(text)) else self.token
        return text


if __name__ == "__main__":
    for line in report([]):
        print(line, flush=True)
