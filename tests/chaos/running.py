"""One chaos run from a fresh data folder to a table: everything is bounded, in number and in time."""

from __future__ import annotations

import datetime as dt
import random
import resource
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.models.attempts import NETWORK_GRACE
from tests.chaos.checking import DOUBLED, FOREIGN, LOST, WRONG, Fault, check
from tests.chaos.devices import OutOfTime, Unexpected
from tests.chaos.ledger import Ledger
from tests.chaos.school import found_school
from tests.chaos.site import KINDS, Site
from tests.chaos.students import Student

LOOK_EVERY = 0.1  # seconds
TELL_EVERY = 100  # students
SETTLED_WITHIN = 60.0  # seconds after the last student, for the housekeeper to hand in what has run out


@dataclass(frozen=True)
class Options:
    attempts: int
    at_once: int
    kills: int
    minutes: float
    seed: int
    kinds: Sequence[str] = KINDS
    """What is killed."""


@dataclass(frozen=True)
class Outcome:
    """What happened; `is_clean` where nothing was lost, doubled or otherwise wrong and everybody came to an end."""

    options: Options
    ledger: Ledger
    kills: dict[str, int]
    faults: Sequence[Fault]
    seconds: float

    @property
    def unfinished(self) -> int:
        return sum(not student.is_done for student in self.ledger.students)

    @property
    def is_clean(self) -> bool:
        return not (self.faults or self.unfinished or self.ledger.refusals)

    def lines(self) -> Iterator[str]:
        """The table, and below it what is wrong, ten of each kind."""
        counts, kinds = self.ledger.counts, [fault.kind for fault in self.faults]
        rows: list[tuple[str, object]] = [
            ("seed", self.options.seed),
            ("attempts", len(self.ledger.students)),
            ("  not come to an end", self.unfinished),
            ("events sent", counts["sent"]),
            ("  acknowledged", counts["acknowledged"]),
            ("  duplicates among them", counts["duplicates"]),
            ("connections cut by us", counts["cut"]),
            ("connections broken by a kill", counts["broken off"]),
            *((f"kills of the {kind}", self.kills.get(kind, 0)) for kind in KINDS),
            ("answers that no page expects", len(self.ledger.refusals)),
            *((kind, kinds.count(kind)) for kind in (LOST, DOUBLED, FOREIGN, WRONG)),
            ("seconds", f"{self.seconds:.0f}"),
            ("  of a processor, in all", f"{processor_seconds():.0f}"),
        ]
        for name, value in rows:
            yield f"  {name:32}{value:>10}"
        for kind in dict.fromkeys(kinds):
            yield from (f"{kind}: {f.what}" for f in [f for f in self.faults if f.kind == kind][:10])
        yield from (f"not expected: {refusal}" for refusal in self.ledger.refusals[:10])


def processor_seconds() -> float:
    """What this process and those that it has seen end have used: unlike the clock it does not count other programs."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(site: Site, options: Options, tell: Callable[[str], None]) -> Outcome:
    """The whole run at a site that has been prepared and has no classes yet. Raises NotFresh, SiteDown."""
    begun, draw, ledger = time.monotonic(), random.Random(options.seed), Ledger()
    quiz, seats = found_school(options.attempts, draw)
    connection.close()
    students = [Student(seat, quiz, f"{options.seed}/{n}") for n, seat in enumerate(seats)]
    ledger.students = [student.record for student in students]
    until, stop = begun + 60 * options.minutes, threading.Event()

    def is_over() -> bool:
        return stop.is_set() or time.monotonic() > until

    try:
        site.start()
        tell(f"{site.url} answers after {time.monotonic() - begun:.0f} s; {len(students)} students come in.")
        with ThreadPoolExecutor(max_workers=options.at_once) as pool:
            try:
                work = [pool.submit(_take, student, site.url, ledger, is_over) for student in students]
                _rage(site, work, ledger, _kills(students, options, draw), tell)
            finally:
                stop.set()  # where the run itself has failed, nobody goes on trying
        _let_time_run_out(students, site)
    finally:
        site.stop()
    return Outcome(options, ledger, dict(site.kills), check(ledger), time.monotonic() - begun)


def _kills(students: Sequence[Student], options: Options, draw: random.Random) -> list[tuple[float, str]]:
    """What is killed once so many events are acknowledged, in order."""
    changes = sum(len(student.changes) for student in students)
    return sorted((draw.uniform(0.02, 0.98) * changes, kind) for kind in killing_order(options, draw))


def _rage(
    site: Site,
    work: Sequence[Future[None]],
    ledger: Ledger,
    kills: list[tuple[float, str]],
    tell: Callable[[str], None],
) -> None:
    """Kill and start again while the students work."""
    working, told = set(work), 0
    while working:
        site.tend()
        if kills and ledger.counts["acknowledged"] >= kills[0][0] and site.kill(kills[0][1]):
            kills.pop(0)
        ended = {future for future in working if future.done()}
        for future in ended:
            future.result()  # what is wrong with the run itself ends it
        working -= ended
        if len(work) - len(working) >= told + TELL_EVERY:
            told = len(work) - len(working)
            tell(f"{told} are done, {site.kills.total()} kills.")
        time.sleep(LOOK_EVERY)


def _take(student: Student, url: str, ledger: Ledger, is_over: Callable[[], bool]) -> None:
    try:
        student.take(url, ledger, is_over)
    except (OutOfTime, Unexpected):
        return  # she has not come to an end, and what was unexpected is in the ledger


def killing_order(options: Options, draw: random.Random) -> list[str]:
    """Each kind in turn, in a random order, so that of a few kills none is left out for long."""
    order: list[str] = []
    while len(order) < options.kills:
        order += draw.sample(list(options.kinds), len(options.kinds))
    return order[: options.kills]


def _let_time_run_out(students: Sequence[Student], site: Site) -> None:
    """The time of those who have walked away is over: the housekeeper, killed once more, hands in for them."""
    gone = [student.record.membership for student in students if student.record.walks_away]
    over = timezone.now() - NETWORK_GRACE - dt.timedelta(seconds=1)
    running = Attempt.objects.running().filter(membership__in=gone)
    running.update(deadline_at=over)
    site.kill("housekeeper")
    deadline = time.monotonic() + SETTLED_WITHIN
    while running.exists() and time.monotonic() < deadline:
        site.tend()
        time.sleep(LOOK_EVERY)
    connection.close()
