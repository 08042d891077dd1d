"""Dates told by their distance from another happening: "five years after a gunman killed nine", "a day earlier"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from spacy.tokens import Span as DocSpan

from quizzes.nlp.lexicons.acts import HARMLESS
from quizzes.nlp.telling.tellings import Telling
from quizzes.nlp.written.dates import anchor_of
from quizzes.nlp.written.figures import read_figure

COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
AFTER = re.compile(
    rf"\b(?:(?P<next>the\s+(?:day|week|month|year))|{COUNT}\s+(?P<unit>day|week|month|year)s?)\s+(?P<way>after|before|since)\b",
    re.I,
)
"""Of two happenings in one sentence, the one told behind these words."""
LATER = re.compile(
    rf"\b(?:{COUNT}\s+(?P<unit>day|week|month|year)s?\s+(?P<way>later|earlier|before)|the\s+(?P<side>following|previous|next)\s+"
    rf"(?P<single>day|week|month|year))\b",
    re.I,
)
"""The happening told in the clause of these words, against the one told before."""
DAYS = {"day": 1, "week": 7}


def date_by_distance(sentence: DocSpan, tellings: Iterable[Telling], base: date | None) -> None:
    """Give undated tellings the date that the sentence sets them apart by.

    `base` is the day of the article's own happening, or of the article; without one a date cannot be told.
    """
    told = list(tellings)
    if not told:
        return
    for match in AFTER.finditer(sentence.text):
        behind = [t for t in told if t.token.idx - sentence.start_char >= match.end()]
        before = [t for t in told if t.token.idx - sentence.start_char < match.start()]
        start = next(
            (day for t in before for d in t.dates if (day := anchor_of(d))),
            base if can_stand(before) else None,
        )
        unit = match["unit"] or match["next"].split()[1]
        if match["way"].lower() == "before":
            # "Fined four years before an explosion": what is told first lies back, the other is the article's own.
            before, behind, start = [], before[-1:], base
        if not behind or behind[0].dates or start is None:
            continue
        if norm := shifted(start, unit.lower(), -counted(match["count"])):
            behind[0].dates.append(norm)
            behind[0].is_apart = bool(before) or match["way"].lower() == "before"
    for match in LATER.finditer(sentence.text):
        own = min(told, key=lambda t: abs(t.token.idx - sentence.start_char - match.start()), default=None)
        if own is None or own.dates or base is None or AFTER.search(sentence.text):
            continue
        unit = match["unit"] or match["single"]
        forward = (match["way"] or "").lower() == "later" or (match["side"] or "").lower() in {
            "following",
            "next",
        }
        if norm := shifted(base, unit.lower(), (1 if forward else -1) * counted(match["count"])):
            own.dates.append(norm)
            own.is_apart = True


def can_stand(before: list[Telling]) -> bool:
    """True where the article's own day may stand for that of what is told first: none other is given for it."""
    return not any(t.dates for t in before) and all(t.family not in HARMLESS or t.is_verb for t in before)


def counted(word: str | None) -> int:
    if word is None or word.lower() in {"a", "an"}:
        return 1
    read = read_figure(word.lower())
    return int(read[0]) if read else 1


def shifted(day: date, unit: str, steps: int) -> str | None:
    """The day, month or year so many steps from a day; None outside the calendar."""
    if unit in DAYS:
        return (day + timedelta(days=steps * DAYS[unit])).isoformat()
    if unit == "month":
        months = day.year * 12 + day.month - 1 + steps
        return f"{months // 12}-{months % 12 + 1:02}"
    year = day.year + steps
    return str(year) if 0 < year < 10000 else None
