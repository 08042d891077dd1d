"""Passages that belong to another story."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.types import Finding, FindingKind, Position, Role

STRANGE = 0.75


def find_intruders(side: SideBySide) -> Iterator[Finding]:
    """A finding for each article with passages that reading has marked as another story's; their sentences prove it."""
    for reading in side.originals:
        strange = [p for p in reading.passages if p.role is Role.OTHER_STORY]
        evidence = tuple(
            side.slice(reading.article, s.start, s.end)
            for s in reading.sentences
            if any(p.start <= s.start < p.end for p in strange)
        )
        if not evidence:
            continue
        yield make_finding(
            FindingKind.INTRUDER,
            [Position(reading.article, (), None, None, evidence)],
            f"In {side.name(reading.article)} stands a passage that belongs to another story.",
            STRANGE,
        )
