"""One happening told of different days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import Evidence, Finding, FindingKind, Happening, Position, Reading, Relation, Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_OF = "day"
"""The measure of these findings: on which day a whole happening was, not a deed or an hour of it."""
ANOTHER_DAY = 0.65
"""A day is seldom given wrongly, but a night that joins two days is often given as either."""

FROM_ANOTHER = re.compile(
    r"\b(?:days?|weeks?|hours)\s+(?:after|before|following|earlier|later|since)\b", re.IGNORECASE
)
"""A sentence that counts days from another happening names a weekday of either."""


@dataclass(frozen=True)
class Day:
    """The weekdays that an article gives for a happening, and the words and sentence that say one of them."""

    article: str
    weekdays: frozenset[str]
    words: Span
    sentence: Evidence

    def named(self, side: SideBySide) -> str:
        return side.slice(self.article, self.words.start, self.words.end).text


def find_day_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each occurrence that two articles place on different weekdays."""
    for occurrence in side.occurrences:
        told = [
            day
            for reading in side.readings
            for happening in reading.happenings
            if happening.id in occurrence.happenings and (day := day_of(side, reading, happening)) is not None
        ]
        days = sorted(
            {
                d.article: d
                for a, b in combinations(told, 2)
                for d in (a, b)
                if not a.weekdays & b.weekdays and a.article != b.article
            }.values(),
            key=lambda d: d.article,
        )
        if not days:
            continue
        given = listed([f"{side.name(d.article)} says {d.named(side)}" for d in days])
        yield make_finding(
            FindingKind.DISCREPANCY,
            [position(side, d) for d in days],
            f"Day of the {occurrence.label}: {given}; these cannot all be right.",
            ANOTHER_DAY,
            relation=Relation.CONFLICT,
            aspect="date",
            measure=DAY_OF,
            occurrence=occurrence.id,
        )


def day_of(side: SideBySide, reading: Reading, happening: Happening) -> Day | None:
    """The weekdays of a happening, where a sentence that mentions it names one of them."""
    weekdays = frozenset(w for d in happening.dates if (w := weekday_of(d)))
    if not weekdays:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(weekdays))})\b", re.IGNORECASE)
    for mention in happening.mentions:
        sentence = side.sentence(reading.article, mention.start)
        named = pattern.search(sentence.text) if sentence else None
        if sentence and named and not FROM_ANOTHER.search(sentence.text):
            words = Span(sentence.start + named.start(), sentence.start + named.end())
            return Day(reading.article, weekdays, words, sentence)
    return None


def weekday_of(day: str) -> str | None:
    """The weekday of an ISO date or of "weekday:friday"; None for a date without year."""
    if day.startswith("weekday:"):
        return day.removeprefix("weekday:")
    return WEEKDAYS[date.fromisoformat(day).weekday()] if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def position(side: SideBySide, day: Day) -> Position:
    return Position(day.article, (), day.named(side), None, (day.sentence,))
