"""Reading a figure in words or digits, with no parser: "2,500", "twenty-two", "at least a dozen", "10 to 12".

Serves the reading of articles, word by word, and the scoring of what a student types. No spaCy here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizzes.nlp.lexicons.numbers import (
    AFTER,
    BEFORE,
    CURRENCY_SIGNS,
    EVEN,
    FRACTIONS,
    GROUPS,
    NOBODY,
    ONES,
    SCALES,
    SHORT_SCALES,
    TENS,
    VAGUE,
)
from quizzes.nlp.types import Bound

WORD = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+")
GLUED_RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
HANGING = re.compile(r"\d[\d,]*-")
"""A figure that leaves its unit to the next one ("a 40- to 60-hour course")."""
GLUED_SCALE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(thousand|million|billion|trillion|mn|bn|tn)")
"""A figure written in one word with its scale ("9.2million")."""
SPACED = re.compile(r"[\u00a0\u202f ]")
DASHES = frozenset({"-", "–", "—", "‑"})
JOINERS = frozenset({"to", "or", *DASHES})
LONGEST_BOUND = max(map(len, [*BEFORE, *AFTER]))


@dataclass(frozen=True)
class Number:
    """A number as read: from `low` to `high` (the same where it is no range), up to word `end` (exclusive)."""

    low: float
    high: float
    end: int


def read_figure(text: str) -> tuple[float, float] | None:
    """The lowest and highest value that a text of one figure gives; None where it has none or is vague.

    Bounds and hedges are passed over ("at least 22" is 22), as is what follows ("22 people").
    """
    words = [SPACED.sub("", w) for w in WORD.findall(text.lower())]
    for at in range(len(words)):
        if found := number_at(words, at):
            return found.low, found.high
        if words[at] in NOBODY or words[at] == "no":
            return 0.0, 0.0
        if words[at] in VAGUE and words[at] != "some":
            return None
    return None


def number_at(words: Sequence[str], at: int) -> Number | None:
    """The number, or range of numbers, that begins with word `at` of the lower-cased words."""
    if at + 1 < len(words) and HANGING.fullmatch(words[at]) and words[at + 1] in {"to", "or"}:
        words = [*words[:at], words[at][:-1], *words[at + 1 :]]
    if at < len(words) and (glued := GLUED_RANGE.fullmatch(words[at])):
        parts = [glued[1], "-", glued[2], *words[at + 1 : at + 2]]
        found = number_at(parts, 0)
        return Number(found.low, found.high, at + found.end - 2) if found and found.end > 2 else None
    first = single_at(words, at)
    if first is None:
        return None
    is_between = "between" in words[max(0, at - 2) : at]
    second = range_end(words, first.end, {"and"} if is_between else JOINERS)
    if second is None or second.high <= first.low:
        return first
    low = first.low
    # "5-6,000" and "10 to 12 million" leave the scale to the second figure.
    for scale in (1e9, 1e6, 1e3):
        if second.low % scale == 0 and low * scale < second.low and low < scale and second.low / scale < 1e3:
            low *= scale
            break
    return Number(low, second.high, second.end)


def range_end(words: Sequence[str], at: int, joiners: Collection[str]) -> Number | None:
    """The second figure of a range whose first one ends before word `at`."""
    if words[at : at + 1] == ["-"] and words[at + 1 : at + 2] in (["to"], ["or"]):
        # "a 40- to 60-hour course"
        at += 1
    if at + 1 >= len(words) or words[at] not in joiners:
        return None
    # "$5 million to $6 million"
    return single_at(words, at + 2 if words[at + 1] in CURRENCY_SIGNS else at + 1)


def single_at(words: Sequence[str], at: int) -> Number | None:
    """The number without a range that begins with word `at`."""
    if at >= len(words):
        return None
    word = words[at]
    if word in {"a", "an"}:
        return articled(words, at)
    if word in FRACTIONS and word == "half":
        return half(words, at)
    if word in NOBODY:
        return None
    if glued := GLUED_SCALE.fullmatch(word):
        scaled = float(glued[1].replace(",", "")) * SCALES[glued[2]]
        return Number(scaled, scaled, at + 1)
    value, end = leading(words, at)
    if value is None:
        return None
    return and_a_half(words, Number(value, value, end))


def leading(words: Sequence[str], at: int) -> tuple[float | None, int]:
    """The value of digits or number words from word `at` on, and where they end."""
    total, part, read = 0.0, None, at
    while read < len(words):
        word = words[read]
        if DIGITS.fullmatch(word) and part is None and not total:
            part = float(word.replace(",", ""))
            while re.fullmatch(r"[1-9]\d{0,2}", words[at]) and re.fullmatch(
                r"\d{3}", "".join(words[read + 1 : read + 2])
            ):
                part, read = part * 1000 + float(words[read + 1]), read + 1
            if read + 1 < len(words) and words[read + 1] in SHORT_SCALES and SCALES[words[read + 1]]:
                return part * SCALES[words[read + 1]], read + 2
        elif word in TENS and (part is None or part % 100 == 0):
            part = (part or 0) + TENS[word]
        elif word in ONES and (part is None or part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20)):
            part = (part or 0) + ONES[word]
        elif word in SCALES and word not in SHORT_SCALES and part is not None:
            part *= SCALES[word]
            if SCALES[word] >= 1e3:
                total, part = total + part, None
        elif word in GROUPS and word != "score" and part is not None:
            return total + part * GROUPS[word], read + 1
        elif (word in DASHES and joins(words, read)) or (
            word == "and" and part_follows(words, read, total, part)
        ):
            pass
        else:
            break
        read += 1
    if part is None and not total:
        return None, at
    return total + (part or 0), read


def joins(words: Sequence[str], at: int) -> bool:
    """True for the hyphen of "twenty-two" and "one-hundred"."""
    if at == 0 or at + 1 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    return (before in TENS and after in ONES) or ((before in ONES or before in TENS) and after in SCALES)


def part_follows(words: Sequence[str], at: int, total: float, part: float | None) -> bool:
    """True for the "and" of "two hundred and five", false for that of "two hundred and five others were hurt" only
    in so far as grammar would tell them apart."""
    if at + 1 >= len(words) or words[at - 1] not in SCALES:
        return False
    return bool(total or part) and (words[at + 1] in ONES or words[at + 1] in TENS)


def articled(words: Sequence[str], at: int) -> Number | None:
    """The number of "a dozen", "a hundred", "a half", "a score of"."""
    if at + 1 >= len(words):
        return None
    word = words[at + 1]
    if word in SCALES and word not in SHORT_SCALES:
        value, end = leading(("one", *words[at + 1 :]), 0)
        return Number(value, value, at + end) if value else None
    if word in GROUPS and (word != "score" or words[at + 2 : at + 3] == ["of"]):
        return Number(GROUPS[word], GROUPS[word], at + 2)
    return half(words, at + 1) if word == "half" else None


def half(words: Sequence[str], at: int) -> Number | None:
    """The number of "half a million" and "half a dozen"; None for the half of something named."""
    rest = [w for w in words[at + 1 : at + 3] if w not in {"a", *DASHES}]
    skipped = 1 if words[at + 1 : at + 2] and words[at + 1] in {"a", *DASHES} else 0
    scale = SCALES.get(rest[0]) or GROUPS.get(rest[0]) if rest else None
    return Number(scale / 2, scale / 2, at + 2 + skipped) if scale else None


def and_a_half(words: Sequence[str], number: Number) -> Number:
    """The number with "and a half" (and a scale behind it: "two and a half million") added."""
    for half in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if tuple(words[number.end : number.end + len(half)]) == half:
            break
    else:
        return number
    value, end = number.low + 0.5, number.end + len(half)
    if end < len(words) and words[end] in SCALES:
        value, end = value * SCALES[words[end]], end + 1
    return Number(value, value, end)


def bound_before(words: Sequence[str], at: int) -> tuple[Bound, int] | None:
    """The bound that fences in the figure at word `at`, and where its words begin."""
    near = at
    while near > 0 and at - near < 3:
        for size in range(LONGEST_BOUND, 0, -1):
            found = BEFORE.get(tuple(words[near - size : near])) if near >= size else None
            if found:
                return found, near - size
        if words[near - 1] not in EVEN:
            return None
        near -= 1
    return None


def bound_after(words: Sequence[str], at: int) -> tuple[Bound, int] | None:
    """The bound that stands behind a figure which ends before word `at`, and where its words end."""
    for size in range(LONGEST_BOUND, 0, -1):
        if found := AFTER.get(tuple(words[at : at + size])):
            return found, at + size
    return None
