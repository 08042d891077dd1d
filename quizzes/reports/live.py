"""An assignment while it runs: who has come, what is answered, who is stuck, who is nearly out of time."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from django.db.models import Max, TextField
from django.db.models.functions import Cast

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, ResponseEvent
from quizzes.reports.roll import Roll, roll_of, students_of
from quizzes.scoring.responses import blank

HERE = dt.timedelta(minutes=3)
"""Who has opened a page this lately is taken to be there; a student who reads asks for nothing for a while."""
STUCK_AFTER = (3, 5, 10, 15)
"""Minutes without a saved answer after which a teacher may want to look; 5 unless she says otherwise."""
NEARLY_OUT = dt.timedelta(minutes=5)
AWAY_AFTER = dt.timedelta(hours=1)
"""Who has saved nothing for so long has gone: with homework that is nobody to walk over to."""
ROWS = 100
"""Students on one page; the classes of a school are smaller, a year group's assignment is paged."""

STUCK, NEARLY, WORKING, AWAY, HERE_YET, NOT_BEGUN, DONE, EXCUSED = (
    "stuck",
    "nearly out of time",
    "working",
    "begun, away",
    "here, not begun",
    "not begun",
    "handed in",
    "excused",
)
STATES = (STUCK, NEARLY, WORKING, AWAY, HERE_YET, NOT_BEGUN, DONE, EXCUSED)
"""In the order of the rows: who needs the teacher first."""


@dataclass(frozen=True)
class Now:
    """One student just now. `left` is None where nothing runs, `quiet` how long nothing was saved in a running attempt."""

    student: Membership
    state: str
    is_here: bool
    answered: int
    saved_at: dt.datetime | None
    left: dt.timedelta | None
    quiet: dt.timedelta | None
    extra_time: Decimal | None

    @property
    def time_left(self) -> str:
        return "" if self.left is None else duration(self.left)

    @property
    def quiet_for(self) -> str:
        return "" if self.quiet is None else duration(self.quiet)

    @property
    def is_running(self) -> bool:
        return self.left is not None


@dataclass(frozen=True)
class Answered:
    """How many have answered one item, of those who have begun."""

    item: FrozenItem
    count: int
    share: float


@dataclass(frozen=True)
class Live:
    """The whole class just now, who is excused left out of the counts. `ends_at` is when the last running attempt ends."""

    rows: tuple[Now, ...]
    items: tuple[Answered, ...]
    begun: int
    at: dt.datetime
    ends_at: dt.datetime | None
    is_over: bool
    is_coming: bool

    def count(self, *states: str) -> int:
        return sum(row.state in states for row in self.rows)

    @cached_property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Every state that somebody is in, with how many."""
        return tuple((state, n) for state in STATES if (n := self.count(state)))

    @property
    def expected(self) -> int:
        return len(self.rows) - self.count(EXCUSED)

    @property
    def excused(self) -> int:
        return self.count(EXCUSED)

    @property
    def joined(self) -> int:
        """Who has opened a page of the class, or begun, since the quiz opened."""
        return self.expected - self.count(NOT_BEGUN)

    @property
    def here(self) -> int:
        return sum(row.is_here for row in self.rows)

    @property
    def working(self) -> int:
        return self.count(STUCK, NEARLY, WORKING, AWAY)

    @property
    def handed_in(self) -> int:
        return self.count(DONE)

    @property
    def not_begun(self) -> int:
        return self.count(HERE_YET, NOT_BEGUN)

    @property
    def time_left(self) -> str:
        """How long the last one who works may go on."""
        return "" if self.ends_at is None else duration(self.ends_at - self.at)


def duration(length: dt.timedelta) -> str:
    """A length of time in few words: "12 min", "2 h 5 min", "3 days"; what has run out is "0 min"."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 100:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // (24 * 60)} days"


def live(assignment: Assignment, at: dt.datetime, stuck_after: dt.timedelta) -> Live:
    """What the class does just now, in six queries whatever its size; what is overdue has been settled before."""
    items = list(assignment.version.items.all())
    roll = roll_of(assignment)
    newest = {student: attempts[-1] for student, attempts in roll.attempts.items()}
    answered, saved = _answers(assignment, newest.values(), items)
    rows = [
        _now(student, newest.get(student.pk), roll, answered, saved, at, stuck_after)
        for student in students_of(assignment)
    ]
    begun = sum(not roll.is_excused(student) for student in newest)
    excused = {attempt.pk for student, attempt in newest.items() if roll.is_excused(student)}
    per_item = Counter(
        item for attempt, found in answered.items() if attempt not in excused for item in found
    )
    is_over = not _takes_answers(assignment, rows, at)
    return Live(
        rows=tuple(sorted(rows, key=lambda row: (STATES.index(row.state), row.student.name_key))),
        items=tuple(Answered(i, per_item[i.pk], per_item[i.pk] / begun if begun else 0.0) for i in items),
        begun=begun,
        at=at,
        ends_at=None if is_over else _ends_at(assignment, newest.values(), at),
        is_over=is_over,
        is_coming=at < assignment.opens_at,
    )


