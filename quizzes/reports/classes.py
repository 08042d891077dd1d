"""A teacher's classes: the list, one class with its students and quizzes, and one student."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quizzes.flows.deleting import UNDO_FOR
from quizzes.models import Assignment, Attempt, Classroom, Invitation, Membership, User
from quizzes.reports.deleting import Deleted

Role = Membership.Role


@dataclass(frozen=True)
class AssignmentLine:
    """An assignment and how far the class is. `state` is in words; who is excused is in neither count."""

    assignment: Assignment
    state: str
    handed_in: int
    working: int
    excused: int

    @property
    def not_expected(self) -> int:
        """What is taken off the number of students."""
        return -self.excused


@dataclass(frozen=True)
class Shelf:
    """A user's classes: in use, put away, and her own just deleted."""

    current: tuple[Classroom, ...]
    archived: tuple[Classroom, ...]
    deleted: tuple[Deleted, ...]


@dataclass(frozen=True)
class ClassPage:
    students: tuple[Membership, ...]
    newcomers: tuple[Membership, ...]
    staff: tuple[Membership, ...]
    assignments: tuple[AssignmentLine, ...]


def class_list(user: User) -> QuerySet[Classroom]:
    """The user's classes in use, each with `role`, `student_count`, `assignment_count`; one query."""
    return _annotated(user).filter(deleted_at__isnull=True, archived_at__isnull=True)


def _annotated(user: User) -> QuerySet[Classroom]:
    people = Membership.objects.filter(classroom=OuterRef("pk")).order_by()
    students = people.admitted().values("classroom").annotate(n=Count("pk")).values("n")
    given = Assignment.objects.filter(classroom=OuterRef("pk")).order_by()
    return Classroom.objects.filter(memberships__user=user).annotate(
        role=F("memberships__role"),
        student_count=Coalesce(Subquery(students), 0),
        assignment_count=Coalesce(Subquery(given.values("classroom").annotate(n=Count("pk")).values("n")), 0),
    )


def shelf(user: User, at: dt.datetime) -> Shelf:
    """Everything of the list of classes, in one query."""
    own_deleted = Q(role=Role.OWNER, deleted_at__gt=at - UNDO_FOR)
    classes = list(_annotated(user).filter(Q(deleted_at__isnull=True) | own_deleted))
    there = [c for c in classes if c.deleted_at is None]
    return Shelf(
        current=tuple(c for c in there if c.archived_at is None),
        archived=tuple(c for c in there if c.archived_at is not None),
        deleted=tuple(
            Deleted(c.pk, c.name, c.deleted_at + UNDO_FOR - at) for c in classes if c.deleted_at is not None
        ),
    )


def class_page(classroom: Classroom, at: dt.datetime) -> ClassPage:
    """Roster, newcomers, staff and assignments of one class, in two queries."""
    people = list(classroom.memberships.select_related("user").order_by("name_key", "pk"))
    students = [m for m in people if m.role == Role.STUDENT]
    attempts = Attempt.objects.expected().filter(assignment=OuterRef("pk"))
    given = Assignment.objects.with_excused().filter(classroom=classroom)
    assignments = given.select_related("version").annotate(
        handed_in=_students(attempts.submitted()), working=_students(attempts.running())
    )
    return ClassPage(
        students=tuple(m for m in students if not m.awaits_approval),
        newcomers=tuple(
            sorted((m for m in students if m.awaits_approval), key=lambda m: (m.joined_at, m.pk))
        ),
        staff=tuple(m for m in people if m.role != Role.STUDENT),
        assignments=tuple(
            AssignmentLine(a, _state(a, at), a.handed_in, a.working, a.excused)  # type: ignore[attr-defined]  # annotated
            for a in assignments
        ),
    )


def roster(classroom: Classroom) -> QuerySet[Membership]:
    """The students on the list, each with `taken` (quizzes begun) and `is_working`; one query."""
    attempts = Attempt.objects.filter(membership=OuterRef("pk"))
    students = classroom.memberships.admitted().annotate(
        taken=Count("attempts__assignment", distinct=True),
        is_working=Exists(attempts.filter(submitted_at__isnull=True)),
    )
    return students.order_by("name_key", "pk")  # grouping leaves the model's own order out


@dataclass(frozen=True)
class Begun:
    """A quiz that a student has begun: how often, and whether she is in the middle of it."""

    assignment: Assignment
    attempts: int
    running: int


def begun_by(student: Membership) -> tuple[Begun, ...]:
    """The quizzes that a student has begun, in this class and in one she has left; one query."""
    mine = Assignment.objects.filter(attempts__membership=student).select_related("version", "classroom")
    counted = mine.annotate(
        own=Count("attempts"), running=Count("attempts", filter=Q(attempts__submitted_at__isnull=True))
    )
    return tuple(Begun(a, a.own, a.running) for a in counted)


def open_invitations(classroom: Classroom, at: dt.datetime) -> QuerySet[Invitation]:
    """Those that can still be taken up, the newest first."""
    return classroom.invitations.filter(accepted_at__isnull=True, expires_at__gt=at)


@dataclass(frozen=True)
class Contents:
    """What hangs on a class; attempts also those that its students brought from a class they have left."""

    students: int
    quizzes: int
    attempts: int
    open_quizzes: int


def contents(classroom: Classroom, at: dt.datetime) -> Contents:
    return Contents(
        students=classroom.memberships.admitted().count(),
        quizzes=classroom.assignments.count(),
        attempts=Attempt.objects.filter(
            Q(assignment__classroom=classroom) | Q(membership__classroom=classroom)
        ).count(),
        open_quizzes=classroom.assignments.open(at).count(),
    )


def _students(attempts: QuerySet[Attempt]) -> Coalesce:
    """How many students the attempts at one assignment are of."""
    grouped = attempts.order_by().values("assignment").annotate(n=Count("membership", distinct=True))
    return Coalesce(Subquery(grouped.values("n")), 0)


def _state(assignment: Assignment, at: dt.datetime) -> str:
    if assignment.recalled_at is not None:
        return "taken back"
    if at < assignment.opens_at:
        return "coming"
    if assignment.takes_late(at):
        return "closed, taken late"
    return "open" if assignment.is_open(at) else "closed"
