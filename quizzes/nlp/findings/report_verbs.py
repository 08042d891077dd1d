"""Verbs of saying that judge, set against the plain verbs by which other articles let the same person speak."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.lexicons.report_verbs import BLAMING, CLASSES
from quizzes.nlp.lexicons.speech import inflected
from quizzes.nlp.types import Finding, FindingKind, Reading, SourceKind, Span, Tone, ToneKind

SAME_WORDS, SAME_SPEAKER, ALONE = 0.75, 0.6, 0.5
"""Highest where the others tell the same statement plainly; below the bar where nobody else lets the speaker speak."""

LEAST, LEAST_ALONE = 0.5, 0.65
"""Strengths from which a verb makes a finding beside plain ones, and without them."""

SHARED = 4
"""Words of content that two sentences have in common where they hand on one statement."""

JUDGING = frozenset(
    form
    for verb in BLAMING.union(*(verbs for strength, verbs in CLASSES.values() if strength >= LEAST))
    for form in inflected(verb)
)
"""The forms of the verbs of saying that judge."""

NO_CONTRAST = frozenset({"ask"})
"""Plain verbs that tell another act than saying: "asked the court to stop it"."""

AFTER_PRONOUN = re.compile(rf"\b(?:he|she)(?: also| even| later)? (?:{'|'.join(sorted(JUDGING))})\b")

MOST_ALONE = 2
"""Findings of one article without a contrast."""


def find_report_verbs(side: SideBySide) -> Iterator[Finding]:
    """A finding for each speaker whom an article lets speak by a verb that judges, in the outlet's own voice."""
    bearers = bearers_of_offices(side)
    spoken = {r.article: by_speaker(r, bearers) for r in side.originals}
    for reading in side.originals:
        alone = 0
        for speaker, tones in spoken[reading.article].items():
            judging = [t for t in tones if t.strength >= LEAST]
            if not judging:
                continue
            plain = [
                p
                for r in side.originals
                if r.article != reading.article and not judges(r, speaker)
                for p in plain_of(side, spoken[r.article].get(speaker, []), judging)
            ]
            if not plain:
                strong = [t for t in judging if t.strength >= LEAST_ALONE]
                alone += bool(strong)
                if not strong or alone > MOST_ALONE:
                    continue
                judging = strong
            yield made(side, judging, plain)


def bearers_of_offices(side: SideBySide) -> dict[str, str]:
    """Office → the folded surname of the one speaker who has it as a title ("clerk" → "nguyen"): "the clerk" elsewhere is
    that person."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for reading in side.originals:
        for quotation in reading.quotations:
            speaker = quotation.speaker
            if speaker and speaker.kind is SourceKind.PERSON and speaker.title:
                found[speaker.title.casefold().split()[-1]].add(speaker.name.casefold().split()[-1])
    return {office: next(iter(names)) for office, names in found.items() if len(names) == 1}


def by_speaker(reading: Reading, bearers: dict[str, str]) -> dict[str, list[Tone]]:
    """The verbs of saying in the outlet's own voice, by speaker, each verb once."""
    found: defaultdict[str, dict[str, Tone]] = defaultdict(dict)
    for tone in reading.tones:
        if tone.kind is ToneKind.REPORT_VERB and tone.voice is None and tone.about:
            found[bearers.get(tone.about, tone.about)].setdefault(tone.word, tone)
    return {speaker: list(tones.values()) for speaker, tones in found.items()}


def judges(reading: Reading, speaker: str) -> bool:
    """True where an article has a judging verb in a sentence that names the speaker, or behind "he" or "she", who may be the
    speaker: then it does not let him speak plainly, whatever verbs it also has."""
    for span in reading.sentences:
        sentence = reading.text[span.start : span.end].casefold()
        if AFTER_PRONOUN.search(sentence):
            return True
        words = set(re.findall(r"[^\W\d_]+", sentence))
        if speaker in words and words & JUDGING:
            return True
    return False


def plain_of(side: SideBySide, tones: list[Tone], judging: list[Tone]) -> list[Tone]:
    """The plain verb by which another article lets the speaker speak, of its verbs for that speaker: that of the same
    statement, else the first; none where it judges too."""
    if any(t.strength >= LEAST for t in tones):
        return []
    plain = [t for t in tones if not t.strength and t.word not in NO_CONTRAST]
    return sorted(plain, key=lambda t: (not any(say_one_thing(side, t, j) for j in judging), t.start))[:1]


def say_one_thing(side: SideBySide, one: Tone, other: Tone) -> bool:
    """True where the sentences of two verbs share so many words of content that they hand on one statement."""
    return len(content(side, one) & content(side, other)) >= SHARED


def content(side: SideBySide, tone: Tone) -> frozenset[str]:
    sentence = side.sentence(tone.article, tone.start)
    words = re.findall(r"[^\W\d_]{4,}", sentence.text.casefold()) if sentence else []
    return frozenset(words) - STOP - {tone.about}


def made(side: SideBySide, judging: list[Tone], plain: list[Tone]) -> Finding:
    is_same = any(say_one_thing(side, j, p) for j in judging for p in plain)
    name = side.name(judging[0].article)
    verbs = listed([f"“{t.text}”" for t in judging])
    summary = f"{name} hands words on with a verb that judges: {verbs}"
    if plain:
        summary += f"; {listed([f'{side.name(p.article)} has “{p.text}”' for p in plain])}"
    return make_finding(
        FindingKind.REPORT_VERB,
        [phrase_position(side, t.article, Span(t.start, t.end)) for t in [*judging, *plain]],
        f"{summary}.",
        SAME_WORDS if is_same else SAME_SPEAKER if plain else ALONE,
        aspect=judging[0].category,
    )
