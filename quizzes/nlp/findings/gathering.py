"""What belongs to a discrepancy besides the figures that differ: those who repeat one of them, and what is overtaken with it."""

from __future__ import annotations

from collections import defaultdict

from quizzes.nlp.findings.comparable import Kinship, about_one_thing, kinship
from quizzes.nlp.findings.pairing import Pair
from quizzes.nlp.findings.relations import figure
from quizzes.nlp.types import Claim, Relation


def count_as_overtaken(related: defaultdict[Relation, list[Pair]], published: dict[str, str | None]) -> None:
    """Moves to the updates what an article without a day repeats of one: it is as old as its figure."""
    updated = {figures(pair) for pair in related[Relation.UPDATE]}
    kept: list[Pair] = []
    for pair in related[Relation.CONFLICT]:
        is_undated = any(published.get(c.article) is None for c in pair)
        (related[Relation.UPDATE] if is_undated and figures(pair) in updated else kept).append(pair)
    related[Relation.CONFLICT] = kept


def figures(pair: Pair) -> frozenset[float | None]:
    return frozenset(figure(c.value) for c in pair)


def with_echoes(claims: tuple[Claim, ...], group: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with those of further articles that give one of their figures for the same happening and things."""
    given = {c.article for c in claims}
    echoes = [c for c in group if c.article not in given and any(repeats(c, other) for other in claims)]
    return tuple(sorted((*claims, *echoes), key=lambda c: (c.article, c.start, c.value.start)))


def repeats(claim: Claim, other: Claim) -> bool:
    """True for one figure of one happening, fenced in alike and of the same things."""
    if claim.occurrence is None or (claim.occurrence, claim.measure) != (other.occurrence, other.measure):
        return False
    if figure(claim.value) is None or figure(claim.value) != figure(other.value):
        return False
    is_alike = claim.value.bound is other.value.bound and kinship(claim, other) is Kinship.SAME
    return is_alike and about_one_thing(claim, other)
