"""What a teacher says of findings: that one is none, and that here is one which no rule has found."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from quizzes.models import Article, Finding, Occurrence, Position, Story
from quizzes.nlp.types import FindingKind


class FindingRefused(Exception):
    """The finding cannot stand like this; the text says why, to a teacher."""


@dataclass(frozen=True)
class Marked:
    """A sentence that the teacher has ticked: from `start` to `end` of the article with this letter."""

    letter: str
    start: int
    end: int


@transaction.atomic
def dismiss_finding(*, finding: Finding, reason: str = "") -> None:
    """The teacher says that it is none: it leaves the matrix, and its undecided drafts leave the list."""
    Finding.objects.filter(pk=finding.pk).update(is_dismissed=True, dismissed_reason=reason)


@transaction.atomic
def restore_finding(*, finding: Finding) -> None:
    Finding.objects.filter(pk=finding.pk).update(is_dismissed=False, dismissed_reason="")


@transaction.atomic
def add_finding(
    *,
    story: Story,
    kind: FindingKind,
    relation: str,
    summary: str,
    marked: Sequence[Marked],
    measure: str = "",
    occurrence: Occurrence | None = None,
) -> Finding:
    """A finding of the teacher's own: no comparison changes it or takes it away. Raises FindingRefused."""
    finding = Finding(story=story, uid=f"own-{secrets.token_hex(6)}", is_own=True, confidence=1.0)
    return _store(finding, kind, relation, summary, marked, measure, occurrence)


@transaction.atomic
def change_finding(
    *,
    finding: Finding,
    kind: FindingKind,
    relation: str,
    summary: str,
    marked: Sequence[Marked],
    measure: str = "",
    occurrence: Occurrence | None = None,
) -> Finding:
    """Her own finding with other words or sentences. Raises FindingRefused."""
    if not finding.is_own:
        raise FindingRefused("Only findings of your own can be rewritten. Strike this one and add your own.")
    return _store(finding, kind, relation, summary, marked, measure, occurrence)


@transaction.atomic
def remove_finding(*, finding: Finding) -> None:
    """Her own finding is taken away; items that rest on it stay, without it."""
    if not finding.is_own:
        raise FindingRefused("A finding of the comparison is struck, not deleted.")
    finding.delete()


def _store(
    finding: Finding,
    kind: FindingKind,
    relation: str,
    summary: str,
    marked: Sequence[Marked],
    measure: str,
    occurrence: Occurrence | None,
) -> Finding:
    articles = {a.letter: a for a in finding.story.articles.filter(state=Article.State.READ)}
    if not marked:
        raise FindingRefused("Tick the sentences that show it, at least one.")
    if len({m.letter for m in marked}) < 2 and kind in (FindingKind.DISCREPANCY, FindingKind.AGREEMENT):
        raise FindingRefused(
            "Tick a sentence in two articles at least: one alone neither differs nor agrees."
        )
    finding.kind, finding.relation = kind.value, relation if kind is FindingKind.DISCREPANCY else ""
    finding.summary, finding.measure, finding.occurrence = summary, measure, occurrence
    finding.silent = []
    finding.save()
    finding.positions.all().delete()
    letters = sorted({m.letter for m in marked})
    Position.objects.bulk_create(
        Position(
            finding=finding,
            article=articles[letter],
            evidence=[_evidence(articles[letter], m) for m in marked if m.letter == letter],
            order=order,
        )
        for order, letter in enumerate(letters)
    )
    return finding


def _evidence(article: Article, marked: Marked) -> dict[str, int | str]:
    """Raises FindingRefused where no sentence stands there."""
    spans = {(s["start"], s["end"]) for s in article.reading.get("sentences", ())}
    if (marked.start, marked.end) not in spans:
        raise FindingRefused(f"Article {article.letter} has been read anew: tick the sentences again.")
    return {
        "start": marked.start,
        "end": marked.end,
        "text": article.text[marked.start : marked.end],
    }
