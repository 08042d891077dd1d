"""Answers that a grader has before her: two graders are never given one answer at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.db.models import Q

from quizzes.models import FrozenItem, GradingLease, User

LEASE = dt.timedelta(minutes=10)
"""How long an answer stays with a grader who does nothing. ORA2's eight hours block a class of graders for a day."""


@transaction.atomic
def take(*, responses: Collection[int], grader: User, at: dt.datetime) -> bool:
    """True where all the answers are the grader's from now on; False where another has one of them, and nothing changes.

    Of two who ask at once one gets all: rows are locked and made in one order, and a row that another has made in the
    meantime is left as it is.
    """
    pks = sorted(responses)
    leases = GradingLease.objects.filter(response__in=pks)
    known = {lease.response_id: lease for lease in leases.select_for_update().order_by("response_id")}
    if any(lease.grader_id != grader.pk and lease.until > at for lease in known.values()):
        return False
    until = at + LEASE
    GradingLease.objects.bulk_create(
        [GradingLease(response_id=pk, grader=grader, until=until) for pk in pks if pk not in known],
        ignore_conflicts=True,
    )
    leases.filter(Q(grader=grader) | Q(until__lte=at)).update(grader=grader, until=until)
    if leases.filter(grader=grader, until=until).count() == len(pks):
        return True
    transaction.set_rollback(True)  # another was first with one that had no lease yet: she has all, we none
    return False


def keep(*, item: FrozenItem, response: int, grader: User, at: dt.datetime) -> bool:
    """True where the answer, and what else of the item the grader has before her, stays hers for as long again.

    What she has given back is not taken again: a draft may arrive after the mark that it was about.
    """
    had = GradingLease.objects.filter(response=response, grader=grader)
    if not had.exists() or not take(responses=[response], grader=grader, at=at):
        return False
    mine = GradingLease.objects.filter(response__item=item, grader=grader, until__gt=at)
    mine.update(until=at + LEASE)
    return True


def give_back(*, item: FrozenItem, grader: User, but: Collection[int] = ()) -> None:
    """Let others have the answers to an item that the grader has turned away from."""
    GradingLease.objects.filter(response__item=item, grader=grader).exclude(response__in=but).delete()
