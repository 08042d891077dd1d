"""Times of day as written ("5:10 a.m.", "9pm", "noon") to HH:MM."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
ZONES = frozenset({"gmt", "utc", "hours", "hrs", "est", "edt", "pst", "pdt", "cet", "bst"})
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
HALF = re.compile(r"([ap])\.?m\.?")
GLUED = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])\.?m\.?")


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
    return None


def clock(hour: int, minute: int, half: str, end: int) -> tuple[str, int] | None:
    """HH:MM of an hour and its half of the day; None for what is no time."""
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}", end
