"""A story is put away: out of the teacher's list, with everything in it as it was."""

from __future__ import annotations

import datetime as dt

from quizzes.models import Story


def archive(*, story: Story, at: dt.datetime) -> None:
    """A reading that runs goes on; what was changed last is not touched, so the archive keeps the list's order."""
    Story.objects.filter(pk=story.pk, archived_at__isnull=True).update(archived_at=at)


def bring_back(*, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(archived_at=None)
