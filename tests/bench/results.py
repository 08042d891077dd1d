"""What the pages of a class's results cost at a school's sizes: every page of an assignment, and of its class.

In-process, with production's templates and a fresh SQLite file, by Django's test client; the class is a simulated one.
"""

from __future__ import annotations

import gzip
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIZES = {190: 0.10, 1040: 0.30}
"""Attempts handed in, and the seconds that a page may take then (research/assessment.md §5)."""
MOST_BYTES, MOST_QUERIES = 150 * 1024, 12
ANALYSIS = 0.15
"""Seconds for the item analysis of the larger class."""
ROUNDS = 5
SEED = 1


@dataclass(frozen=True)
class Cost:
    """One page: the least of some rounds in seconds of the processor, bytes plain and compressed, queries."""

    page: str
    seconds: float
    size: int
    compressed: int
    queries: int

    def line(self, target: float) -> str:
        missed = [
            word
            for word, is_missed in (
                ("slow", self.seconds > target),
                ("large", self.size > MOST_BYTES),
                ("queries", self.queries > MOST_QUERIES),
            )
            if is_missed
        ]
        return (
            f"  {self.page:36}{self.seconds:7.3f} s {self.size / 1024:6.0f} KB {self.compressed / 1024:5.0f} KB gzip"
            f" {self.queries:4} queries  {' '.join(missed)}"
        ).rstrip()


def report(folders: list[Path]) -> Iterable[str]:
    """The lines of the table; the folders' articles play no part."""
    with tempfile.TemporaryDirectory() as data:
        environ = {
            **os.environ,
            "MEDIAQUIZ_DATA": data,
            "SECRET_KEY": secrets.token_hex(32),
            "DATABASE_URL": "",
            "DEBUG": "0",
            "HTTPS": "0",
            "MEDIAQUIZ_DEMO_SIGN_INS": "0",
            "DJANGO_SETTINGS_MODULE": "mediaquiz.settings",
        }
        subprocess.run([sys.executable, "manage.py", "prepare"], env=environ, check=True)
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.results"],
            env=environ,
            check=True,
            capture_output=True,
            text=True,
        )
    yield from told.stdout.splitlines()


def measured(attempts: int) -> Iterator[Cost]:
    """Every page of an assignment with so many attempts, and of its class, the slowest first."""
    from django.db import transaction
    from django.test import Client

    from tests.simulated import simulate, thirteen_items

    with transaction.atomic():
        assignment = thirteen_items()
        made = simulate(assignment, handed_in=attempts, working=5, not_begun=5, seed=SEED, graded=0.7)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(assignment.classroom.memberships.staff().get().user)
    kept: dict[str, Any] = {
        "pk": assignment.pk,
        "item_pk": assignment.version.items.first().pk,
        "membership_pk": made.students[0].membership.pk,
    }
    costs = [
        cost(client, name, path)
        for name, path in [
            *pages("assignments/<int:pk>/", kept),
            *pages("classes/<int:pk>/", kept | {"pk": assignment.classroom_id}),
        ]
        if is_page(client, path)
    ]
    yield from sorted(costs, key=lambda one: -one.seconds)


def analysis() -> float:
    """Seconds of the processor for the figures of all items of the newest assignment, once its rows are read."""
    from quizzes.models import Assignment
    from quizzes.reports.item_analysis import item_figures
    from quizzes.reports.mark_sheet import mark_sheet

    assignment = Assignment.objects.latest("pk")
    taken = []
    for _ in range(ROUNDS):
        sheet = mark_sheet(assignment)
        assert len(sheet.answers) == len(sheet.items)  # reads them
        begun = time.process_time()
        item_figures(sheet)
        taken.append(time.process_time() - begun)
    return min(taken)


def pages(below: str, kwargs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(name, path) of all addresses below a route that need no more than these arguments."""
    from django.urls import get_resolver, reverse

    for names in get_resolver().reverse_dict.lists():
        name, found = names
        pattern = found[0][0][0][0] if isinstance(name, str) else ""
        wanted = set(found[0][0][0][1]) if pattern else set()
        if pattern.startswith(below.replace("<int:pk>", "%(pk)s")) and wanted <= kwargs.keys():
            yield str(name), reverse(str(name), kwargs={key: kwargs[key] for key in wanted})


def is_page(client: Any, path: str) -> bool:
    answer = client.get(path)
    return bool(answer.status_code == 200 and answer["Content-Type"].startswith("text/html"))


def cost(client: Any, name: str, path: str) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        content = client.get(path).content
    asked, seconds = len(queries), []  # the next request clears the list
    for _ in range(ROUNDS):
        begun = time.process_time()
        client.get(path)
        seconds.append(time.process_time() - begun)
    return Cost(name, min(seconds), len(content), len(gzip.compress(content)), asked)


def main() -> None:
    import django

    django.setup()
    for attempts, target in SIZES.items():
        print(
            f"Results of {attempts:,} attempts on 13 items (wished: {target} s, {MOST_BYTES // 1024} KB, "
            f"{MOST_QUERIES} queries)"
        )
        for one in measured(attempts):
            print(one.line(target))
        print(
            f"  figures of all items                {analysis():7.3f} s                  (wished: {ANALYSIS} s)"
        )


if __name__ == "__main__":
    main()
