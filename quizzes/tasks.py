"""What the worker does: each task calls a flow by id. The worker alone loads spaCy, inside the flow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django_tasks import task

from quizzes.flows import fetching, reading
from quizzes.models import Article, Story, WebAddress


@task()
def read_story(story_id: int, token: str) -> None:
    reading.read_story(story_id=story_id, token=token)


@task()
def fetch_address(address_id: int) -> None:
    article = fetching.fetch(address_id=address_id)
    if (
        article is not None
        and not Story.objects.filter(pk=article.story_id, deleted_at__isnull=False).exists()
    ):
        queue_reading(article.story)


def queue_fetching(addresses: Iterable[WebAddress]) -> None:
    """Give addresses to the worker once the transaction around it has been committed."""
    for address in addresses:
        transaction.on_commit(partial(fetch_address.enqueue, address_id=address.pk))


def queue_reading(story: Story, *, afresh: bool = False) -> None:
    """Start a reading and give it to the worker once the transaction around it has been committed."""
    _queue(story, reading.start_reading(story=story, afresh=afresh))


def queue_again(story: Story, at: dt.datetime) -> None:
    """Give a reading whose worker has died to the next one; does nothing where somebody was quicker."""
    token = reading.take_up_again(story=story, at=at)
    if token:
        _queue(story, token)


def queue_rest(story: Story) -> None:
    """Go on with what a story waited for when it was deleted: addresses to fetch, articles to read."""
    queue_fetching(story.web_addresses.filter(state=WebAddress.State.WAITING))
    unread = story.articles.filter(state__in=[Article.State.WAITING, Article.State.READING])
    stopped = story.state in (Story.State.WAITING, Story.State.READING)
    if unread.exists() or (stopped and story.articles.exists()):
        queue_reading(story)


def _queue(story: Story, token: str) -> None:
    transaction.on_commit(partial(read_story.enqueue, story_id=story.pk, token=token))
