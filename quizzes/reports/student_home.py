"""A student's quizzes: open, coming, done."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.models import Assignment, Attempt, Membership, StudentQuestion, StudentTerms
from quizzes.timing import Terms, terms_for

NEWS = dt.timedelta(days=14)
"""So long a teacher's answer is news."""


@dataclass(frozen=True)
class QuizCard:
    """One quiz of the class as this student stands to it; `terms` are what holds for her, extra time included."""

    assignment: Assignment
    state: str
    terms: Terms
    running: Attempt | None
    submitted: tuple[Attempt, ...]
    shows_score: bool
    shows_feedback: bool
    is_late_now: bool
    """True where the quiz has closed and her answers are taken still."""

    @property
    def last(self) -> Attempt | None:
        return self.submitted[-1] if self.submitted else None

    @property
    def opens_at(self) -> dt.datetime:
        return self.terms.opens_at

    @property
    def closes_at(self) -> dt.datetime:
        return self.terms.closes_at

    @property
    def takes_late(self) -> bool:
        return self.terms.taken_until > self.terms.marked_after

    @property
    def again_until(self) -> dt.datetime | None:
        """Until when she can go on with an attempt that was given back to her."""
        return self.running.reopened_until if self.running else None

    @property
    def ends_at(self) -> dt.datetime:
        return self.again_until or self.closes_at

    @property
    def attempts_left(self) -> int:
        return max(0, self.terms.attempts_allowed - len(self.submitted) - bool(self.running))

    @property
    def minutes(self) -> int | None:
        return round(self.terms.allowed.total_seconds() / 60) if self.terms.allowed else None

    @property
    def may_start(self) -> bool:
        return self.state == "open" and self.running is None

    @property
    def why_done(self) -> str:
        """Why nothing is to be done, where she has handed in nothing; "" where she has."""
        if self.submitted:
            return ""
        if self.terms.is_excused:
            return "You are excused from this quiz."
        return "Your teacher has taken this quiz back." if self.terms.is_recalled else "This quiz has closed."


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question of the student's that her teacher has answered lately, and the attempt whose result shows it."""

    question: StudentQuestion
    attempt: Attempt


@dataclass(frozen=True)
class StudentHome:
    open: tuple[QuizCard, ...]
    coming: tuple[QuizCard, ...]
    done: tuple[QuizCard, ...]
    answered: tuple[AnsweredQuestion, ...] = ()


def student_home(student: Membership, at: dt.datetime) -> StudentHome:
    """The quizzes of the student's class in four queries; open ones by closing, coming ones by opening."""
    attempts = defaultdict(list)
    for attempt in student.attempts.order_by("number"):
        attempts[attempt.assignment_id].append(attempt)
    own = {terms.assignment_id: terms for terms in student.terms.all()}
    assignments = Assignment.objects.for_student(student).with_ends().select_related("version")
    cards = [quiz_card(a, student, own.get(a.pk), attempts[a.pk], at) for a in assignments]
    return StudentHome(
        open=tuple(sorted((c for c in cards if c.state == "open"), key=lambda c: c.ends_at)),
        coming=tuple(sorted((c for c in cards if c.state == "coming"), key=lambda c: c.opens_at)),
        done=tuple(c for c in cards if c.state == "done"),
        answered=_answered(student, cards, at),
    )


def _answered(
    student: Membership, cards: Sequence[QuizCard], at: dt.datetime
) -> tuple[AnsweredQuestion, ...]:
    """Answers of the last fortnight, the newest first, where the result they stand under can be seen."""
    shown = {card.assignment.pk: card.last for card in cards if card.shows_feedback and card.last}
    questions = StudentQuestion.objects.filter(
        membership=student, assignment__in=shown, answered_at__gte=at - NEWS
    )
    answered = questions.exclude(answer="").select_related("item", "assignment__version", "answered_by")
    return tuple(
        AnsweredQuestion(question, attempt)
        for question in answered.order_by("-answered_at")
        if (attempt := shown[question.assignment_id])
    )


def quiz_card(
    assignment: Assignment,
    student: Membership,
    own: StudentTerms | None,
    attempts: list[Attempt],
    at: dt.datetime,
) -> QuizCard:
    """`own` are the student's own terms where she has some; `attempts` hers, in the order of their numbers."""
    terms = terms_for(assignment, student, own)
    running = next((a for a in attempts if a.is_running), None)
    submitted = tuple(a for a in attempts if not a.is_running)
    # Keys wait while she works on another attempt that the teacher has given her.
    shows = bool(submitted) and running is None and assignment.shows_feedback(at)
    return QuizCard(
        assignment=assignment,
        state="done"
        if running is None and assignment.classroom_id != student.classroom_id
        else _state(terms, running, submitted, shows, at),
        terms=terms,
        running=running,
        submitted=submitted,
        shows_score=bool(submitted) and assignment.shows_score(at),
        shows_feedback=shows,
        is_late_now=terms.is_late(at) and at < terms.taken_until,
    )


def _state(
    terms: Terms,
    running: Attempt | None,
    submitted: tuple[Attempt, ...],
    shows_keys: bool,
    at: dt.datetime,
) -> str:
    if running:
        return "open"
    if terms.is_excused or terms.is_recalled:
        return "done"
    if at < terms.opens_at:
        return "coming"
    used_up = len(submitted) >= terms.attempts_allowed or (shows_keys and not terms.has_own_attempts)
    return "done" if used_up or not terms.is_open(at) else "open"
