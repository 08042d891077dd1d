"""An answer that was kept and does not count is let count after all, by whoever manages the class, with a reason."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.flows.scoring import score_attempts
from quizzes.flows.terms import LATE_COUNTED, record
from quizzes.models import Attempt, Response, ResponseEvent, Score, User


class NotCounted(Exception):
    """The answer that stood stands; the text says why, to a teacher."""


@transaction.atomic
def let_count(*, event: ResponseEvent, reason: str, actor: User, at: dt.datetime) -> None:
    """Put the answer of an event in the place of the one that stands, and score the item anew. Raises NotCounted.

    What stood stays among the events; a grade of it no longer counts, since it was given for another answer.
    """
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("assignment", "membership")
    attempt = locked.get(pk=event.attempt_id)
    if attempt.is_running:
        raise NotCounted(f"{attempt.membership} is still working on it.")
    if not reason.strip():
        raise NotCounted("Say in a word why: a colleague may ask.")
    response = Response.objects.filter(attempt=attempt, item=event.item_id).first()
    old = response.answer if response else None
    if response is not None and old == event.answer:
        return
    before = _points(attempt, event)
    Response.objects.update_or_create(
        attempt=attempt, item=event.item, defaults={"answer": event.answer, "answered_at": at}
    )
    score_attempts(assignment=attempt.assignment, attempts=[attempt], items=[event.item])
    record(
        attempt.assignment,
        actor,
        LATE_COUNTED,
        {"answer": old, "points": before},
        {
            "attempt": attempt.number,
            "item": event.item.order,
            "answer": event.answer,
            "points": _points(attempt, event),
        },
        reason,
        student=attempt.membership,
    )


def _points(attempt: Attempt, event: ResponseEvent) -> float | None:
    points = (
        Score.objects.filter(attempt=attempt, item=event.item_id).values_list("points", flat=True).first()
    )
    return None if points is None else float(points)
