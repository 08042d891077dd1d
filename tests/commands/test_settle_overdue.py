from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from quizzes.factories import AttemptFactory


@pytest.mark.django_db
def test_only_what_has_run_out_is_handed_in(capsys: pytest.CaptureFixture[str]) -> None:
    ended = AttemptFactory(deadline_at=timezone.now() - dt.timedelta(minutes=5))
    running = AttemptFactory()
    call_command("settle_overdue")
    ended.refresh_from_db()
    running.refresh_from_db()
    assert (ended.is_running, running.is_running) == (False, True)
    assert capsys.readouterr().out == "1 attempt handed in.\n"
