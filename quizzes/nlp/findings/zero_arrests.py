"""One article says that nobody was arrested, another that somebody was: overtaken by the later one, or a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.discrepancies import SAYS, days_of, positions_of, with_unit
from quizzes.nlp.findings.relations import figure
from quizzes.nlp.findings.same_matter import is_past, years
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import Claim, Finding, FindingKind, Position, Relation

SURE, LESS_SURE = 0.85, 0.15
ARRESTED = "arrested"
SO_FAR = re.compile(
    r"\b(?:(?:had|have|has) (?:yet|so far|not yet)|so far|as yet|yet|by (?:late|midnight|noon|\d)|as of|at press time|"
    r"(?:have|has) been (?:made|arrested)|had been (?:made|arrested) (?:by|as of))\b",
    re.IGNORECASE,
)
"""Words by which nobody is arrested up to now only."""


def find_zero_arrests(side: SideBySide) -> Iterator[Finding]:
    """A finding where articles that tell of no arrest stand beside others that tell of one, all of one occasion."""
    claims = [c for c in side.witnesses if c.measure == ARRESTED and not (is_past(c) or years(c))]
    none = [c for c in claims if figure(c.value) == 0]
    some = [c for c in claims if (figure(c.value) or 0) > 0]
    occasions = {c.occurrence for c in claims} - {None}
    is_one = (
        len({c.occurrence for c in some}) == 1
        and some[0].occurrence is not None
        and len({figure(c.value) for c in some}) == 1
    )
    if not none or not is_one or {c.article for c in none} & {c.article for c in some}:
        return
    if occasions - {c.occurrence for c in some} - {c.occurrence for c in none}:
        return
    relation = relation_of(none, some, days_of(side))
    positions = [
        Position(p.article, p.claims, with_unit(by_id[p.claims[0]]), p.source, p.evidence)
        for by_id in ({c.id: c for c in claims},)
        for p in positions_of((*none, *some))
    ]
    told = listed([f"{side.name(p.article)} says {p.value}" for p in positions])
    yield make_finding(
        FindingKind.DISCREPANCY,
        sorted(positions, key=lambda p: p.article),
        f"Arrested: {told}; {SAYS[relation]}.",
        SURE - LESS_SURE,
        relation=relation,
        aspect="number",
        measure=ARRESTED,
        occurrence=some[0].occurrence,
    )


def relation_of(none: list[Claim], some: list[Claim], published: dict[str, str | None]) -> Relation:
    """UPDATE where nobody was arrested yet, or the article of the later day tells of the arrest; else CONFLICT."""
    if all(SO_FAR.search(c.text) for c in none):
        return Relation.UPDATE
    before = [published.get(c.article) for c in none]
    behind = [published.get(c.article) for c in some]
    known = [day for day in (*before, *behind) if day]
    if len(known) == len(before) + len(behind) and max(d or "" for d in before) < min(
        d or "" for d in behind
    ):
        return Relation.UPDATE
    return Relation.CONFLICT
