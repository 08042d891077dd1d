"""Harms that one article tells without who did them, where another names the doer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.types import Finding, FindingKind, Occurrence, Reading, Span, Tone, ToneKind

SAME_HARMED, SAME_OCCURRENCE, SAME_COUNT = 0.75, 0.6, 0.7
"""Surer where both articles also call those who were harmed by the same word; nearly so where they count as many of them."""


def find_agentless(side: SideBySide) -> Iterator[Finding]:
    """A finding for each occurrence and family of harm that some articles tell without a doer and others with one.

    An article that names the doer anywhere for that occurrence does not hide it, and is no position without.
    """
    seen: set[tuple[str, int]] = set()
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
                seen |= {(t.article, t.start) for t in left_out}
                yield made(side, occurrence, left_out, named)
    yield from as_many(side, seen)


def as_many(side: SideBySide, seen: set[tuple[str, int]]) -> Iterator[Finding]:
    """A finding for each harm to as many of the same ("14 guards") that is tied to no common occurrence."""
    counted: defaultdict[tuple[str, str, float], list[Tone]] = defaultdict(list)
    for reading in side.originals:
        for tone in reading.tones:
            is_harm = tone.kind in {ToneKind.AGENT, ToneKind.AGENTLESS} and tone.voice is None
            if is_harm and (count := count_of(side, tone)) is not None:
                counted[tone.word, harmed_of(tone), count].append(tone)
    for tones in counted.values():
        naming = {t.article for t in tones if t.kind is ToneKind.AGENT}
        named = first_of_each(t for t in tones if t.kind is ToneKind.AGENT)
        left_out = first_of_each(
            t for t in tones if t.article not in naming and (t.article, t.start) not in seen
        )
        if named and left_out:
            yield made(side, None, left_out, named)


def count_of(side: SideBySide, tone: Tone) -> float | None:
    """How many are harmed, by a claim of the same sentence with an exact figure above one; None without."""
    return next(
        (
            c.value.low
            for c in side.witnesses
            if c.article == tone.article
            and c.start <= tone.start < c.end
            and c.counted
            and c.counted[-1] == harmed_of(tone)
            and c.value.low is not None
            and c.value.low == c.value.high
            and c.value.low > 1
        ),
        None,
    )


def harmed_of(tone: Tone) -> str:
    return tone.about.partition(" by ")[0]


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


def made(side: SideBySide, occurrence: Occurrence | None, left_out: list[Tone], named: list[Tone]) -> Finding:
    harmed = {t.about for t in left_out}
    is_same = any(harmed_of(t) in harmed for t in named)
    without = listed([f"{side.name(t.article)} writes “{t.text}”" for t in left_out])
    with_doer = listed([f"{side.name(t.article)} “{t.text}”" for t in named])
    return make_finding(
        FindingKind.AGENTLESS,
        [phrase_position(side, t.article, Span(t.start, t.end)) for t in [*left_out, *named]],
        f"Told without who did it and with: {without}; {with_doer}.",
        SAME_COUNT if occurrence is None else SAME_HARMED if is_same else SAME_OCCURRENCE,
        aspect=left_out[0].category,
        occurrence=occurrence.id if occurrence else None,
    )
