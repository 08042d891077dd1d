"""What a teacher deletes is out of sight at once, can be taken back for an hour, and then goes for good.

What a class has been given stays with the class: its quiz versions hold their own copies of texts and items, and only
deleting the class takes its answers and results away.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_date

from quizzes.flows.importing import MOST_ARTICLES, ArticleRefused, refuse_duplicate
from quizzes.flows.records import passage_rows, roles_of
from quizzes.models import Article, Attempt, Classroom, Passage, Quiz, RemovedArticle, Story
from quizzes.nlp.texts.passages import split_passages

UNDO_FOR = dt.timedelta(hours=1)

Deletable = Story | Quiz | Classroom


class TooLate(Exception):
    """The hour is over, or what was deleted is gone."""


@transaction.atomic
def delete(*, thing: Deletable, at: dt.datetime) -> None:
    """Out of sight, with what hangs on it; a reading that runs for a story stops."""
    thing.deleted_at = at
    thing.save(update_fields=["deleted_at"])
    if isinstance(thing, Story):
        Story.objects.filter(pk=thing.pk, state__in=[Story.State.WAITING, Story.State.READING]).update(
            reading_token=""
        )


@transaction.atomic
def take_back(*, thing: Deletable, at: dt.datetime) -> None:
    """Back where it was. Raises TooLate."""
    back = (
        type(thing)._default_manager.filter(pk=thing.pk, deleted_at__gt=at - UNDO_FOR).update(deleted_at=None)
    )
    if not back:
        raise TooLate


@transaction.atomic
def purge(*, at: dt.datetime) -> int:
    """Take away for good what was deleted more than an hour ago; how many stories, quizzes, classes and articles."""
    due = {"deleted_at__lte": at - UNDO_FOR}
    classrooms = list(Classroom.objects.filter(**due))
    for classroom in classrooms:
        purge_class(classroom, at)
    quizzes = [quiz for quiz in Quiz.objects.filter(**due) if purge_quiz(quiz)]
    stories = [story for story in Story.objects.filter(**due) if purge_story(story)]
    removed, _ = RemovedArticle.objects.filter(removed_at__lte=at - UNDO_FOR).delete()
    return len(classrooms) + len(quizzes) + len(stories) + removed


def purge_class(classroom: Classroom, at: dt.datetime) -> None:
    """The class is gone with everything that it did, its record too, which goes with no class that is not marked as deleted."""
    Classroom.objects.filter(pk=classroom.pk, deleted_at__isnull=True).update(deleted_at=at)
    Attempt.objects.filter(assignment__classroom=classroom).delete()
    classroom.delete()


def purge_quiz(quiz: Quiz) -> bool:
    """True where the quiz is gone: no class has it. Else it stays, out of sight, as what the class's copy came from."""
    if quiz.versions.filter(assignments__isnull=False).exists():
        return False
    quiz.versions.all().delete()
    quiz.delete()
    return True


def purge_story(story: Story) -> bool:
    """True where anything of it was still there to go; its name stays for quizzes that a class has."""
    kept = [quiz for quiz in story.quizzes.all() if not purge_quiz(quiz)]
    if not kept:
        story.delete()
        return True
    gone, _ = story.articles.all().delete()
    for rows in (story.items, story.findings, story.occurrences, story.corrections, story.web_addresses):
        gone += rows.all().delete()[0]
    return bool(gone)


# --- One article ---

KEPT_FIELDS = (
    "file_name",
    "url",
    "text",
    "fingerprint",
    *(f"{name}_{how}" for name in ("outlet", "headline", "byline", "published") for how in ("read", "set")),
    "published_denied",
)
DATES = ("published_read", "published_set")


@transaction.atomic
def remove_article(*, article: Article, at: dt.datetime) -> Story:
    """The story without the article, which can be put back for an hour; its letter is given to no other."""
    story = Story.objects.select_for_update().get(pk=article.story_id)
    kept: dict[str, Any] = {name: getattr(article, name) for name in KEPT_FIELDS}
    kept |= {name: kept[name].isoformat() for name in DATES if kept[name]}
    kept["roles"] = {str(start): role.value for start, role in roles_of(article.passages.all()).items()}
    RemovedArticle.objects.create(story=story, letter=article.letter, fields=kept, removed_at=at)
    article.delete()
    if not story.articles.exists():
        story.state = Story.State.EMPTY
        story.reading_token = ""
        story.save()
    return story


@transaction.atomic
def put_back(*, removed: RemovedArticle, at: dt.datetime) -> Article:
    """The article under its letter again, with what the teacher set; it waits to be read. Raises TooLate, ArticleRefused."""
    story = Story.objects.select_for_update().get(pk=removed.story_id)
    fresh = RemovedArticle.objects.filter(pk=removed.pk, removed_at__gt=at - UNDO_FOR).first()
    if fresh is None:
        raise TooLate
    if story.articles.count() >= MOST_ARTICLES:
        raise ArticleRefused(f"A story holds {MOST_ARTICLES} articles at the most.")
    kept = dict(fresh.fields)
    roles = kept.pop("roles")
    kept |= {name: parse_date(kept[name]) for name in DATES if kept[name]}
    outlet = kept["outlet_read"] if kept["outlet_set"] is None else kept["outlet_set"]
    refuse_duplicate(story=story, stamp=kept["fingerprint"], outlet=outlet)
    article = Article.objects.create(story=story, letter=fresh.letter, **kept)
    passages = passage_rows(article, split_passages(article.text))
    for passage in passages:
        passage.role_set = roles.get(str(passage.start), "")
    Passage.objects.bulk_create(passages)
    if story.state == Story.State.EMPTY:
        story.state = Story.State.WAITING
        story.save()
    fresh.delete()
    return article
