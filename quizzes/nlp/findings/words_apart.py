"""All words of two articles that exclude each other, without those that other finders have set against each other already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quizzes.nlp.findings.causes_apart import find_causes_apart
from quizzes.nlp.findings.conditions_apart import find_conditions_apart
from quizzes.nlp.findings.doers_apart import find_doers_apart
from quizzes.nlp.findings.haves_apart import find_haves_apart
from quizzes.nlp.findings.kinds_apart import find_kinds_apart
from quizzes.nlp.findings.modifiers_apart import find_modifiers_apart
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.states_apart import find_states_apart
from quizzes.nlp.findings.whens_apart import find_whens_apart
from quizzes.nlp.types import Finding, FindingKind, Position

FINDERS: tuple[Callable[[SideBySide], Iterator[Finding]], ...] = (
    find_kinds_apart,
    find_modifiers_apart,
    find_conditions_apart,
    find_causes_apart,
    find_doers_apart,
    find_states_apart,
    find_haves_apart,
    find_whens_apart,
)


def find_words_apart(side: SideBySide, found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of all these finders, each but once."""
    told = [f for f in found if f.kind in {FindingKind.DISCREPANCY, FindingKind.AGREEMENT}]
    for find in FINDERS:
        for finding in find(side):
            if not any(covers(other, finding) for other in told):
                told.append(finding)
                yield finding


def covers(other: Finding, finding: Finding) -> bool:
    """True where another finding holds the words of all positions but one at most: it tells of the same."""
    held = [any(is_one(p, q) for q in other.positions) for p in finding.positions]
    return held.count(True) >= max(2, len(held) - 1)


def is_one(one: Position, other: Position) -> bool:
    """True for two positions in one sentence of which one's value stands in the other's."""
    if {(e.article, e.start) for e in one.evidence}.isdisjoint((e.article, e.start) for e in other.evidence):
        return False
    values = sorted(((p.value or "").casefold() for p in (one, other)), key=len)
    return values[0] in values[1]
