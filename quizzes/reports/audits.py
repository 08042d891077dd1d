"""The record of a class, filtered and paged: who changed what, from what to what, why and when."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from quizzes.exchange.gradebook import Table, Value
from quizzes.flows.rosters import ADDED, PINS_RENEWED
from quizzes.models import Assignment, Audit, Classroom, User
from quizzes.reports.audit_words import Kind, actions_of, kind_of, sentence

PER_PAGE = 50
MOST_LINES = 20_000
"""Rows of a file: more than a class makes in years."""


@dataclass(frozen=True)
class Wanted:
    """What of the record is asked for; None and "" for everything. Dates are days on the class's calendar."""

    kind: Kind | None = None
    actor: int | None = None
    student: str = ""
    assignment: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True)
class Entry:
    at: dt.datetime
    who: str
    kind: str
    what: str
    why: str
    quiz: Assignment | None


@dataclass(frozen=True)
class Choices:
    """What can be filtered by in this class."""

    actors: tuple[User, ...]
    students: tuple[str, ...]
    assignments: tuple[Assignment, ...]


def record_of(classroom: Classroom, wanted: Wanted, page: int) -> Page[Entry]:
    """A page of the record, the newest first; two queries."""
    found = Paginator(_rows(classroom, wanted), PER_PAGE).get_page(page)
    entries = [_entry(row, classroom) for row in found.object_list]
    return Page(entries, found.number, found.paginator)  # type: ignore[arg-type]


def choices_of(classroom: Classroom) -> Choices:
    """In three queries."""
    done = Audit.objects.filter(classroom=classroom).order_by().values("actor")
    names = classroom.memberships.admitted().values_list("display_name", flat=True)
    return Choices(
        actors=tuple(User.objects.filter(pk__in=done).order_by("name", "email")),
        students=tuple(names),
        assignments=tuple(classroom.assignments.select_related("version")),
    )


def record_table(classroom: Classroom, wanted: Wanted) -> Table:
    """The record as a file; times on the class's clock."""
    head = ["When", "Who", "About", "What", "Why", "Quiz"]
    rows: list[list[Value]] = []
    for row in _rows(classroom, wanted)[:MOST_LINES]:
        entry = _entry(row, classroom)
        at = f"{entry.at.astimezone(classroom.zone):%Y-%m-%d %H:%M:%S %Z}"
        quiz = entry.quiz.version.title if entry.quiz else ""
        rows.append([at, entry.who, entry.kind, entry.what, entry.why, quiz])
    return Table(f"{classroom} record", head, rows)


def _rows(classroom: Classroom, wanted: Wanted) -> QuerySet[Audit]:
    rows = Audit.objects.filter(classroom=classroom).select_related("actor", "assignment__version")
    if wanted.kind is not None:
        rows = rows.filter(action__in=actions_of(wanted.kind))
    if wanted.actor is not None:
        rows = rows.filter(actor=wanted.actor)
    if wanted.student:
        rows = rows.filter(_about(wanted.student))
    if wanted.assignment is not None:
        rows = rows.filter(assignment=wanted.assignment)
    if wanted.since is not None:
        rows = rows.filter(at__gte=_midnight(classroom, wanted.since))
    if wanted.until is not None:
        rows = rows.filter(at__lt=_midnight(classroom, wanted.until + dt.timedelta(days=1)))
    return rows


def _about(student: str) -> Q:
    """Rows about one student: "Amara", "item 3, Amara", "Quiz in 8B: Amara", and who was put on the list with others."""
    told = Q(subject=student) | Q(subject__endswith=f", {student}") | Q(subject__endswith=f": {student}")
    # SQLite keeps JSON as it was written, with \u00eb for ë; PostgreSQL gives the letter.
    named = Q(new__icontains=f'"{student}"') | Q(new__icontains=json.dumps(student))
    return told | (Q(action__in=[ADDED, PINS_RENEWED]) & named)


def _midnight(classroom: Classroom, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=classroom.zone)


def _entry(row: Audit, classroom: Classroom) -> Entry:
    row.classroom = classroom
    if row.assignment:
        row.assignment.classroom = classroom
    return Entry(
        at=row.at,
        who=str(row.actor) if row.actor else "somebody who has left",
        kind=kind_of(row.action) or "",
        what=sentence(row),
        why=row.reason,
        quiz=row.assignment,
    )
