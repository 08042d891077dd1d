"""Articles come into a story from web addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from quizzes import tasks
from quizzes.factories import ArticleFactory, StoryFactory
from quizzes.flows import fetching
from quizzes.flows.fetching import TooManyAddresses
from quizzes.flows.importing import MOST_ARTICLES
from quizzes.models import Story, WebAddress
from tests.web.site import Site, serving

pytestmark = pytest.mark.django_db
State = WebAddress.State


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def story(settings: Any) -> Story:
    settings.MEDIAQUIZ_FETCH_LOOPBACK = True
    return StoryFactory()


def ask(story: Story, *urls: str) -> list[WebAddress]:
    return fetching.ask_for(story=story, urls=urls, at=timezone.now())


def fetched(story: Story, url: str) -> WebAddress:
    address = ask(story, url)[0]
    fetching.fetch(address_id=address.pk)
    address.refresh_from_db()
    return address


def test_a_page_becomes_an_article_that_keeps_its_address(story: Story, site: Site) -> None:
    address = fetched(story, f"{site.url}/moved")
    article = story.articles.get()
    assert (address.state, address.article) == (State.FETCHED, article)
    assert (article.url, article.outlet) == (f"{site.url}/article", "The Quay Herald")
    assert article.headline == "Ferry runs aground, nine are hurt"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "no page at this address"),
        ("empty", ""),
        ("inside", "private network"),
        ("picture", "image/png"),
    ],
)
def test_what_could_not_be_fetched_says_why(story: Story, site: Site, path: str, said: str) -> None:
    address = fetched(story, f"{site.url}/{path}")
    assert address.state == State.FAILED
    assert address.failure and said in address.failure
    assert not story.articles.exists()


def test_the_same_page_twice_is_refused_and_the_first_stays(story: Story, site: Site) -> None:
    fetched(story, f"{site.url}/article")
    again = fetched(story, f"{site.url}/moved")
    assert again.state == State.FAILED and "same text as article A" in again.failure
    assert story.articles.count() == 1


def test_an_address_is_fetched_once_however_often_it_is_queued(story: Story, site: Site) -> None:
    address = fetched(story, f"{site.url}/article")
    assert fetching.fetch(address_id=address.pk) is None
    assert story.articles.count() == 1


def test_an_address_that_waits_is_not_noted_twice(story: Story) -> None:
    ask(story, "https://news.example/a")
    assert ask(story, "https://news.example/a", "https://news.example/b", "https://news.example/b")
    assert story.web_addresses.count() == 2


def test_a_full_story_takes_no_address(story: Story) -> None:
    ArticleFactory.create_batch(MOST_ARTICLES - 1, story=story)
    with pytest.raises(TooManyAddresses):
        ask(story, "https://news.example/a", "https://news.example/b")
    assert not story.web_addresses.exists()


def test_what_failed_can_be_asked_again(story: Story, site: Site) -> None:
    address = fetched(story, f"{site.url}/nowhere")
    assert fetching.ask_again(address=address, at=timezone.now())
    address.refresh_from_db()
    assert (address.state, address.failure) == (State.WAITING, "")


@pytest.mark.parametrize(
    ("passed", "again"), [(dt.timedelta(seconds=5), False), (dt.timedelta(minutes=2), True)]
)
def test_a_fetch_whose_worker_died_can_be_asked_again(
    story: Story, passed: dt.timedelta, again: bool
) -> None:
    address = ask(story, "https://news.example/a")[0]
    WebAddress.objects.update(state=State.FETCHING)
    assert fetching.ask_again(address=address, at=timezone.now() + passed) is again


def test_an_address_can_be_taken_off_the_list_and_its_article_stays(story: Story, site: Site) -> None:
    fetching.forget(address=fetched(story, f"{site.url}/article"))
    assert not story.web_addresses.exists()
    assert story.articles.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_fetches_and_reads(story: Story, site: Site) -> None:
    tasks.queue_fetching(ask(story, f"{site.url}/article"))
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
    story.refresh_from_db()
    assert story.state == Story.State.READY
    assert story.articles.get().state == "read"
