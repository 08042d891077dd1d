"""What time alone brings about: attempts end, dead workers are noticed, what was deleted goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from quizzes import tasks
from quizzes.flows.deleting import purge
from quizzes.flows.reading import is_stalled
from quizzes.flows.taking import settle_overdue
from quizzes.models import Story


@dataclass(frozen=True)
class Done:
    """How many attempts were handed in, readings taken up again, and deleted things removed."""

    handed_in: int
    taken_up: int
    removed: int

    def __str__(self) -> str:
        return (
            f"Attempts handed in: {self.handed_in}. Readings taken up again: {self.taken_up}. "
            f"Deleted and now removed: {self.removed}."
        )


def keep_house(*, at: dt.datetime) -> Done:
    """Do all that is due."""
    return Done(settle_overdue(at=at), _take_up_stalled(at), purge(at=at))


def _take_up_stalled(at: dt.datetime) -> int:
    begun = Story.objects.filter(
        state__in=[Story.State.WAITING, Story.State.READING], deleted_at__isnull=True
    ).exclude(reading_token="")
    stalled = [story for story in begun if is_stalled(story, at)]
    for story in stalled:
        tasks.queue_again(story, at)
    return len(stalled)
