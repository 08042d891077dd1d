"""What every page of an assignment shows above its content: what waits, and what its user may do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from quizzes import access
from quizzes.models import Assignment, Attempt, Score, User

Counting = Assignment.Counting


@dataclass(frozen=True)
class Head:
    """`waiting`: open answers to grade. `is_shown`: students see their points."""

    waiting: int
    may_release: bool
    is_shown: bool
    is_release_due: bool
    """True where nothing is left but to release: all is graded and no answer is taken any more."""


def head_of(assignment: Assignment, user: User, at: dt.datetime, waiting: int | None = None) -> Head:
    """The head for a user; a query each for what is not known: how many answers wait, and her role in the class."""
    waiting = waiting_answers(assignment) if waiting is None else waiting
    is_shown = assignment.shows_score(at)
    role = getattr(assignment, "role", None) or access.role_in(user, assignment.classroom)
    return Head(
        waiting=waiting,
        may_release=role in access.MANAGERS,
        is_shown=is_shown,
        is_release_due=not waiting and not is_shown and at >= assignment.taken_until,
    )


def waiting_answers(assignment: Assignment) -> int:
    """How many open answers wait in the attempts that are graded (see `attempts_to_grade`), excused students aside."""
    attempts = Attempt.objects.submitted().expected().filter(assignment=assignment)
    if assignment.counting != Counting.BEST:
        others = Attempt.objects.submitted().filter(
            assignment=OuterRef("assignment"), membership=OuterRef("membership")
        )
        is_first = assignment.counting == Counting.FIRST
        before = others.filter(**{"number__lt" if is_first else "number__gt": OuterRef("number")})
        attempts = attempts.exclude(Exists(before))
    return Score.objects.pending().filter(attempt__in=attempts).count()
