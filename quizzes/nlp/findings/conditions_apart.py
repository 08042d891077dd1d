"""What the weather was, and at what time of day it happened: fog or a clear evening, in the morning or late at night."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, Clash, own_words, told_sentences
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.conditions import PART_OF_DAY, WEATHER, are_hours_apart
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
WEATHER_TIED, HOUR_TIED = 0.5, 1.0
"""The weather of one event is one; of hours a story tells many."""


def find_conditions_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each side of the weather that two articles tell otherwise, and each deed at two times of day."""
    bonds = Bonds(side)
    sentences = list(told_sentences(side))
    weather = own_words(side, (p for s in sentences for p in weather_in(s)))
    for together in bonds.tied_once(weather, is_otherwise(bonds), 0.0):
        yield contradiction(side, together, "What the weather was", SURE, "attribute")
    hours = own_words(side, (p for s in sentences for p in hours_in(s)))
    for together in bonds.tied(hours, lambda a, b: are_hours_apart(int(a.key), int(b.key)), HOUR_TIED):
        yield contradiction(side, together, "At what time of day", SURE, "date")


def is_otherwise(bonds: Bonds) -> Clash:
    """Whether two words for the weather exclude each other, where the sentences are tied or open their articles."""
    return lambda a, b: a.key != b.key and (bonds.are_leads(a, b) or bonds.bond(a, b) >= WEATHER_TIED)


def weather_in(sentence: Evidence) -> Iterator[Put]:
    for of, what, pattern in WEATHER:
        for found in pattern.finditer(sentence.text):
            words = Span(sentence.start + found.start(), sentence.start + found.end())
            yield Put(sentence.article, of, str(what), words, sentence)


def hours_in(sentence: Evidence) -> Iterator[Put]:
    for found in PART_OF_DAY.finditer(sentence.text):
        words = Span(sentence.start + found.start(), sentence.start + found.end())
        yield Put(sentence.article, "hour", (found.lastgroup or "h0")[1:], words, sentence)
