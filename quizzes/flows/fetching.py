"""Articles come into a story from web addresses: asked for by a teacher, fetched by the worker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from quizzes.flows.importing import MOST_ARTICLES, ArticleRefused, add_article
from quizzes.models import Article, Story, WebAddress
from quizzes.nlp.texts.intake import read_file, read_pasted
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.web.addresses import AddressRefused
from quizzes.web.pages import PageNotFetched, fetch_page

State = WebAddress.State
LONGEST_FETCH = dt.timedelta(minutes=1)
"""A fetch ends after ten seconds; one that has lasted this long has lost its worker."""


class TooManyAddresses(Exception):
    """The story would hold more articles than it can."""


@transaction.atomic
def ask_for(*, story: Story, urls: Iterable[str], at: dt.datetime) -> list[WebAddress]:
    """The addresses noted down, waiting to be fetched; those that wait already are not noted again.

    The caller queues `tasks.fetch_address` for each. Raises TooManyAddresses, and then notes none.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    waiting = set(story.web_addresses.unsettled().values_list("url", flat=True))
    new = [url for url in dict.fromkeys(urls) if url not in waiting]
    if story.articles.count() + len(waiting) + len(new) > MOST_ARTICLES:
        raise TooManyAddresses
    return [WebAddress.objects.create(story=story, url=url, asked_at=at) for url in new]


def fetch(*, address_id: int) -> Article | None:
    """The article of an address that waits, taken into its story; None where it failed (the row says why) or is taken."""
    waiting = WebAddress.objects.filter(pk=address_id, state=State.WAITING, story__deleted_at__isnull=True)
    taken = waiting.update(state=State.FETCHING, failure="")
    if not taken:
        return None
    address = WebAddress.objects.select_related("story").get(pk=address_id)
    try:
        page = fetch_page(address.url, allows_loopback=settings.MEDIAQUIZ_FETCH_LOOPBACK)
        return _take_in(
            address, add_article(story=address.story, file=read_file(page.name, page.data), url=page.url)
        )
    except (AddressRefused, PageNotFetched, ArticleUnreadable, ArticleRefused) as refusal:
        WebAddress.objects.filter(pk=address_id).update(state=State.FAILED, failure=str(refusal))
        return None


def _take_in(address: WebAddress, article: Article) -> Article:
    WebAddress.objects.filter(pk=address.pk).update(state=State.FETCHED, failure="", article=article)
    return article


def ask_again(*, address: WebAddress, at: dt.datetime) -> bool:
    """True where an address that failed, or whose worker has died, waits once more."""
    again = WebAddress.objects.filter(pk=address.pk, state=State.FAILED) | WebAddress.objects.filter(
        pk=address.pk, state__in=[State.WAITING, State.FETCHING], asked_at__lt=at - LONGEST_FETCH
    )
    return bool(again.update(state=State.WAITING, failure="", asked_at=at))


@transaction.atomic
def paste_instead(*, address: WebAddress, text: str) -> Article:
    """The article that a teacher pastes for a page which could not be fetched; it keeps the address.

    Raises ArticleUnreadable, ArticleRefused.
    """
    return _take_in(address, add_article(story=address.story, file=read_pasted(text), url=address.url))


def may_ask_again(address: WebAddress, at: dt.datetime) -> bool:
    """True where `ask_again` would have it wait once more."""
    lost = address.state in (State.WAITING, State.FETCHING) and address.asked_at < at - LONGEST_FETCH
    return lost or address.state == State.FAILED


def forget(*, address: WebAddress) -> None:
    """Take an address off the list; the article that came from it stays."""
    WebAddress.objects.filter(pk=address.pk).exclude(state=State.FETCHING).delete()