def _answers(
    assignment: Assignment, newest: Collection[Attempt], items: Iterable[FrozenItem]
) -> tuple[dict[int, set[int]], dict[int, dt.datetime]]:
    """attempt id → ids of the items answered; and of those that run, attempt id → when something was last saved."""
    attempts = {attempt.pk for attempt in newest}
    kinds = {item.pk: ItemKind(item.kind) for item in items}

    @cache  # of thousands of answers few differ, and only these are parsed
    def is_blank(item: int, text: str | None) -> bool:
        return text is None or blank(kinds[item], json.loads(text))

    answered: dict[int, set[int]] = defaultdict(set)
    found = Response.objects.filter(attempt__assignment=assignment).order_by()
    for attempt, item, text in found.values_list("attempt_id", "item_id", Cast("answer", TextField())):
        if attempt in attempts and not is_blank(item, text):
            answered[attempt].add(item)
    if not any(attempt.is_running for attempt in newest):
        return answered, {}
    running = found.filter(attempt__submitted_at__isnull=True).values("attempt")
    saved: dict[int, dt.datetime] = dict(
        running.annotate(last=Max("answered_at")).values_list("attempt", "last")
    )
    for attempt, moment in _last_events(assignment):
        saved[attempt] = max(moment, saved.get(attempt, moment))
    return answered, saved


def _last_events(assignment: Assignment) -> Iterable[tuple[int, dt.datetime]]:
    """What a tab sent that does not stand (a copy, a tab taken over) is a sign of life all the same."""
    running = ResponseEvent.objects.filter(attempt__assignment=assignment, attempt__submitted_at__isnull=True)
    return (
        running.order_by().values("attempt").annotate(last=Max("received_at")).values_list("attempt", "last")
    )


def _now(
    student: Membership,
    attempt: Attempt | None,
    roll: Roll,
    answered: dict[int, set[int]],
    saved: dict[int, dt.datetime],
    at: dt.datetime,
    stuck_after: dt.timedelta,
) -> Now:
    seen = student.seen_at
    last = saved.get(attempt.pk) if attempt else None
    quiet = (
        at - max(last or attempt.started_at, attempt.started_at) if attempt and attempt.is_running else None
    )
    left = attempt.deadline_at - at if attempt and attempt.is_running else None
    return Now(
        student=student,
        state=_state(student, attempt, roll, quiet, left, stuck_after),
        is_here=bool(seen and at - seen <= HERE) or bool(quiet is not None and quiet <= HERE),
        answered=len(answered.get(attempt.pk, ())) if attempt else 0,
        saved_at=attempt.submitted_at or last if attempt else None,
        left=left,
        quiet=quiet,
        extra_time=student.extra_time if student.extra_time > 1 else None,
    )


def _state(
    student: Membership,
    attempt: Attempt | None,
    roll: Roll,
    quiet: dt.timedelta | None,
    left: dt.timedelta | None,
    stuck_after: dt.timedelta,
) -> str:
    if roll.is_excused(student.pk):
        return EXCUSED
    if attempt is None:
        came = student.seen_at is not None and student.seen_at >= roll.assignment.opens_at
        return HERE_YET if came else NOT_BEGUN
    if quiet is None or left is None:
        return DONE
    if left <= NEARLY_OUT:
        return NEARLY
    if quiet >= AWAY_AFTER:
        return AWAY
    return STUCK if quiet >= stuck_after else WORKING


def _takes_answers(assignment: Assignment, rows: Iterable[Now], at: dt.datetime) -> bool:
    """True while somebody works, or may begin still."""
    if any(row.is_running for row in rows):
        return True
    return assignment.recalled_at is None and at < assignment.ends_for_all_at


def _ends_at(assignment: Assignment, attempts: Iterable[Attempt], at: dt.datetime) -> dt.datetime:
    """When the last of those who work has to stop; with nobody at work, when the class's answers end."""
    ends = [attempt.deadline_at for attempt in attempts if attempt.is_running]
    return max(ends, default=max(at, assignment.taken_until))


@dataclass(frozen=True)
class Still:
    """Who would see keys that are shown now: who works, and who may begin still and has not."""

    working: int
    may_begin: int

    @property
    def is_any(self) -> bool:
        return bool(self.working or self.may_begin)


def still_taken(assignment: Assignment, at: dt.datetime) -> Still:
    """Who may answer still, in three queries at the most."""
    working = assignment.attempts.running().expected().count()
    if assignment.recalled_at is not None or at >= assignment.ends_for_all_at:
        return Still(working, 0)
    begun = assignment.attempts.values("membership")
    excused = assignment.student_terms.filter(is_excused=True).values("membership")
    in_class = Membership.objects.admitted().filter(classroom=assignment.classroom_id)
    return Still(working, in_class.exclude(pk__in=begun).exclude(pk__in=excused).count())


def rows_in(found: Live, state: str) -> list[Any]:
    """The rows of one state, all of them where none is asked for."""
    return [row for row in found.rows if not state or row.state == state]
