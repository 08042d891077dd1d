"""In which order a student meets items and options: the same at every look, from the seed in `Attempt.form`.

Only the order is dealt: answers, keys and scores go by the options' codes and know nothing of it. It is drawn from the
seed and the codes alone, so that it can tell nothing of the key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from quizzes.models import Assignment, Attempt, FrozenItem, Membership

Thing = TypeVar("Thing")
OWN_ORDERS = 0
"""The value of `Assignment.forms` that gives each student an order of her own."""
STAYS_LAST = re.compile(
    r"(none|neither|all|both|any|either)( of)? (the above|these|them|the others|those)\b|cannot tell\b", re.I
)
"""Options that speak of the others ("None of these") make sense only after them."""


def shuffled(things: Sequence[Thing], code: Callable[[Thing], object], *seed: object) -> list[Thing]:
    """The things in an order that the seed gives: each order is as likely as another, and the same seed gives the same.

    By hash rather than by `random`: the same in every version of Python, and for each thing whatever the others' order.
    """
    salt = "/".join(str(part) for part in seed)
    return sorted(things, key=lambda thing: sha256(f"{salt}/{code(thing)}".encode()).digest())


def deal_form(assignment: Assignment, student: Membership) -> int:
    """The form of a student's next attempt: that of her first one, else the next in turn or one of her own.

    Call it with the assignment's row locked: two who begin at once are dealt two forms.
    """
    attempts = Attempt.objects.filter(assignment=assignment)
    had = attempts.filter(membership=student).order_by("number").values_list("form", flat=True).first()
    if had is not None:
        return had
    if assignment.forms == OWN_ORDERS:
        return student.pk
    return attempts.values("membership").distinct().count() % assignment.forms + 1


def dealt_items(attempt: Attempt) -> list[FrozenItem]:
    """The items of an attempt as its student was dealt them, options included; in one query, and not to be saved."""
    assignment = attempt.assignment
    seed = (assignment.version_id, attempt.form)  # not the assignment: a student who moves takes hers along
    items = list(assignment.version.items.all())
    if assignment.shuffles_options:
        for item in items:
            item.options = dealt_options(item, *seed)
    return shuffled(items, lambda item: item.pk, *seed) if assignment.shuffles_items else items


def dealt_options(item: FrozenItem, *seed: object) -> Any:
    """An item's options in the order of a seed; of a match item each side for itself."""
    if isinstance(item.options, dict):
        return {side: _dealt(options, *seed, item.pk, side) for side, options in item.options.items()}
    return _dealt(item.options, *seed, item.pk)


def _dealt(options: Sequence[dict[str, Any]], *seed: object) -> list[dict[str, Any]]:
    last = [option for option in options if STAYS_LAST.match(option["text"])]
    others = [option for option in options if option not in last]
    return [*shuffled(others, lambda option: option["id"], *seed), *last]
