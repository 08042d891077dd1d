"""A quiz is published as a frozen version and given to a class."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from quizzes.flows.freezing import NotPublishable, freeze
from quizzes.flows.taking import move_deadlines
from quizzes.models import (
    Assignment,
    Classroom,
    FrozenArticle,
    FrozenItem,
    Item,
    Quiz,
    QuizItem,
    QuizVersion,
    User,
)
from quizzes.models.people import Membership

MAX_ATTEMPTS = 10
MAX_LIMIT_MINUTES = 24 * 60


class NotAssignable(Exception):
    """The terms of the assignment do not hold together; the text says why, to a teacher."""


class AssignmentInUse(Exception):
    """A student has begun, so the assignment stays."""


@transaction.atomic
def publish(quiz: Quiz) -> QuizVersion:
    """The quiz as it stands now, frozen; the newest version itself where nothing has changed since.

    Raises NotPublishable for a quiz without items, or with one that is dropped or no longer proved.
    """
    quiz = Quiz.objects.select_for_update().select_related("story").get(pk=quiz.pk)
    frozen = freeze(quiz)
    _check(frozen.entries)
    version, articles, items = frozen.version, frozen.articles, frozen.items
    latest = quiz.versions.order_by("-number").first()
    if latest and _content(latest, latest.articles.all(), latest.items.all()) == _content(
        version, articles, items
    ):
        return latest
    version.save()
    for article in articles:
        article.version = version
    for item in items:
        item.version = version
    FrozenArticle.objects.bulk_create(articles)
    FrozenItem.objects.bulk_create(items)
    return version


@transaction.atomic
def assign_quiz(
    *,
    quiz: Quiz,
    classroom: Classroom,
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    limit_minutes: int | None = None,
    attempts_allowed: int = 1,
    feedback: str = Assignment.Feedback.ON_RELEASE,
    assigned_by: User | None = None,
) -> Assignment:
    """The quiz, published, given to a class. Raises NotPublishable, NotAssignable."""
    _check_times(opens_at, closes_at)
    if limit_minutes is not None and not 1 <= limit_minutes <= MAX_LIMIT_MINUTES:
        raise NotAssignable(f"A time limit is from 1 to {MAX_LIMIT_MINUTES} minutes.")
    if not 1 <= attempts_allowed <= MAX_ATTEMPTS:
        raise NotAssignable(f"A student may have from 1 to {MAX_ATTEMPTS} attempts.")
    if attempts_allowed > 1 and feedback == Assignment.Feedback.ON_SUBMIT:
        raise NotAssignable(
            "With more than one attempt the result cannot be shown as soon as a student has handed in: "
            "it holds the keys. Show it after closing, or allow one attempt."
        )
    return Assignment.objects.create(
        version=publish(quiz),
        classroom=classroom,
        assigned_by=assigned_by,
        opens_at=opens_at,
        closes_at=closes_at,
        limit_minutes=limit_minutes,
        attempts_allowed=attempts_allowed,
        feedback=feedback,
    )


def _check_times(opens_at: dt.datetime, closes_at: dt.datetime) -> None:
    if opens_at >= closes_at:
        raise NotAssignable("It must close after it opens.")


@transaction.atomic
def change_times(
    *, assignment: Assignment, opens_at: dt.datetime, closes_at: dt.datetime, at: dt.datetime
) -> None:
    """Another opening and closing; attempts that run end by the new closing. Raises NotAssignable."""
    _check_times(opens_at, closes_at)
    assignment.opens_at, assignment.closes_at = opens_at, closes_at
    assignment.save(update_fields=["opens_at", "closes_at"])
    move_deadlines(of=assignment, at=at)


@transaction.atomic
def withdraw(*, assignment: Assignment) -> None:
    """Take back a quiz that no student has begun. Raises AssignmentInUse."""
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if assignment.attempts.exists():
        raise AssignmentInUse
    assignment.delete()


def classes_to_assign(user: User) -> models.QuerySet[Classroom]:
    """The classes to which a user may give a quiz."""
    roles = [Membership.Role.OWNER, Membership.Role.INSTRUCTOR]
    mine = Classroom.objects.filter(memberships__user=user, memberships__role__in=roles)
    return mine.filter(deleted_at__isnull=True, archived_at__isnull=True)


def _check(entries: Sequence[QuizItem]) -> None:
    if not entries:
        raise NotPublishable("This quiz has no items yet. Add at least one, then assign it.")
    for n, entry in enumerate(entries, 1):
        if entry.item.state == Item.State.DROPPED:
            raise NotPublishable(f"Item {n} has been dropped. Take it out of the quiz, or keep it.")
        if entry.item.is_stale:
            raise NotPublishable(
                f"The newest reading of the articles no longer proves the key of item {n}. "
                "Look at it again, or take it out of the quiz."
            )


NOT_CONTENT = frozenset({"id", "version", "quiz", "number", "published_at"})


def _content(version: QuizVersion, *rows: Sequence[models.Model] | models.QuerySet[Any]) -> list[Any]:
    """What a version says, without its own numbers: two versions with the same content are one."""
    return [_values(version), *([_values(row) for row in kind] for kind in rows)]


def _values(row: models.Model) -> dict[str, Any]:
    return {f.name: f.value_from_object(row) for f in row._meta.fields if f.name not in NOT_CONTENT}
