"""A class's results on one assignment. Counted is each student's last attempt that is handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quizzes.exchange.gradebook import GradeRow
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, Score
from quizzes.reports.answers_given import AnswerLine, answer_lines
from quizzes.scoring import statistics

HISTOGRAM_BINS = 8
"""Bins of at least a point each, few enough to be read on a phone."""


@dataclass(frozen=True)
class ItemLine:
    """One item over the class; `facility` (0 to 1) counts blanks as 0 and leaves out what waits to be graded."""

    item: FrozenItem
    facility: float | None
    counted: int
    waiting: int
    answers: tuple[AnswerLine, ...]
    answers_title: str


@dataclass(frozen=True)
class StudentLine:
    student: Membership
    status: str
    attempt: Attempt | None
    points: float | None
    waiting: int

    def share(self, maximum: float) -> float:
        return (self.points or 0) / maximum if maximum else 0.0


@dataclass(frozen=True)
class BinLine:
    label: str
    count: int
    share: float


@dataclass(frozen=True)
class ClassResults:
    """Everything of the results page. `mean`, `median`, `deviation` in points, None for too few attempts."""

    expected: int
    handed_in: int
    working: int
    not_started: int
    waiting: int
    maximum: int
    bins: tuple[BinLine, ...]
    mean: float | None
    median: float | None
    deviation: float | None
    items: tuple[ItemLine, ...]
    students: tuple[StudentLine, ...]


Scores = defaultdict[int, dict[int, Score]]
"""attempt id → item id → score."""

HANDED_IN, WORKING, NOT_STARTED = "handed in", "working now", "not started"


def class_results(assignment: Assignment) -> ClassResults:
    """The results of an assignment, in five queries whatever the size of the class."""
    items = list(assignment.version.items.all())
    attempts = list(assignment.attempts.select_related("membership").order_by("membership", "number"))
    counted, own = counted_attempts(attempts), _by_student(attempts)
    scores = scores_of(counted.values())
    answers = answers_of(counted.values())
    students = [_student_line(student, own[student.pk], scores) for student in students_of(assignment)]
    maximum = sum(item.points for item in items)
    totals = [line.points for line in students if line.points is not None]
    return ClassResults(
        expected=len(students),
        handed_in=sum(line.status == HANDED_IN for line in students),
        working=sum(line.status == WORKING for line in students),
        not_started=sum(line.status == NOT_STARTED for line in students),
        waiting=sum(line.waiting for line in students),
        maximum=maximum,
        bins=_bins(totals, maximum),
        mean=statistics.mean(totals),
        median=statistics.median(totals),
        deviation=statistics.standard_deviation(totals),
        items=tuple(_item_line(item, list(counted.values()), scores, answers) for item in items),
        students=tuple(students),
    )


def students_of(assignment: Assignment) -> QuerySet[Membership]:
    """The class, and who took the quiz in it and is in another class now."""
    of = Q(classroom=assignment.classroom_id) | Q(attempts__assignment=assignment)
    return Membership.objects.admitted().filter(of).select_related("classroom").distinct()


def counted_attempts(attempts: Iterable[Attempt]) -> dict[int, Attempt]:
    """membership id → the last attempt handed in; `attempts` come in the order of their numbers."""
    return {a.membership_id: a for a in attempts if not a.is_running}


def scores_of(attempts: Iterable[Attempt]) -> Scores:
    """attempt id → item id → score."""
    scores: Scores = defaultdict(dict)
    for score in Score.objects.filter(attempt__in=list(attempts)):
        scores[score.attempt_id][score.item_id] = score
    return scores


def answers_of(attempts: Iterable[Attempt]) -> dict[tuple[int, int], Any]:
    """(attempt id, item id) → the answer that stands."""
    found = Response.objects.filter(attempt__in=list(attempts))
    return {(r.attempt_id, r.item_id): r.answer for r in found}


def _student_line(student: Membership, own: list[Attempt], scores: Scores) -> StudentLine:
    """`own` are the student's attempts in the order of their numbers."""
    running = any(a.is_running for a in own)
    counted = counted_attempts(own).get(student.pk)
    if counted is None:
        return StudentLine(student, WORKING if running else NOT_STARTED, own[-1] if own else None, None, 0)
    found = scores[counted.pk].values()
    points = sum(float(s.points) for s in found if s.points is not None)
    waiting = sum(s.points is None for s in found)
    return StudentLine(student, WORKING if running else HANDED_IN, counted, points, waiting)


