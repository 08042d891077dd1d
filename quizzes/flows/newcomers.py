"""Who has joined an open class under a new name waits for the teacher: let in, known after all, or turned away."""

from __future__ import annotations

from django.db import transaction

from quizzes.flows.audits import record
from quizzes.flows.merging import merge_students
from quizzes.models import Classroom, Membership, User


class NotWaiting(Exception):
    """Nobody waits under this: a colleague was faster."""


@transaction.atomic
def let_in(*, newcomer: Membership, by: User) -> None:
    """Raises NotWaiting."""
    _claim(newcomer)
    record(classroom=newcomer.classroom, by=by, action="newcomer let in", subject=newcomer)


@transaction.atomic
def let_all_in(*, classroom: Classroom, by: User) -> int:
    """How many were let in."""
    waiting = list(classroom.memberships.newcomers().select_for_update())
    for newcomer in waiting:
        let_in(newcomer=newcomer, by=by)
    return len(waiting)


@transaction.atomic
def let_in_as(*, newcomer: Membership, student: Membership, by: User) -> Membership:
    """The newcomer let in as a student of the list: that name, those answers, and the PIN that the newcomer chose.

    The newcomer's row is the one that stays, so that the page she waits on goes on by itself. Raises NotWaiting.
    """
    _claim(newcomer)
    return merge_students(kept=newcomer, gone=student, by=by, name=student.display_name)


@transaction.atomic
def turn_away(*, newcomer: Membership, by: User) -> None:
    """Raises NotWaiting."""
    _claim(newcomer)
    record(classroom=newcomer.classroom, by=by, action="newcomer turned away", subject=newcomer)
    newcomer.delete()


def _claim(newcomer: Membership) -> None:
    """Mark as waiting no more; of two teachers who decide at once the second is told."""
    waiting = Membership.objects.newcomers().filter(pk=newcomer.pk)
    if not waiting.order_by().update(awaits_approval=False):
        raise NotWaiting
    newcomer.awaits_approval = False
