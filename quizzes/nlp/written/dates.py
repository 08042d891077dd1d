"""Dates in text, resolved against the article's date: to ISO, or to a partial form where year or week is not known.

Forms: "2021-02-15", "2021-02" (a month), "2021" (a year), "--02-15" (no year known), "--02" (a month of no known
year), "weekday:thursday" (no week known). All of them are compared by `dates_fit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quizzes.nlp.written.figures import read_figure

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH = r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"


def spaced(pattern: str) -> str:
    """The pattern with room for three blanks between words and no more: over a desert of them it must not crawl."""
    return pattern.replace(" +", " {1,3}").replace(" *", " {0,3}")


PATTERNS = tuple(
    re.compile(rf"(?<![\w-]){spaced(pattern)}(?![\w])", re.IGNORECASE)
    for pattern in (
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        rf"(?:{WEEKDAY},? +)?(?:the +)?{DAY}(?: +of)? +{MONTH}(?:,? +{YEAR})?",
        rf"(?:{WEEKDAY},? +)?{MONTH}(?: +|(?<=\.)){DAY}(?! *(?:%|percent|people|million))(?:,? +{YEAR})?",
        rf"(?:(?:early|late|mid)[ -]+)?{MONTH}(?: +of)?,? +{YEAR}",
        rf"(?:(?P<which>last|next|this|on|early|late)? *){WEEKDAY}",
        r"(?P<near>today|tonight|yesterday|tomorrow|overnight)",
        r"this +(?P<part>morning|afternoon|evening)",
        r"(?:earlier|later) +(?:this|in +the) +(?P<period>week|month|year)",
        r"(?P<step>last|this|next|previous) +(?P<unit>month|year|week)",
        rf"(?:(?:more|less) +than +|about +|almost +|nearly +)?{COUNT} +(?P<ago>day|week|month|year)s? +(?:ago|earlier)",
        rf"(?:(?:in|since|by|during|until|till|before|after|from|to|early|late|mid|of|last|next|this) +){MONTH}",
        rf"(?:(?:in|since|by|during|before|after|until|from|between|of|early|late|mid|to|the) +){YEAR}(?!s)",
    )
)
STEMS = tuple(name[:3] for name in MONTHS)
UNITS = ("week", "month", "year")
NEEDED = (
    ("-",),
    STEMS,
    STEMS,
    STEMS,
    ("day",),
    ("day", "night", "tomorrow"),
    ("morning", "afternoon", "evening"),
    UNITS,
    UNITS,
    ("ago", "earlier"),
    STEMS,
    ("19", "20"),
)
"""For each pattern, letters of which a text must hold some: most sentences have no date, and to search takes long."""
NEAR = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}
NOT_MONTH = frozenset({"may", "mar", "march", "dec", "jan", "sept", "oct", "nov", "aug", "sep"})


@dataclass(frozen=True)
class Dated:
    """A date as it stands in a text (`start` to `end`) and its ISO or partial form (None where it cannot be told).

    `is_calendar`: written with a month, day or year, so that its numbers count nothing.
    """

    start: int
    end: int
    norm: str | None
    is_calendar: bool


def find_dates(text: str, published: str | None) -> tuple[Dated, ...]:
    """The dates of a text in order, without overlap; `published` (ISO) anchors "Thursday" and "15 February"."""
    anchor = anchor_of(published)
    found: list[Dated] = []
    lower = text.lower()
    for pattern, needed in zip(PATTERNS, NEEDED, strict=True):
        if not any(letters in lower for letters in needed):
            continue
        for match in pattern.finditer(text):
            if any(match.start() < d.end and d.start < match.end() for d in found):
                continue
            if is_word_may(match):
                continue
            found.append(dated(match, anchor))
    return tuple(sorted(found, key=lambda d: d.start))


def anchor_of(published: str | None) -> date | None:
    """The date of an ISO date (or of one with a time behind it); None for anything else."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def is_word_may(match: re.Match[str]) -> bool:
    """True where "may" or "march" in small letters is no month."""
    month = match.groupdict().get("month")
    return month is not None and month.islower() and month in NOT_MONTH


def dated(match: re.Match[str], anchor: date | None) -> Dated:
    parts = {k: v.lower() for k, v in match.groupdict().items() if v}
    is_calendar = bool(parts.keys() & {"iso", "month", "year", "day", "ago"})
    return Dated(match.start(), match.end(), resolved(parts, anchor), is_calendar)


