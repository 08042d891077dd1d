"""The chaos run's own checker finds what is planted; and one small run, with the site's real programs and a kill."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from quizzes.flows.saving import save_answer
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Attempt, Response, ResponseEvent, Score
from tests.chaos import checking
from tests.chaos.__main__ import BUSY, failures_in
from tests.chaos.checking import DOUBLED, FOREIGN, LOST, WRONG
from tests.chaos.ledger import Ledger, Sent, StudentRecord
from tests.chaos.running import Options, run
from tests.chaos.site import Site
from tests.frozen import frozen_quiz, items_by_kind, student_of

NOW = timezone.now()


class Kept:
    """An attempt that went well, and what its student remembers of it."""

    def __init__(self) -> None:
        assignment = frozen_quiz()
        student = student_of(assignment)
        self.items = items_by_kind(assignment)
        self.attempt = start_attempt(assignment=assignment, student=student, at=NOW)
        self.record = StudentRecord(student.pk, attempts={self.attempt.pk}, has_handed_in=True)
        self.ledger = Ledger([self.record])
        self.save("choice", "o1", 1)
        self.save("number", "12", 2)
        self.save("choice", "o2", 3)
        self.attempt = submit_attempt(attempt=self.attempt, at=NOW + dt.timedelta(minutes=1))
        self.record.receipts[self.attempt.receipt] += 1

    def save(self, kind: str, answer: Any, sequence: int) -> None:
        item = self.items[kind]
        save_answer(
            attempt=self.attempt, item=item, answer=answer, device="phone-0001", sequence=sequence, at=NOW
        )
        self.record.events["phone-0001", sequence] = Sent(item.pk, answer, sequence, 1, 1)

    def event(self, **fields: Any) -> ResponseEvent:
        known = {
            "attempt": self.attempt,
            "item": self.items["choice"],
            "device": "phone-0001",
            "answer": "o3",
        }
        return ResponseEvent.objects.create(**{**known, "received_at": NOW, "sequence": 9, **fields})

    def found(self) -> set[str]:
        return {fault.kind for fault in checking.check(self.ledger)}


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.mark.django_db
def test_what_went_well_has_no_faults(kept: Kept) -> None:
    assert checking.check(kept.ledger) == []


def lose_an_event(kept: Kept) -> None:
    ResponseEvent.objects.filter(sequence=2).delete()


def lose_what_stands(kept: Kept) -> None:
    Response.objects.filter(item=kept.items["choice"]).update(answer="o1")


def lose_the_handing_in(kept: Kept) -> None:
    Attempt.objects.update(submitted_at=None, receipt="")


def lose_a_score(kept: Kept) -> None:
    Score.objects.filter(item=kept.items["number"]).delete()


def double_an_event(kept: Kept) -> None:
    kept.event()


def double_an_attempt(kept: Kept) -> None:
    Attempt.objects.create(
        assignment=kept.attempt.assignment,
        membership=kept.attempt.membership,
        number=2,
        started_at=NOW,
        deadline_at=NOW,
    )


def double_a_receipt(kept: Kept) -> None:
    kept.record.receipts["AAAA-BBBB"] += 1


def put_an_event_under_anothers_attempt(kept: Kept) -> None:
    kept.event(device="somebody-else")


def score_wrongly(kept: Kept) -> None:
    Score.objects.filter(item=kept.items["number"]).update(points=0)


def call_an_answer_late(kept: Kept) -> None:
    ResponseEvent.objects.filter(sequence=1).update(is_late=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("plant", "kind"),
    [
        (lose_an_event, LOST),
        (lose_what_stands, LOST),
        (lose_the_handing_in, LOST),
        (lose_a_score, LOST),
        (double_an_event, DOUBLED),
        (double_an_attempt, DOUBLED),
        (double_a_receipt, DOUBLED),
        (put_an_event_under_anothers_attempt, FOREIGN),
        (score_wrongly, WRONG),
        (call_an_answer_late, WRONG),
    ],
)
def test_what_is_planted_is_found(kept: Kept, plant: Callable[[Kept], None], kind: str) -> None:
    plant(kept)
    assert kind in kept.found()


def test_failures_in_the_log_are_counted_by_what_they_end_in() -> None:
    cause = (
        'Traceback (most recent call last):\n  File "a.py"\nsqlite3.OperationalError: database is locked\n'
    )
    chain = "\nThe above exception was the direct cause of the following exception:\n\n"
    last = (
        f'Traceback (most recent call last):\n  File "b.py"\n    work()\n{BUSY}\n2026 WARNING: Bad Request\n'
    )
    assert failures_in(f"said\n{cause}{chain}{last}{cause}") == {
        BUSY: 1,
        "sqlite3.OperationalError: database is locked": 1,
    }


def database_url() -> str:
    """The tests' own database, for programs beside this one."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.mark.django_db(transaction=True)
def test_a_dozen_attempts_survive_the_death_of_the_server(tmp_path: Path) -> None:
    site = Site(tmp_path, DATABASE_URL=database_url(), SECRET_KEY=settings.SECRET_KEY, DEBUG="1")
    site.programs = [program for program in site.programs if program.name != "worker"]
    options = Options(attempts=12, at_once=6, kills=1, minutes=2, seed=11, kinds=("web server",))
    outcome = run(site, options, print)
    assert outcome.is_clean, "\n".join(outcome.lines())
    assert outcome.kills == {"web server": 1, "housekeeper": 1}
    assert outcome.ledger.counts["acknowledged"] > 100
