"""When what two tellings say of place and means can be of one happening. Free of spaCy."""

from __future__ import annotations

from collections.abc import Sequence

from quizzes.nlp.lexicons.acts import AIRBORNE
from quizzes.nlp.telling.spellings import name_keys

BLAZES = frozenset(map(frozenset, ({"explosion"}, {"fire"}, {"explosion", "fire"})))


def means_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where the means are shared, or both come from the air ("air strike", "bomb")."""
    mine, yours = set(one), set(other)
    return bool(mine & yours) or bool(mine & AIRBORNE and yours & AIRBORNE)


def acts_fit(one: Sequence[str], other: Sequence[str], agents: Sequence[str]) -> bool:
    """True for an explosion and a fire by nobody's hand: news tells one accident by either word.

    `one` and `other` are the acts of each telling, `agents` whoever is said to have done any of them.
    """
    mine, yours = set(one), set(other)
    return not agents and {frozenset(mine), frozenset(yours)} <= BLAZES and mine != yours


def share_place(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where two lists of places have a name in common, in whatever spelling."""
    return any(name_keys(a) & name_keys(b) for a in one for b in other)
