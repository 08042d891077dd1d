"""A worker that reads says that it lives, however long one article takes."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable

import pytest
from django.utils import timezone

from quizzes.factories import StoryFactory
from quizzes.flows import heartbeat
from quizzes.flows.heartbeat import beating
from quizzes.models import Story

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = timezone.now() - dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "BEAT_EVERY", dt.timedelta(milliseconds=20))


@pytest.fixture
def story() -> Story:
    return StoryFactory(state=Story.State.READING, reading_token="t", reading_seen_at=BEFORE)


def wait_for(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


def seen_at(story: Story) -> dt.datetime | None:
    return Story.objects.values_list("reading_seen_at", flat=True).get(pk=story.pk)


def test_signs_of_life_come_while_the_block_lasts(story: Story) -> None:
    with beating(story_id=story.pk, token="t"):
        assert wait_for(lambda: seen_at(story) != BEFORE)
    assert not [t for t in threading.enumerate() if t.name == f"story {story.pk}"]
    last = seen_at(story)
    time.sleep(0.1)
    assert seen_at(story) == last


def test_another_reading_gets_none(story: Story) -> None:
    with beating(story_id=story.pk, token="older"):
        assert wait_for(lambda: not [t for t in threading.enumerate() if t.name == f"story {story.pk}"])
    assert seen_at(story) == BEFORE
