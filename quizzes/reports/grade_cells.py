"""How each student stands in each quiz of her class, and what that adds up to: the cells of a gradebook."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, Q, Sum

from quizzes.models import (
    Assignment,
    Attempt,
    GradeOverride,
    Membership,
    Score,
    StudentTerms,
)
from quizzes.reports.counting import counted_attempts
from quizzes.reports.grade_columns import Column
from quizzes.timing import Terms, is_handed_in_late, terms_for


class State(StrEnum):
    """Where a student stands in a quiz."""

    DONE = "handed in"
    MISSING = "missing"
    RUNNING = "working now"
    OPEN = "open still"
    COMING = "not open yet"
    EXCUSED = "excused"
    TAKEN_BACK = "taken back"
    NOT_THERE = "joined after it"


@dataclass(frozen=True)
class Override:
    points: float
    reason: str
    by: str


@dataclass(frozen=True)
class Cell:
    """`points` of `maximum`, by hand where `override` is set; `graded` is the maximum of what is graded already."""

    state: State
    points: float | None = None
    maximum: int = 0
    graded: int = 0
    waiting: int = 0
    is_late: bool = False
    is_working: bool = False
    has_begun: bool = False
    override: Override | None = None

    @property
    def share(self) -> float | None:
        """0 to 1 of what counts so far: 0 where it is missing, None where nothing counts."""
        if self.state is State.EXCUSED and self.override is None:
            return None
        if self.override is not None:
            return self.override.points / self.maximum if self.maximum else None
        if self.state is State.MISSING:
            return 0.0
        return self.points / self.graded if self.points is not None and self.graded else None

    @property
    def shown(self) -> float | None:
        """The points that count; None where there are none."""
        return self.override.points if self.override else self.points

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """What is to be said of it beside the points: (sign, words)."""
        said = []
        if self.override is not None:
            said.append(("edit", "set by hand"))
        if self.state is not State.DONE:
            said.append((SIGNS[self.state], self.state.value))
        if self.is_late:
            said.append(("clock", "late"))
        if self.waiting and self.override is None:
            said.append(("document", f"{self.waiting} to grade"))
        if self.is_working and self.state is State.DONE:
            said.append(("right", "working again"))
        return tuple(said)


SIGNS = {
    State.MISSING: "warn",
    State.RUNNING: "right",
    State.OPEN: "clock",
    State.COMING: "clock",
    State.EXCUSED: "nobody",
    State.TAKEN_BACK: "left",
    State.NOT_THERE: "nobody",
}


@dataclass(frozen=True)
class Line:
    """A student with a cell for each column of her class; `total` is 0 to 1, None where nothing counts yet."""

    student: Membership
    cells: tuple[Cell, ...]
    total: float | None

    @property
    def missing(self) -> int:
        return sum(cell.state is State.MISSING and cell.override is None for cell in self.cells)

    @property
    def late(self) -> int:
        return sum(cell.is_late for cell in self.cells)

    @property
    def waiting(self) -> int:
        return sum(cell.waiting for cell in self.cells if cell.override is None)

    @property
    def by_hand(self) -> int:
        return sum(cell.override is not None for cell in self.cells)

    @property
    def done(self) -> int:
        return sum(cell.state is State.DONE for cell in self.cells)


def weighted(cells: Iterable[Cell], columns: Iterable[Column]) -> float | None:
    """Σ weight · share / Σ weight over the quizzes that count for the student; None where none does."""
    counted = [
        (float(column.weight), share)
        for cell, column in zip(cells, columns, strict=True)
        if (share := cell.share) is not None and column.weight
    ]
    whole = sum(weight for weight, _ in counted)
    return sum(weight * share for weight, share in counted) / whole if whole else None


def lines_of(
    columns: Mapping[int, Sequence[Column]], students: Sequence[Membership], at: dt.datetime
) -> list[Line]:
    """A line for each student, in the order given, in four queries whatever their number."""
    found = _Found.of([c.assignment for own in columns.values() for c in own], students, at)
    lines = []
    for student in students:
        own = columns.get(student.classroom_id, ())
        cells = tuple(found.cell(student, column) for column in own)
        lines.append(Line(student, cells, weighted(cells, own)))
    return lines


@dataclass(frozen=True)
class _Sum:
    points: float
    maximum: int
    graded: int
    waiting: int


Pair = tuple[int, int]
"""Assignment id, membership id."""


@dataclass(frozen=True)
class _Found:
    """What the tables hold of the students, by assignment and student."""

    at: dt.datetime
    attempts: Mapping[Pair, Sequence[Attempt]]
    counted: Mapping[Pair, Attempt]
    sums: Mapping[int, _Sum]
    own: Mapping[Pair, StudentTerms]
    overrides: Mapping[Pair, Override]
    terms: dict[tuple[int, Decimal], Terms]
    """What holds for students without terms of their own, by assignment and extra time."""

    @classmethod
    def of(cls, assignments: Sequence[Assignment], students: Sequence[Membership], at: dt.datetime) -> _Found:
        of = Q(assignment__in=assignments, membership__in=students)
        attempts: dict[Pair, list[Attempt]] = defaultdict(list)
        by_assignment: dict[int, list[Attempt]] = defaultdict(list)
        for attempt in Attempt.objects.filter(of).order_by("number").defer("flagged", "receipt", "holder"):
            attempts[attempt.assignment_id, attempt.membership_id].append(attempt)
            by_assignment[attempt.assignment_id].append(attempt)
        sums = _sums(assignments, students)
        points = {pk: found.points for pk, found in sums.items()}
        counted = {
            (a.pk, student): attempt
            for a in assignments
            for student, attempt in counted_attempts(a, by_assignment[a.pk], points).items()
        }
        own = {(t.assignment_id, t.membership_id): t for t in StudentTerms.objects.filter(of)}
        overrides = {
            (o.assignment_id, o.membership_id): Override(float(o.points), o.reason, str(o.set_by or ""))
            for o in GradeOverride.objects.filter(of).select_related("set_by")
        }
        return cls(at, attempts, counted, sums, own, overrides, {})

    def cell(self, student: Membership, column: Column) -> Cell:
        pair = (column.assignment.pk, student.pk)
        cell = self._earned(student, column, pair)
        override = self.overrides.get(pair)
        if override is not None:
            return replace(cell, override=override, maximum=cell.maximum or column.maximum)
        return cell

    def _earned(self, student: Membership, column: Column, pair: Pair) -> Cell:
        attempts, counted = self.attempts.get(pair, ()), self.counted.get(pair)
        terms = self._terms(student, column.assignment, pair)
        begun = bool(attempts)
        if counted is None:
            return Cell(self._without(student, attempts, terms), has_begun=begun, maximum=column.maximum)
        found = self.sums.get(counted.pk, _Sum(0, 0, 0, 0))
        return Cell(
            state=State.EXCUSED if terms.is_excused else State.DONE,
            points=found.points if found.graded or not found.waiting else None,
            maximum=found.maximum,
            graded=found.graded,
            waiting=found.waiting,
            is_late=is_handed_in_late(counted, terms),
            is_working=any(attempt.is_running for attempt in attempts),
            has_begun=begun,
        )

    def _without(self, student: Membership, attempts: Sequence[Attempt], terms: Terms) -> State:
        """Where a student stands who has handed in nothing."""
        if terms.is_excused:
            return State.EXCUSED
        if any(attempt.is_running for attempt in attempts):
            return State.RUNNING
        if terms.is_recalled:
            return State.TAKEN_BACK
        if self.at < terms.taken_until:
            return State.COMING if self.at < terms.opens_at else State.OPEN
        return State.NOT_THERE if student.joined_at > terms.taken_until else State.MISSING

    def _terms(self, student: Membership, assignment: Assignment, pair: Pair) -> Terms:
        if own := self.own.get(pair):
            return terms_for(assignment, student, own)
        kind = (assignment.pk, student.extra_time)
        if kind not in self.terms:
            self.terms[kind] = terms_for(assignment, student, None)
        return self.terms[kind]


def _sums(assignments: Sequence[Assignment], students: Sequence[Membership]) -> dict[int, _Sum]:
    """attempt id → what its scores add up to."""
    of = Score.objects.filter(attempt__assignment__in=assignments, attempt__membership__in=students)
    graded = Q(points__isnull=False)
    summed = (
        of.order_by()
        .values("attempt")
        .annotate(
            earned=Sum("points"),
            whole=Sum("maximum"),
            seen=Sum("maximum", filter=graded, default=0),
            waits=Count("pk", filter=~graded),
        )
    )
    rows = summed.values_list("attempt", "earned", "whole", "seen", "waits")
    return {pk: _Sum(float(earned or 0), whole, seen, waits) for pk, earned, whole, seen, waits in rows}
