"""A teacher's classes: the list, and one class with its roster and assignments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from quizzes.models import Assignment, Classroom, Membership, User


@dataclass(frozen=True)
class AssignmentLine:
    """An assignment and how far the class is. `state` is "open", "coming" or "closed"."""

    assignment: Assignment
    state: str
    handed_in: int
    working: int


@dataclass(frozen=True)
class ClassPage:
    students: tuple[Membership, ...]
    staff: tuple[Membership, ...]
    assignments: tuple[AssignmentLine, ...]


def class_list(user: User) -> QuerySet[Classroom]:
    """The user's classes, each with `role`, `student_count`, `assignment_count`; one query."""
    students = Count("memberships", filter=Q(memberships__role=Membership.Role.STUDENT), distinct=True)
    return Classroom.objects.filter(pk__in=Classroom.objects.of(user).values("pk")).annotate(
        student_count=students, assignment_count=Count("assignments", distinct=True)
    )


def class_page(classroom: Classroom, at: dt.datetime) -> ClassPage:
    """Roster, staff and assignments of one class, in two queries."""
    people = list(classroom.memberships.select_related("user").order_by("name_key", "pk"))
    by_student = "attempts__membership"
    assignments = classroom.assignments.select_related("version").annotate(
        handed_in=Count(by_student, filter=Q(attempts__submitted_at__isnull=False), distinct=True),
        working=Count(by_student, filter=Q(attempts__submitted_at__isnull=True), distinct=True),
    )
    return ClassPage(
        students=tuple(m for m in people if m.role == Membership.Role.STUDENT),
        staff=tuple(m for m in people if m.role != Membership.Role.STUDENT),
        assignments=tuple(AssignmentLine(a, _state(a, at), a.handed_in, a.working) for a in assignments),
    )


def _state(assignment: Assignment, at: dt.datetime) -> str:
    if at < assignment.opens_at:
        return "coming"
    return "open" if assignment.is_open(at) else "closed"
