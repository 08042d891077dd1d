"""Which items rest on what the teacher is about to change."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from quizzes.models import Finding, Item, Position, Story
from quizzes.nlp.types import FindingKind

MOST_NAMED = 2
"""Items named at once: the form below must stay in sight."""


@dataclass(frozen=True)
class Resting:
    """The items, those that she has decided to keep first."""

    items: tuple[Item, ...]

    @property
    def named(self) -> tuple[Item, ...]:
        return self.items[:MOST_NAMED]

    @property
    def more(self) -> tuple[Item, ...]:
        return self.items[MOST_NAMED:]


def on_claims(story: Story, claims: Collection[str]) -> Resting:
    """Items whose proof names one of the claims, or whose finding rests on one."""
    told = set(claims)
    findings = {
        p.finding_id
        for p in Position.objects.filter(finding__story=story).only("finding", "claims")
        if told & set(p.claims)
    }
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(told)))})(?![\w-])")
    return _resting(
        item for item in _items(story) if item.finding_id in findings or (told and named.search(item.proof))
    )


def on_finding(finding: Finding) -> Resting:
    return _resting(_items(finding.story).filter(finding=finding))


def on_label(story: Story, letter: str, start: int) -> Resting:
    """Items of the findings on names in which the words take part."""
    told = Position.objects.filter(
        finding__story=story, finding__kind=FindingKind.LABEL_CHOICE, article__letter=letter
    )
    findings = {p.finding_id for p in told if any(e["start"] == start for e in p.evidence)}
    return _resting(_items(story).filter(finding__in=findings))


def _items(story: Story) -> QuerySet[Item]:
    return story.items.exclude(state=Item.State.DROPPED)


def _resting(items: Iterable[Item]) -> Resting:
    return Resting(tuple(sorted(items, key=lambda i: (i.state != Item.State.KEPT, i.order))))
