"""One act or several: "the single raid" in one article, "the raids" in another, of one occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from quizzes.nlp.findings.comparable import head
from quizzes.nlp.findings.side_by_side import SideBySide, claim_position, listed, make_finding, role_at
from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.types import Claim, Finding, FindingKind, Position, Relation, Role

MOST = 3
"""Sentences of an article that show the plural, at most."""
MAYBE = 0.55
"""Below the bar: news says "strikes" for one raid with several bombs, so that two wordings need not be two counts."""


def find_act_counts(side: SideBySide) -> Iterator[Finding]:
    """A finding for each occurrence that one article stresses to have been a single act and another tells in the plural."""
    stressed: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in filter(stresses_one, side.witnesses):
        stressed[claim.occurrence or ""].append(claim)
    for occurrence in side.occurrences:
        ones = stressed.get(occurrence.id)
        if not ones:
            continue
        several = list(plurals(side, occurrence.happenings, ones))
        if not several:
            continue
        told = listed([f"{side.name(p.article)} writes “{p.value}”" for p in several])
        first = ones[0]
        yield make_finding(
            FindingKind.DISCREPANCY,
            [*(replace(claim_position(c), value=one_act(c)) for c in ones), *several],
            f"Number of acts, {occurrence.label}: {side.name(first.article)} says "
            f"{one_act(first)}, {told}; these cannot all be right.",
            MAYBE,
            relation=Relation.CONFLICT,
            aspect="acts",
            measure=first.measure,
            occurrence=occurrence.id,
        )


def stresses_one(claim: Claim) -> bool:
    """True for "the single raid", "one strike": a count of one act."""
    value = claim.value
    return value.low == value.high == 1 and len(value.text) > 2 and head(claim.counted) in FAMILY_OF_NOUN


def one_act(claim: Claim) -> str:
    """ "a single raid", "one raid": the figure with what it counts."""
    unit = claim.value.unit or head(claim.counted)
    return f"a single {unit}" if claim.value.text.casefold() == "single" else f"{claim.value.text} {unit}"


def plurals(side: SideBySide, happenings: tuple[str, ...], ones: list[Claim]) -> Iterator[Position]:
    """For each article the sentences that tell the occurrence in the plural of the counted noun ("airstrikes").

    Headlines are left out: there "strikes" is as often a verb.
    """
    nouns = {head(c.counted) for c in ones}
    for reading in side.originals:
        told = {
            sentence: mention.of(reading.text)
            for mention in sorted(m for h in reading.happenings if h.id in happenings for m in h.mentions)
            if role_at(reading, mention.start) is not Role.HEADLINE
            and any(mention.of(reading.text).casefold().endswith(noun + "s") for noun in nouns)
            and (sentence := side.sentence(reading.article, mention.start))
        }
        if told:
            yield Position(reading.article, (), next(iter(told.values())), None, tuple(told)[:MOST])
