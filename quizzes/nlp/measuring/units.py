"""What a figure measures where it does not count: units, shares, and the matter that is measured."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.numbers import (
    CURRENCIES,
    DISTANCES,
    DURATIONS,
    FRACTIONS,
    HYPHENATED,
    PERCENT,
    RATES,
    SCALES,
    WEIGHTS,
)
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.noun_phrases import content_words, lemma_of, noun_after
from quizzes.nlp.types import Bound
from quizzes.nlp.written.figures import DASHES

UNITS = DURATIONS | DISTANCES | WEIGHTS | CURRENCIES
MATTERS = frozenset({Kind.MONEY, Kind.DURATION, Kind.DISTANCE, Kind.WEIGHT})
"""Kinds whose unit says nothing of what was measured."""


def kind_of(noun: Token | None) -> Kind:
    """What sort of quantity a figure before this noun gives."""
    if noun is None:
        return Kind.COUNT
    lemma = lemma_of(noun)
    if lemma == "pound" and noun.i and noun.nbor(-1).lower_ not in SCALES:
        # A plain pound weighs: the currency is written with its sign or in millions.
        return Kind.WEIGHT
    if lemma in CURRENCIES:
        return Kind.MONEY
    if lemma in PERCENT or lemma == "percentage":
        return Kind.PERCENT
    if lemma in DURATIONS:
        follows = noun.doc[noun.i + 1 : noun.i + 2].text.lower()
        return Kind.AGE if lemma == "year" and follows == "old" else Kind.DURATION
    if lemma in DISTANCES:
        return Kind.DISTANCE
    return Kind.WEIGHT if lemma in WEIGHTS | RATES else Kind.COUNT


def unit_at(sentence: DocSpan, words: list[str], end: int) -> Token | None:
    """The unit right behind a figure ("226 yards passing", "11 hour flight"), whatever nouns follow it."""
    is_unit = end < len(words) and (words[end] in UNITS or words[end].removesuffix("s") in UNITS)
    return sentence[end] if is_unit else None


def hyphenated_unit(sentence: DocSpan, words: list[str], end: int) -> Token | None:
    """The unit of "12-minute" and "10-year-old"; None where no unit is joined to the figure."""
    if (
        words[end : end + 1]
        and words[end] in DASHES
        and end + 1 < len(words)
        and words[end + 1].rstrip("s") in UNITS
    ):
        return sentence[end + 1]
    return None


def counted_by_hyphen(sentence: DocSpan, words: list[str], end: int) -> Token | None:
    """What a figure joined by a hyphen counts ("a 40-page report"); None where it is part of a word."""
    if end + 1 >= len(words) or words[end] not in DASHES or sentence[end].whitespace_:
        return None
    noun = sentence[end + 1]
    return (
        noun if words[end + 1] in HYPHENATED and not (noun.is_title and sentence[end - 1].is_title) else None
    )


def is_compound(sentence: DocSpan, words: list[str], end: int) -> bool:
    """True for a figure inside a longer word that measures nothing ("two-state solution") or in a name ("Six-Day War")."""
    if (
        end + 1 >= len(words)
        or words[end] not in DASHES
        or sentence[end].whitespace_
        or sentence[end - 1].whitespace_
    ):
        return False
    if words[end + 1].removesuffix("s") not in UNITS:
        return True
    return sentence[end - 1].is_title and sentence[end + 1].is_title


def modified(unit: Token) -> tuple[str, ...]:
    """The folded words of what a hyphenated measure tells the size of ("a 12-minute display")."""
    sentence = unit.sent
    at = unit.i - sentence.start + 1
    while at < len(sentence) and sentence[at].lower_ in {"-", "old", "long", "high", "wide", "deep"}:
        at += 1
    noun = noun_after(sentence, at)
    return content_words(noun, sentence.start + at) if noun is not None else ()


def matter_of(unit: Token) -> tuple[str, ...]:
    """The folded word that tells what is measured: "snow" of "34 inches of snow", "bill" of "a bill of $40", "fall" of "it
    fell 3 feet"; so that like is compared with like."""
    for child in unit.children:
        if child.dep_.startswith("nmod") and child.i > unit.i and child.pos_ in {"NOUN", "PROPN"}:
            return (lemma_of(child),)
    follows = unit.doc[unit.i + 1 : min(unit.i + 2, unit.sent.end)]
    if len(follows) and follows[0].pos_ in {"NOUN", "PROPN"} and (beside := modified(unit)):
        # "3.5mm headphone jack", "5.8 inch screen"
        return beside
    head = unit.head
    while head.i + 1 == unit.i and head.pos_ == "NUM" and head.head != head:
        head = head.head
    if head == unit or head.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return ()
    return (lemma_of(head) if head.pos_ != "VERB" else head.lemma_.lower(),)


def fraction_at(words: list[str], at: int) -> float | None:
    """The share that "thirds" or "quarter" behind a figure stands for, where something is divided."""
    at += words[at : at + 1] == ["-"]
    word = words[at].removesuffix("s") if at < len(words) else ""
    return FRACTIONS.get(word) if words[at + 1 : at + 2] == ["of"] else None


def share_of(
    sentence: DocSpan, words: list[str], start: int, end: int, percent: float, bound: Bound = Bound.EXACT
) -> Counted:
    """A share said in words ("two thirds of voters"), as a percentage."""
    percent = round(percent, 1)
    end += words[end - 1] == "-"
    of = whole(sentence, words, end)
    return counted_of(
        sentence, Kind.PERCENT, start, end, None, percent, percent, bound, unit="percent", of=of
    )


def whole(sentence: DocSpan, words: list[str], end: int) -> tuple[str, ...]:
    """The folded words of what a share is a share of."""
    if words[end : end + 1] != ["of"]:
        return ()
    noun = noun_after(sentence, end + 1)
    return content_words(noun, sentence.start + end) if noun is not None else ()


def is_ordinal(sentence: DocSpan, at: int) -> bool:
    """True for the half of "the first half", "the other half"."""
    return at > 0 and sentence[at - 1].tag_.startswith("JJ")
