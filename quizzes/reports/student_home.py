"""A student's quizzes: open, coming, done."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from quizzes.models import Assignment, Attempt, Membership
from quizzes.timing import closes_for, time_allowed


@dataclass(frozen=True)
class QuizCard:
    """One quiz of the class as this student stands to it. `allowed` is the own limit, extra time included."""

    assignment: Assignment
    state: str
    closes_at: dt.datetime
    allowed: dt.timedelta | None
    running: Attempt | None
    submitted: tuple[Attempt, ...]
    shows_feedback: bool

    @property
    def last(self) -> Attempt | None:
        return self.submitted[-1] if self.submitted else None

    @property
    def attempts_left(self) -> int:
        return max(0, self.assignment.attempts_allowed - len(self.submitted))

    @property
    def minutes(self) -> int | None:
        return round(self.allowed.total_seconds() / 60) if self.allowed else None

    @property
    def may_start(self) -> bool:
        return self.state == "open" and self.running is None


@dataclass(frozen=True)
class StudentHome:
    open: tuple[QuizCard, ...]
    coming: tuple[QuizCard, ...]
    done: tuple[QuizCard, ...]


def student_home(student: Membership, at: dt.datetime) -> StudentHome:
    """The quizzes of the student's class in two queries; open ones by closing, coming ones by opening."""
    attempts = defaultdict(list)
    for attempt in student.attempts.order_by("number"):
        attempts[attempt.assignment_id].append(attempt)
    assignments = Assignment.objects.for_student(student).select_related("version")
    cards = [quiz_card(a, student, attempts[a.pk], at) for a in assignments]
    return StudentHome(
        open=tuple(sorted((c for c in cards if c.state == "open"), key=lambda c: c.closes_at)),
        coming=tuple(sorted((c for c in cards if c.state == "coming"), key=lambda c: c.assignment.opens_at)),
        done=tuple(c for c in cards if c.state == "done"),
    )


def quiz_card(
    assignment: Assignment, student: Membership, attempts: list[Attempt], at: dt.datetime
) -> QuizCard:
    running = next((a for a in attempts if a.is_running), None)
    submitted = tuple(a for a in attempts if not a.is_running)
    shows = bool(submitted) and assignment.shows_feedback(at)
    return QuizCard(
        assignment=assignment,
        state="done"
        if running is None and assignment.classroom_id != student.classroom_id
        else _state(assignment, running, submitted, shows, at),
        closes_at=closes_for(assignment, student),
        allowed=time_allowed(assignment, student),
        running=running,
        submitted=submitted,
        shows_feedback=shows,
    )


def _state(
    assignment: Assignment,
    running: Attempt | None,
    submitted: tuple[Attempt, ...],
    shows: bool,
    at: dt.datetime,
) -> str:
    if running:
        return "open"
    if at < assignment.opens_at:
        return "coming"
    used_up = len(submitted) >= assignment.attempts_allowed or shows
    return "done" if used_up or not assignment.is_open(at) else "open"
