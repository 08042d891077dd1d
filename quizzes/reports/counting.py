"""Which of a student's attempts counts, and who is expected to hand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from django.db.models import Sum

from quizzes.models import Assignment, Attempt, Score

Counting = Assignment.Counting


class Begun(Protocol):
    """An attempt, as a model or as a row of values."""

    @property
    def pk(self) -> int: ...
    @property
    def membership_id(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def is_running(self) -> bool: ...


Try = TypeVar("Try", bound=Begun)


def counted_attempts(
    assignment: Assignment, attempts: Iterable[Try], points: Mapping[int, float] | None = None
) -> dict[int, Try]:
    """membership id → the attempt handed in that counts; `attempts` come in the order of their numbers.

    One query where the best counts and `points` (by attempt id) are not given, none elsewhere. Of two equally good ones
    the later counts; what waits to be graded adds nothing yet.
    """
    done = [attempt for attempt in attempts if not attempt.is_running]
    if assignment.counting == Counting.FIRST:
        done.reverse()
    if assignment.counting == Counting.BEST:
        known = _points(done) if points is None else points
        done.sort(key=lambda attempt: (known.get(attempt.pk, 0.0), attempt.number))
    return {attempt.membership_id: attempt for attempt in done}


def counted_across(assignments: Collection[Assignment]) -> list[Attempt]:
    """The attempts that count in several quizzes, excused students left out: a query, two where in one the best counts."""
    by_assignment: dict[int, list[Attempt]] = defaultdict(list)
    done = Attempt.objects.submitted().expected().filter(assignment__in=list(assignments))
    for attempt in done.order_by("assignment", "membership", "number"):
        by_assignment[attempt.assignment_id].append(attempt)
    where_best = {a.pk for a in assignments if a.counting == Counting.BEST}
    points = _points([attempt for pk in where_best for attempt in by_assignment[pk]]) if where_best else {}
    return [
        attempt
        for assignment in assignments
        for attempt in counted_attempts(assignment, by_assignment[assignment.pk], points).values()
    ]


def attempts_to_grade(assignment: Assignment) -> list[Attempt]:
    """The attempts whose open answers are graded: those that count, and all where only the points tell which is best."""
    attempts = list(assignment.attempts.order_by("membership", "number"))
    if assignment.counting == Counting.BEST:
        return [attempt for attempt in attempts if not attempt.is_running]
    return list(counted_attempts(assignment, attempts).values())


def _points(attempts: Iterable[Begun]) -> dict[int, float]:
    """attempt id → the points of what is scored or graded."""
    sums = (
        Score.objects.filter(attempt__in=[attempt.pk for attempt in attempts])
        .values("attempt")
        .annotate(points=Sum("points"))
    )
    return {row["attempt"]: float(row["points"] or 0) for row in sums}
