"""The sentences of quotations, each with who is known to say them, and which of two articles may be one utterance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.spelt_persons import spelt_twice
from quizzes.nlp.reuse import Word, fold_words, shingles
from quizzes.nlp.types import Manner, Quotation, Reading, Source, SourceKind, Span

PRONOUNS = frozenset({"he", "she"})

BLOCK = 3
"""Words in a row that two quoted sentences share before they are compared."""

INSERTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Quoted:
    """The part of a quotation that lies in one sentence."""

    article: str
    span: Span
    speaker: Source | None
    words: tuple[Word, ...]
    is_split: bool
    """Cut in two by its own cue: then a part is no shortening."""
    known_as: frozenset[str] = frozenset()
    """The words of the name of the person who speaks, folded; those of a name in two spellings by one of them."""
    before: str = ""
    """Where the article names the speaker by a pronoun alone: the words of the paragraph before the quotation, folded."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(w.folded for w in self.words)


def quoted_sentences(side: SideBySide) -> list[Quoted]:
    """The quoted sentences of all articles, in order."""
    spellings = {
        name.casefold(): spelt[0].name.casefold()
        for spelt in spelt_twice(side)
        for other in spelt
        for name in (other.name, other.name.split()[-1])
    }
    return [q for r in side.originals for q in sentences_of(r, spellings)]


def sentences_of(reading: Reading, spellings: dict[str, str]) -> Iterator[Quoted]:
    split = {
        i for q in reading.quotations if q.continues and goes_on(reading, q) for i in (q.id, q.continues)
    }
    for quotation in reading.quotations:
        if quotation.manner is Manner.INDIRECT:
            continue
        for sentence in reading.sentences:
            start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
            words = spoken_words(reading.text, start, end) if start < end else ()
            if len(words) >= BLOCK:
                yield Quoted(
                    reading.article,
                    Span(start, end),
                    quotation.speaker,
                    words,
                    quotation.id in split,
                    known_as(quotation.speaker, spellings),
                    words_before(reading.text, quotation),
                )


def words_before(text: str, quotation: Quotation) -> str:
    """What stands in a paragraph before words that only "he" or "she" said; else ""."""
    if quotation.speaker is None or quotation.speaker.text.casefold() not in PRONOUNS:
        return ""
    return text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start].casefold()


def spoken_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a quotation without what the writer has put between brackets: that nobody has said."""
    inserted = [m.span() for m in INSERTED.finditer(text, start, end)]
    return tuple(w for w in fold_words(text, start, end) if not any(a <= w.start < b for a, b in inserted))


def goes_on(reading: Reading, quotation: Quotation) -> bool:
    """True where the cue before a quotation interrupts a sentence, and no stop stands behind it."""
    cue = reading.text[max(0, quotation.start - 10) : quotation.start].rstrip(" \n\"“”'‘’«»")
    return quotation.text[:1].islower() or not cue.endswith((".", "!", "?", ":"))


def known_as(speaker: Source | None, spellings: dict[str, str]) -> frozenset[str]:
    if speaker is None or speaker.kind is not SourceKind.PERSON:
        return frozenset()
    name = speaker.name.casefold()
    return frozenset(spellings.get(name, name).split())


def candidates(quoted: list[Quoted]) -> list[tuple[Quoted, Quoted]]:
    """The pairs from two articles that share a run of `BLOCK` words."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(quoted):
        for shingle in set(shingles(unit.folded, BLOCK)):
            blocks[shingle].append(at)
    # One article may say the same a thousand times; only what two share is paired.
    shared = [places for places in blocks.values() if len({quoted[at].article for at in places}) > 1]
    pairs = sorted({pair for places in shared for pair in combinations(places, 2)})
    return [(quoted[a], quoted[b]) for a, b in pairs if may_be_one(quoted[a], quoted[b])]


def may_be_one(a: Quoted, b: Quoted) -> bool:
    """False within one article, and where two persons of different names speak."""
    if a.article == b.article:
        return False
    return not (a.known_as and b.known_as) or are_of_one(a, b)


def are_of_one(a: Quoted, b: Quoted) -> bool:
    """True where one person by name says both; for "he" and "she" whoever of that name stands before in the paragraph."""
    return bool(a.known_as & b.known_as) or any(
        q.before and other.known_as and all(name in q.before for name in other.known_as)
        for q, other in ((a, b), (b, a))
    )
