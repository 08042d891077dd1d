"""A student asks about an item of a result that is out; the teacher's answer stands under it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.models import Attempt, FrozenItem, Membership, StudentQuestion, User

LONGEST = 500
"""Characters of a question."""
LONGEST_ANSWER = 2000
MOST_ON_AN_ITEM = 3


class NotShown(Exception):
    """The student does not see this result, or not yet."""


class TooMany(Exception):
    """The student has asked MOST_ON_AN_ITEM times about this item."""


def may_ask(attempt: Attempt, at: dt.datetime) -> bool:
    """True where the student sees the items of this attempt with their keys."""
    assignment = attempt.assignment
    if attempt.is_running or not assignment.shows_feedback(at):
        return False
    return not assignment.attempts.running().filter(membership=attempt.membership_id).exists()


@transaction.atomic
def ask(*, attempt: Attempt, item: FrozenItem, text: str, at: dt.datetime) -> StudentQuestion:
    """The question; sent twice it is one. Raises NotShown, TooMany."""
    if not may_ask(attempt, at):
        raise NotShown
    Membership.objects.select_for_update().get(
        pk=attempt.membership_id
    )  # of two sent at once one counts the other
    mine = StudentQuestion.objects.filter(
        membership=attempt.membership, assignment=attempt.assignment, item=item
    )
    again = mine.filter(text=text, answered_at__isnull=True).first()
    if again:
        return again
    if mine.count() >= MOST_ON_AN_ITEM:
        raise TooMany
    return StudentQuestion.objects.create(
        membership=attempt.membership, assignment=attempt.assignment, item=item, text=text, asked_at=at
    )


def answer(*, question: StudentQuestion, text: str, by: User, at: dt.datetime) -> None:
    """The answer, which the student sees from now on; an empty one tells her that the question was read."""
    question.answer, question.answered_by, question.answered_at = text, by, at
    question.save(update_fields=["answer", "answered_by", "answered_at"])
