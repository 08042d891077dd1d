"""Readings with words that judge, made by hand for items on tone."""

from __future__ import annotations

from dataclasses import replace

from quizzes.nlp.types import Finding, FindingKind, Reading, Tone, ToneKind
from tests.items.readings import of_kind, position


def loaded(
    reading: Reading,
    phrase: str,
    word: str = "",
    category: str = "judgement",
    *,
    about: str = "",
    voice: str | None = None,
    strength: float = 0.7,
) -> Reading:
    """The reading with a loaded word in the phrase: the phrase's first word where none is given."""
    return toned(
        reading,
        phrase,
        ToneKind.LOADED,
        word=word or phrase.split()[0],
        category=category,
        about=about,
        voice=voice,
        strength=strength,
    )


def reported(reading: Reading, phrase: str, word: str, category: str, strength: float, about: str) -> Reading:
    """The reading with a verb of saying in the phrase."""
    return toned(
        reading, phrase, ToneKind.REPORT_VERB, word=word, category=category, about=about, strength=strength
    )


def toned(reading: Reading, phrase: str, kind: ToneKind, **more: object) -> Reading:
    at = reading.text.index(phrase)
    tone = Tone(reading.article, at, at + len(phrase), phrase, kind, **more)  # type: ignore[arg-type]
    return replace(reading, tones=(*reading.tones, tone))


def judged(reading: Reading, phrase: str, *, nth: int = 1, silent: tuple[str, ...] = ()) -> Finding:
    """The finding that the phrase of an article judges."""
    return of_kind(FindingKind.LOADED_LANGUAGE, position(reading, phrase), nth=nth, silent=silent)
