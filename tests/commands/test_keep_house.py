"""What is done whether anybody looks or not."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from quizzes import housekeeping
from quizzes.factories import ArticleFactory, AttemptFactory, StoryFactory
from quizzes.management.commands import keep_house
from quizzes.models import Story

pytestmark = pytest.mark.django_db
LONG_AGO = dt.timedelta(minutes=5)


def keep_once(capsys: pytest.CaptureFixture[str]) -> str:
    call_command("keep_house", "--once")
    return capsys.readouterr().out


def test_only_what_has_run_out_is_handed_in(capsys: pytest.CaptureFixture[str]) -> None:
    ended = AttemptFactory(deadline_at=timezone.now() - LONG_AGO)
    running = AttemptFactory()
    assert "Attempts handed in: 1." in keep_once(capsys)
    ended.refresh_from_db()
    running.refresh_from_db()
    assert (ended.is_running, running.is_running) == (False, True)


@pytest.mark.parametrize(
    ("silent_for", "taken_up"), [(dt.timedelta(seconds=20), 0), (dt.timedelta(seconds=45), 1)]
)
def test_a_reading_whose_worker_died_is_taken_up(
    capsys: pytest.CaptureFixture[str], silent_for: dt.timedelta, taken_up: int
) -> None:
    story = StoryFactory(
        state=Story.State.READING, reading_token="old", reading_seen_at=timezone.now() - silent_for
    )
    ArticleFactory(story=story)
    assert f"Readings taken up again: {taken_up}." in keep_once(capsys)
    story.refresh_from_db()
    assert (story.reading_token != "old") is bool(taken_up)


@pytest.mark.parametrize("change", [{"deleted_at": timezone.now()}, {"reading_token": ""}])
def test_nobody_goes_on_reading_what_is_deleted_or_stopped(
    capsys: pytest.CaptureFixture[str], change: dict[str, object]
) -> None:
    known = {"reading_token": "old", **change}
    StoryFactory(state=Story.State.READING, reading_seen_at=timezone.now() - LONG_AGO, **known)
    assert "Readings taken up again: 0." in keep_once(capsys)


def test_it_goes_on_until_it_is_stopped_and_outlives_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[dt.datetime] = []

    def keep(*, at: dt.datetime) -> None:
        done.append(at)
        if len(done) == 1:
            raise DatabaseError("locked")
        os.kill(os.getpid(), signal.SIGTERM)

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(housekeeping, "keep_house", keep)
    monkeypatch.setattr(keep_house, "EVERY", 0.01)
    monkeypatch.setattr(keep_house, "close_old_connections", lambda: None)
    assert threading.current_thread() is threading.main_thread()
    call_command("keep_house")
    assert len(done) == 2
    for number, handler in before.items():
        signal.signal(number, handler)
