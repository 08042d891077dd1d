"""A story is copied: articles, what the teacher set, and the readings; her decisions on items only where she says so.

What a class has been given belongs to the quizzes, and these are not copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from quizzes.models import (
    Article,
    Claim,
    Correction,
    Finding,
    Item,
    Occurrence,
    Option,
    Passage,
    Position,
    Quotation,
    Story,
)

Row = TypeVar("Row", bound=Model)
READ = Article.State.READ


@transaction.atomic
def copy_story(*, story: Story, title: str, with_decisions: bool = False) -> Story:
    """The copy. Where its `state` is not READY the caller queues `tasks.read_story` for it: that compares again, and
    reads what the story's own reading had not come to.

    With decisions its items are those of the story, kept, dropped and edited as they are, and so are the findings
    that were struck; without, the items are drafted anew.
    """
    copy = Story.objects.create(
        teacher=story.teacher,
        title=title,
        letters_given=story.letters_given,
        copies=story.copies,
        set_aside=story.set_aside,
    )
    articles = _copy_articles(story, copy)
    findings = _copy_comparison(story, copy, articles, with_decisions=with_decisions)
    if with_decisions:
        _copy_items(story, copy, findings)
    Story.objects.filter(pk=copy.pk).update(state=_state(story, copy, with_decisions=with_decisions))
    copy.refresh_from_db()
    return copy


def _state(story: Story, copy: Story, *, with_decisions: bool) -> str:
    articles = copy.articles.all()
    if not articles:
        return Story.State.EMPTY
    is_whole = story.state == Story.State.READY and all(a.state != Article.State.WAITING for a in articles)
    return Story.State.READY if with_decisions and is_whole else Story.State.WAITING


def _copy_articles(story: Story, copy: Story) -> dict[int, Article]:
    """The new articles by the ids of the old, under their letters; one that is being read waits."""
    articles = _copied(story.articles.all(), story=copy)
    for article in articles.values():
        if article.state not in (READ, Article.State.FAILED):
            article.state = Article.State.WAITING
            article.reading = {}
            article.save(update_fields=["state", "reading"])
    for rows in (Passage.objects, Quotation.objects):
        _copied_under(rows.filter(article__story=story), article=articles)
    return articles


def _copy_comparison(
    story: Story, copy: Story, articles: Mapping[int, Article], *, with_decisions: bool
) -> dict[int, Finding]:
    """Occurrences with their names, claims, corrections, and findings: the new ones by the ids of the old."""
    occurrences = _copied(Occurrence.objects.filter(story=story), story=copy)
    _copied_under(Claim.objects.filter(article__story=story), article=articles, occurrence=occurrences)
    _copied(Correction.objects.filter(story=story), story=copy)
    findings = _copied(Finding.objects.filter(story=story), story=copy)
    for finding in findings.values():
        finding.occurrence = occurrences.get(finding.occurrence_id or 0)
        if not with_decisions:
            finding.is_dismissed, finding.dismissed_reason = False, ""
        finding.save()
    _copied_under(Position.objects.filter(finding__story=story), finding=findings, article=articles)
    return findings


def _copy_items(story: Story, copy: Story, findings: Mapping[int, Finding]) -> None:
    items = _copied(Item.objects.filter(story=story), story=copy)
    for item in items.values():
        if item.finding_id:
            item.finding = findings[item.finding_id]
            item.save()
    _copied_under(Option.objects.filter(item__story=story), item=items)


def _copied(rows: QuerySet[Row], **changes: Any) -> dict[int, Row]:
    """A new row for each, with the changes, by the ids of the old."""
    copies: dict[int, Row] = {}
    for row in rows:
        old = row.pk
        copies[old] = _anew(row)
        for name, value in changes.items():
            setattr(row, name, value)
    _create(copies.values())
    return copies


def _copied_under(rows: QuerySet[Row], **parents: Mapping[int, Model]) -> None:
    """A new row for each, under the copies of what it belonged to."""
    copies = []
    for row in rows:
        for name, new in parents.items():
            setattr(row, name, new.get(getattr(row, f"{name}_id") or 0))
        copies.append(_anew(row))
    _create(copies)


def _anew(row: Row) -> Row:
    row.pk = None
    row._state.adding = True
    return row


def _create(rows: Iterable[Row]) -> None:
    """In as few statements as the database takes; all rows are of one table."""
    made = list(rows)
    if made:
        type(made[0])._default_manager.bulk_create(made, batch_size=500)
