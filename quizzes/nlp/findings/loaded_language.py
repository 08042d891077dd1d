"""Words that judge, each with what the other articles say of the same thing.

What counts as loaded is the tables' affair (lexicons/loaded); here words are gathered, set against the other articles,
ranked, and held to what a reader can take in. A difference in wording teaches most where both wordings stand side by side
(Recasens et al., ACL 2013, on what editors of an encyclopedia changed to a neutral word).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position, role_at
from quizzes.nlp.types import (
    TOLD,
    Finding,
    FindingKind,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
    Tone,
    ToneKind,
)

MOST, MOST_QUOTED = 12, 4
"""Words of one article that findings rest on: its strongest twelve in the outlet's voice and four in others', so that a page of
several articles can still be read."""

LEAST = 0.35
"""Weaker words are kept in the reading and make no finding: reporters use them without a thought."""

BASE, PER_STRENGTH, HEADLINE, CONTRAST = 0.3, 0.5, 0.08, 0.1
"""How confidence is put together: a word of strength .6 reaches the bar (SHOWN), a weaker one in a headline or where the others
tell of the same thing without it."""
QUOTED, SHARED = 0.5, 0.45
"""Below the bar: a word in somebody else's voice, which the outlet only chose to quote, and a word that all articles use."""
PLAIN, PLAIN_MOST = 0.5, 0.55
"""A word weaker than this judges too little for a question, wherever it stands: "flurry", "battle"."""
HIGHEST = 0.9
AGAIN = 2


@dataclass(frozen=True)
class Judged:
    """One loaded word of one article: its first Tone, and the articles that tell of the same thing without such a word."""

    tone: Tone
    in_headline: bool
    silent: tuple[str, ...]
    shared: tuple[Tone, ...]
    """The same word in other articles, a Tone each."""

    @property
    def weight(self) -> float:
        """What ranks the words of an article."""
        return self.tone.strength + HEADLINE * self.in_headline + CONTRAST * bool(self.silent)


def find_loaded_language(side: SideBySide) -> Iterator[Finding]:
    """A finding for each of the strongest loaded words; one that several articles use is one finding with a position each."""
    told: set[tuple[str, int]] = set()
    by_word = words_of(side.originals)
    for judged in strongest(side, by_word):
        tones = [judged.tone, *judged.shared]
        if (judged.tone.article, judged.tone.start) in told:
            continue
        told |= {(t.article, t.start) for t in tones}
        yield make_finding(
            FindingKind.LOADED_LANGUAGE,
            [phrase_position(side, t.article, Span(t.start, t.end), speaker(side, t)) for t in tones],
            summary(side, judged),
            confidence(side, judged),
            aspect=judged.tone.category,
            silent=judged.silent,
        )


def words_of(readings: Iterable[Reading]) -> dict[tuple[str, bool], list[Tone]]:
    """The loaded Tones by word and whether the outlet speaks, the first of each article, strongest place first."""
    found: defaultdict[tuple[str, bool], dict[str, Tone]] = defaultdict(dict)
    for reading in readings:
        for tone in reading.tones:
            if tone.kind is ToneKind.LOADED and tone.strength >= LEAST:
                found[(tone.word, tone.voice is None)].setdefault(tone.article, tone)
    return {key: [by_article[a] for a in sorted(by_article)] for key, by_article in found.items()}


def strongest(side: SideBySide, by_word: dict[tuple[str, bool], list[Tone]]) -> Iterator[Judged]:
    """The words of each article that rank highest, MOST in the outlet's voice and MOST_QUOTED in others'."""
    wordings = {r.article: wording_of(r) for r in side.originals}
    mine: defaultdict[str, list[Judged]] = defaultdict(list)
    for tones in by_word.values():
        for tone in tones:
            mine[tone.article].append(judged(side, tone, tuple(t for t in tones if t is not tone), wordings))
    for article in wordings:
        ranked = sorted(mine[article], key=lambda j: (-j.weight, j.tone.start))
        yield from [j for j in ranked if j.tone.voice is None][:MOST]
        yield from [j for j in ranked if j.tone.voice is not None][:MOST_QUOTED]


@dataclass(frozen=True)
class Wording:
    """What an article's own words are: how often each stands in headline, captions and body, which stand in the headline, and
    what it tells of and judges in its own voice (the keys of things, the ids of happenings)."""

    times: Counter[str]
    headline: frozenset[str]
    judged: frozenset[str]
    beside: frozenset[str]
    """The words of all sentences in which it judges."""
    told: frozenset[str]
    told_judged: frozenset[str]

    def is_topic(self, about: str) -> bool:
        """True where the headline has the word, or headline, captions and body together AGAIN times."""
        forms = (about, f"{about}s", f"{about}es")
        return any(f in self.headline for f in forms) or sum(self.times[f] for f in forms) >= AGAIN


