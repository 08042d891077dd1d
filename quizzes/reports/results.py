"""A class's results on one assignment. Of each student one attempt counts (see `counting`); who is excused is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from quizzes.dealing import dealt_items
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, RubricMark, Score
from quizzes.reports.answers_given import AnswerLine, answer_lines
from quizzes.reports.counting import counted_attempts
from quizzes.reports.late_answers import OtherAnswer, other_answers
from quizzes.reports.roll import Roll, Scores, answers_of, roll_of, scores_of, students_of
from quizzes.scoring import statistics
from quizzes.timing import is_handed_in_late, own_terms, terms_for

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
    is_late: bool = False

    @property
    def is_excused(self) -> bool:
        return self.status == EXCUSED

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
    excused: int
    late: int
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


HANDED_IN, WORKING, NOT_STARTED, EXCUSED = "handed in", "working now", "not started", "excused"


def class_results(assignment: Assignment) -> ClassResults:
    """The results of an assignment, in six queries whatever the size of the class, seven where the best counts."""
    items = list(assignment.version.items.all())
    roll = roll_of(assignment)
    scores = scores_of(roll.counted.values())
    answers = answers_of(roll.counted.values())
    students = [_student_line(student, roll, scores) for student in students_of(assignment)]
    maximum = sum(item.points for item in items)
    totals = [line.points for line in students if line.points is not None and not line.is_excused]
    counted = [attempt for pk, attempt in roll.counted.items() if not roll.is_excused(pk)]
    return ClassResults(
        expected=sum(not line.is_excused for line in students),
        excused=sum(line.is_excused for line in students),
        late=sum(line.is_late for line in students),
        handed_in=sum(line.status == HANDED_IN for line in students),
        working=sum(line.status == WORKING for line in students),
        not_started=sum(line.status == NOT_STARTED for line in students),
        waiting=sum(line.waiting for line in students if not line.is_excused),
        maximum=maximum,
        bins=_bins(totals, maximum),
        mean=statistics.mean(totals),
        median=statistics.median(totals),
        deviation=statistics.standard_deviation(totals),
        items=tuple(_item_line(item, counted, scores, answers) for item in items),
        students=tuple(students),
    )


def _student_line(student: Membership, roll: Roll, scores: Scores) -> StudentLine:
    own, counted = roll.attempts[student.pk], roll.counted.get(student.pk)
    status = WORKING if any(a.is_running for a in own) else HANDED_IN if counted else NOT_STARTED
    if roll.is_excused(student.pk):
        status = EXCUSED
    if counted is None:
        return StudentLine(student, status, own[-1] if own else None, None, 0)
    found = scores[counted.pk].values()
    points = sum(float(s.points) for s in found if s.points is not None)
    waiting = sum(s.points is None for s in found)
    return StudentLine(student, status, counted, points, waiting, roll.is_late(student, counted))


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


@dataclass(frozen=True)
class ReviewLine:
    """`number` is the item's place in the student's own order."""

    number: int
    item: FrozenItem
    answer: Any
    score: Score | None
    response: Response | None
    others: tuple[OtherAnswer, ...] = ()
    """Answers to the item that are kept and do not count."""


@dataclass(frozen=True)
class Review:
    """One attempt of a student, item by item in the order that she met them; `attempts` are all she has begun."""

    attempt: Attempt
    attempts: tuple[Attempt, ...]
    lines: tuple[ReviewLine, ...]
    is_counted: bool
    is_late: bool


def attempt_review(assignment: Assignment, student: Membership, number: int | None = None) -> Review | None:
    """A student's attempt of that number, else the one that counts, else the newest; None where she has begun none."""
    attempts = list(assignment.attempts.filter(membership=student).order_by("number"))
    counted = counted_attempts(assignment, attempts).get(student.pk)
    asked = next((a for a in attempts if a.number == number), None)
    attempt = asked or counted or (attempts[-1] if attempts else None)
    if attempt is None:
        return None
    attempt.assignment = assignment
    marks = Prefetch("marks", RubricMark.objects.counting())
    responses = {r.item_id: r for r in attempt.responses.prefetch_related(marks, "comments__author")}
    scores = {s.item_id: s for s in attempt.scores.all()}
    terms = terms_for(assignment, student, own_terms(assignment, student))
    others = other_answers(attempt, responses)
    return Review(
        attempt=attempt,
        attempts=tuple(attempts),
        lines=tuple(
            ReviewLine(
                number=place,
                item=item,
                answer=responses[item.pk].answer if item.pk in responses else None,
                score=scores.get(item.pk),
                response=responses.get(item.pk),
                others=others.get(item.pk, ()),
            )
            for place, item in enumerate(dealt_items(attempt), 1)
        ),
        is_counted=attempt == counted,
        is_late=is_handed_in_late(attempt, terms),
    )
