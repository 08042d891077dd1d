"""A student's answers as they come: each an event that is stored once, checked, and becomes the response.

What has been acknowledged is in the table of events, which only grows; responses and scores follow from it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, Response, ResponseEvent
from quizzes.scoring.responses import check_response

FORM_DEVICE = "form"
"""The device of answers that came by a page's own save button; the server numbers these itself."""


class NumberUsed(Exception):
    """The device has sent another answer under this number: the new one must come under a new number."""


@dataclass(frozen=True)
class Saved:
    """What is acknowledged to a page: the event is stored; `is_late` where it came after the end."""

    event: ResponseEvent
    is_new: bool

    @property
    def is_late(self) -> bool:
        return self.event.is_late


@transaction.atomic
def save_answer(
    *, attempt: Attempt, item: FrozenItem, answer: Any, device: str, sequence: int, at: dt.datetime
) -> Saved:
    """One answer stored as an event; it becomes the response unless it is late or a newer one is there.

    The same event again is acknowledged again. Raises NumberUsed for another answer under a used
    number, ResponseMalformed for what no page sends.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    known = ResponseEvent.objects.filter(attempt=attempt, device=device, sequence=sequence).first()
    if known is not None:
        if known.item_id != item.pk or known.answer != answer:
            raise NumberUsed
        return Saved(known, is_new=False)
    _check(item, answer)
    return Saved(_store(attempt, item, answer, device, sequence, at), is_new=True)


@transaction.atomic
def save_form(*, attempt: Attempt, item: FrozenItem, answer: Any, at: dt.datetime) -> Saved | None:
    """An answer that came by a page's save button; None where it is the one that stands already."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    _check(item, answer)
    response = Response.objects.filter(attempt=attempt, item=item).first()
    if (response.answer if response else None) == answer:
        return None
    last = attempt.events.filter(device=FORM_DEVICE).aggregate(last=Max("sequence"))["last"] or 0
    return Saved(_store(attempt, item, answer, FORM_DEVICE, last + 1, at), is_new=True)


def _check(item: FrozenItem, answer: Any) -> None:
    sentences = None
    if item.kind in (ItemKind.EVIDENCE, ItemKind.CLAIM_EVIDENCE):
        sentences = {
            article.letter: {(s["start"], s["end"]) for s in article.sentences}
            for article in item.version.articles.all()
        }
    check_response(ItemKind(item.kind), item.options, answer, sentences=sentences)


def _store(
    attempt: Attempt, item: FrozenItem, answer: Any, device: str, sequence: int, at: dt.datetime
) -> ResponseEvent:
    event = ResponseEvent.objects.create(
        attempt=attempt,
        item=item,
        device=device,
        sequence=sequence,
        answer=answer,
        is_late=not attempt.takes_answers(at),
        received_at=at,
    )
    overtaken = attempt.events.filter(item=item, device=device, sequence__gt=sequence).exists()
    if not event.is_late and not overtaken:
        Response.objects.update_or_create(
            attempt=attempt, item=item, defaults={"answer": answer, "answered_at": at}
        )
    return event