def wording_of(reading: Reading) -> Wording:
    own = [t for t in reading.tones if t.kind is ToneKind.LOADED and t.voice is None]
    told = (reading.text[p.start : p.end] for p in reading.passages if p.role in TOLD)
    return Wording(
        Counter(word for text in told for word in words_in(text)),
        frozenset(words_in(reading.headline or "")),
        frozenset(t.about for t in own if t.about),
        frozenset(
            w for s in reading.sentences if has_any(s, own) for w in words_in(reading.text[s.start : s.end])
        ),
        frozenset(h.id for h in reading.happenings),
        frozenset(t.happening for t in own if t.happening),
    )


def has_any(sentence: Span, tones: list[Tone]) -> bool:
    return any(sentence.start <= t.start < sentence.end for t in tones)


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def judged(side: SideBySide, tone: Tone, same_word: tuple[Tone, ...], wordings: dict[str, Wording]) -> Judged:
    using = {tone.article, *(t.article for t in same_word)}
    others = {article: wording for article, wording in wordings.items() if article not in using}
    occurrence = occurrence_of(side, tone.happening)
    is_topic = bool(tone.about) and wordings[tone.article].is_topic(tone.about)
    return Judged(
        tone,
        role_at(side.reading(tone.article), tone.start) is Role.HEADLINE,
        tuple(
            article
            for article, other in others.items()
            if tells_plainly(other, occurrence) or (is_topic and describes_plainly(other, tone.about))
        ),
        same_word,
    )


def occurrence_of(side: SideBySide, happening: str | None) -> frozenset[str]:
    """The happenings that are one with a happening, itself among them; none where it is None."""
    found = (o.happenings for o in side.occurrences if happening and happening in o.happenings)
    return frozenset(next(found, ()))


def tells_plainly(other: Wording, occurrence: frozenset[str]) -> bool:
    """True where an article tells of the occurrence and calls it by no loaded word in its own voice."""
    told = other.told & occurrence
    return bool(told) and not told & other.told_judged


def describes_plainly(other: Wording, about: str) -> bool:
    """True where an article speaks of a thing again and again, so that it is the one meant, and judges nothing where it does."""
    return (
        other.is_topic(about)
        and about not in other.judged
        and not other.beside & {about, f"{about}s", f"{about}es"}
    )


def confidence(side: SideBySide, word: Judged) -> float:
    if word.tone.voice is not None:
        return QUOTED
    if len(side.originals) > 1 and len(word.shared) + 1 == len(side.originals):
        return SHARED
    found = (
        BASE + PER_STRENGTH * word.tone.strength + HEADLINE * word.in_headline + CONTRAST * bool(word.silent)
    )
    return round(min(found, HIGHEST if word.tone.strength >= PLAIN else PLAIN_MOST), 2)


def speaker(side: SideBySide, tone: Tone) -> Source | None:
    """Whose word it is, as the article's quotations and claims know the source; None for the outlet's and for nobody's."""
    if not tone.voice:
        return None
    reading = side.reading(tone.article)
    known = [*(q.speaker for q in reading.quotations), *(c.source for c in reading.claims), *reading.unnamed]
    kind = next((s.kind for s in known if s and s.name == tone.voice), SourceKind.PERSON)
    return Source(tone.voice, tone.start, tone.end, tone.voice, kind)


def summary(side: SideBySide, word: Judged) -> str:
    tone = word.tone
    name = side.name(tone.article)
    if tone.voice is not None:
        return f"{name} passes on a word that judges: “{tone.text}”, said by {tone.voice or 'somebody it does not name'}."
    used = f"{written(side, [tone, *word.shared])} in {'their' if word.shared else 'its'} own voice"
    if not word.silent:
        return f"{used}, a word that judges."
    without = listed([side.name(a) for a in word.silent])
    return f"{used}; {without} speak{'' if len(word.silent) > 1 else 's'} of it without such a word."


def written(side: SideBySide, tones: list[Tone]) -> str:
    """ "A and B write “slammed”", or each with its own form: "A writes “slammed” and B writes “slams”"."""
    if len(tones) > 1 and len({t.text.casefold() for t in tones}) == 1:
        return f"{listed([side.name(t.article) for t in tones])} write “{tones[0].text}”"
    return listed([f"{side.name(t.article)} writes “{t.text}”" for t in tones])
