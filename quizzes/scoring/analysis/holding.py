"""Whether a student holds a misconception, or only guessed wrong now and then."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

SLIP = 0.15
"""How often who holds a misconception answers otherwise all the same."""
PRIOR = 0.2
"""The share of holders to expect before any answer is seen: one in five, as in a class where it is worth a word."""
LEAST_CHANCE, MOST_CHANCE = 0.03, 0.9
"""Nobody is so good that she never slips, or so weak that every mistake is this one."""


def chance_of_picking(rest_share: float, wrong_options: int) -> float:
    """How often a student without the misconception picks the option that shows it: her other mistakes, spread evenly.

    `rest_share` is her share of the points at the items that do not offer it.
    """
    return min(MOST_CHANCE, max(LEAST_CHANCE, (1 - rest_share) / max(1, wrong_options)))


def holding(picks: Sequence[tuple[bool, float]]) -> float:
    """The probability that she holds it, after picks of (whether it was shown, `chance_of_picking`), one an item.

    Bayes' rule between two kinds of students, as in the DINA model with a slip and a guess: Junker & Sijtsma (2001),
    Applied Psychological Measurement 25, 258-272.
    """
    holder = PRIOR * prod(1 - SLIP if shown else SLIP for shown, _ in picks)
    other = (1 - PRIOR) * prod(chance if shown else 1 - chance for shown, chance in picks)
    return holder / (holder + other)
