"""Passages that belong to another story."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.findings.stray_paragraphs import stray_paragraphs
from quizzes.nlp.types import Finding, FindingKind, Position, Role

STRANGE, STRAY = 0.75, 0.55
"""A paragraph that its words alone tell from the rest is only likely another story's: that lies below the bar."""


def find_intruders(side: SideBySide) -> Iterator[Finding]:
    """A finding for each article with passages that reading has marked as another story's, or with paragraphs that have
    nothing to do with the rest; their sentences prove it."""
    stray = stray_paragraphs(side)
    for reading in side.originals:
        marked = [p for p in reading.passages if p.role is Role.OTHER_STORY]
        strange = marked or stray[reading.article]
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
            f"In {side.name(reading.article)} stands a passage that {'belongs' if marked else 'seems to belong'} to another story.",
            STRANGE if marked else STRAY,
        )
