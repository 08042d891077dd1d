"""Full dates as articles and pages print them, as ISO dates; what lacks a year or has two readings is no date."""

from __future__ import annotations

import re
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "mon tue wed thu fri sat sun".split()
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?"
FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?![\w/])", re.I)
    for form in (
        rf"{YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?:[T ]\d\d:\d\d\S*)?",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{DAY}(?:\s+|-)(?:of\s+)?{MONTH}(?:,?\s+|-){YEAR}",
        rf"{WEEKDAY}(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark){YEAR}",
    )
)


def find_date(text: str, beside: str = "") -> tuple[int, int, str] | None:
    """Start, end and ISO form of the first full date in a short text, or None. `beside`: words from about it,
    whose dates may tell in which order days and months stand."""
    found = [
        (m.start(), m.end(), iso)
        for form in FORMS
        for m in form.finditer(text)
        if (iso := as_iso(m, f"{text}\n{beside}"))
    ]
    return min(found, default=None)


def without_dates(text: str) -> str | None:
    """The text with a bar for each full date, also one of two readings; None where it holds none."""
    rest = text
    for form in FORMS:
        rest = form.sub(" | ", rest)
    return rest if rest != text else None


def iso_date(text: str, beside: str = "") -> str | None:
    """The ISO form of the first full date in a short text, or None."""
    found = find_date(text, beside)
    return found[2] if found else None


def as_iso(found: re.Match[str], context: str) -> str | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if "first" not in parts:
        return iso(year, month_number(parts["month"]), int(parts["day"]))
    first, second = int(parts["first"]), int(parts["second"])
    # Dots stand between day and month where the day comes first; else the order goes by country.
    readings = (
        {iso(year, second, first)}
        if parts["mark"] == "."
        else {iso(year, second, first), iso(year, first, second)}
    )
    readings.discard(None)
    if len(readings) > 1:
        readings = settled(readings, found, context)
    return readings.pop() if len(readings) == 1 else None


def settled(readings: set[str | None], found: re.Match[str], context: str) -> set[str | None]:
    """The readings that agree with the weekday before the date, or with the order of other dates about it."""
    if weekday := found["weekday"]:
        return {
            r for r in readings if r and date.fromisoformat(r).weekday() == WEEKDAYS.index(weekday.lower())
        }
    is_day_first = {
        int(other["first"]) > 12
        for other in FORMS[-1].finditer(context)
        if (int(other["first"]) > 12) != (int(other["second"]) > 12)
    }
    if len(is_day_first) != 1:
        return readings
    day, month = (
        (found["first"], found["second"]) if is_day_first.pop() else (found["second"], found["first"])
    )
    return {iso(int(found["year"]), int(month), int(day))}


def iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))
