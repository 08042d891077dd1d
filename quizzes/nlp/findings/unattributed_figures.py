"""Figures that an outlet gives in its own voice where another article names who counted, or that nobody can know yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import HARMS, SUMS, is_indefinite
from quizzes.nlp.findings.discrepancies import comparable_claims, days_of, topic
from quizzes.nlp.findings.partners import may_differ
from quizzes.nlp.findings.relations import figure, relate
from quizzes.nlp.findings.side_by_side import SideBySide, claim_position, listed, make_finding
from quizzes.nlp.types import Claim, Finding, FindingKind, Relation, Role

OWN_VOICE, OWN_ESTIMATE = 0.7, 0.55
"""An estimate is below the bar: who made it may stand in a sentence before."""

COSTS = frozenset({"cost", "damage", "damages", "lost", "saved", "losses", "loss", "saving"})
FORECAST = re.compile(r"\b(?:will|would|could|may|might)\b", re.IGNORECASE)


def find_unattributed_figures(side: SideBySide) -> Iterator[Finding]:
    """A finding for each count of a loss without a source in one article that has a source in another.

    Without that contrast most such figures are what the reporter could see for herself, and nothing to ask about.
    """
    estimates = [c for c in side.witnesses if is_own_estimate(c)]
    yield from (unsourced(side, c, "nobody can have counted it yet") for c in estimates)
    for group in comparable_claims(side.witnesses):
        if group[0].measure not in HARMS or group[0].occurrence is None:
            yield from disputed(side, group, leave_out=estimates)
            continue
        named = [c for c in group if c.source is not None]
        for claim in group:
            others = [c for c in named if c.article != claim.article]
            if claim.source is not None or figure(claim.value) is None or is_indefinite(claim) or not others:
                continue
            if claim.role is Role.HEADLINE or any(c.article == claim.article for c in named):
                continue  # a headline has no room for who counted
            sources = listed(
                sorted({f"{side.name(c.article)} ({c.source.name})" for c in others if c.source})
            )
            yield make_finding(
                FindingKind.UNATTRIBUTED_FIGURE,
                [claim_position(claim)],
                f"{topic(side, (claim,))}: {side.name(claim.article)} says {claim.value.text} but not who counted; "
                f"sources are named by {sources}.",
                OWN_VOICE,
                aspect="number",
                measure=claim.measure,
                occurrence=claim.occurrence,
            )


def disputed(side: SideBySide, group: tuple[Claim, ...], leave_out: list[Claim]) -> Iterator[Finding]:
    """A finding for each plain figure without a source that contradicts one with a source."""
    published = days_of(side)
    for claim in group:
        if claim.source is not None or figure(claim.value) is None or claim.role is Role.HEADLINE:
            continue
        if claim in leave_out:
            continue
        others = [c for c in group if c.source and c.article != claim.article and may_differ(claim, c, group)]
        named = [c for c in others if relate(claim, c, published) is Relation.CONFLICT]
        if named:
            sources = listed(sorted({f"{side.name(c.article)} ({c.source.name})" for c in named if c.source}))
            yield unsourced(side, claim, f"another figure, with its source, stands in {sources}")


def is_own_estimate(claim: Claim) -> bool:
    """True for a sum that an outlet itself says will be lost, spent or saved: nobody has counted it yet."""
    is_sum = claim.measure in COSTS and (claim.value.unit or "").casefold() in SUMS
    is_own = claim.source is None and claim.role is Role.BODY and figure(claim.value) is not None
    return is_sum and is_own and FORECAST.search(claim.text) is not None


def unsourced(side: SideBySide, claim: Claim, why: str) -> Finding:
    return make_finding(
        FindingKind.UNATTRIBUTED_FIGURE,
        [claim_position(claim)],
        f"{topic(side, (claim,))}: {side.name(claim.article)} says {claim.value.text} but not who says so; {why}.",
        OWN_ESTIMATE,
        aspect="number",
        measure=claim.measure,
        occurrence=claim.occurrence,
    )
