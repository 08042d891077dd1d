"""Votes of a class in a debrief: how many have voted, and what moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from quizzes.flows.debriefs import NOT_ASKED_AGAIN
from quizzes.models import Assignment, FrozenItem, Membership, Revote, RevoteAnswer
from quizzes.reports.attempt_sheet import AskedItem, asked_item
from quizzes.reports.debrief import ClassAnswers
from quizzes.reports.slides import asked
from quizzes.reports.splits import Shift, keyed, shift

LESSON = dt.timedelta(hours=2)
"""A vote that nobody closed is over after a lesson: no student is asked the day after."""


@dataclass(frozen=True)
class Ballot:
    """The newest vote on an item. `moved` is None while it is open, so that nobody votes with the others."""

    revote: Revote
    voted: int
    class_size: int
    moved: Shift | None

    @property
    def is_open(self) -> bool:
        return self.revote.closed_at is None


def ballot_of(assignment: Assignment, item: FrozenItem, answers: ClassAnswers) -> Ballot | None:
    """The newest vote on the item in three queries at the most; None where there was none."""
    revote = assignment.revotes.filter(item=item).order_by("-opened_at", "-pk").first()
    if revote is None:
        return None
    if revote.closed_at is None:
        return Ballot(revote, revote.answers.count(), _size(assignment), None)
    after = dict(revote.answers.values_list("membership", "answer"))
    keys = keyed(item, answers.repairs.get(item.pk))
    moved = shift(keys, answers.given.get(item.pk, {}), after, answers.students)
    return Ballot(revote, len(after), _size(assignment), moved)


def open_elsewhere(assignment: Assignment, item: FrozenItem) -> Revote | None:
    """A vote still open on another item of the assignment."""
    return assignment.revotes.filter(closed_at__isnull=True).exclude(item=item).first()


def tally(revote: Revote) -> Ballot:
    """How many have voted so far, in two queries."""
    return Ballot(revote, revote.answers.count(), _size(revote.assignment), None)


def _size(assignment: Assignment) -> int:
    return Membership.objects.admitted().filter(classroom=assignment.classroom_id).count()


def is_votable(item: FrozenItem) -> bool:
    return item.kind not in NOT_ASKED_AGAIN


@dataclass(frozen=True)
class Paper:
    """What a student votes on: the question without its secrets, and her answer so far."""

    revote: Revote
    item: AskedItem
    question: str
    answer: Any

    @property
    def is_one_tap(self) -> bool:
        """True where one button is the whole answer."""
        return self.item.kind in ("choice", "claim_evidence", "tf3")


def open_vote(student: Membership, at: dt.datetime) -> Revote | None:
    """The vote that the student's class is asked to give now; the newest where two teachers ask at once."""
    asked_now = Revote.objects.filter(
        assignment__classroom=student.classroom_id, closed_at__isnull=True, opened_at__gt=at - LESSON
    )
    return asked_now.select_related("item", "assignment").order_by("-opened_at", "-pk").first()


def paper_of(revote: Revote, student: Membership) -> Paper:
    given = RevoteAnswer.objects.filter(revote=revote, membership=student).first()
    answer = given.answer if given else None
    return Paper(revote, asked_item(revote.item, answer), asked(revote.item), answer)
