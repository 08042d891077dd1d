"""A question put to the class once more, in the debrief. What is answered stands apart: no score is ever touched."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, FrozenItem, Membership, Revote, RevoteAnswer, User
from quizzes.scoring.responses import ResponseMalformed, blank, check_response

NOT_ASKED_AGAIN = frozenset({ItemKind.EVIDENCE, ItemKind.OPEN})
"""Kinds that are no vote: sentences are ticked beside the articles, an open answer is graded."""


class NotAVote(Exception):
    """The item's kind is none to vote on, or it is not asked in this assignment."""


class VoteClosed(Exception):
    """The vote is over."""


@transaction.atomic
def open_revote(*, assignment: Assignment, item: FrozenItem, by: User, at: dt.datetime) -> Revote:
    """The item put to the class; another one that is open in the assignment is closed, the same one stays as it is.

    Raises NotAVote.
    """
    if item.kind in NOT_ASKED_AGAIN or item.version_id != assignment.version_id:
        raise NotAVote(item.kind)
    # Two clicks at once, of one teacher or of two, give one vote.
    Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)
    running = assignment.revotes.filter(closed_at__isnull=True).first()
    if running and running.item_id == item.pk:
        return running
    assignment.revotes.filter(closed_at__isnull=True).update(closed_at=at)
    return Revote.objects.create(assignment=assignment, item=item, opened_by=by, opened_at=at)


def close_revote(*, revote: Revote, at: dt.datetime) -> None:
    """No more votes; one that is closed already keeps its time."""
    Revote.objects.filter(pk=revote.pk, closed_at__isnull=True).update(closed_at=at)


@transaction.atomic
def vote(*, revote: Revote, student: Membership, answer: Any, at: dt.datetime) -> RevoteAnswer:
    """A student's answer; it takes the place of one that she gave before. Raises VoteClosed, ResponseMalformed."""
    held = Revote.objects.select_for_update(of=("self",)).select_related("item").get(pk=revote.pk)
    if held.closed_at is not None:
        raise VoteClosed
    kind = ItemKind(held.item.kind)
    check_response(kind, held.item.options, answer)
    if blank(kind, answer):
        raise ResponseMalformed("an answer is expected")
    given, _ = RevoteAnswer.objects.update_or_create(
        revote=held, membership=student, defaults={"answer": answer, "answered_at": at}
    )
    return given
