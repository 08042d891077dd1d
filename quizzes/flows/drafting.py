"""What the comparison of a story finds and asks is stored; what the teacher has decided stays as she left it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from quizzes.flows import records
from quizzes.flows.item_records import draft_of, fill_item, option_rows
from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft
from quizzes.models import Article, Claim, Finding, Item, Occurrence, Option, Position, Story
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison

AFTER_THE_DRAFTS = 10_000
"""Where items stand that the newest comparison does not ask: more than any story has drafts."""


def compare_story(*, story_id: int, token: str, corrected: bool = False) -> bool:
    """Compare what has been read, store findings and drafts: the story is ready. False where another reading has the story now.

    Needs no spaCy, so a web process does it after a teacher's correction (`corrected`): then items that she
    has kept but not edited take the new names too. The comparing is done outside the transaction; where she
    corrects something meanwhile, it is done again.
    """
    while True:
        story = Story.objects.get(pk=story_id)
        facts = _facts(story_id)
        comparison = compare(records.readings_of(story))
        drafts = draft_items(comparison)
        with transaction.atomic():
            if not Story.objects.select_for_update().filter(pk=story_id, reading_token=token).exists():
                return False
            if _facts(story_id) != facts:
                continue
            findings = _store_findings(story, comparison)
            _store_drafts(story, comparison, drafts, findings, corrected=corrected)
            # Here and not later: a correction that comes after this must find the story ready, and compare again.
            Story.objects.filter(pk=story_id).update(
                state=Story.State.READY, failure="", changed_at=timezone.now()
            )
            return True


def _facts(story_id: int) -> list[tuple[Any, ...]]:
    """What a comparison rests on besides the readings themselves."""
    return [
        (a.letter, a.state, *records.known_of(a).values())
        for a in Article.objects.filter(story=story_id).order_by("letter")
    ]


def _store_findings(story: Story, comparison: Comparison) -> dict[str, Finding]:
    articles = {a.uid: a for a in story.articles.all()}
    occurrences = _store_occurrences(story, comparison)
    rows = {f.uid: f for f in story.findings.all()}
    story.findings.exclude(uid__in=[f.id for f in comparison.findings]).delete()
    Position.objects.filter(finding__story=story).delete()
    kept: dict[str, Finding] = {}
    for order, finding in enumerate(comparison.findings):
        row = rows.get(finding.id) or Finding(story=story, uid=finding.id)
        records.fill_finding(row, finding, occurrences.get(finding.occurrence or ""))
        row.order = order
        row.save()
        kept[finding.id] = row
    Position.objects.bulk_create(
        position
        for finding in comparison.findings
        for position in records.position_rows(kept[finding.id], finding.positions, articles)
    )
    Story.objects.filter(pk=story.pk).update(
        copies=dict(comparison.copies), set_aside=list(comparison.set_aside)
    )
    return kept


def _store_occurrences(story: Story, comparison: Comparison) -> dict[str, Occurrence]:
    rows = {o.uid: o for o in story.occurrences.all()}
    story.occurrences.exclude(uid__in=[o.id for o in comparison.occurrences]).delete()
    for order, occurrence in enumerate(comparison.occurrences):
        row = rows.get(occurrence.id) or Occurrence(story=story, uid=occurrence.id)
        row.label, row.happenings, row.order = occurrence.label[:300], list(occurrence.happenings), order
        row.save()
        rows[occurrence.id] = row
    placed = {c.id: rows.get(c.occurrence or "") for c in comparison.claims}
    claims = list(Claim.objects.filter(article__story=story))
    for claim in claims:
        claim.occurrence = placed.get(claim.uid)
    Claim.objects.bulk_update(claims, ["occurrence"], batch_size=500)
    return rows


def _store_drafts(
    story: Story,
    comparison: Comparison,
    drafts: Sequence[ItemDraft],
    findings: dict[str, Finding],
    *,
    corrected: bool,
) -> None:
    rows = {i.uid: i for i in story.items.select_related("finding").prefetch_related("options")}
    for order, draft in enumerate(drafts):
        item = rows.pop(draft.id, None) or Item(story=story, uid=draft.id)
        item.finding = findings.get(draft.finding)
        item.is_stale = False
        item.order = order
        if _takes_new_wording(item, corrected):
            fill_item(item, draft)
        item.save()
        if _takes_new_wording(item, corrected):
            item.options.all().delete()
            Option.objects.bulk_create(option_rows(item, draft))
    for item in rows.values():
        _settle_left_over(item, comparison)


def _takes_new_wording(item: Item, corrected: bool) -> bool:
    """A draft follows the newest reading; a decided item only the teacher's own correction, an edited one nothing."""
    return not item.is_edited and (item.state == Item.State.DRAFT or corrected)


def _settle_left_over(item: Item, comparison: Comparison) -> None:
    """An item that is not drafted any more: goes where nobody has decided on it, else says whether its key still holds."""
    if item.state == Item.State.DRAFT and not item.is_edited:
        item.delete()
        return
    item.is_stale = not prove(draft_of(item), comparison)
    item.order = AFTER_THE_DRAFTS + item.order % AFTER_THE_DRAFTS
    item.save(update_fields=["is_stale", "order", "changed_at"])
