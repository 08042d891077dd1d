"""A student's answers as they come: each an event that is stored once, checked, and becomes the response.

What has been acknowledged is in the table of events, which only grows; responses and scores follow from it.

**Which answer to an item stands**, in whatever order events arrive, how often, and from how many tabs and devices:
of the events that came in time, those of the device that took the attempt over last (see flows.holding); of these the
one with the highest number. What a device sends after a newer one has answered the item is stored as stale: kept for
the teacher to see, and it does not stand. Devices that never held the attempt, where no one does, are told apart by
nothing but the order in which their answers arrive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from quizzes.flows.holding import FORM_DEVICE, newer_holders, take
from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, Response, ResponseEvent
from quizzes.scoring.responses import check_response


class NumberUsed(Exception):
    """The device has sent another answer under this number: the new one must come under a new number."""


@dataclass(frozen=True)
class Saved:
    """What is acknowledged to a page: the event is stored; `attempt` is as it stood then."""

    event: ResponseEvent
    attempt: Attempt
    is_new: bool

    @property
    def is_late(self) -> bool:
        """True where it came after the end."""
        return self.event.is_late

    @property
    def is_stale(self) -> bool:
        """True where a newer tab or device had answered the item."""
        return self.event.is_stale


@transaction.atomic
def save_answer(
    *, attempt: Attempt, item: FrozenItem, answer: Any, device: str, sequence: int, at: dt.datetime
) -> Saved:
    """One answer stored as an event; it becomes the response unless it is late, stale or a newer one is there.

    The same event again is acknowledged again. Raises NumberUsed for another answer under a used
    number, ResponseMalformed for what no page sends.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    known = ResponseEvent.objects.filter(attempt=attempt, device=device, sequence=sequence).first()
    if known is not None:
        if known.item_id != item.pk or known.answer != answer:
            raise NumberUsed
        return Saved(known, attempt, is_new=False)
    _check(item, answer)
    event = ResponseEvent(
        attempt=attempt, item=item, answer=answer, device=device, sequence=sequence, received_at=at
    )
    event.is_stale = attempt.holder != device and _is_answered_since(event)
    return _store(event)


@transaction.atomic
def save_form(
    *, attempt: Attempt, item: FrozenItem, answer: Any, at: dt.datetime, seen: int | None = None
) -> Saved | None:
    """An answer that came by a page's save button; None where it is the one that stands already.

    It takes the attempt over. `seen` is the newest event when the page was made: where another device has answered
    the item since, the student has not seen that answer, so hers is kept as stale and the other stands.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    _check(item, answer)
    response = Response.objects.filter(attempt=attempt, item=item).first()
    if (response.answer if response else None) == answer:
        return None
    last = attempt.events.filter(device=FORM_DEVICE).aggregate(last=Max("sequence"))["last"] or 0
    event = ResponseEvent(
        attempt=attempt, item=item, answer=answer, device=FORM_DEVICE, sequence=last + 1, received_at=at
    )
    if seen is not None:
        unseen = attempt.events.filter(item=item, pk__gt=seen, is_stale=False, is_late=False)
        event.is_stale = unseen.exclude(device=FORM_DEVICE).exists()
    if attempt.is_running and not event.is_stale:
        take(attempt, FORM_DEVICE, at)
    return _store(event)


@transaction.atomic
def flag_item(*, attempt: Attempt, item: FrozenItem, is_flagged: bool) -> Attempt:
    """The attempt with the item marked to come back to, or not any more; one handed in stays as it is."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if attempt.is_running and (item.pk in attempt.flagged) is not is_flagged:
        others = [pk for pk in attempt.flagged if pk != item.pk]
        attempt.flagged = [*others, item.pk] if is_flagged else others
        attempt.save(update_fields=["flagged"])
    return attempt


def _check(item: FrozenItem, answer: Any) -> None:
    sentences = None
    if item.kind in (ItemKind.EVIDENCE, ItemKind.CLAIM_EVIDENCE):
        sentences = {
            article.letter: {(s["start"], s["end"]) for s in article.sentences}
            for article in item.version.articles.all()
        }
    check_response(ItemKind(item.kind), item.options, answer, sentences=sentences)


def _is_answered_since(event: ResponseEvent) -> bool:
    """True where one that took the attempt over from the event's device has answered its item."""
    newer = newer_holders(event.attempt, event.device)
    if newer is None:
        return False
    devices, since = newer
    answers = event.attempt.events.filter(item=event.item, is_late=False, is_stale=False)
    return answers.filter(device__in=devices, received_at__gte=since).exists()


def _store(event: ResponseEvent) -> Saved:
    attempt = event.attempt
    event.is_late = not attempt.takes_answers(event.received_at)
    event.save(force_insert=True)
    same = attempt.events.filter(item=event.item, device=event.device, is_late=False)
    is_overtaken = same.filter(sequence__gt=event.sequence).exists()
    if not (event.is_late or event.is_stale or is_overtaken):
        Response.objects.update_or_create(
            attempt=attempt,
            item=event.item,
            defaults={"answer": event.answer, "answered_at": event.received_at},
        )
    return Saved(event, attempt, is_new=True)
