"""What a finding is about in plain words: what the articles give ("figure", "date"), and what sort of number it is."""

from __future__ import annotations

from quizzes.nlp.findings.comparable import SUMS
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


def kind_of_unit(claim: Claim) -> str:
    """What sort of number it is: two of one sort could stand in one gap."""
    unit = (claim.value.unit or "").casefold().removesuffix("s")
    if unit in CURRENCIES or f"{unit}s" in SUMS:
        return "money"
    if unit in DURATIONS or unit in DISTANCES or unit == "percent":
        return unit
    return "count"
