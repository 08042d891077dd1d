"""What the comparison of a story finds and asks is stored; what the teacher has decided stays as she left it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from quizzes.flows import records
from quizzes.flows.corrections import corrections_of, laid_over, overlay_of
from quizzes.flows.item_records import draft_of, fill_item, option_rows
from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft
from quizzes.models import Article, Claim, Correction, Finding, Item, Occurrence, Option, Position, Story
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
        comparison = compared(story)
        drafts = draft_items(comparison)
        with transaction.atomic():
            if not Story.objects.select_for_update().filter(pk=story_id, reading_token=token).exists():
                return False
            if _facts(story_id) != facts:
                continue
            baseless = _baseless(story, comparison)
            findings = _store_findings(story, comparison)
            _store_drafts(story, comparison, drafts, findings, corrected=corrected, baseless=baseless)
            # Here and not later: a correction that comes after this must find the story ready, and compare again.
            Story.objects.filter(pk=story_id).update(
                state=Story.State.READY, failure="", changed_at=timezone.now()
            )
            return True


def compared(story: Story) -> Comparison:
    """The readings compared, with all that the teacher says of them and of their happenings laid over."""
    read = records.readings_as_read(story)
    overlay = overlay_of(read, corrections_of(story))
    named = story.occurrences.exclude(label_set="").prefetch_related("claims")
    return compare(laid_over(read, overlay), overlay.settled(named))


def _facts(story_id: int) -> list[tuple[Any, ...]]:
    """What a comparison rests on besides the readings themselves."""
    articles = Article.objects.filter(story=story_id).order_by("letter")
    corrections = Correction.objects.filter(story=story_id).order_by("pk")
    named = Occurrence.objects.filter(story=story_id).exclude(label_set="").order_by("pk")
    return [
        *((a.letter, a.state, *records.known_of(a).values()) for a in articles),
        *corrections.values_list("pk", "value"),
        *named.values_list("pk", "label_set"),
    ]


def _baseless(story: Story, comparison: Comparison) -> frozenset[int]:
    """The items whose finding goes with this comparison, and none on the same matter comes in its place: what their
    stems take for granted ("the articles do not agree") may hold no more, though the key does."""
    found = {f.id for f in comparison.findings}
    matters = {(f.kind.value, (f.measure or "")[:120]) for f in comparison.findings}
    items = story.items.filter(finding__isnull=False, finding__is_own=False).select_related("finding")
    return frozenset(
        i.pk
        for i in items
        if i.finding and i.finding.uid not in found and (i.finding.kind, i.finding.measure) not in matters
    )


def _store_findings(story: Story, comparison: Comparison) -> dict[str, Finding]:
    articles = {a.uid: a for a in story.articles.all()}
    occurrences = _store_occurrences(story, comparison)
    rows = {f.uid: f for f in story.findings.all()}
    found = {f.id for f in comparison.findings}
    _take_over_dismissals(rows, comparison)
    # What she has added herself rests on no rule: no comparison takes it away.
    story.findings.filter(is_own=False).exclude(uid__in=found).delete()
    Position.objects.filter(finding__story=story, finding__is_own=False).delete()
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


def _take_over_dismissals(rows: dict[str, Finding], comparison: Comparison) -> None:
    """A finding that she has struck stays struck where a new comparison tells more, or less, of the very same."""
    found = {f.id: f for f in comparison.findings}
    struck = [f for f in rows.values() if f.is_dismissed and f.uid not in found]
    if not struck:
        return
    evidence = {
        f.pk: {(p.article.letter, e["start"]) for p in f.positions.all() for e in p.evidence}
        for f in Finding.objects.filter(pk__in=[f.pk for f in struck]).prefetch_related("positions__article")
    }
    for new in comparison.findings:
        told = {(e.article, e.start) for p in new.positions for e in p.evidence}
        for old in struck:
            is_same = (old.kind, old.measure) == (new.kind.value, (new.measure or "")[:120])
            if is_same and new.id not in rows and (told <= evidence[old.pk] or evidence[old.pk] <= told):
                rows[new.id] = Finding(
                    story=old.story, uid=new.id, is_dismissed=True, dismissed_reason=old.dismissed_reason
                )


def _store_occurrences(story: Story, comparison: Comparison) -> dict[str, Occurrence]:
    rows = {o.uid: o for o in story.occurrences.all()}
    _take_over_names(rows, comparison)
    for order, occurrence in enumerate(comparison.occurrences):
        row = rows.get(occurrence.id) or Occurrence(story=story, uid=occurrence.id)
        row.happenings, row.order = list(occurrence.happenings), order
        if occurrence.label != row.label_set:  # what she calls it stands beside what was read
            row.label = occurrence.label[:300]
        row.save()
        rows[occurrence.id] = row
    # A name that fits nothing for now is kept: the article that tells of the happening may come back.
    gone = story.occurrences.exclude(uid__in=[o.id for o in comparison.occurrences])
    gone.filter(label_set="").delete()
    placed = {c.id: rows.get(c.occurrence or "") for c in comparison.claims}
    claims = list(Claim.objects.filter(article__story=story))
    for claim in claims:
        claim.occurrence = placed.get(claim.uid)
    Claim.objects.bulk_update(claims, ["occurrence"], batch_size=500)
    return rows


def _take_over_names(rows: dict[str, Occurrence], comparison: Comparison) -> None:
    """An occurrence that she has named and that is put together anew keeps its row, and so its name."""
    found = {o.id for o in comparison.occurrences}
    home = {h: o.id for o in comparison.occurrences for h in o.happenings}
    home |= {c.id: c.occurrence for c in comparison.claims if c.occurrence}
    for row in [r for r in rows.values() if r.label_set and r.uid not in found]:
        told = [*row.happenings, *(c.uid for c in row.claims.all())]
        now = Counter(home[i] for i in told if i in home).most_common(1)
        if not now:
            continue
        if (other := rows.get(now[0][0])) is None:
            row.uid = now[0][0]
            rows[row.uid] = row
        elif not other.label_set:
            other.label_set, row.label_set = row.label_set, ""
            row.save(update_fields=["label_set"])


def _store_drafts(
    story: Story,
    comparison: Comparison,
    drafts: Sequence[ItemDraft],
    findings: dict[str, Finding],
    *,
    corrected: bool,
    baseless: frozenset[int],
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
        _settle_left_over(item, comparison, item.pk in baseless)


def _takes_new_wording(item: Item, corrected: bool) -> bool:
    """A draft follows the newest reading; a decided item only the teacher's own correction, an edited one nothing."""
    return not item.is_edited and (item.state == Item.State.DRAFT or corrected)


def _settle_left_over(item: Item, comparison: Comparison, is_baseless: bool) -> None:
    """An item that is not drafted any more: goes where nobody has decided on it, else says whether it still holds.

    An item of the teacher's own stays as it is, whatever the articles say; another form (`form`) was asked for by her.
    """
    if item.is_own:
        return
    if item.state == Item.State.DRAFT and not item.is_edited and not item.form:
        item.delete()
        return
    # Without its finding it stays marked until it is drafted again, or she edits it.
    is_left = is_baseless or (item.is_stale and item.finding_id is None)
    item.is_stale = is_left or not prove(draft_of(item), comparison)
    item.order = AFTER_THE_DRAFTS + item.order % AFTER_THE_DRAFTS
    item.save(update_fields=["is_stale", "order", "changed_at"])
