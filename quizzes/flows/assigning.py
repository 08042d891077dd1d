"""A quiz is published as a frozen version and given to a class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack

from django.db import models, transaction

from quizzes.flows.freezing import NotPublishable, freeze
from quizzes.flows.terms import ASSIGNED, TERMS, TermsGiven, check_terms, record
from quizzes.models import (
    Article,
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
    *, quiz: Quiz, classroom: Classroom, assigned_by: User | None = None, **terms: Unpack[TermsGiven]
) -> Assignment:
    """The quiz, published, given to a class; a term that is left out is the model's. Raises NotPublishable, NotAssignable."""
    assignment = Assignment(classroom=classroom, assigned_by=assigned_by, **terms)
    check_terms(assignment)
    assignment.version = publish(quiz)
    assignment.save()
    given = {name: getattr(assignment, name) for name in TERMS}
    record(assignment, assigned_by, ASSIGNED, {}, given, "")
    return assignment


@transaction.atomic
def assign_to_classes(
    *, quiz: Quiz, given: Sequence[tuple[Classroom, TermsGiven]], assigned_by: User
) -> list[Assignment]:
    """The quiz given to several classes, each on its terms: to all, or (NotPublishable, NotAssignable) to none."""
    return [
        assign_quiz(quiz=quiz, classroom=classroom, assigned_by=assigned_by, **terms)
        for classroom, terms in given
    ]


def classes_to_assign(user: User) -> models.QuerySet[Classroom]:
    """The classes to which a user may give a quiz."""
    roles = [Membership.Role.OWNER, Membership.Role.INSTRUCTOR]
    mine = Classroom.objects.filter(memberships__user=user, memberships__role__in=roles)
    return mine.filter(deleted_at__isnull=True, archived_at__isnull=True)


def _check(entries: Sequence[QuizItem]) -> None:
    if not entries:
        raise NotPublishable("This quiz has no items yet. Add at least one, then assign it.")
    letters = set(Article.objects.filter(story=entries[0].item.story_id).values_list("letter", flat=True))
    for n, entry in enumerate(entries, 1):
        if entry.item.state == Item.State.DROPPED:
            raise NotPublishable(f"Item {n} has been dropped. Take it out of the quiz, or keep it.")
        if gone := {piece["article"] for piece in entry.item.evidence} - letters:
            raise NotPublishable(
                f"Item {n} cites article {' and '.join(sorted(gone))}, which the story no longer has. "
                "Put the article back, edit the item, or take it out of the quiz."
            )
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
