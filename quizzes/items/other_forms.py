"""Parallel forms of an item: the finding asked about again with another seed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizzes.items.drafting import FAMILIES
from quizzes.items.matrix import Matrix
from quizzes.items.suitable import is_suitable
from quizzes.items.types import ItemDraft, Option, Pairing
from quizzes.nlp.types import Comparison

SEEDS = range(1, 9)
"""Forms that are tried: families turn through their articles and option sets in far fewer."""


def another_form(
    comparison: Comparison, item: ItemDraft, known: Collection[ItemDraft]
) -> tuple[ItemDraft, str] | None:
    """The form least like the item that the story does not hold yet, with what is other about it; None where there is none.

    Another question of the same kind is best, then one of another kind; failing these the same question with other
    options, or with its options in another order.
    """
    taken, uids = {_look(d) for d in known}, {d.id for d in known}
    asked = {(d.kind, d.stem) for d in known}
    found = []
    for draft in _forms(comparison, item.finding):
        if draft.id in uids or _look(draft) in taken:
            continue
        if (draft.kind, draft.stem) in asked and (draft.kind, draft.stem) != (item.kind, item.stem):
            continue
        rank, other = _difference(draft, item)
        if rank == 0:
            return draft, other
        found.append((rank, draft.form, draft, other))
    best = min(found, key=lambda f: f[:2], default=None)
    return (best[2], best[3]) if best else None


def _forms(comparison: Comparison, finding_id: str) -> Iterator[ItemDraft]:
    finding = next((f for f in comparison.findings if f.id == finding_id), None)
    if finding is None or finding.kind not in FAMILIES:
        return
    matrix = Matrix(comparison)
    for seed in SEEDS:
        for draft in FAMILIES[finding.kind](matrix, finding, seed):
            if draft is not None and is_suitable(matrix, draft):
                yield draft


def _difference(draft: ItemDraft, item: ItemDraft) -> tuple[int, str]:
    if draft.stem != item.stem:
        return (0, "another question") if draft.kind is item.kind else (1, "another kind of question")
    if draft.kind is not item.kind:
        return 1, "another kind of answer"
    same = sorted(o.text for o in _options(draft)) == sorted(o.text for o in _options(item))
    return (3, "the same options in another order") if same else (2, "other options")


def _look(draft: ItemDraft) -> tuple[object, ...]:
    """What a student sees of it."""
    return draft.kind, draft.stem, tuple(o.text for o in _options(draft))


def _options(draft: ItemDraft) -> tuple[Option, ...]:
    if isinstance(draft.options, Pairing):
        return (*draft.options.left, *draft.options.right)
    return draft.options
