"""The result of one vote told in two figures: the board voted 7-4, the board voted 7-3."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import Claim, Evidence, Finding, FindingKind, Position, Relation, ValueType

SURE = 0.85
VOTE = "vote"
TALLY = re.compile(r"(\d+)-(\d+)")
NEAR = 0.2
"""By how much of the votes cast two tallies of one vote may differ: a committee and its council are no one chamber."""


def find_tally_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each vote of which each article gives one result, and not all the same."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.measure == VOTE and claim.occurrence and tally(claim) is not None:
            told[claim.occurrence].append(claim)
    for occurrence, claims in sorted(told.items()):
        results = {(c.article, tally(c)) for c in claims}
        times = Counter(article for article, _ in results)
        single = [c for c in claims if times[c.article] == 1]
        pairs = [(a, b) for a, b in combinations(single, 2) if are_two_results(a, b)]
        for group in connected(pairs):
            yield discrepancy(side, occurrence, group)


def tally(claim: Claim) -> tuple[int, int] | None:
    """The votes for and against; None for a value that is no result in figures."""
    found = TALLY.fullmatch(claim.value.norm or "") if claim.value.type is ValueType.TEXT else None
    return (int(found[1]), int(found[2])) if found else None


def are_two_results(a: Claim, b: Claim) -> bool:
    """True for two results of so nearly as many votes that they can only be of one chamber; 4-7 is 7-4 from the other side."""
    one, other = tally(a), tally(b)
    if one is None or other is None or a.article == b.article or sorted(one) == sorted(other):
        return False
    return abs(sum(one) - sum(other)) <= NEAR * max(sum(one), sum(other))


def discrepancy(side: SideBySide, occurrence: str, claims: tuple[Claim, ...]) -> Finding:
    given = listed([f"{side.name(c.article)} says {c.value.text}" for c in claims])
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"Vote, {side.label(occurrence)}: {given}; these cannot all be right.",
        SURE,
        relation=Relation.CONFLICT,
        aspect="number",
        measure=VOTE,
        occurrence=occurrence,
    )
