"""Full dates as articles and pages print them, as ISO dates; what lacks a year or has two readings is no date."""

from __future__ import annotations

import re
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?![\w/])", re.I)
    for form in (
        rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\d\d:\d\d\S*)?",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)",
    )
)


def find_date(text: str) -> tuple[int, int, str] | None:
    """Start, end and ISO form of the first full date in a short text, or None."""
    found = [(m.start(), m.end(), iso) for form in FORMS for m in form.finditer(text) if (iso := as_iso(m))]
    return min(found, default=None)


def iso_date(text: str) -> str | None:
    """The ISO form of the first full date in a short text, or None."""
    found = find_date(text)
    return found[2] if found else None


def as_iso(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if "first" in parts:
        # Day and month stand in either order by country: told apart only where one is above twelve.
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        day, month = int(parts["day"]), month_number(parts["month"])
    try:
        return date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None


def month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))
