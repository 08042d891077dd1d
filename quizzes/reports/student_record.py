"""One student over all the quizzes of her class: state, points, time, skills, misconceptions, comments."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from quizzes.models import Assignment, Attempt, Comment, GradeOverride, Membership, Score
from quizzes.reports.counting import counted_across
from quizzes.reports.skills import SkillMap, skill_map
from quizzes.timing import Terms, terms_for


@dataclass(frozen=True)
class QuizLine:
    """One quiz: `attempt` is the one that counts, else the running one; `points` are what counts, an override included."""

    assignment: Assignment
    state: str
    terms: Terms
    attempts: int
    attempt: Attempt | None
    points: float | None
    maximum: int
    waiting: int
    override: GradeOverride | None
    is_late: bool

    @property
    def share(self) -> float | None:
        return None if self.points is None or not self.maximum else self.points / self.maximum

    @property
    def minutes(self) -> int | None:
        """From start to handing in, rounded up; None while it runs."""
        if self.attempt is None or self.attempt.submitted_at is None:
            return None
        return -(-int((self.attempt.submitted_at - self.attempt.started_at).total_seconds()) // 60)


@dataclass(frozen=True)
class Record:
    lines: tuple[QuizLine, ...]
    skills: SkillMap
    comments: tuple[Comment, ...]


def student_record(student: Membership, at: dt.datetime) -> Record:
    """What a student has done in the quizzes that her class was given or that she has taken, the newest first."""
    assignments = list(Assignment.objects.for_student(student).select_related("version", "classroom"))
    attempts: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in student.attempts.order_by("number"):
        attempts[attempt.assignment_id].append(attempt)
    counted = {a.assignment_id: a for a in counted_across(assignments) if a.membership_id == student.pk}
    points = _points(list(counted.values()))
    own = {terms.assignment_id: terms for terms in student.terms.all()}
    overrides = {o.assignment_id: o for o in student.overrides.select_related("set_by")}
    lines = []
    for assignment in assignments:
        done, tried = counted.get(assignment.pk), attempts[assignment.pk]
        terms = terms_for(assignment, student, own.get(assignment.pk))
        override = overrides.get(assignment.pk)
        earned, maximum, waiting = points.get(done.pk, (None, 0, 0)) if done else (None, 0, 0)
        lines.append(
            QuizLine(
                assignment=assignment,
                state=_state(terms, tried, at),
                terms=terms,
                attempts=len(tried),
                attempt=done or (tried[-1] if tried else None),
                points=float(override.points) if override else earned,
                maximum=maximum,
                waiting=waiting,
                override=override,
                is_late=bool(done and done.submitted_at and terms.is_late(done.submitted_at)),
            )
        )
    comments = Comment.objects.filter(response__attempt__in=[a.pk for a in counted.values()])
    return Record(
        tuple(lines),
        skill_map(assignments, list(counted.values()), [student]),
        tuple(comments.select_related("author", "response__item__version").order_by("-written_at")),
    )


def _state(terms: Terms, tried: list[Attempt], at: dt.datetime) -> str:
    if terms.is_excused:
        return "excused"
    if any(attempt.is_running for attempt in tried):
        return "working now"
    if tried:
        return "handed in"
    if terms.is_recalled:
        return "recalled"
    if at < terms.opens_at:
        return "not open yet"
    return "not begun" if at < terms.taken_until else "missing"


def _points(attempts: list[Attempt]) -> dict[int, tuple[float, int, int]]:
    """attempt id → points so far, the maximum, open answers that wait."""
    rows = (
        Score.objects.filter(attempt__in=attempts)
        .values("attempt_id")
        .annotate(earned=Sum("points"), most=Sum("maximum"), wait=Count("pk", filter=Q(points__isnull=True)))
    )
    return {row["attempt_id"]: (float(row["earned"] or 0), row["most"], row["wait"]) for row in rows}
