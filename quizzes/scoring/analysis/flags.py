"""What is worth a teacher's look, and from how many students on it may be said (research/assessment.md §2).

Below `INTERVALS_FROM` only counts are shown. From there on intervals, and of all flags "possible wrong key" alone: its
three conditions together are rare by chance. The others come from `ALL_FLAGS_FROM` on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizzes.scoring.analysis.items import OptionFigures

INTERVALS_FROM = 10
ALL_FLAGS_FROM = 30
UNUSED_FROM = 40
UNUSED_SHARE = 0.05
"""A distractor chosen by fewer does no work (Haladyna & Downing 1993, Educ. Psychol. Meas. 53, 999-1010)."""


class Flag(StrEnum):
    WRONG_KEY = "wrong_key"
    """The key goes with doing badly, and a distractor chosen more often with doing well."""
    GOOD_CHOOSE_IT = "good_choose_it"
    """A distractor goes with doing well."""
    KEY_FALLS = "key_falls"
    """The better half chose the key less often than the other."""
    UNUSED = "unused"
    """A distractor that hardly anybody chose."""


@dataclass(frozen=True)
class Flagged:
    """`option` is the row of the option table that it is about: of a possible wrong key the distractor chosen instead."""

    flag: Flag
    option: int


def flags(
    options: Sequence[OptionFigures], keys: Sequence[bool], n: int, *, are_offered: bool = True
) -> tuple[Flagged, ...]:
    """What stands out in the option table of an item that n students answered; `keys` says which rows are keys.

    `are_offered` is False where the rows are what students typed: none of them can go unused.
    """
    if n < INTERVALS_FROM:
        return ()
    found = _wrong_key(options, keys)
    if n >= ALL_FLAGS_FROM and not found:
        found = [*_good_choose_it(options, keys), *_key_falls(options, keys)]
    if n >= UNUSED_FROM and are_offered:
        found += _unused(options, keys, n)
    return tuple(found)


def _wrong_key(options: Sequence[OptionFigures], keys: Sequence[bool]) -> list[Flagged]:
    """r of a key below 0, and r above 0 of a distractor that more students chose; the one chosen most."""
    weak = [o for o, is_key in zip(options, keys, strict=True) if is_key and _r(o) < 0]
    if not weak:
        return []
    fewest = min(o.count for o in weak)
    rivals = [
        row
        for row, (option, is_key) in enumerate(zip(options, keys, strict=True))
        if not is_key and _r(option) > 0 and option.count > fewest
    ]
    return [Flagged(Flag.WRONG_KEY, max(rivals, key=lambda row: options[row].count))] if rivals else []


def _good_choose_it(options: Sequence[OptionFigures], keys: Sequence[bool]) -> list[Flagged]:
    """A distractor whose r is above 0 with its whole interval: of the rest, one in three would be by chance."""
    return [
        Flagged(Flag.GOOD_CHOOSE_IT, row)
        for row, (option, is_key) in enumerate(zip(options, keys, strict=True))
        if not is_key
        and option.item_rest
        and option.item_rest.interval
        and option.item_rest.interval.lies_above(0)
    ]


def _key_falls(options: Sequence[OptionFigures], keys: Sequence[bool]) -> list[Flagged]:
    return [
        Flagged(Flag.KEY_FALLS, row)
        for row, (option, is_key) in enumerate(zip(options, keys, strict=True))
        if is_key and option.top is not None and option.bottom is not None and option.top < option.bottom
    ]


def _unused(options: Sequence[OptionFigures], keys: Sequence[bool], n: int) -> list[Flagged]:
    return [
        Flagged(Flag.UNUSED, row)
        for row, (option, is_key) in enumerate(zip(options, keys, strict=True))
        if not is_key and option.count < UNUSED_SHARE * n
    ]


def _r(option: OptionFigures) -> float:
    return option.item_rest.value if option.item_rest else 0.0
