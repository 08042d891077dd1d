"""While a worker reads a story it says every few seconds that it lives, whatever article it is busy with."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from quizzes.models import Story

logger = logging.getLogger(__name__)

BEAT_EVERY = dt.timedelta(seconds=8)


@contextmanager
def beating(*, story_id: int, token: str) -> Iterator[None]:
    """Signs of life for a reading, from a thread beside it, until the block ends or another reading has the story."""
    over = threading.Event()
    beat = threading.Thread(target=_beat, args=(story_id, token, over), name=f"story {story_id}", daemon=True)
    beat.start()
    try:
        yield
    finally:
        over.set()
        beat.join()


def _beat(story_id: int, token: str, over: threading.Event) -> None:
    try:
        while not over.wait(BEAT_EVERY.total_seconds()) and _say(story_id, token):
            pass
    finally:
        connection.close()  # a thread's own


def _say(story_id: int, token: str) -> bool:
    try:
        return bool(
            Story.objects.filter(pk=story_id, reading_token=token).update(reading_seen_at=timezone.now())
        )
    except DatabaseError:
        logger.warning("no sign of life could be given for story %s", story_id)
        return True
