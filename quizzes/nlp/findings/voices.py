"""Who is heard: quotations whose speaker nobody names, and persons whom one article alone lets speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Finding, FindingKind, Manner, Position, Quotation, Reading, SourceKind

FEWEST_WORDS = 4
"""Fewer words between marks are a term or a title as often as somebody's speech."""

NOBODY, MAY_GO_ON, HEARD, REPORTED = 0.75, 0.5, 0.7, 0.55
"""Words between marks are surely said by the person; reported speech is read wrongly more often."""

BODIES = frozenset(
    """house hospital university college office department ministry agency association council committee court company
    group school police service commission union institute bank church chairman chair director spokesman
    spokeswoman spokesperson officials authorities""".split()
)
"""Words that show a name to be a body's or an office's, whatever kind reading took it for."""

AFTER_NAME = frozenset({"jr", "sr", "ii", "iii"})


def find_unattributed_quotations(side: SideBySide) -> Iterator[Finding]:
    """A finding for each direct quotation that fills its sentences and has no speaker.

    Where the paragraph or the one before quotes a named speaker, the words may go on from there: below the bar.
    """
    for reading in side.originals:
        for quotation in reading.quotations:
            if quotation.manner is not Manner.DIRECT or quotation.speaker or quotation.continues:
                continue
            if len(quotation.text.split()) < FEWEST_WORDS or not stands_alone(reading, quotation):
                continue
            yield make_finding(
                FindingKind.QUOTATION_UNATTRIBUTED,
                [said(side, quotation)],
                f"{side.name(reading.article)} quotes these words but does not say whose they are.",
                MAY_GO_ON if has_speaker_near(reading, quotation) else NOBODY,
            )


def stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """True where the sentences of a quotation hold no word outside its marks."""
    around = [s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end]
    if not around:
        return False
    outside = (
        reading.text[around[0].start : quotation.start]
        + reading.text[quotation.end : max(s.end for s in around)]
    )
    return not any(c.isalnum() for c in outside)


def has_speaker_near(reading: Reading, quotation: Quotation) -> bool:
    """True where somebody is quoted by name in the same paragraph or the one before."""
    at = next((n for n, p in enumerate(reading.passages) if p.start <= quotation.start < p.end), None)
    if at is None:
        return False
    start, end = reading.passages[max(at - 1, 0)].start, reading.passages[at].end
    return any(q.speaker and start <= q.start < end for q in reading.quotations)


def find_unique_voices(side: SideBySide) -> Iterator[Finding]:
    """A finding for each person, named in full, whom one article alone quotes or cites; `silent` are the others."""
    if len(side.originals) < 2:
        return
    heard = {r.article: speakers(r) for r in side.originals}
    known = {
        article: names | cited(side, article) for article, names in ((a, set(s)) for a, s in heard.items())
    }
    for article, voices in heard.items():
        others = [a for a in heard if a != article]
        for surname, quotation in voices.items():
            speaker = quotation.speaker
            if speaker is None or not is_full_name(speaker.name) or any(surname in known[a] for a in others):
                continue
            yield make_finding(
                FindingKind.VOICE_UNIQUE,
                [Position(article, (), speaker.name, speaker, said(side, quotation).evidence)],
                f"Only {side.name(article)} lets {speaker.name} speak.",
                REPORTED if quotation.manner is Manner.INDIRECT else HEARD,
                silent=others,
            )


def said(side: SideBySide, quotation: Quotation) -> Position:
    """The position of a quotation: its words are the value, the sentence they start in the evidence."""
    words = side.slice(quotation.article, quotation.start, quotation.end)
    sentence = side.sentence(quotation.article, quotation.start) or words
    return Position(quotation.article, (), words.text, quotation.speaker, (sentence,))


def speakers(reading: Reading) -> dict[str, Quotation]:
    """Each person who speaks, by surname, with the first of their quotations; one between marks before a reported one."""
    ordered = sorted(reading.quotations, key=lambda q: (q.manner is Manner.INDIRECT, q.start))
    found: dict[str, Quotation] = {}
    for quotation in ordered:
        if quotation.speaker and quotation.speaker.kind is SourceKind.PERSON:
            found.setdefault(surname(quotation.speaker.name), quotation)
    return found


def cited(side: SideBySide, article: str) -> set[str]:
    """The last words of all sources that an article's claims and quotations name, persons or not."""
    sources = [c.source for c in side.claims if c.article == article]
    sources += [q.speaker for q in side.reading(article).quotations]
    return {surname(s.name) for s in sources if s}


def is_full_name(name: str) -> bool:
    """True for two words or more with capitals ("Ann Roe", not "the chairman"), none of them a body's."""
    words = name.split()
    capitals = [w for w in words if w[0].isupper()]
    bodies = {w.casefold() for w in words} & BODIES
    return len(capitals) >= 2 and words[-1] in capitals and not bodies


def surname(name: str) -> str:
    words = [w for w in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", fold(name)) if w not in AFTER_NAME]
    return words[-1] if words else ""
