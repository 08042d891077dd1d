"""What a finding is about in plain words: what the articles give ("figure", "date"), and what a figure counts ("buses")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizzes.items.wording import MEASURES
from quizzes.nlp.findings.comparable import HARMS, SUMS
from quizzes.nlp.lexicons.numbers import CURRENCIES, DISTANCES, DURATIONS
from quizzes.nlp.types import Claim, Finding

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


def for_this(finding: Finding) -> str:
    """ "figure for this", "account of this"."""
    named = thing(finding)
    return f"{named} {'of' if named == 'account' else 'for'} this"


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
    if unit in DURATIONS or unit in DISTANCES or unit == "percent":
        return unit
    return "count"


def plural(unit: str) -> str:
    """ "buses" for "bus": what is counted as it stands behind "number of"."""
    *before, last = unit.split()
    if last.lower() in PLURALS:
        last = PLURALS[last.lower()]
    elif last not in PLURALS.values() and not re.search(r"[^sui]s$", last):
        last = _with_s(last)
    return " ".join((*before, last))


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
