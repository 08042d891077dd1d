"""What students have asked about items, with the item and what the student had answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quizzes.models import Assignment, Response, StudentQuestion, User
from quizzes.reports.wording import Line, answer_lines, key_lines

SHOWN = 100
"""Questions on one page that wait; the oldest come first, and the others follow when these are answered."""
SHOWN_ANSWERED = 30


@dataclass(frozen=True)
class Asked:
    question: StudentQuestion
    answer: tuple[Line, ...]
    key: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """The questions on one quiz in one class."""

    assignment: Assignment
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Questions:
    waiting: tuple[Group, ...]
    answered: tuple[Asked, ...]

    @property
    def total(self) -> int:
        return sum(len(group.asked) for group in self.waiting)


def questions(user: User) -> Questions:
    """What waits in the user's classes, by quiz, and what was answered lately; four queries."""
    known = StudentQuestion.objects.filter(
        assignment__classroom__memberships__user=user, assignment__classroom__deleted_at__isnull=True
    ).select_related("item", "membership", "assignment__classroom", "assignment__version", "answered_by")
    waiting = _asked(known.filter(answered_at__isnull=True).order_by("asked_at", "pk")[:SHOWN])
    waiting.sort(key=lambda a: a.question.assignment_id)
    return Questions(
        waiting=tuple(
            Group(group[0].question.assignment, tuple(group))
            for _, rows in groupby(waiting, key=lambda a: a.question.assignment_id)
            if (group := list(rows))
        ),
        answered=tuple(
            _asked(known.filter(answered_at__isnull=False).order_by("-answered_at", "-pk")[:SHOWN_ANSWERED])
        ),
    )


def asked(question: StudentQuestion) -> Asked:
    return _asked([question])[0]


def _asked(rows: Iterable[StudentQuestion]) -> list[Asked]:
    rows = list(rows)
    given = _given(rows)
    return [
        Asked(
            q,
            answer_lines(q.item, given.get((q.assignment_id, q.membership_id, q.item_id))),
            key_lines(q.item),
        )
        for q in rows
    ]


def _given(rows: list[StudentQuestion]) -> dict[tuple[int, int, int | None], object]:
    """What the students had answered, in the last attempt that they handed in."""
    responses = Response.objects.filter(
        attempt__submitted_at__isnull=False,
        attempt__assignment__in={q.assignment_id for q in rows},
        attempt__membership__in={q.membership_id for q in rows},
        item__in={q.item_id for q in rows},
    ).order_by("attempt__number")
    found = responses.values_list("attempt__assignment", "attempt__membership", "item", "answer")
    return {(assignment, member, item): answer for assignment, member, item, answer in found}
