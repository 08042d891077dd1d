"""What the students' side knows: which events were sent and which of them acknowledged, which receipts were shown."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

EventKey = tuple[str, int]
"""Device and sequence: what makes an event this event, however often it is sent."""


@dataclass
class Sent:
    """One event as a device made it. `order` is its place among all that the student did, on whichever device."""

    item: int
    answer: Any
    order: int
    times: int = 0
    acknowledged: int = 0
    is_late: bool = False
    is_stale: bool = False
    """What the server said when it acknowledged it."""
    is_after_the_end: bool = False
    """True where the student sent it after her handing in was confirmed."""


@dataclass
class StudentRecord:
    """One student's memory of her attempt. `walks_away` where she never hands in: the time will run out for her.
    `takes_over` where her tabs take the attempt over from each other, as the attempt page's do."""

    membership: int
    walks_away: bool = False
    takes_over: bool = False
    attempts: set[int] = field(default_factory=set)
    events: dict[EventKey, Sent] = field(default_factory=dict)
    receipts: Counter[str] = field(default_factory=Counter)
    has_handed_in: bool = False
    """True once the server has confirmed it."""
    is_done: bool = False
    """True once she has done all that she meant to."""


@dataclass
class Ledger:
    """The records of all students, and what went wrong on the wire; written to from many threads."""

    students: list[StudentRecord] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    """Answers of the server that no page expects."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, times: int = 1) -> None:
        with self._lock:
            self.counts[what] += times

    def sent(self, event: Sent) -> None:
        with self._lock:
            event.times += 1
            self.counts["sent"] += 1
            self.counts["duplicates"] += event.times > 1

    def acknowledged(self, event: Sent) -> None:
        with self._lock:
            event.acknowledged += 1
            self.counts["acknowledged"] += event.acknowledged == 1

    def refused(self, what: str) -> None:
        with self._lock:
            self.refusals.append(what)

    def all_events(self) -> Iterator[tuple[StudentRecord, EventKey, Sent]]:
        for student in self.students:
            for key, event in student.events.items():
                yield student, key, event
