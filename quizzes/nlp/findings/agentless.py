"""Harms that one article tells without who did them, where another names the doer."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Occurrence, Reading, Span, Tone, ToneKind

SAME_HARMED, SAME_OCCURRENCE = 0.75, 0.6
"""Surer where both articles also call those who were harmed by the same word."""


def find_agentless(side: SideBySide) -> Iterator[Finding]:
    """A finding for each occurrence and family of harm that some articles tell without a doer and others with one.

    An article that names the doer anywhere for that occurrence does not hide it, and is no position without.
    """
    for occurrence in side.occurrences:
        tones = [t for r in side.originals for t in harms_of(r, occurrence)]
        for family in sorted({t.word for t in tones}):
            told = [t for t in tones if t.word == family]
            named = first_of_each(t for t in told if t.kind is ToneKind.AGENT)
            naming = {t.article for t in tones if t.kind is ToneKind.AGENT} | has_agents(side, occurrence)
            left_out = first_of_each(
                t for t in told if t.kind is ToneKind.AGENTLESS and t.article not in naming
            )
            if named and left_out:
                yield made(side, occurrence, left_out, named)


def harms_of(reading: Reading, occurrence: Occurrence) -> Iterator[Tone]:
    """The harms that an article tells of an occurrence in the outlet's own voice."""
    kinds = {ToneKind.AGENT, ToneKind.AGENTLESS}
    return (
        t
        for t in reading.tones
        if t.kind in kinds and t.voice is None and t.happening and t.happening in occurrence.happenings
    )


def has_agents(side: SideBySide, occurrence: Occurrence) -> set[str]:
    """The articles whose own happening says who acted."""
    return {
        r.article for r in side.originals for h in r.happenings if h.id in occurrence.happenings and h.agents
    }


def first_of_each(tones: Iterator[Tone]) -> list[Tone]:
    """The first Tone of each article."""
    found: dict[str, Tone] = {}
    for tone in tones:
        found.setdefault(tone.article, tone)
    return list(found.values())


def made(side: SideBySide, occurrence: Occurrence, left_out: list[Tone], named: list[Tone]) -> Finding:
    harmed = {t.about for t in left_out}
    is_same = any(t.about.partition(" by ")[0] in harmed for t in named)
    without = listed([f"{side.name(t.article)} writes “{t.text}”" for t in left_out])
    with_doer = listed([f"{side.name(t.article)} “{t.text}”" for t in named])
    return make_finding(
        FindingKind.AGENTLESS,
        [phrase_position(side, t.article, Span(t.start, t.end)) for t in [*left_out, *named]],
        f"Told without who did it and with: {without}; {with_doer}.",
        SAME_HARMED if is_same else SAME_OCCURRENCE,
        aspect=left_out[0].category,
        occurrence=occurrence.id,
    )
