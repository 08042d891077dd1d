"""How often and the how manieth: "twice", "three times", "the third attack", "the 31st person killed"."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.numbers import FREQUENCIES, ORDINALS, RANKED
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.noun_phrases import content_words, lemma_of, noun_after

NUMBERED = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
LEAST = 2
"""What comes first is told of nearly everything ("the first look")."""
COMPARING = frozenset({"as", "the", "more", "than", "over", "that", "larger", "bigger", "higher", "greater"})
"""Words behind "twice" that make it a ratio, no number of times."""


def turn_at(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """The number of times or the place in an order that the sentence's token `at` gives, or None."""
    if words[at] in FREQUENCIES:
        return times(sentence, words, at)
    return ranked(sentence, words, at)


def times(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """Two, for "twice"; None for "twice as many"."""
    if words[at + 1 : at + 2] and words[at + 1] in COMPARING:
        return None
    verb = verb_above(sentence[at])
    if verb is None:
        return None
    value = FREQUENCIES[words[at]]
    of = (verb.lemma_.lower(),)
    return counted_of(sentence, Kind.TURNS, at, at + 1, None, value, value, unit="times", of=of)


def verb_above(token: Token) -> Token | None:
    head = token.head
    return head if head.pos_ == "VERB" and token.dep_ == "advmod" else None


def ranked(sentence: DocSpan, words: list[str], at: int) -> Counted | None:
    """Thirty-one, for "the 31st person killed"; only where what is counted comes one after another (no street, no century)."""
    value = ordinal(words[at])
    if value is None or value < LEAST or at == 0:
        return None
    end = at + 2 if words[at + 1 : at + 2] in (["straight"], ["consecutive"]) else at + 1
    noun = noun_after(sentence, end)
    if (
        noun is None
        or noun.tag_ != "NN"
        or noun.i - sentence.start - end > 1
        or "-" in words[at : noun.i - sentence.start]
    ):
        return None
    if lemma_of(noun) not in RANKED and (lemma_of(noun) not in PEOPLE or words[at].isalpha()):
        return None
    of = content_words(noun, sentence.start + end)
    return counted_of(sentence, Kind.RANK, at, at + 1, noun, value, value, of=of)


def ordinal(word: str) -> float | None:
    """The value of "third" and "31st"; None for anything else."""
    if found := NUMBERED.fullmatch(word):
        return float(found[1])
    return ORDINALS.get(word)
