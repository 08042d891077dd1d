"""Which agreements are worth a question: two reports that do not hang together give one number, and it matters."""

from __future__ import annotations

import re

from quizzes.items.bounds import figure
from quizzes.items.matrix import Matrix
from quizzes.items.sharing import shared_sentences
from quizzes.items.told import Told
from quizzes.items.wording import alike_sources
from quizzes.nlp.findings.comparable import HARMS, content
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.told_words import figures_in
from quizzes.nlp.reuse import RUN, fold_words
from quizzes.nlp.types import Bound, Reading, Role, Span, ValueType

UNLIKE = 0.6
"""Share of words (Jaccard) from which two sentences are one sentence in two articles."""

COMMON = 2
"""Words beside figures that two sentences on one thing have in common, at the least."""

LEAST = 3
"""Smaller numbers are no work to agree on, unless they count the dead or hurt."""

PETTY = re.compile(
    r"-?\s?(?:(?:years?|months?)(?:[- ]old|\s+of\s+age)|pages?|chapters?|paragraphs?|slides?|words?|tweets?|photos?|pictures?)\b",
    re.IGNORECASE,
)
"""What stands behind a number that nobody needs a second source for (own list)."""


SUM = re.compile(r"[$€£¥]\s?\d|\d\s(?:(?:million|billion|trillion)\s)?(?:dollars|euros|pounds|yen)\b")


def is_independent(matrix: Matrix, one: Told, other: Told) -> bool:
    """True where two articles seem to have a number each for itself: no sentence in common, no common source."""
    if alike_sources(one.source, other.source) or _share(one.sentence, other.sentence) >= UNLIKE:
        return False
    if _runs(one.sentence) & _runs(other.sentence):
        return False
    return shared_sentences(matrix.reading(one.article), matrix.reading(other.article)) is None


def matters(matrix: Matrix, told: Told) -> bool:
    """True for an exact number of the text itself that is more than an age or a count of pages, and stands there once."""
    claim, evidence = told.claim, told.evidence[0]
    if claim is None or claim.value.type is not ValueType.NUMBER or claim.measure == "age":
        return False
    if claim.value.bound is not Bound.EXACT:
        return False
    number = figure(claim.value)
    reading = matrix.reading(told.article)
    if number is None or role_at(reading, evidence.start) is not Role.BODY:
        return False
    if PETTY.match(reading.text, claim.value.end) or _is_in_the_headline(reading, number):
        return False
    held = [n for n, _ in figures_in(reading.text, Span(evidence.start, evidence.end))]
    return held.count(number) <= 1 and (number >= LEAST or (claim.measure in HARMS and number > 1))


def on_one_thing(one: Told, other: Told) -> bool:
    """True where two sentences have words in common, so that a reader sees that they speak of one thing."""
    words = content(one.sentence) & content(other.sentence)
    return len(words) >= COMMON and (_is_alone(one) or _is_alone(other))


def _is_alone(told: Told) -> bool:
    """False for a sentence with several sums, whose owners are easily mixed up."""
    return len(SUM.findall(told.sentence)) <= 1


def _is_in_the_headline(reading: Reading, number: float) -> bool:
    """True for the number that the whole story is about: everybody has it from the same place."""
    span = reading.headline_span
    return span is not None and any(n == number for n, _ in figures_in(reading.text, span))


def _share(one: str, other: str) -> float:
    own, others = content(one), content(other)
    return len(own & others) / max(1, len(own | others))


def _runs(sentence: str) -> set[tuple[str, ...]]:
    words = [w.folded for w in fold_words(sentence, 0, len(sentence))]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