def _by_student(attempts: Iterable[Attempt]) -> dict[int, list[Attempt]]:
    own: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        own[attempt.membership_id].append(attempt)
    return own


def _bins(totals: list[float], maximum: int) -> tuple[BinLine, ...]:
    if not maximum:
        return ()
    width = max(1, -(-maximum // HISTOGRAM_BINS))
    edges = range(0, maximum + 1, width)
    counts = [sum(low <= total < low + width for total in totals) for low in edges]
    most = max(counts, default=0)
    return tuple(
        BinLine(_bin_label(low, min(low + width - 1, maximum)), count, count / most if most else 0.0)
        for low, count in zip(edges, counts, strict=True)
    )


def _bin_label(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _item_line(
    item: FrozenItem,
    attempts: list[Attempt],
    scores: Scores,
    answers: dict[tuple[int, int], Any],
) -> ItemLine:
    mine = [scores[a.pk][item.pk] for a in attempts if item.pk in scores[a.pk]]
    graded = [float(s.points) for s in mine if s.points is not None]
    given = [answers.get((a.pk, item.pk)) for a in attempts]
    title, lines = answer_lines(item, given, mine)
    return ItemLine(
        item=item,
        facility=statistics.facility(graded, item.points),
        counted=len(graded),
        waiting=len(mine) - len(graded),
        answers=tuple(lines),
        answers_title=title,
    )


def grade_rows(assignment: Assignment) -> tuple[list[str], list[GradeRow]]:
    """Columns (one an item, in order) and a row for each student of the class, for the CSV."""
    items = list(assignment.version.items.all())
    attempts = list(assignment.attempts.select_related("membership").order_by("membership", "number"))
    counted, own = counted_attempts(attempts), _by_student(attempts)
    scores = scores_of(counted.values())
    maximum = sum(item.points for item in items)
    rows = []
    for student in students_of(assignment):
        line = _student_line(student, own[student.pk], scores)
        attempt = counted.get(student.pk)
        points = [_points(scores[attempt.pk].get(item.pk)) if attempt else None for item in items]
        status = f"{line.status}, {line.waiting} to grade" if line.waiting else line.status
        percent = None if line.points is None or not maximum else 100 * line.points / maximum
        rows.append(GradeRow(student.display_name, points, line.points, percent, status))
    return [f"Item {item.order} (of {item.points})" for item in items], rows


def _points(score: Score | None) -> float | None:
    return None if score is None or score.points is None else float(score.points)


@dataclass(frozen=True)
class ReviewLine:
    item: FrozenItem
    answer: Any
    score: Score | None
    response: Response | None


def attempt_review(assignment: Assignment, student: Membership) -> tuple[Attempt | None, list[ReviewLine]]:
    """A student's counted (else newest) attempt, item by item."""
    attempts = list(assignment.attempts.filter(membership=student).order_by("number"))
    attempt = counted_attempts(attempts).get(student.pk) or (attempts[-1] if attempts else None)
    if attempt is None:
        return None, []
    responses = {r.item_id: r for r in attempt.responses.prefetch_related("marks", "comments__author")}
    scores = {s.item_id: s for s in attempt.scores.all()}
    lines = []
    for item in assignment.version.items.all():
        response = responses.get(item.pk)
        lines.append(ReviewLine(item, response.answer if response else None, scores.get(item.pk), response))
    return attempt, lines
