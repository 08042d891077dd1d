"""Which tab or device writes an attempt: one at a time, so that no answer is typed over another unseen.

The first tab that opens an attempt holds it; a further one only reads until its student says that she goes on there.
Nothing is refused because of this: what a tab sends after another has taken over is stored and acknowledged like the
rest (see flows.saving for which answer stands).

A page without script cannot say which tab it is. It says that the attempt is open elsewhere, and its save button is
the student's word that she goes on there: it takes over. It holds against nobody: a tab that opens later takes the
attempt without asking, because such a page sends nothing of its own accord.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.models import Attempt, Hold, Membership

FORM_DEVICE = "form"
"""The device of answers that came by a page's own save button."""


@transaction.atomic
def hold_attempt(*, attempt: Attempt, device: str, takes_over: bool, at: dt.datetime) -> Attempt:
    """The attempt; `device` is its holder now where no other tab was, or it `takes_over`.

    A key that has lost the attempt does not get it again: what still waits under it would count as new. Such a tab
    asks again under a new key.
    """
    attempt = Attempt.objects.select_for_update(of=("self",)).select_related("assignment").get(pk=attempt.pk)
    if not attempt.is_running or attempt.holder == device:
        return attempt
    held_by = list(attempt.holds.order_by("pk").values_list("device", flat=True))
    has_lost = device in held_by and held_by[-1] != device
    if not has_lost and (takes_over or attempt.holder in ("", FORM_DEVICE)):
        take(attempt, device, at)
    return attempt


def take(attempt: Attempt, device: str, at: dt.datetime) -> None:
    """Make `device` the holder of an attempt whose row is locked."""
    if attempt.holder == device:
        return
    attempt.holder, attempt.held_at = device, at
    attempt.save(update_fields=["holder", "held_at"])
    Hold.objects.create(attempt=attempt, device=device, held_at=at)


def let_go(*, student: Membership) -> None:
    """Whoever ends her session is done here: the next page that opens one of her attempts need not ask."""
    student.attempts.running().exclude(holder="").update(holder="", held_at=None)


def newer_holders(attempt: Attempt, device: str) -> tuple[list[str], dt.datetime] | None:
    """Who has taken the attempt over since `device` held it last, and from when; None where nobody has."""
    holds = list(attempt.holds.order_by("pk").values_list("device", "held_at"))
    last = max((place for place, (held_by, _) in enumerate(holds) if held_by == device), default=-1)
    newer = holds[last + 1 :]
    return ([held_by for held_by, _ in newer], newer[0][1]) if newer else None
