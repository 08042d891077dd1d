"""Figures of two units brought to one: a year and twelve months, 70 miles and 113 kilometers per hour."""

from __future__ import annotations

from dataclasses import replace

from quizzes.nlp.lexicons.numbers import CURRENCIES, MINUTES
from quizzes.nlp.types import Bound, Claim, Quantity

LONGER = {
    "fortnight": 14 * MINUTES["day"],
    "decade": 10 * MINUTES["year"],
    "century": 100 * MINUTES["year"],
}
METERS = {
    "mile": 1609.0,
    "mph": 1609.0,
    "kilometer": 1000.0,
    "kilometre": 1000.0,
    "km": 1000.0,
    "kph": 1000.0,
    "meter": 1.0,
    "metre": 1.0,
    "yard": 0.9144,
    "foot": 0.3048,
    "feet": 0.3048,
    "inch": 0.0254,
    "inche": 0.0254,
}
SIZES = {unit: (size, "time") for unit, size in (MINUTES | LONGER).items()} | {
    unit: (size, "length") for unit, size in METERS.items()
}
"""For each unit its size and what it measures; "miles" and "mph" are one, since a speed is compared with speeds alone."""
SCALES = ({"second", "minute", "hour", "day", "week", "fortnight"}, {"month", "year", "decade", "century"})
"""Units that are whole numbers of each other; a month is no whole number of weeks."""
SLACK = 0.1
"""How far a figure in another unit may be off, as a share: it was rounded when it was turned."""


def in_one_unit(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The claims with values in one unit; None where their units measure different things."""
    one, other = unit(a.value), unit(b.value)
    if one == other:
        return a, b
    if one in CURRENCIES and other in CURRENCIES:
        return None
    if one not in SIZES or other not in SIZES:
        return a, b
    if SIZES[one][1] != SIZES[other][1]:
        return None
    if SIZES[one][0] == SIZES[other][0]:
        return a, b
    is_exact = any(one in scale and other in scale for scale in SCALES)
    return turned(a, one, is_exact), turned(b, other, is_exact)


def unit(value: Quantity) -> str:
    return (value.unit or "").casefold().removesuffix("s")


def turned(claim: Claim, name: str, is_exact: bool) -> Claim:
    """The claim with its value in the smallest unit; only about right where the units are no whole numbers of each other."""
    value, size = claim.value, SIZES[name][0]
    low = None if value.low is None else value.low * size
    high = None if value.high is None else value.high * size
    about = None if value.about is None else (value.about[0] * size, value.about[1] * size)
    if is_exact:
        return replace(claim, value=replace(value, low=low, high=high, about=about))
    nearly = (
        (low * (1 - SLACK), high * (1 + SLACK))
        if about is None and low is not None and high is not None
        else about
    )
    bound = Bound.ABOUT if low == high else value.bound
    return replace(claim, value=replace(value, low=low, high=high, about=nearly, bound=bound))
