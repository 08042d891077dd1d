"""A key was found to be wrong: what an instructor does about it for a class, and takes back again.

The item's own key stays as it was frozen. A repair lies over it (KeyRepair), and scores follow from both: what is handed in
later is scored under the repair too, and undoing it gives back exactly what stood before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from quizzes.flows.audits import record
from quizzes.flows.scoring import score_attempts
from quizzes.items.types import ItemKind
from quizzes.models import Assignment, Attempt, FrozenItem, KeyRepair, User
from quizzes.reports.wording import key_words
from quizzes.scoring.points import score
from quizzes.scoring.repairs import TAKES_KEY, KeyMissing, Policy, Repair, key_of
from quizzes.scoring.responses import ResponseMalformed, check_response

REPAIRED, UNDONE = "key repaired", "key repair undone"


class RepairRefused(Exception):
    """The repair cannot be made; the text says why, to a teacher."""


@dataclass(frozen=True)
class Wanted:
    """What is to be done about an item: one of the policies, and for two of them the answer that is right."""

    policy: Policy
    answer: Any = None
    keeps_better: bool = False


def plan(item: FrozenItem, wanted: Wanted) -> Repair:
    """The repair as answers are scored by it. Raises RepairRefused."""
    kind, policy = ItemKind(item.kind), wanted.policy
    if policy not in TAKES_KEY:
        return Repair(policy)
    if kind is ItemKind.OPEN:
        raise RepairRefused("A grader marks this item: give everybody full points, or leave it out.")
    try:
        check_response(kind, item.options, wanted.answer, sentences=_sentences(item))
        key = key_of(kind, wanted.answer, item.key)
    except ResponseMalformed as error:
        raise RepairRefused("The new key is no answer to this item. Choose it again.") from error
    except KeyMissing as missing:
        raise RepairRefused(str(missing)) from missing
    if score(kind, item.key, wanted.answer, 1) == 1 == score(kind, key, wanted.answer, 1) and _same(
        item, key
    ):
        raise RepairRefused("This is the key already.")
    return Repair(policy, key, wanted.keeps_better and policy is Policy.REPLACE)


def _same(item: FrozenItem, key: Any) -> bool:
    if item.kind == ItemKind.MULTI:
        return set(key) == set(item.key)
    return bool(key == item.key)


def _sentences(item: FrozenItem) -> dict[str, set[tuple[int, int]]] | None:
    if item.kind not in (ItemKind.EVIDENCE, ItemKind.CLAIM_EVIDENCE):
        return None
    return {a.letter: {(s["start"], s["end"]) for s in a.sentences} for a in item.version.articles.all()}


@transaction.atomic
def repair_key(
    *, assignments: Sequence[Assignment], item: FrozenItem, wanted: Wanted, reason: str, by: User
) -> list[KeyRepair]:
    """The repair made in each of the assignments, in place of one that stood there, and every answer scored by it.

    The same again changes nothing. Raises RepairRefused, and then nothing has changed anywhere.
    """
    if not reason.strip():
        raise RepairRefused("Write why, so that colleagues and students can follow it.")
    if any(assignment.version_id != item.version_id for assignment in assignments):
        raise RepairRefused("One of these classes was given another version of the quiz.")
    repair = plan(item, wanted)
    return [_repair(a, item, repair, reason.strip(), by) for a in sorted(assignments, key=lambda a: a.pk)]


def _repair(assignment: Assignment, item: FrozenItem, repair: Repair, reason: str, by: User) -> KeyRepair:
    attempts = _locked(assignment)
    before = standing(assignment, item)
    if before and (before.policy, before.key, before.keeps_better) == (
        repair.policy,
        repair.key,
        repair.keeps_better,
    ):
        return before
    if before:
        _end(before, by)
    made = KeyRepair.objects.create(
        assignment=assignment,
        item=item,
        policy=repair.policy.value,
        key=repair.key,
        keeps_better=repair.keeps_better,
        reason=reason,
        made_by=by,
    )
    score_attempts(assignment=assignment, attempts=attempts, items=[item])
    _record(REPAIRED, made, by, old=before, new=made, reason=reason)
    return made


@transaction.atomic
def undo_repair(*, repair: KeyRepair, by: User) -> bool:
    """Every answer scored by the item's own key again; False where a colleague has undone or replaced the repair."""
    assignment = repair.assignment
    attempts = _locked(assignment)
    before = standing(assignment, repair.item)
    if before is None or before.pk != repair.pk:
        return False
    _end(before, by)
    score_attempts(assignment=assignment, attempts=attempts, items=[repair.item])
    _record(UNDONE, before, by, old=before, new=None, reason="")
    return True


def standing(assignment: Assignment, item: FrozenItem) -> KeyRepair | None:
    """The repair by which the item is scored in an assignment; None where its own key holds."""
    return KeyRepair.objects.standing().filter(assignment=assignment, item=item).first()


def _locked(assignment: Assignment) -> list[Attempt]:
    """The attempts that are handed in, while none begins or is handed in: one handed in now waits for the new key."""
    Assignment.objects.select_for_update(of=("self",), no_key=True).get(pk=assignment.pk)
    attempts = list(assignment.attempts.select_for_update(of=("self",), no_key=True).order_by("pk"))
    return [attempt for attempt in attempts if not attempt.is_running]


def _end(repair: KeyRepair, by: User) -> None:
    repair.undone_by, repair.undone_at = by, dt.datetime.now(dt.UTC)
    repair.save(update_fields=["undone_by", "undone_at"])


def _record(
    action: str, of: KeyRepair, by: User, *, old: KeyRepair | None, new: KeyRepair | None, reason: str
) -> None:
    record(
        classroom=of.assignment.classroom,
        assignment=of.assignment,
        by=by,
        action=action,
        subject=f"item {of.item.order}: {of.item.stem}",
        old=_told(old, of.item),
        new=_told(new, of.item),
        reason=reason,
    )


def _told(repair: KeyRepair | None, item: FrozenItem) -> dict[str, Any]:
    """What holds, with the key in words: the record is read when the quiz is long gone."""
    if repair is None:
        return {"policy": None, "key": key_words(item, item.key)}
    key = None if repair.key is None else key_words(item, repair.key)
    return {"policy": repair.policy, "key": key, "keeps_better": repair.keeps_better}
