"""Facts that an article may leave out without a loss: places and names in passing, anecdotes, sentences that hang in the air."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizzes.nlp.findings.facts import Fact
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Reading, Span

OPEN = re.compile(r"[\"“‘'(\[]*(?:it|this|that|these|those|he|she|they|such)\b(?!['’]s\b)", re.IGNORECASE)
"""A sentence that starts so says nothing to whoever has not read the one before."""

ONCE = re.compile(
    r"[\"“‘'(\[]*(?:back\s+)?in\s+(?:(?:early|late|mid|\w+uary|march|april|may|june|july|august|\w+ber)[\s,-]+)?(?P<year>[12]\d{3})\b",
    re.IGNORECASE,
)
"""The start of an anecdote of another year ("In July 1998, …")."""
YEAR = re.compile(r"[12]\d{3}")
BEFORE_AGE = re.compile(r"\w, (?:now |then |aged? )?$|\baged? $")
AGE = re.compile(r"[-–\s]years?[-–\s]olds?$", re.IGNORECASE)


def is_trifle(reading: Reading, fact: Fact, close: Sequence[Span]) -> bool:
    """True for a fact that says little by itself; `close` are the mentions of the story's central occurrence."""
    sentence = fact.sentence.span
    text = sentence.of(reading.text)
    if fact.words == sentence:
        return OPEN.match(text) is not None or hangs_on_marks(text)
    if fact.figure is not None:
        return is_of_another_year(reading, text) or is_age(reading, fact)
    if fact.aspect == "place":
        return not any(sentence.covers(m.start, m.end) for m in close)
    return is_speaker(reading, fact) or stands_in_marks(reading, fact.words)


def hangs_on_marks(text: str) -> bool:
    """True for a sentence that begins or ends in the middle of a quotation."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def is_of_another_year(reading: Reading, text: str) -> bool:
    told, own = ONCE.match(text), YEAR.match(reading.published or "")
    return told is not None and own is not None and int(told["year"]) < int(own.group())


def is_age(reading: Reading, fact: Fact) -> bool:
    """True for how old somebody is: "a 34-year-old clerk", "Ann Lee, now 34, saw it"."""
    words = fact.words.of(reading.text)
    if not words.isdigit():
        return AGE.search(words) is not None
    before, after = reading.text[: fact.words.start], reading.text[fact.words.end :][:1]
    return after in {",", ".", ";", ")"} and BEFORE_AGE.search(before) is not None


def is_speaker(reading: Reading, fact: Fact) -> bool:
    """True for the name of somebody whom the article quotes: that one alone lets him speak says more."""
    return any(
        q.speaker is not None and fact.name[-1] == fold(q.speaker.name).split()[-1]
        for q in reading.quotations
    )


def stands_in_marks(reading: Reading, words: Span) -> bool:
    """True for a name that somebody says and the outlet itself does not."""
    return any(
        q.manner is not Manner.INDIRECT and q.start <= words.start and words.end <= q.end
        for q in reading.quotations
    )
