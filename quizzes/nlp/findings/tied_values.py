"""Values of two articles that differ and are of one thing by the rare words around them, whatever measure they were read as."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizzes.nlp.findings.alike import MARKS, alike, are_equal, how_they_differ
from quizzes.nlp.findings.comparable import HARMS, UNNAMED, is_count, is_indefinite, is_of_before
from quizzes.nlp.findings.dates import MOVING
from quizzes.nlp.findings.discrepancies import (
    SAYS,
    common_measure,
    common_occurrence,
    connected,
    days_of,
    positions_of,
    told,
    topic,
)
from quizzes.nlp.findings.rare_words import RareWords, part
from quizzes.nlp.findings.relations import figure, on_top
from quizzes.nlp.findings.same_matter import DAY, PAST, YEAR, differ, names, rate
from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.types import Bound, Claim, Finding, FindingKind, Relation, ValueType

SURE = 0.65
"""Of the pairs on development stories that are tied so firmly nearly all were of one thing."""
TIED, FIRMLY = 1.0, 2.0
"""A bond as of one word that stands but once in each article; as of two."""
NAMED, HARMED = 1.0, 0.5
"""What one and the same measure adds that says more than the unit ("a reward of $500"); a story may tell of a harm twice."""

MAYBE = re.compile(r"\b(?:can|could|may|might|would|capable|capacity|if|unless)\b")
"""Words by which a figure is of what is possible ("May" is a month)."""

ASPECTS = {
    ValueType.NUMBER: "number",
    ValueType.TIME: "date",
    ValueType.DATE: "date",
    ValueType.TEXT: "attribute",
}
Pair = tuple[Claim, Claim]


def find_tied_values(side: SideBySide, found: Sequence[Finding]) -> Iterator[Finding]:
    """A finding for each two values that no other finder has set side by side."""
    rare, published = RareWords(side.originals), days_of(side)
    paired = {
        frozenset(pair)
        for f in found
        if f.kind in {FindingKind.DISCREPANCY, FindingKind.AGREEMENT}
        for pair in combinations([c for p in f.positions for c in p.claims], 2)
    }
    overtaken = {c for f in found if f.relation is Relation.UPDATE for p in f.positions for c in p.claims}
    claims = [c for c in side.witnesses if is_plain(c) and c.id not in overtaken]
    related: defaultdict[Relation, list[Pair]] = defaultdict(list)
    for one, other in rare.tied_pairs(claims):
        a, b = claims[one], claims[other]
        if not alike(a, b) or frozenset((a.id, b.id)) in paired:
            continue
        relation = how_they_differ(a, b, published)
        if relation is not None and are_tied(a, b, claims, side, rare):
            related[relation].append((a, b))
    for relation, pairs in sorted(related.items()):
        for group in connected(pairs):
            yield discrepancy(side, relation, with_repeats(group, claims, rare))


def with_repeats(group: tuple[Claim, ...], claims: Sequence[Claim], rare: RareWords) -> tuple[Claim, ...]:
    """The claims, with those that give one of their values again: in the same article by the same measure, in a further one
    in words that are tied to theirs."""
    given = {c.article for c in group}
    more = [c for c in claims if c not in group and any(repeats(c, other, given, rare) for other in group)]
    return tuple(sorted((*group, *more), key=lambda c: (c.article, c.start, c.value.start)))


def repeats(claim: Claim, other: Claim, given: set[str], rare: RareWords) -> bool:
    if claim.article == other.article:
        is_like = claim.measure == other.measure and claim.value.type is other.value.type
        return is_like and claim.occurrence == other.occurrence and are_equal(claim, other)
    if claim.article in given or not alike(claim, other) or not are_equal(claim, other):
        return False
    return rare.bond(claim, other) >= TIED / 2


def is_plain(claim: Claim) -> bool:
    """True for a figure that counts or measures, a time of day, a date and a mark; not for "a guard", "several", "so far this
    year"."""
    if claim.value.type is ValueType.NUMBER:
        return figure(claim.value) is not None and is_count(claim) and not is_indefinite(claim)
    if claim.value.type is ValueType.DATE:
        return is_one_date(claim)
    return claim.value.type is ValueType.TIME or claim.measure in MARKS


def is_one_date(claim: Claim) -> bool:
    """True for the one day, month or year of a deed, told by itself."""
    value = claim.value
    is_exact = value.bound is Bound.EXACT and bool(value.norm) and not value.text.endswith("s")
    return is_exact and bool(claim.counted) and MOVING.search(value.text) is None


def are_tied(a: Claim, b: Claim, claims: Sequence[Claim], side: SideBySide, rare: RareWords) -> bool:
    """True where two values are of one thing by the words around them, and no other value of either article is as likely."""
    firmness = tie(a, b, rare)
    if firmness < TIED or are_apart(a, b) or (firmness < FIRMLY and may_be_apart(a, b, side)):
        return False
    return not any(
        are_equal(x, y) or tie(x, y, rare) >= firmness for x, y in other_pairs(a, b, claims) if alike(x, y)
    )


def other_pairs(a: Claim, b: Claim, claims: Sequence[Claim]) -> Iterator[Pair]:
    """One of two claims with each other claim of the other's article."""
    for c in claims:
        if c.article == b.article and c.id != b.id:
            yield a, c
        elif c.article == a.article and c.id != a.id:
            yield c, b


def tie(a: Claim, b: Claim, rare: RareWords) -> float:
    """The bond of two claims, and what a measure adds that both have by name."""
    bond = rare.bond(a, b)
    if a.measure != b.measure or a.measure in UNNAMED or a.value.type is not ValueType.NUMBER:
        return bond
    if a.measure in HARMS:
        return bond + HARMED
    return bond if a.counted or b.counted else bond + NAMED


def are_apart(a: Claim, b: Claim) -> bool:
    """True where the words around two values tell of two names, days, years, rates, or of what is and what might be."""
    one, other = part(a), part(b)
    if is_of_before(a) != is_of_before(b) or on_top(a) != on_top(b) or rate(a) != rate(b):
        return True
    if bool(MAYBE.search(a.text)) != bool(MAYBE.search(b.text)) or bool(PAST.search(one)) != bool(
        PAST.search(other)
    ):
        return True
    if a.value.type is ValueType.DATE:
        return False
    return (
        differ(names_beside(a), names_beside(b))
        or differ(frozenset(DAY.findall(one)), frozenset(DAY.findall(other)))
        or set(YEAR.findall(one)) != set(YEAR.findall(other))
    )


def names_beside(claim: Claim) -> frozenset[str]:
    """The folded names in the part of the sentence in which a value stands."""
    here = part(claim).casefold()
    return frozenset(n for n in names(claim) if n in here)


def may_be_apart(a: Claim, b: Claim, side: SideBySide) -> bool:
    """True where the sentences name two years, or one of them a name beside the value that the whole other article has not."""
    if a.value.type is not ValueType.DATE and set(YEAR.findall(a.text)) != set(YEAR.findall(b.text)):
        return True
    return any(
        name not in side.reading(other.article).text.casefold()
        for claim, other in ((a, b), (b, a))
        for name in names_beside(claim)
    )


def discrepancy(side: SideBySide, relation: Relation, claims: tuple[Claim, ...]) -> Finding:
    positions = positions_of(claims)
    return make_finding(
        FindingKind.DISCREPANCY,
        positions,
        f"{topic(side, claims)}: {told(side, positions)}; {SAYS[relation]}.",
        SURE,
        relation=relation,
        aspect=ASPECTS[claims[0].value.type],
        measure=common_measure(claims),
        occurrence=common_occurrence(claims),
    )
