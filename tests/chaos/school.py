"""The school of a chaos run: classes of forty, all with the same quiz of nine items, one of each kind."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from quizzes.factories import AssignmentFactory, ClassroomFactory, QuizVersionFactory, TeacherFactory
from quizzes.models import Assignment, Classroom, FrozenArticle, FrozenItem, Membership
from quizzes.models.people import new_pin
from tests.frozen import fill, fill_other_kinds
from tests.simulated import simulated_answer

CLASS_SIZE = 40


class NotFresh(Exception):
    """The database already holds classes; a chaos run wants one of its own."""


@dataclass(frozen=True)
class Quiz:
    """What the students answer."""

    items: tuple[FrozenItem, ...]
    articles: tuple[FrozenArticle, ...]

    def answer(self, item: FrozenItem, draw: random.Random) -> Any:
        """Something that the item's page could send; now and then the answer is taken back."""
        if draw.random() < 0.04:
            return None
        if item.kind == "open":
            return f"They counted at {draw.randrange(10**6)} different times: “{draw.choice(WORDS)}”."
        return simulated_answer(item, self.articles, 0.0, frozenset(), draw)


WORDS = ("naïve", "Łódź", "об этом", "両方", "🗞️ both", "a \\ b", "line\nbreak")
"""What typing brings along: every alphabet, quotes, breaks."""


@dataclass(frozen=True)
class Seat:
    """How one student comes in."""

    membership: int
    code: str
    name: str
    pin: str
    assignment: int


@transaction.atomic
def found_school(students: int, draw: random.Random) -> tuple[Quiz, list[Seat]]:
    """The quiz and a seat for each student. Raises NotFresh."""
    if Classroom.objects.exists():
        raise NotFresh
    teacher = TeacherFactory()
    version = QuizVersionFactory(quiz__story__teacher=teacher)
    fill(version)
    fill_other_kinds(version)
    seats: list[Seat] = []
    for n in range(-(-students // CLASS_SIZE)):
        classroom = ClassroomFactory(name=f"Class {n}", owner=teacher)
        closes_at = timezone.now() + dt.timedelta(hours=3)
        assignment = AssignmentFactory(version=version, classroom=classroom, closes_at=closes_at)
        seats += _seats(assignment, min(CLASS_SIZE, students - len(seats)), draw)
    return Quiz(tuple(version.items.all()), tuple(version.articles.all())), seats


def _seats(assignment: Assignment, count: int, draw: random.Random) -> Sequence[Seat]:
    classroom, pins = assignment.classroom, [new_pin() for _ in range(count)]
    students = []
    for n, pin in enumerate(pins):
        student = Membership(classroom=classroom, role=Membership.Role.STUDENT)
        student.name_student(f"Student {n}")
        student.set_pin(pin)
        students.append(student)
    return [
        Seat(student.pk, classroom.code, student.display_name, pin, assignment.pk)
        for student, pin in zip(Membership.objects.bulk_create(students), pins, strict=True)
    ]
