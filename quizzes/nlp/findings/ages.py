"""One person whose age two articles give differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.partners import may_differ
from quizzes.nlp.findings.relations import figure
from quizzes.nlp.findings.side_by_side import SideBySide, claim_position, listed, make_finding
from quizzes.nlp.findings.spelt_persons import spelt_twice
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Bound, Claim, Finding, FindingKind, Relation, ValueType

SURE, OF_SURNAME, OF_ONLY_DEAD = 0.8, 0.7, 0.65
AGE, KILLED = "age", "killed"
Name = tuple[str, ...]

GROWN_IN_A_YEAR = 1
"""Years by which two right ages may differ: a birthday lies between two articles."""


def find_age_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each person, by name or as the only one killed, to whom two articles give ages years apart."""
    ages = [c for c in side.witnesses if c.measure == AGE and is_exact(c)]
    spelt = {
        tuple(fold(w) for w in s.name.split()): tuple(fold(w) for w in group[0].name.split())
        for group in spelt_twice(side)
        for s in group
    }
    named = {c.id: spelt.get(c.counted, c.counted) for c in ages}
    heard = {
        spelt.get(name, name)
        for r in side.originals
        for q in r.quotations
        if q.speaker and (name := tuple(fold(w) for w in q.speaker.name.split()))
    }
    group = tuple(sorted(ages, key=lambda c: (c.article, c.start, c.value.start)))
    found: defaultdict[float, list[tuple[Claim, Claim]]] = defaultdict(list)
    for a, b in combinations(ages, 2):
        if a.article == b.article or not are_apart(a, b) or may_differ(a, b, group):
            continue
        sure = sameness(side, ages, named, heard, a, b)
        if sure:
            found[sure].append((a, b))
    for sure, pairs in sorted(found.items()):
        for claims in connected(pairs):
            yield discrepancy(side, claims, sure)


def is_exact(claim: Claim) -> bool:
    return claim.value.type is ValueType.NUMBER and claim.value.bound is Bound.EXACT and bool(claim.counted)


def are_apart(a: Claim, b: Claim) -> bool:
    x, y = figure(a.value), figure(b.value)
    return x is not None and y is not None and abs(x - y) > GROWN_IN_A_YEAR


def sameness(
    side: SideBySide, ages: Iterable[Claim], named: dict[str, Name], heard: Iterable[Name], a: Claim, b: Claim
) -> float | None:
    """How sure it is that two claims give the age of one person, None where they may be two."""
    one, other = named[a.id], named[b.id]
    if is_name(one) and is_name(other):
        return same_name([*named.values(), *heard], one, other)
    if is_only_dead(side, ages, a) and is_only_dead(side, ages, b):
        return OF_ONLY_DEAD
    return None


def is_name(bearer: Name) -> bool:
    return bearer[-1] not in PEOPLE


def same_name(heard: Iterable[Name], one: Name, other: Name) -> float | None:
    """By full name, or by a surname that no other first name goes with in the story."""
    if one[-1] != other[-1]:
        return None
    if len(one) > 1 and len(other) > 1:
        return SURE if one[-2:] == other[-2:] else None
    first = {bearer[-2] for bearer in (one, other) if len(bearer) > 1}
    others = {name[-2] for name in heard if len(name) > 1 and name[-1] == one[-1]}
    return OF_SURNAME if len(first | others) <= 1 else None


def is_only_dead(side: SideBySide, ages: Iterable[Claim], claim: Claim) -> bool:
    """True for the age in a sentence that tells of a death, where its article tells of one death in the happening only
    and gives no other age with a death."""
    own = [c for c in side.witnesses if c.article == claim.article and c.occurrence == claim.occurrence]
    deaths = [c for c in own if c.measure == KILLED or c.value.norm == "dead"]
    here = [c for c in deaths if (c.start, c.end) == (claim.start, claim.end)]
    counts = [figure(c.value) for c in deaths if c.measure == KILLED]
    others = [
        c
        for c in ages
        if c.article == claim.article and c.id != claim.id and any(d.start == c.start for d in deaths)
    ]
    return bool(claim.occurrence and here) and all(n == 1 for n in counts) and not others


def as_written(claim: Claim) -> str:
    """ "71-year-old" or "71"."""
    behind = claim.text[claim.value.end - claim.start :]
    return claim.value.text + ("-year-old" if behind.startswith("-year-old") else "")


def discrepancy(side: SideBySide, claims: tuple[Claim, ...], sure: float) -> Finding:
    fullest = max([c.counted for c in claims], key=len)
    who = " ".join(fullest).title()
    given = listed([f"{side.name(c.article)} says {as_written(c)}" for c in claims])
    occurrences = {c.occurrence for c in claims}
    return make_finding(
        FindingKind.DISCREPANCY,
        [replace(claim_position(c), value=as_written(c)) for c in claims],
        f"Age of {who}: {given}; these cannot all be right.",
        sure,
        relation=Relation.CONFLICT,
        aspect="number",
        measure=AGE,
        occurrence=occurrences.pop() if len(occurrences) == 1 else None,
    )
