"""One thing with two marks: the left knee or the right one, a white van or a black one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.comparable import about_one_thing, likeness
from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import Claim, Evidence, Finding, FindingKind, Position, Relation, ValueType

SURE, LESS_SURE = 0.75, 0.55
"""A colour seen by two witnesses may be that of two cars, unless the sentences are much alike."""
ALIKE = 0.3
MEASURES = frozenset({"side", "colour"})


def find_mark_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each thing that articles give different marks; an article with two such things says nothing."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.measure in MEASURES and claim.value.type is ValueType.TEXT:
            groups[claim.measure, claim.counted[-1]].append(claim)
    for (measure, thing), claims in sorted(groups.items()):
        marks: defaultdict[str, set[str | None]] = defaultdict(set)
        for claim in claims:
            marks[claim.article].add(claim.value.norm)
        sure = [c for c in claims if len(marks[c.article]) == 1]
        pairs = [(a, b) for a, b in combinations(sure, 2) if differ(a, b)]
        for group in connected(pairs):
            yield discrepancy(side, measure, thing, group)


def differ(a: Claim, b: Claim) -> bool:
    """True where two articles give one thing of one bearer two marks."""
    if a.article == b.article or a.value.norm == b.value.norm:
        return False
    if a.measure == "colour":
        # the word before the thing is what was done with it
        return a.counted[-2:] == b.counted[-2:] and about_one_thing(a, b)
    one, other = a.counted[:-1], b.counted[:-1]
    if one and other:
        return one[-1] == other[-1] and (min(len(one), len(other)) == 1 or one[-2] == other[-2])
    return (a.occurrence is not None and a.occurrence == b.occurrence) or about_one_thing(a, b)


def discrepancy(side: SideBySide, measure: str, thing: str, claims: tuple[Claim, ...]) -> Finding:
    given = listed([f"{side.name(c.article)} says “{c.value.text}”" for c in claims])
    whose = next(
        (" ".join(c.counted[:-1]).title() + ": " for c in claims if len(c.counted) > 1 and measure == "side"),
        "",
    )
    occurrences = {c.occurrence for c in claims}
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"{whose}{measure} of the {thing}: {given}; these cannot both be right.",
        SURE if measure == "side" or likeness(claims[0], claims[-1]) >= ALIKE else LESS_SURE,
        relation=Relation.CONFLICT,
        aspect="attribute",
        measure=measure,
        occurrence=occurrences.pop() if len(occurrences) == 1 else None,
    )
