"""One attempt of a student as her teacher reads it: answers, scores, comments, and what came too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from quizzes.dealing import dealt_items
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, RubricMark, Score
from quizzes.reports.counting import counted_attempts
from quizzes.reports.late_answers import OtherAnswer, other_answers
from quizzes.timing import is_handed_in_late, own_terms, terms_for


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
