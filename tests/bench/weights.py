"""What the attempt page weighs on the wire with everything it loads: eight articles, twelve items, as production serves it.

Files are compressed as WhiteNoise compresses them once when they are collected; the page itself as its view does at each
request. A browser takes Brotli over HTTPS alone: in a school's plain network it is gzip that counts.
"""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from whitenoise.compress import Compressor

from tests.bench.articles import EDITIONS, texts_of

MOST = 150 * 1024
"""Bytes of the page and its files, compressed (issue: a fair attempt)."""
FILE = re.compile(r'(?:href|src)="/static/([^"]+)"')
ARTICLES, ITEMS = 8, 12


@dataclass(frozen=True)
class Weight:
    """One file, or the page itself, in bytes."""

    name: str
    plain: int
    gzip: int
    brotli: int

    def line(self) -> str:
        return f"  {self.name:34} {kb(self.plain)} plain {kb(self.gzip)} gzip {kb(self.brotli)} brotli"


def kb(size: int) -> str:
    return f"{size / 1024:7.1f} KB"


def weigh(name: str, data: bytes, packed: bytes | None = None) -> Weight:
    """`packed`: as it came over the wire, where no compressor of files has made it."""
    small = Compressor.compress_gzip(data)
    return Weight(name, len(data), len(packed or small), len(packed or Compressor.compress_brotli(data)))


def weights_of(answer: Any) -> list[Weight]:
    """The page of an answer that came as gzip, and every file that it names, the heaviest first."""
    from django.contrib.staticfiles import finders

    packed = answer.content
    page = gzip.decompress(packed)
    names = sorted(set(FILE.findall(page.decode())))
    found = {name: finders.find(name) for name in names}
    if missing := [name for name, path in found.items() if not path]:
        raise LookupError(f"The page names files that are not there: {missing}")
    files = [weigh(name, Path(str(path)).read_bytes()) for name, path in found.items()]
    return sorted([weigh("the page", page, packed), *files], key=lambda weight: -weight.gzip)


def total(weights: Iterable[Weight]) -> Weight:
    rows = list(weights)
    return Weight(
        "together", sum(w.plain for w in rows), sum(w.gzip for w in rows), sum(w.brotli for w in rows)
    )


def heavy_attempt() -> Any:
    """A running attempt at a quiz over as many articles as a page can hold, each as long as one of the editions."""
    from django.utils import timezone

    from quizzes.factories import AssignmentFactory, FrozenArticleFactory, FrozenItemFactory, StudentFactory
    from quizzes.flows.taking import start_attempt

    assignment = AssignmentFactory(limit_minutes=40)
    for letter, text in zip("ABCDEFGH", islice(cycle(texts_of([EDITIONS])), ARTICLES), strict=True):
        ends = [found.end() for found in re.finditer(r"[.!?][”\"]?(?=\s)", text)]
        sentences = [
            {"start": start, "end": end} for start, end in zip([0, *ends], [*ends, len(text)], strict=False)
        ]
        FrozenArticleFactory(
            version=assignment.version,
            letter=letter,
            text=text,
            passages=[{"role": "body", **sentence} for sentence in sentences],
            sentences=sentences,
        )
    for order in range(1, ITEMS + 1):
        FrozenItemFactory(version=assignment.version, order=order)
    student = StudentFactory(classroom=assignment.classroom)
    return start_attempt(assignment=assignment, student=student, at=timezone.now())


def ask(attempt: Any) -> Any:
    """The answer to a browser that asks for the attempt's page."""
    from django.test import Client
    from django.urls import reverse

    from quizzes.middleware import SESSION_CODE, SESSION_KEY, SESSION_MEMBERSHIP

    browser = Client(headers={"Accept-Encoding": "gzip"})
    session = browser.session
    session[SESSION_MEMBERSHIP] = attempt.membership_id
    session[SESSION_KEY] = attempt.membership.session_key
    session[SESSION_CODE] = attempt.membership.classroom.code
    session.save()
    return browser.get(reverse("attempt", args=[attempt.pk]))


def report(folders: list[Path]) -> Iterable[str]:
    """The lines of the table; the folders' articles play no part."""
    with tempfile.TemporaryDirectory() as data:
        environ = {
            **os.environ,
            "MEDIAQUIZ_DATA": data,
            "DEBUG": "1",
            "DATABASE_URL": f"sqlite:///{data}/weights.sqlite3",
        }
        command = [sys.executable, "-m", "tests.bench.weights"]
        yield subprocess.run(command, check=True, capture_output=True, text=True, env=environ).stdout.rstrip()


def main() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mediaquiz.settings")
    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    weights = weights_of(ask(heavy_attempt()))
    print(f"The attempt page with {ARTICLES} articles and {ITEMS} items")
    for weight in weights:
        print(weight.line())
    print(f"{total(weights).line()}   (promised: {MOST // 1024} KB)")
    print(f"{total(w for w in weights if 'bootstrap' not in w.name).line()}, without Bootstrap")


if __name__ == "__main__":
    main()
