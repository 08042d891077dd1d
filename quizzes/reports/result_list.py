"""The students of an assignment as a list: state and points, sorted, filtered and paged on the server.

A year group of a thousand is gone through as rows of values; only those of one page become lines.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from quizzes.models import Assignment, Membership
from quizzes.models.people import fold_name
from quizzes.reports.mark_sheet import MarkSheet, Run
from quizzes.reports.roll import students_of
from quizzes.timing import is_handed_in_late, terms_for

ROWS = 50
HANDED_IN, WORKING, NOT_STARTED, EXCUSED = "handed in", "working now", "not started", "excused"
LATE, TO_GRADE = "late", "to grade"
STATES = (HANDED_IN, WORKING, NOT_STARTED, EXCUSED, LATE, TO_GRADE)
"""What the list can be narrowed to."""
SORTS = {
    "name": "By name",
    "points": "Fewest points first",
    "-points": "Most points first",
    "time": "Last handed in first",
}


@dataclass(frozen=True)
class StudentLine:
    """`elsewhere` names the class that she is in now, where that is another; `points` are those graded so far."""

    pk: int
    name: str
    elsewhere: str
    state: str
    has_begun: bool
    points: float | None
    waiting: int
    is_late: bool
    submitted_at: dt.datetime | None

    def is_of(self, state: str) -> bool:
        if state == LATE:
            return self.is_late
        return self.waiting > 0 if state == TO_GRADE else self.state == state


@dataclass(frozen=True)
class Listing:
    """`page` holds StudentLines; `numbers` how many there are of each state, `expected` all but the excused."""

    page: Page[StudentLine]
    numbers: Mapping[str, int]
    expected: int
    excused: int
    asked: Asked

    @property
    def total(self) -> int:
        return self.expected + self.excused

    @property
    def choices(self) -> list[tuple[str, int]]:
        """What the list can be narrowed to, with how many students that leaves."""
        return [(state, self.numbers[state]) for state in STATES if self.numbers[state]]

    @property
    def sorts(self) -> list[tuple[str, str]]:
        return list(SORTS.items())

    @property
    def kept(self) -> str:
        """What stands in the address of every page of the list."""
        asked = {"q": self.asked.name, "state": self.asked.state, "sort": self.asked.sort}
        return urlencode({name: value for name, value in asked.items() if value} | {"page": ""}).removesuffix(
            "page="
        )

    @property
    def handed_in(self) -> int:
        return self.numbers[HANDED_IN]

    @property
    def working(self) -> int:
        return self.numbers[WORKING]

    @property
    def not_started(self) -> int:
        return self.numbers[NOT_STARTED]

    @property
    def late(self) -> int:
        return self.numbers[LATE]


@dataclass(frozen=True)
class Asked:
    """What of the list is wanted; anything unknown is as if not asked."""

    name: str = ""
    state: str = ""
    sort: str = "name"
    page: str = "1"

    @property
    def narrows(self) -> bool:
        return bool(self.name or self.state)


def student_list(sheet: MarkSheet, asked: Asked) -> Listing:
    """The page of the list that is asked for; one query, two where some may be late."""
    lines = _lines(sheet)
    numbers = Counter({state: sum(line.is_of(state) for line in lines) for state in STATES})
    found = [line for line in lines if _fits(line, asked)]
    return Listing(
        page=Paginator(_sorted(found, asked.sort), ROWS).get_page(asked.page),
        numbers=numbers,
        expected=len(lines) - numbers[EXCUSED],
        excused=numbers[EXCUSED],
        asked=asked,
    )


def _fits(line: StudentLine, asked: Asked) -> bool:
    if asked.state and not line.is_of(asked.state):
        return False
    return fold_name(asked.name) in fold_name(line.name) if asked.name else True


def _sorted(lines: list[StudentLine], sort: str) -> list[StudentLine]:
    """By name as they come; who has no points or time stands last."""
    if sort == "time":
        timed = [line for line in lines if line.submitted_at]
        timed.sort(key=lambda line: line.submitted_at.timestamp() if line.submitted_at else 0, reverse=True)
        return timed + [line for line in lines if not line.submitted_at]
    if sort.endswith("points"):
        graded = [line for line in lines if line.points is not None]
        graded.sort(key=lambda line: line.points or 0, reverse=sort.startswith("-"))
        return graded + [line for line in lines if line.points is None]
    return lines


def _lines(sheet: MarkSheet) -> list[StudentLine]:
    """A line for each student, by name."""
    assignment = sheet.assignment
    running = {run.membership_id for run in sheet.runs if run.is_running}
    begun = {run.membership_id for run in sheet.runs}
    row_of = {run.membership_id: n for n, run in enumerate(sheet.counted)}
    points, waiting = sheet.totals.tolist(), sheet.waits.sum(axis=1).tolist()
    late = _late(sheet)
    students = students_of(assignment).select_related(None).order_by("name_key", "pk")
    lines = []
    for pk, _, name, of, class_name in students.values_list(
        "pk", "name_key", "display_name", "classroom_id", "classroom__name"
    ):
        row = row_of.get(pk)
        lines.append(
            StudentLine(
                pk=pk,
                name=name,
                elsewhere="" if of == assignment.classroom_id else class_name,
                state=_state(pk, sheet, running, row),
                has_begun=pk in begun,
                points=sheet.excused_points.get(pk) if row is None else points[row],
                waiting=0 if row is None else waiting[row],
                is_late=pk in late,
                submitted_at=None if row is None else sheet.counted[row].submitted_at,
            )
        )
    return lines


def _state(pk: int, sheet: MarkSheet, running: set[int], row: int | None) -> str:
    if pk in sheet.excused:
        return EXCUSED
    if pk in running:
        return WORKING
    return NOT_STARTED if row is None else HANDED_IN


def _late(sheet: MarkSheet) -> set[int]:
    """Ids of students whose counted attempt came late. Only those can be late who handed in after the closing, or have
    terms of their own."""
    assignment = sheet.assignment
    own = sheet.own
    maybe = [run for run in sheet.counted if _is_after(run, assignment) or run.membership_id in own]
    if not maybe:
        return set()
    students = Membership.objects.in_bulk([run.membership_id for run in maybe])
    return {
        pk
        for run in maybe
        if is_handed_in_late(run, terms_for(assignment, students[pk := run.membership_id], own.get(pk)))
    }


def _is_after(run: Run, assignment: Assignment) -> bool:
    return run.submitted_at is not None and run.submitted_at > assignment.closes_at
