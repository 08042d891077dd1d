"""What a finding is about in plain words, whatever it measures: "the number of buses", "the sum of money", "the date"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizzes.items.wording import MEASURES
from quizzes.nlp.findings.comparable import HARMS, SUMS
from quizzes.nlp.lexicons.numbers import CURRENCIES, DURATIONS
from quizzes.nlp.types import Claim, Finding, ValueType

THING = {
    "number": "figure",
    "date": "date",
    "time": "time",
    "place": "place",
    "name": "name",
    "status": "account",
    "attribute": "account",
}
"""What the articles give of each aspect: "the same figure", "another place"."""

PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "inch": "inches",
    "percent": "percent",
    "police": "police",
    "staff": "staff",
}
"""Plurals that no rule gives, of words that news counts most (general English)."""

LONGEST_UNIT = 5
"""Words of what is counted that a stem can name and still be read with ease."""


def thing(finding: Finding) -> str:
    """ "figure", "date", "time", "place", "name", or "account" of what is neither."""
    if finding.measure in ("time", "hour") or finding.aspect == "time":
        return "time"
    if finding.measure == "day":
        return "day"
    return THING.get(finding.aspect or "number", "account")


def topic(finding: Finding, claims: Sequence[Claim]) -> str:
    """What the figures are of, to follow "the": a harm by its name, a count by what is counted, else by its unit."""
    first = next(iter(claims), None)
    if first is None or first.value.type is not ValueType.NUMBER:
        return thing(finding)
    if finding.measure in HARMS and finding.measure in MEASURES:
        return MEASURES[finding.measure].topic
    if finding.measure == "age":
        return "age"
    unit = _unit(finding, claims)
    if unit is None:
        return "figure"
    if unit in SUMS or unit.removesuffix("s") in CURRENCIES:
        return "sum of money"
    if unit == "percent":
        return "share in percent"
    if unit.removesuffix("s") in DURATIONS:
        return f"time in {plural(unit)}"
    return f"number of {plural(unit)}"


def unit_of(finding: Finding, claims: Sequence[Claim]) -> str | None:
    """What a typed figure counts ("people killed", "buses", "dollars"); None where the articles do not say."""
    if finding.measure in HARMS and finding.measure in MEASURES:
        return MEASURES[finding.measure].counted
    unit = _unit(finding, claims)
    return plural(unit) if unit else None


def _unit(finding: Finding, claims: Sequence[Claim]) -> str | None:
    """The shortest of the units as written, since the longer ones say more than every article does."""
    units = {" ".join((c.value.unit or "").split()) for c in claims} - {""}
    shortest = min(units, key=lambda u: (len(u.split()), u), default=None)
    if shortest is None or len(shortest.split()) > LONGEST_UNIT:
        return None
    return shortest if any(w[:1].isupper() for w in shortest.split()) else shortest.lower()


def kind_of_unit(claim: Claim) -> str:
    """What sort of number it is: two of one sort could stand in one gap."""
    unit = (claim.value.unit or "").casefold().removesuffix("s")
    if unit in CURRENCIES or f"{unit}s" in SUMS:
        return "money"
    if unit in DURATIONS or unit == "percent" or unit in PLURALS:
        return unit
    return "count"


def plural(unit: str) -> str:
    """ "buses" for "bus": what is counted as it stands behind "number of"."""
    *before, last = unit.split()
    if last.lower() in PLURALS:
        last = PLURALS[last.lower()]
    elif last not in PLURALS.values() and not re.search(r"[^s]s$", last):
        last = _with_s(last)
    return " ".join((*before, last))


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
