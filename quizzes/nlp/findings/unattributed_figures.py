"""Figures that an outlet gives in its own voice where another article names who counted."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.findings.comparable import HARMS, is_indefinite
from quizzes.nlp.findings.discrepancies import comparable_claims, topic
from quizzes.nlp.findings.relations import figure
from quizzes.nlp.findings.side_by_side import SideBySide, claim_position, listed, make_finding
from quizzes.nlp.types import Finding, FindingKind, Role

OWN_VOICE = 0.7


def find_unattributed_figures(side: SideBySide) -> Iterator[Finding]:
    """A finding for each count of a loss without a source in one article that has a source in another.

    Without that contrast most such figures are what the reporter could see for herself, and nothing to ask about.
    """
    for group in comparable_claims(side.witnesses):
        if group[0].measure not in HARMS or group[0].occurrence is None:
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
