"""One deed put in two months, years or seasons or on two weekdays: inspected in May or in August, to open in June or in autumn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.rare_words import BARE, stem, stems
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.acts import SAYING
from quizzes.nlp.types import Evidence, Finding, Span
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS

SURE = 0.65
TIED = 1.0
"""A bond beside the deed's own word, as of the thing that it was done to."""
NEAR = 5
"""Words between a deed and its time."""
SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
WHEN = re.compile(
    rf"\b(?:in|on|since|by|until|this|next|last|of|early|late)(?: (?:early|late|mid|the|next|last|this))* "
    rf"(?P<when>(?i:{'|'.join([*MONTHS, *WEEKDAYS, *SEASONS])})|(?:19|20)\d\d)\b"
    rf"(?! (?:\d|session|act|season|games|elections?))",
)
DEED = re.compile(r"[a-z]{4,}")
OTHERWISE = frozenset(
    """anniversary since after before remain remains remained remaining stay stays stayed continue continued continues wait waited
    waiting still""".split()
)
"""Words of a time that is counted from another, and of what lasts: it may be told of any day."""


def find_whens_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each deed that two articles put at two times of one grain, or in a month and a season that has it not."""
    bonds = Bonds(side)
    puts = own_words(side, (p for s in told_sentences(side) for p in whens_in(s)))
    told: set[tuple[str, Span]] = set()
    for together in bonds.tied_once(puts, lambda a, b: are_apart(a.key, b.key), TIED):
        places = {(p.article, p.words) for p in together}
        if not places & told:
            told |= places
            yield contradiction(side, together, "When it is told to be", SURE, "date")


def are_apart(one: str, other: str) -> bool:
    """True for two months, years, seasons, weekdays; a month and a season where they are not of each other's time."""
    if {grain(one), grain(other)} == {"month", "season"}:
        month, season = (one, other) if grain(one) == "month" else (other, one)
        return near(MONTHS.index(month) + 1, SEASONS[season])
    return one != other and grain(one) == grain(other)


def near(month: int, season: tuple[int, ...]) -> bool:
    """True where a month lies more than a month off a season."""
    return not any(min(abs(month - m), 12 - abs(month - m)) <= 1 for m in season)


def grain(when: str) -> str:
    if when in WEEKDAYS:
        return "weekday"
    return "month" if when in MONTHS else "season" if when in SEASONS else "year"


def whens_in(sentence: Evidence) -> Iterator[Put]:
    """The times of a sentence, by the stems of the words of the deed before each: its verb is among them."""
    for found in WHEN.finditer(sentence.text):
        before = re.split(r"[,;:.—]", sentence.text[: found.start()])[-1]
        words = re.findall(r"[^\W\d_]+", before)[-NEAR:]
        if OTHERWISE.intersection(words) or any(w in SAYING or stem(w) in SAID for w in words):
            continue
        span = Span(sentence.start + found.start(), sentence.start + found.end())
        for word in words:
            if DEED.fullmatch(word) and word not in BARE:
                yield Put(sentence.article, stem(word), found["when"].casefold(), span, sentence)


SAID = frozenset(stem(w) for verb in SAYING for w in (verb, f"{verb}ed")) | stems("said told tweeted wrote")
