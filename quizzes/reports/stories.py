"""A story's tabs with their counts, its progress while it is read, and the lists of stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from quizzes.flows.fetching import may_ask_again
from quizzes.models import Article, Finding, Item, Quiz, Story, User, WebAddress
from quizzes.models.people import fold_name


@dataclass(frozen=True)
class Tabs:
    """What stands beside the names of a story's tabs."""

    article_total: int
    finding_total: int
    item_total: int
    quiz_total: int


@dataclass(frozen=True)
class Progress:
    """How far the reading is; `share` from 0 to 1 counts the comparing as one article more."""

    is_running: bool
    read: int
    failed: int
    total: int
    waits_long: bool = False

    @property
    def share(self) -> float:
        return (self.read + self.failed) / (self.total + 1) if self.is_running else 1.0


@dataclass(frozen=True)
class AddressLine:
    """A web address that has given no article yet. `waits_long`: nobody fetches it, so it may be asked for again."""

    address: WebAddress
    waits_long: bool

    @property
    def is_unsettled(self) -> bool:
        return self.address.state in (WebAddress.State.WAITING, WebAddress.State.FETCHING)

    @property
    def name(self) -> str:
        """The address as people say it: "news.example/ferry"."""
        return self.address.url.partition("://")[2].removeprefix("www.").rstrip("/")


LONG_WAIT = dt.timedelta(seconds=45)
"""After so long in the queue the page says that the reader may not be running."""


def story_tabs(story: Story) -> Tabs:
    counted = with_counts(Story.objects.filter(pk=story.pk)).get()
    names = ("article", "finding", "item", "quiz")
    return Tabs(**{f"{name}_total": getattr(counted, f"{name}_count") for name in names})


def with_counts(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Each story with `article_count`, `finding_count`, `item_count`, `quiz_count`: a subquery each, because a
    join of all four would multiply them."""
    return stories.annotate(
        article_count=_count(Article.objects.all()),
        finding_count=_count(Finding.objects.shown().sure()),
        item_count=_count(Item.objects.exclude(state=Item.State.DROPPED)),
        quiz_count=_count(Quiz.objects.filter(deleted_at__isnull=True)),
    )


def _count(rows: QuerySet[Any]) -> Coalesce:
    grouped = rows.filter(story=OuterRef("pk")).order_by().values("story").annotate(n=Count("pk"))
    return Coalesce(Subquery(grouped.values("n")), 0)


def story_progress(story: Story, articles: list[Article], now: dt.datetime) -> Progress:
    states = [a.state for a in articles]
    is_running = story.state in (Story.State.WAITING, Story.State.READING) and bool(story.reading_token)
    return Progress(
        is_running=is_running,
        read=states.count(Article.State.READ),
        failed=states.count(Article.State.FAILED),
        total=len(states),
        waits_long=story.state == Story.State.WAITING
        and story.reading_started_at is not None
        and story.reading_started_at + LONG_WAIT < now,
    )


def is_about_to_be_read(story: Story, articles: Iterable[Article]) -> bool:
    """True in the moment between an article's coming in and the start of its reading."""
    return story.state != Story.State.FAILED and any(a.state == Article.State.WAITING for a in articles)


def story_list(user: User, *, archived: bool = False, words: str = "") -> QuerySet[Story]:
    """The teacher's stories with counts, articles and `last_change`, the newest change first; with `words` only those
    in which each word stands in the title, or in an article's outlet or headline."""
    stories = with_counts(Story.objects.of(user)).filter(archived_at__isnull=not archived)
    if words:
        stories = stories.filter(pk__in=_telling(stories, words))
    return (
        stories.annotate(last_change=_last_change())
        .order_by("-last_change", "-pk")
        .prefetch_related(Prefetch("articles", Article.objects.defer("text", "reading")))
    )


def shelf_totals(user: User) -> tuple[int, int]:
    """How many stories are on the list, and how many in the archive."""
    totals = Story.objects.of(user).aggregate(
        all=Count("pk"), archived=Count("pk", filter=Q(archived_at__isnull=False))
    )
    return totals["all"] - totals["archived"], totals["archived"]


def _last_change() -> Greatest:
    """Of the story itself, of its items and of its quizzes."""
    return Greatest("changed_at", _newest(Item.objects.all()), _newest(Quiz.objects.all()))


def _newest(rows: QuerySet[Any]) -> Coalesce:
    grouped = rows.filter(story=OuterRef("pk")).order_by().values("story").annotate(at=Max("changed_at"))
    return Coalesce(Subquery(grouped.values("at")), F("changed_at"))


def _telling(stories: QuerySet[Story], words: str) -> list[int]:
    """The ids of the stories that hold every word. Compared here and not in the database, of which one knows case
    alone, and that of English letters only: "perón" finds "PERON"."""
    told = dict(stories.order_by().values_list("pk", "title"))
    articles = Article.objects.filter(story__in=told).only(
        "story", "outlet_read", "outlet_set", "headline_read", "headline_set"
    )
    for article in articles:
        told[article.story_id] += f" {article.outlet} {article.headline}"
    sought = fold_name(words).split()
    return [pk for pk, text in told.items() if all(word in fold_name(text) for word in sought)]


def article_lines(story: Story) -> list[Article]:
    """The story's articles with `word_count`, without the weight of what was read in them."""
    articles = list(story.articles.defer("reading"))
    for article in articles:
        article.word_count = len(article.text.split())  # type: ignore[attr-defined]  # for the page alone
    return articles


def address_lines(story: Story, now: dt.datetime) -> list[AddressLine]:
    """The story's web addresses but those that have become articles."""
    unfetched = story.web_addresses.exclude(state=WebAddress.State.FETCHED)
    return [
        AddressLine(
            address, waits_long=address.state != WebAddress.State.FAILED and may_ask_again(address, now)
        )
        for address in unfetched
    ]


@dataclass(frozen=True)
class AtStake:
    """What an article that is added after the reading may change: kept items; and what it does not: given quizzes."""

    kept: int
    quizzes: int
    given: int


def at_stake(story: Story) -> AtStake:
    quizzes = story.quizzes.filter(deleted_at__isnull=True)
    return AtStake(
        kept=story.items.kept().count(),
        quizzes=quizzes.count(),
        given=quizzes.filter(versions__assignments__isnull=False).distinct().count(),
    )
