"""What the worker does: each task calls a flow by id. The worker alone loads spaCy, inside the flow."""

from __future__ import annotations

from django_tasks import task

from quizzes.flows import reading


@task()
def read_story(story_id: int, token: str) -> None:
    reading.read_story(story_id=story_id, token=token)
