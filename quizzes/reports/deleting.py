"""What hangs on a story, a quiz or an article before it goes, and what went within the last hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from quizzes.flows.deleting import UNDO_FOR
from quizzes.models import Article, Classroom, Item, Quiz, RemovedArticle, Story, User


@dataclass(frozen=True)
class HangingOn:
    """What goes with a story or a quiz, and the classes that have a quiz of it and keep theirs."""

    articles: int
    kept: int
    drafts: int
    quizzes: tuple[Quiz, ...]
    classes: tuple[Classroom, ...]


@dataclass(frozen=True)
class Resting:
    """The kept items that an article's words prove or name, and the quizzes that ask them, with how many of them."""

    items: tuple[Item, ...]
    quizzes: tuple[tuple[Quiz, int], ...]


@dataclass(frozen=True)
class Deleted:
    """One thing that can still be taken back, and for how long."""

    pk: int
    title: str
    left: dt.timedelta

    @property
    def minutes_left(self) -> int:
        return max(1, round(self.left.total_seconds() / 60))


def hanging_on_story(story: Story) -> HangingOn:
    items = story.items.aggregate(
        kept=Count("pk", filter=Q(state=Item.State.KEPT)),
        drafts=Count("pk", filter=Q(state=Item.State.DRAFT)),
    )
    return HangingOn(
        articles=story.articles.count(),
        kept=items["kept"],
        drafts=items["drafts"],
        quizzes=tuple(story.quizzes.filter(deleted_at__isnull=True)),
        classes=_classes(Q(assignments__version__quiz__story=story)),
    )


def hanging_on_quiz(quiz: Quiz) -> HangingOn:
    return HangingOn(
        articles=0,
        kept=quiz.quiz_items.count(),
        drafts=0,
        quizzes=(),
        classes=_classes(Q(assignments__version__quiz=quiz)),
    )


def _classes(given: Q) -> tuple[Classroom, ...]:
    return tuple(Classroom.objects.filter(given, deleted_at__isnull=True).distinct())


def resting_on(article: Article) -> Resting:
    """In three queries, however many items there are."""
    kept = article.story.items.kept().order_by("order", "pk").prefetch_related("options")
    items = [item for item in kept if _rests_on(item, article.letter)]
    quizzes = Quiz.objects.filter(story=article.story_id, deleted_at__isnull=True).annotate(
        resting=Count("quiz_items", filter=Q(quiz_items__item__in=[item.pk for item in items]))
    )
    return Resting(tuple(items), tuple((quiz, quiz.resting) for quiz in quizzes if quiz.resting))


def _rests_on(item: Item, letter: str) -> bool:
    named = {option.article for option in item.options.all()}
    return letter in named | {e["article"] for e in item.evidence}


# --- Within the last hour ---


def deleted_stories(user: User, now: dt.datetime) -> list[Deleted]:
    fresh = Story.objects.filter(teacher=user, deleted_at__gt=now - UNDO_FOR).order_by("-deleted_at")
    return list(_deleted(fresh, now))


def deleted_quizzes(user: User, now: dt.datetime) -> list[Deleted]:
    """Those deleted alone: a deleted story's own come back with it."""
    fresh = Quiz.objects.filter(
        teacher=user, deleted_at__gt=now - UNDO_FOR, story__deleted_at__isnull=True
    ).order_by("-deleted_at")
    return list(_deleted(fresh, now))


def _deleted(things: Iterable[Story | Quiz], now: dt.datetime) -> Iterable[Deleted]:
    for thing in things:
        if thing.deleted_at:
            yield Deleted(thing.pk, thing.title, thing.deleted_at + UNDO_FOR - now)


def removed_articles(story: Story, now: dt.datetime) -> list[Deleted]:
    """The articles that can still be put back into the story."""
    fresh = story.removed_articles.filter(removed_at__gt=now - UNDO_FOR)
    return [Deleted(r.pk, _name(r), r.removed_at + UNDO_FOR - now) for r in fresh]


def _name(removed: RemovedArticle) -> str:
    known = {
        name: removed.fields[f"{name}_read"]
        if removed.fields[f"{name}_set"] is None
        else removed.fields[f"{name}_set"]
        for name in ("outlet", "headline")
    }
    named = ": ".join(words for words in (known["outlet"], known["headline"]) if words)
    return f"Article {removed.letter}{', ' if named else ''}{named}"
