"""One person's death, wound, arrest or rescue put in two places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.lexicons.nations import COUNTRIES
from quizzes.nlp.types import Claim, Evidence, Finding, FindingKind, Position, Relation, ValueType

SURE, LESS_SURE = 0.65, 0.55
"""Where only what did it is the same, two may have been hurt so: for the teacher to see."""
PREFIX = "place: "
WIDE = frozenset(
    "county state province district region republic kingdom states islands valley bay area coast".split()
)
"""Words in the names of what may hold the other place."""
GENERIC = frozenset(
    """person man woman child boy girl people victim suspect teenager resident official soldier officer civilian fighter
    militant protester demonstrator migrant refugee worker student pupil driver passenger patient player gunman
    journalist villager motorist pedestrian survivor prisoner hostage guard tourist""".split()
)
"""Nouns that stand for anybody: two articles may well speak of two of them."""


def find_place_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each person whom two articles let the same befall in two places, neither within the other."""
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.measure.startswith(PREFIX) and claim.value.type is ValueType.TEXT:
            groups[claim.measure].append(claim)
    for measure, claims in sorted(groups.items()):
        pairs = [(a, b) for a, b in combinations(claims, 2) if differ(a, b, claims, side)]
        for group in connected(pairs):
            yield discrepancy(side, measure, group)


def differ(a: Claim, b: Claim, claims: list[Claim], side: SideBySide) -> bool:
    if (
        a.article == b.article
        or not are_one(a, b)
        or (a.occurrence and b.occurrence and a.occurrence != b.occurrence)
    ):
        return False
    x, y = a.value.norm or "", b.value.norm or ""
    if set(x.split()) & set(y.split()) or {x, y} & WIDE_NAMES or set(f"{x} {y}".split()) & WIDE:
        return False
    texts = [side.reading(c.article).text for c in (a, b)]
    if any(is_within(x, y, t) or is_within(y, x, t) for t in texts):
        return False
    # An article that has two such persons, or both places for the one, tells of two.
    return not any(
        c.article in {a.article, b.article} and c.id not in {a.id, b.id} and are_one(c, a) for c in claims
    )


WIDE_NAMES = frozenset(name.casefold() for name in COUNTRIES)


def are_one(a: Claim, b: Claim) -> bool:
    """True where two claims name one person, one calling, or one thing that did it to one person."""
    who, other = a.counted[-2], b.counted[-2]
    if who == other and who not in GENERIC:
        return True
    return bool(set(a.counted[:-2]) & set(b.counted[:-2]))


def is_within(inner: str, outer: str, text: str) -> bool:
    """True where an article writes one place as lying in the other: "Wells, Dorn County", "Wells in Dorn County"."""
    return (
        re.search(rf"{re.escape(inner)}(?:,| in|,? near| \()\s*(?:the )?{re.escape(outer)}", text, re.I)
        is not None
    )


def discrepancy(side: SideBySide, measure: str, claims: tuple[Claim, ...]) -> Finding:
    given = listed([f"{side.name(c.article)} says “{c.value.text}”" for c in claims])
    occurrences = {c.occurrence for c in claims}
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"Where the {claims[0].counted[-2]} {told(measure)}: {given}; these cannot all be right.",
        SURE if len({c.counted[-2] for c in claims}) == 1 else LESS_SURE,
        relation=Relation.CONFLICT,
        aspect="place",
        measure=measure,
        occurrence=occurrences.pop() if len(occurrences) == 1 else None,
    )


def told(measure: str) -> str:
    act = measure.removeprefix(PREFIX)
    return act if act == "died" else f"was {act}"
