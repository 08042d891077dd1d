"""What `make run` shows on first sight."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes import demonstration
from quizzes.models import Assignment, Attempt, Membership, RubricMark, Score, Story

pytestmark = pytest.mark.django_db


def load() -> str:
    out = StringIO()
    call_command("seed", "demonstration", stdout=out)
    return out.getvalue()


def test_the_demonstration_shows_every_state_and_loads_once() -> None:
    told = load()
    assert demonstration.TEACHER_EMAIL in told
    assert demonstration.TEACHER_PASSWORD in told
    stories = {story.title: story for story in Story.objects.all()}
    assert set(stories) == {demonstration.STORY_TITLE, *demonstration.FURTHER_STORIES.values()}
    assert {story.state for story in stories.values()} == {Story.State.READY}
    assert stories[demonstration.STORY_TITLE].articles.count() == 5
    assert Membership.objects.students().count() == 24
    assert Attempt.objects.submitted().count() == demonstration.HANDED_IN
    assert Attempt.objects.running().count() == demonstration.WORKING
    assert Score.objects.pending().exists()
    assert RubricMark.objects.exists()
    load()
    assert (Story.objects.count(), Assignment.objects.count()) == (3, 1)


def test_nothing_is_loaded_that_is_not_asked_for_by_name() -> None:
    with pytest.raises(CommandError):
        call_command("seed")
    assert not Story.objects.exists()
