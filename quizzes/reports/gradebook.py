"""The gradebook of a class, or of all classes of a teacher: searched, filtered, sorted and paged here, not in the browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from quizzes.access import STAFF
from quizzes.models import Classroom, Membership, User
from quizzes.models.people import fold_name
from quizzes.reports.grade_cells import Line, lines_of
from quizzes.reports.grade_columns import Column, columns_of

PER_PAGE = 50
"""Students on a page: a class as a whole, and of a year group what a screen can be scrolled through."""

SHOWS: dict[str, tuple[str, Callable[[Line], bool]]] = {
    "missing": ("something is missing", lambda line: line.missing > 0),
    "late": ("something was late", lambda line: line.late > 0),
    "waiting": ("answers wait to be graded", lambda line: line.waiting > 0),
    "by_hand": ("points were set by hand", lambda line: line.by_hand > 0),
}
"""What a teacher can filter by: name in the address, words, rule."""


@dataclass(frozen=True)
class Asked:
    """What of a gradebook is asked for: part of a name, a filter of SHOWS, a sort ("name", "-total", "a12"), a page."""

    q: str = ""
    show: str = ""
    sort: str = "name"
    page: int = 1

    @property
    def key(self) -> str:
        return self.sort.removeprefix("-")

    @property
    def is_falling(self) -> bool:
        return self.sort.startswith("-")


@dataclass(frozen=True)
class Gradebook:
    """`lines.paginator.count` students are found; `weights` is what all quizzes weigh together."""

    columns: tuple[Column, ...]
    lines: Page[Line]
    asked: Asked

    @property
    def weights(self) -> float:
        return float(sum(column.weight for column in self.columns))


def class_gradebook(classroom: Classroom, asked: Asked, at: dt.datetime) -> Gradebook:
    """A page of a class's gradebook, in seven queries whatever the number of students."""
    columns = columns_of([classroom])
    own = tuple(columns.get(classroom.pk, ()))
    return _gradebook(classroom.memberships.admitted(), columns, own, asked, at)


def whole_gradebook(user: User, asked: Asked, at: dt.datetime) -> Gradebook:
    """A page over all classes of a user that are in use; its lines have the cells of each student's own class."""
    classes = list(classes_of(user))
    students = Membership.objects.admitted().filter(classroom__in=classes).select_related("classroom")
    return _gradebook(students, columns_of(classes), (), asked, at)


def classes_of(user: User) -> QuerySet[Classroom]:
    """The classes in use whose grades a user may see."""
    mine = Classroom.objects.of(user).filter(memberships__user=user, memberships__role__in=STAFF)
    return mine.filter(archived_at__isnull=True).distinct()


def _gradebook(
    students: QuerySet[Membership],
    columns: dict[int, list[Column]],
    own: tuple[Column, ...],
    asked: Asked,
    at: dt.datetime,
) -> Gradebook:
    found = students.order_by("name_key", "pk")
    if asked.q:
        found = found.filter(name_key__contains=fold_name(asked.q))
    if asked.key == "name" and not asked.show:
        if asked.is_falling:
            found = found.reverse()
        on_page = Paginator(found, PER_PAGE).get_page(asked.page)
        lines = lines_of(columns, list(on_page.object_list), at)
        return Gradebook(own, Page(lines, on_page.number, on_page.paginator), asked)  # type: ignore[arg-type]
    lines = lines_of(columns, list(found), at)
    if asked.show in SHOWS:
        lines = [line for line in lines if SHOWS[asked.show][1](line)]
    ordered = _sorted(lines, own, asked)
    return Gradebook(own, Paginator(ordered, PER_PAGE).get_page(asked.page), asked)


def _sorted(lines: Sequence[Line], columns: Sequence[Column], asked: Asked) -> list[Line]:
    """By what is asked, those without it last either way; the same by name."""
    rule = _rule(columns, asked.key)
    if rule is None:
        return list(reversed(lines)) if asked.is_falling and asked.key == "name" else list(lines)
    having = [line for line in lines if rule(line) is not None]
    having.sort(key=lambda line: rule(line) or 0, reverse=asked.is_falling)
    return having + [line for line in lines if rule(line) is None]


def _rule(columns: Sequence[Column], key: str) -> Callable[[Line], float | None] | None:
    if key == "total":
        return lambda line: line.total
    if key in ("missing", "late", "waiting"):
        return lambda line: float(getattr(line, key))
    places = {column.key: n for n, column in enumerate(columns)}
    if key in places:
        place = places[key]
        return lambda line: line.cells[place].share
    return None


# --- Whole, for a file ---


@dataclass(frozen=True)
class ClassGrades:
    """All students of one class."""

    classroom: Classroom
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def all_grades(classrooms: Sequence[Classroom], at: dt.datetime) -> list[ClassGrades]:
    """Each class whole, in its students' order, in six queries for all."""
    columns = columns_of(classrooms)
    students = Membership.objects.admitted().filter(classroom__in=list(classrooms)).order_by("name_key", "pk")
    lines = lines_of(columns, list(students), at)
    return [
        ClassGrades(
            classroom,
            tuple(columns.get(classroom.pk, ())),
            tuple(line for line in lines if line.student.classroom_id == classroom.pk),
        )
        for classroom in classrooms
    ]
