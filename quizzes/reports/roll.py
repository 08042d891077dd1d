"""Who was given an assignment, what each has begun, and which attempt counts; with the scores and answers that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, Score, StudentTerms
from quizzes.reports.counting import counted_attempts
from quizzes.timing import is_handed_in_late, terms_for

Scores = defaultdict[int, dict[int, Score]]
"""attempt id → item id → score."""


def students_of(assignment: Assignment) -> QuerySet[Membership]:
    """The class, and who took the quiz in it and is in another class now."""
    of = Q(classroom=assignment.classroom_id) | Q(attempts__assignment=assignment)
    return Membership.objects.admitted().filter(of).select_related("classroom").distinct()


@dataclass(frozen=True)
class Roll:
    """What a class has done in an assignment: membership id → attempts, the one that counts, own terms."""

    assignment: Assignment
    attempts: dict[int, list[Attempt]]
    counted: dict[int, Attempt]
    own: dict[int, StudentTerms]

    def is_excused(self, student: int) -> bool:
        return student in self.own and self.own[student].is_excused

    def is_late(self, student: Membership, attempt: Attempt) -> bool:
        terms = terms_for(self.assignment, student, self.own.get(student.pk))
        return is_handed_in_late(attempt, terms)


def roll_of(assignment: Assignment) -> Roll:
    """The roll of an assignment, in two queries, three where the best counts."""
    attempts = list(assignment.attempts.order_by("membership", "number"))
    by_student: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        by_student[attempt.membership_id].append(attempt)
    return Roll(
        assignment,
        by_student,
        counted_attempts(assignment, attempts),
        {terms.membership_id: terms for terms in assignment.student_terms.all()},
    )


def scores_of(attempts: Iterable[Attempt]) -> Scores:
    """attempt id → item id → score."""
    scores: Scores = defaultdict(dict)
    for score in Score.objects.filter(attempt__in=list(attempts)):
        scores[score.attempt_id][score.item_id] = score
    return scores


def answers_of(
    attempts: Iterable[Attempt], items: Iterable[FrozenItem] | None = None
) -> dict[tuple[int, int], Any]:
    """(attempt id, item id) → the answer that stands; of these items alone, where some are named."""
    found = Response.objects.filter(attempt__in=list(attempts)).order_by()
    if items is not None:
        found = found.filter(item__in=list(items))
    return {(a, i): answer for a, i, answer in found.values_list("attempt_id", "item_id", "answer")}
