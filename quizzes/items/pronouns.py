"""Speakers called "he" or "she" where the paragraph, with the one before it, names nobody else."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from quizzes.items.speakers import is_persons_name
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.names import first_names
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Quotation, Reading, Source, SourceKind, Span

PRONOUNS = frozenset({"he", "she"})

TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Senator|Representative|President|Governor|Judge|Justice|Mayor|Minister)\.? "
    r"(?:[A-Z][\w.]+ )?([A-Z][\w’'-]+)"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def is_pronoun(speaker: Source) -> bool:
    return speaker.text.lower() in PRONOUNS


def is_clear_pronoun(reading: Reading, quotation: Quotation) -> bool:
    """True for a person called by a pronoun where nobody else is named around the words, the words themselves aside."""
    speaker = quotation.speaker
    if speaker is None or not is_pronoun(speaker) or not is_persons_name(speaker.name):
        return False
    if quotation.manner is Manner.INDIRECT:
        return False
    own = surname(speaker.name)
    spans = paragraphs_before(reading, quotation)
    if not spans or own not in _folded_words(reading.text[spans[-1].start : quotation.start]):
        return False
    return any(
        _named_around(reading, quotation, span) == {own} for span in paragraphs_before(reading, quotation)
    )


def naming_sentence(reading: Reading, quotation: Quotation) -> Span | None:
    """The last sentence before the words that names the speaker whom a pronoun stands for; None where none does."""
    speaker = quotation.speaker
    if speaker is None or not is_clear_pronoun(reading, quotation):
        return None
    own, start = surname(speaker.name), paragraphs_before(reading, quotation)[-1].start
    before = [s for s in reading.sentences if start <= s.start and s.end <= quotation.start]
    return next((s for s in reversed(before) if own in _folded_words(s.of(reading.text))), None)


def paragraphs_before(reading: Reading, quotation: Quotation) -> list[Span]:
    """The paragraph that the words stand in, then the same with the one before it."""
    at = next((n for n, p in enumerate(reading.passages) if p.start <= quotation.start < p.end), None)
    if at is None:
        return []
    end = reading.passages[at].end
    return [Span(reading.passages[n].start, end) for n in (at, max(0, at - 1))]


def _named_around(reading: Reading, quotation: Quotation, span: Span) -> set[str]:
    """The surnames in the stretch, outside the words asked about."""
    text = f"{reading.text[span.start : quotation.start]} {reading.text[quotation.end : span.end]}"
    heard = {
        surname(q.speaker.name)
        for q in reading.quotations
        if q.speaker and q.speaker.kind is SourceKind.PERSON
    }
    return (heard | surnames_in(reading.text)) & _folded_words(text)


@lru_cache(maxsize=256)
def surnames_in(text: str) -> frozenset[str]:
    """What stands behind a first name or a title anywhere in the article."""
    words = WORD.findall(text)
    behind = {
        fold(b)
        for a, b in pairwise(words)
        if a[0].isupper() and b[0].isupper() and (a in first_names() or a.casefold() in first_names())
    }
    return frozenset(behind | {fold(m[1]) for m in TITLED.finditer(text)})


def _folded_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", fold(text)))