def resolved(parts: dict[str, str], anchor: date | None) -> str | None:
    """The ISO or partial form of the matched parts of a date."""
    if "iso" in parts:
        return parts["iso"] if anchor_of(parts["iso"]) else None
    if "month" in parts:
        return month_day(parts, anchor)
    if "year" in parts:
        return parts["year"]
    if "weekday" in parts:
        return weekday(parts["weekday"], parts.get("which", ""), anchor)
    if anchor is None:
        return None
    if "near" in parts or "part" in parts:
        return (anchor + timedelta(days=NEAR.get(parts.get("near", ""), 0))).isoformat()
    if "period" in parts or "unit" in parts:
        return period(parts.get("period") or parts["unit"], parts.get("step", "this"), anchor)
    return ago(parts, anchor)


def month_number(word: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def month_day(parts: dict[str, str], anchor: date | None) -> str | None:
    """The form of a month, with day and year where given; without a year the one nearest to the article's date."""
    month, day = month_number(parts["month"]), int(parts.get("day", 0))
    year = int(parts["year"]) if "year" in parts else nearest_year(month, day or 15, anchor)
    if year is None:
        return f"--{month:02}-{day:02}" if day else f"--{month:02}"
    if not day:
        return f"{year}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest_year(month: int, day: int, anchor: date | None) -> int | None:
    """The year that puts the day closest to the anchor: news names the year of what is far away."""
    if anchor is None:
        return None
    day = min(day, 28)
    return min(
        (anchor.year - 1, anchor.year, anchor.year + 1),
        key=lambda year: abs((date(year, month, day) - anchor).days) if year > 0 else 10**9,
    )


def weekday(name: str, which: str, anchor: date | None) -> str:
    """The last such day up to the article's own ("Thursday"), before it ("last Thursday") or after it ("next")."""
    if anchor is None:
        return f"weekday:{name}"
    back = (anchor.weekday() - WEEKDAYS.index(name)) % 7
    if which == "next":
        return (anchor + timedelta(days=7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (anchor - timedelta(days=back)).isoformat()


def period(unit: str, step: str, anchor: date) -> str | None:
    """The month or year meant by "last month", "this year"; None for a week, which has no partial form."""
    steps = {"last": -1, "previous": -1, "next": 1}.get(step, 0)
    if unit == "year":
        return str(anchor.year + steps)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + steps
        return f"{months // 12}-{months % 12 + 1:02}"
    return None


def ago(parts: dict[str, str], anchor: date) -> str | None:
    """The day, month or year so long before the article's date; None where the count is too large for a calendar."""
    read = read_figure(parts["count"]) if parts["count"] not in {"a", "an"} else (1, 1)
    count = int(read[0]) if read else 1
    match parts["ago"]:
        case "day":
            return (anchor - timedelta(days=count)).isoformat()
        case "month":
            months = anchor.year * 12 + anchor.month - 1 - count
            return f"{months // 12}-{months % 12 + 1:02}"
        case "year":
            return str(anchor.year - count) if anchor.year > count else None
    return None


def dates_fit(one: str, other: str, days: int = 0) -> bool | None:
    """True where two forms can be the same day (give or take `days`), False where they cannot, None where neither shows."""
    if one == other:
        return True
    if one.startswith("weekday:") or other.startswith("weekday:"):
        return weekdays_fit(one, other, days)
    first, second = anchor_of(one), anchor_of(other)
    if first and second:
        return abs((first - second).days) <= days
    short, long = sorted((one.removeprefix("--"), other.removeprefix("--")), key=len)
    if one.startswith("--") != other.startswith("--"):
        bare, full = (one, other) if one.startswith("--") else (other, one)
        return (
            None
            if len(full) == 4
            else bare[2:4] == full[5:7] and (len(bare) < 7 or len(full) < 10 or close(bare, full, days))
        )
    return long.startswith(short)


def close(bare: str, full: str, days: int) -> bool:
    """True where "--MM-DD" falls within some days of a full date."""
    whole = anchor_of(f"{full[:4]}{bare[1:]}")
    other = anchor_of(full)
    return whole is not None and other is not None and abs((whole - other).days) <= days


def weekdays_fit(one: str, other: str, days: int) -> bool | None:
    """Whether a weekday of no known week can be the other date."""
    names = [weekday_of(form) for form in (one, other)]
    if None in names:
        return None
    apart = abs(WEEKDAYS.index(str(names[0])) - WEEKDAYS.index(str(names[1])))
    return min(apart, 7 - apart) <= days


def weekday_of(form: str) -> str | None:
    if form.startswith("weekday:"):
        return form.removeprefix("weekday:")
    day = anchor_of(form)
    return WEEKDAYS[day.weekday()] if day else None


def norms(dates: tuple[Dated, ...]) -> Iterator[str]:
    yield from (d.norm for d in dates if d.norm)
