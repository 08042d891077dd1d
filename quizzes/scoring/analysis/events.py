"""What the order and the times of a student's answers tell: how long an item took, and what was answered at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

BREAK = 15 * 60.0
"""Seconds. A longer silence is taken for a break, and is no item's time."""


class Saved(NamedTuple):
    """One saved answer of an attempt: to which item, when (in seconds), and what, as text."""

    item: int
    at: float
    answer: str


def seconds_by_item(started: float, saved: Sequence[Saved]) -> dict[int, float]:
    """item → seconds. Each stretch between two saved answers, or from the start to the first, is the item's whose answer
    ends it: reading and thinking come before choosing. Stretches longer than `BREAK` are left out."""
    seconds: dict[int, float] = defaultdict(float)
    before = started
    for event in saved:
        stretch = max(0.0, event.at - before)
        seconds[event.item] += stretch if stretch <= BREAK else 0.0
        before = event.at
    return dict(seconds)


def first_answers(
    saved: Sequence[Saved], blanks: Mapping[int, frozenset[str]], is_single: Mapping[int, bool]
) -> dict[int, str]:
    """item → its first whole answer; `blanks` are those of each item that answer nothing.

    Where one option is chosen, the first that was; where an answer grows by ticking or typing, what stood when the student
    first went on to another item.
    """
    first: dict[int, str] = {}
    for n, event in enumerate(saved):
        if event.item in first or event.answer in blanks[event.item]:
            continue
        goes_on = n + 1 == len(saved) or saved[n + 1].item != event.item
        if is_single[event.item] or goes_on:
            first[event.item] = event.answer
    return first
