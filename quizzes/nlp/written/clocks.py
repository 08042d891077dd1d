"""Times of day as written ("5:10 a.m.", "9pm", "noon", "ten to seven this evening") to HH:MM."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
ZONES = frozenset({"gmt", "utc", "hours", "hrs", "est", "edt", "pst", "pdt", "cet", "bst"})
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
HALF = re.compile(r"([ap])\.?m\.?")
GLUED = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])\.?m\.?")
HOURS = {
    word: hour
    for hour, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        1,
    )
} | {str(hour): hour for hour in range(1, 13)}
MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}
PARTS = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p", "tonight": "p"}
"""The half of the day that each of its parts lies in; an hour of the night after midnight is in the first."""
NIGHT_ENDS = 6
REACH = 5
"""Words behind a spoken hour within which its part of the day stands ("on Wednesday evening", "in the morning")."""
BETWEEN = frozenset({"in", "the", "on", "at", "this", "that", "last", "of", "o'clock", "o’clock"})


def clock_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The time of day that begins at word `at` (lower-cased) as HH:MM, and the word after it."""
    word = words[at]
    if word in NAMED:
        return NAMED[word], at + 1
    if found := GLUED.fullmatch(word):
        return clock(int(found[1]), int(found[2] or 0), found[3], at + 1)
    follows = words[at + 1] if at + 1 < len(words) else ""
    half = HALF.fullmatch(follows)
    if follows in ZONES and (found := re.fullmatch(r"(\d\d)(\d\d)", word)):
        return clock(int(found[1]), int(found[2]), "", at + 2)
    if found := CLOCK.fullmatch(word):
        if half:
            return clock(int(found[1]), int(found[2]), half[1], at + 2)
        return clock(int(found[1]), int(found[2]), "", at + 1) if ":" in word else None
    if half and re.fullmatch(r"\d{1,2}", word):
        return clock(int(word), 0, half[1], at + 2)
    if follows in {"o'clock", "o’clock"} and re.fullmatch(r"\d{1,2}", word):
        return clock(int(word), 0, "", at + 2)
    return spoken(words, at)


def spoken(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The time of "ten to eight on Monday evening"; None where nothing tells the half of the day."""
    found = spoken_hour(words, at)
    if found is None:
        return None
    hour, minute, end = found
    part = part_behind(words, end)
    if part is None:
        return None
    is_late = part == "night" and (hour % 12) < NIGHT_ENDS
    hour = hour % 12 + (12 if PARTS[part] == "p" and not is_late else 0)
    total = (60 * hour + minute) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}", end


def spoken_hour(words: Sequence[str], at: int) -> tuple[int, int, int] | None:
    """The hour, the minutes past it (below 0: to it) and the word after, for "ten to seven", "half past two", "a quarter to
    eight"; None for other words."""
    at += words[at] == "a" and words[at + 1 : at + 2] == ["quarter"]
    name, by, hour = [*words[at : at + 3], "", "", ""][:3]
    if (
        name not in MINUTES
        or by not in {"past", "to"}
        or hour not in HOURS
        or (name == "half" and by == "to")
    ):
        return None
    return HOURS[hour], MINUTES[name] if by == "past" else -MINUTES[name], at + 3


def part_behind(words: Sequence[str], at: int) -> str | None:
    """The part of the day close behind, with no more than a weekday or a few small words between."""
    for word in words[at : at + REACH]:
        if word in PARTS:
            return word
        if word not in BETWEEN and not word.endswith("day"):
            return None
    return None


def clock(hour: int, minute: int, half: str, end: int) -> tuple[str, int] | None:
    """HH:MM of an hour and its half of the day; None for what is no time."""
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}", end
