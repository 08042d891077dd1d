"""When what two tellings say of place, means and names can be of one happening. Free of spaCy."""

from __future__ import annotations

from collections.abc import Sequence

from quizzes.nlp.lexicons.acts import AIRBORNE
from quizzes.nlp.telling.spellings import fold, name_keys

BLAZES = frozenset(map(frozenset, ({"explosion"}, {"fire"}, {"explosion", "fire"})))
IMPACTS = frozenset(map(frozenset, ({"strike"}, {"crash"}, {"strike", "crash"})))
"""What runs into something strikes it: without anybody's hand or weapon "struck" tells of a crash."""

OF_ONE = frozenset({"resignation", "dismissal", "indictment", "trial", "storm", "vote"})
"""Families whose happenings are somebody's or something's by name: other names, another happening."""
OF_SEVERAL = frozenset({"match", "arrest", "killing", "lawsuit", "shooting", "stabbing", "election"})
"""Families that names hold together without parting them: a shooting has several victims."""


def means_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where the means are shared, or both come from the air ("air strike", "bomb")."""
    mine, yours = set(one), set(other)
    return bool(mine & yours) or bool(mine & AIRBORNE and yours & AIRBORNE)


def acts_fit(one: Sequence[str], other: Sequence[str], agents: Sequence[str]) -> bool:
    """True for an explosion and a fire, a crash and a strike by nobody's hand: news tells one accident by either word.

    `one` and `other` are the acts of each telling, `agents` whoever is said to have done any of them.
    """
    mine, yours = set(one), set(other)
    told = {frozenset(mine), frozenset(yours)}
    return not agents and (told <= BLAZES or told <= IMPACTS) and mine != yours


def share_place(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where two lists of places have a name in common, in whatever spelling."""
    return any(name_keys(a) & name_keys(b) for a in one for b in other)


def name_key(name: str) -> str:
    """What two forms of one name share: its last word, folded."""
    return (fold(name).split() or [""])[-1]


def share_name(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool({name_key(n) for n in one} & {name_key(n) for n in other})


def names_part(one: Sequence[str], other: Sequence[str], family: str) -> bool:
    """True where both are named and differently, in a family of which each happening has one name."""
    if not one or not other or share_name(one, other):
        return False
    return family in OF_ONE or (family == "match" and len(one) > 1 and len(other) > 1)
