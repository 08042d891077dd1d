"""How two figures stand to each other: equal, in conflict, one rounder, of different scope, or one overtaken."""

from __future__ import annotations

import math
import re
from datetime import date
from enum import Enum

from quizzes.nlp.findings.comparable import THINGS, Kinship, are_loosely_alike, kinship
from quizzes.nlp.findings.same_matter import answers, are_surely_one
from quizzes.nlp.findings.units import in_one_unit
from quizzes.nlp.types import Bound, Claim, Quantity, Relation, ValueType

NEARNESS = 0.1
"""How far "about" may be off, as a share of the figure."""

HALF_HOUR = 30
"""Minutes: "about" rounds a time of day to the hour or half hour."""

VAGUE_SLACK = 2.0
"""A vague word contradicts a figure only where it lies this many times outside the range of the word."""

ROUND_FROM = 1000
"""Figures below are counts that are told exactly: 20 and 22 dead differ, 43,000 and 43,350 dollars need not."""

FAR = 2
"""How many times a figure may lie above the one of "more than" and still be meant by it."""

GROWS = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "rescued", "destroyed", "damaged"}
)
"""Counts that rise as news comes in."""
SHRINKS = frozenset({"missing"})
"""Counts that may sink as well: the missing are found."""

ON_TOP = re.compile(r"\s+(?:more|further|additional)\b(?!\s+than)", re.IGNORECASE)
ON_TOP_BEFORE = re.compile(r"\b(?:another|further|additional)\W+$", re.IGNORECASE)


COUNTED_SO_FAR = re.compile(
    r"\b(?:precincts?|polling (?:places|stations)|districts?|constituencies|wards?|ballots?|votes?)\b[^.;]{0,40}?"
    r"\b(?:report(?:ing|ed)|counted|tallied|declared|in)\b",
    re.IGNORECASE,
)
"""How far a count of votes has come ("with 83 percent of the precincts reporting")."""


WIDER = re.compile(
    r"^.{0,30}?\b(?:in all (?:competitions|contests|games)|worldwide|globally|nationwide|altogether|in total|overall|combined"
    r"|(?:across|throughout) the (?:country|nation|state|world))\b",
    re.IGNORECASE,
)
"""What stands behind a figure that takes in more than others of its kind ("24 goals in all competitions")."""


class Equal(Enum):
    """Two figures that give the same value."""

    EQUAL = "equal"


def relate(
    a: Claim, b: Claim, published: dict[str, str | None], *, is_one: bool = False
) -> Relation | Equal | None:
    """How two claims about one thing stand to each other; None where nothing can be said. `is_one`: they count the same
    people, whatever words name these."""
    if a.value.type is b.value.type is ValueType.TIME:
        return times_relation(a, b)
    turned = in_one_unit(a, b) if comparable_values(a, b) else None
    if turned is None:
        return None
    if turned[0].value.bound is Bound.ABOUT is not a.value.bound and not are_disjoint(
        turned[0].value, turned[1].value
    ):
        # "two months", "eight weeks"
        return Equal.EQUAL
    a, b = turned
    kin = Kinship.SAME if is_one or are_surely_one(a, b) else kinship(a, b)
    if kin is Kinship.DIFFERENT:
        return Relation.SCOPE if scope_matters(a, b) else None
    if on_top(a) != on_top(b):
        return None if same_figure(a.value, b.value) else Relation.SCOPE
    if same_figure(a.value, b.value):
        return Relation.PRECISION if is_dozen(a.value) != is_dozen(b.value) else Equal.EQUAL
    if is_vague(a.value) or is_vague(b.value):
        return vague_relation(a.value, b.value)
    if is_same_source(a, b):
        if a.measure not in GROWS:
            x, y = figure(a.value), figure(b.value)
            is_rounded = x is not None and y is not None and (rounds(x, y) or rounds(y, x))
            return Relation.PRECISION if is_rounded else None
        # A source that takes a figure back has not overtaken it: a reader must ask which of the two stands.
        return Relation.CONFLICT if sinks(a, b, published) else Relation.UPDATE
    if kin is Kinship.SAME and is_wider(a) != is_wider(b):
        wide, other = (a, b) if is_wider(a) else (b, a)
        return Relation.SCOPE if interval(wide.value)[0] >= interval(other.value)[1] else None
    if kin is Kinship.SAME:
        found = figure_relation(a, b, published)
        return found if found is Relation.PRECISION or not are_loosely_alike(a, b) else None
    whole, part = (a, b) if kin is Kinship.WHOLE else (b, a)
    return whole_and_part(whole, part, published)


def comparable_values(a: Claim, b: Claim) -> bool:
    """True for two figures in two sentences; a list in one sentence ("a guard and five others") is no contradiction."""
    if a.value.type is not ValueType.NUMBER or b.value.type is not ValueType.NUMBER:
        return False
    return (a.article, a.start) != (b.article, b.start) or answers(a, b)


def times_relation(a: Claim, b: Claim) -> Relation | Equal | None:
    """Two times of day: alike; one rounder than the other ("about 5" beside 5:10); None where they may be of two moments.

    One happening has many times of day (its start, its end, a call for help), so that two that differ are no conflict.
    """
    x, y = minutes(a.value), minutes(b.value)
    if x is None or y is None:
        return None
    if x == y:
        return Equal.EQUAL
    rounder = a if x % HALF_HOUR == 0 else b if y % HALF_HOUR == 0 else None
    if rounder is None or x % HALF_HOUR == y % HALF_HOUR or rounder.value.bound is not Bound.ABOUT:
        return None
    return Relation.PRECISION if abs(x - y) <= HALF_HOUR / 2 else None


def minutes(value: Quantity) -> int | None:
    """Minutes since midnight of a time of day ("HH:MM"), else None."""
    found = re.fullmatch(r"(\d\d):(\d\d)", value.norm or "")
    return 60 * int(found[1]) + int(found[2]) if found else None


def scope_matters(a: Claim, b: Claim) -> bool:
    """True where two figures count different things of one kind of loss, so that a reader may take them for one."""
    if a.measure not in THINGS or a.article == b.article:
        return False
    return bool(a.counted and b.counted) and not same_figure(a.value, b.value)


def on_top(claim: Claim) -> bool:
    """True for a figure that comes on top of others: "two more", "another three"; "two more than" compares."""
    if not claim.counted:
        return False
    at = claim.value.start - claim.start
    after = claim.text[at + len(claim.value.text) :]
    return bool(ON_TOP.match(after) or ON_TOP_BEFORE.search(claim.text[:at]))


def is_wider(claim: Claim) -> bool:
    """True for a figure that its own words say to take in all ("24 goals in all competitions", "4,300 shops worldwide")."""
    return WIDER.match(claim.text[claim.value.end - claim.start :]) is not None


def same_figure(a: Quantity, b: Quantity) -> bool:
    """True for one figure, however it is fenced in ("47", "at least 47")."""
    return figure(a) is not None and figure(a) == figure(b)


def figure(value: Quantity) -> float | None:
    """The figure a value is built on: 22 of "at least 22", minutes of a time of day; None for a range and for a vague word."""
    if value.type is ValueType.TIME:
        return minutes(value)
    if value.low is not None and value.high is not None:
        if value.bound is Bound.ABOUT:
            return (value.low + value.high) / 2
        return value.low if value.low == value.high else None
    return value.low if value.low is not None else value.high


def is_dozen(value: Quantity) -> bool:
    """True for "about a dozen", which is a round twelve."""
    return value.bound is Bound.ABOUT and "dozen" in value.text.casefold()


def is_vague(value: Quantity) -> bool:
    return value.type is ValueType.NUMBER and value.low is None and value.high is None


def interval(value: Quantity) -> tuple[float, float]:
    """The figures that a value allows; of "up to a handful" all to the end of the range of "handful"."""
    if is_vague(value):
        low, high = value.about or (0.0, math.inf)
        return (0.0 if value.bound is Bound.AT_MOST else low), (
            math.inf if value.bound is Bound.AT_LEAST else high
        )
    if value.about is not None:
        return value.about
    low = 0.0 if value.low is None else value.low
    high = math.inf if value.high is None else value.high
    if value.bound is Bound.ABOUT and low == high:
        return low * (1 - NEARNESS), high * (1 + NEARNESS)
    return low, high


def are_disjoint(a: Quantity, b: Quantity) -> bool:
    """True where no figure fits both; an open bound ("more than 20") leaves out its own figure."""
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    if (low_a == high_b and Bound.MORE_THAN is a.bound) or (low_b == high_a and Bound.MORE_THAN is b.bound):
        return True
    if (low_a == high_b and Bound.LESS_THAN is b.bound) or (low_b == high_a and Bound.LESS_THAN is a.bound):
        return True
    return high_a < low_b or high_b < low_a


def vague_relation(a: Quantity, b: Quantity) -> Relation | None:
    """A vague word beside a figure is the rounder of the two, unless the figure lies far outside its range.

    Two vague words ("several", "a number") say nothing against each other unless their ranges lie apart.
    """
    if far_apart(a, b):
        return Relation.CONFLICT
    return None if is_vague(a) and is_vague(b) else Relation.PRECISION


def far_apart(a: Quantity, b: Quantity) -> bool:
    """True where no figure fits both; a vague word is given some slack, its limit ("up to a handful") none."""
    slack = 1.0 if Bound.AT_MOST in {a.bound, b.bound} else VAGUE_SLACK
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    return high_a * slack < low_b or high_b * slack < low_a


def is_same_source(a: Claim, b: Claim) -> bool:
    """True where one named source gives both figures."""
    if a.source is None or b.source is None:
        return False
    return a.source.name.casefold() == b.source.name.casefold()


def figure_relation(a: Claim, b: Claim, published: dict[str, str | None]) -> Relation | None:
    """Two figures for the same things: in conflict, unless one rounds the other or a later article overtakes it."""
    x, y = figure(a.value), figure(b.value)
    if x is not None and y is not None and (rounds(x, y) or rounds(y, x)):
        return Relation.PRECISION
    # Two round figures that overlap ("about 9,000", "some 9,200") may be one.
    same_bound = a.value.bound is b.value.bound is not Bound.ABOUT
    if not are_disjoint(a.value, b.value) and not (same_bound and x != y):
        return None if is_far_above(a, b) or is_far_above(b, a) else Relation.PRECISION
    return Relation.UPDATE if overtakes(a, b, published) else Relation.CONFLICT


def is_far_above(high: Claim, low: Claim) -> bool:
    """True for 60,000 beside "more than 20,000": such a bound stands near its figure, save where a count still rises."""
    x, y = figure(high.value), figure(low.value)
    is_open = low.value.bound in {Bound.AT_LEAST, Bound.MORE_THAN} and low.measure not in GROWS
    return is_open and x is not None and y is not None and x > FAR * y


def whole_and_part(whole: Claim, part: Claim, published: dict[str, str | None]) -> Relation | None:
    """Fewer people than fighters among them is a conflict; more people than fighters may well be."""
    if interval(whole.value)[1] < interval(part.value)[0]:
        return Relation.UPDATE if overtakes(whole, part, published) else Relation.CONFLICT
    if are_disjoint(whole.value, part.value):
        return Relation.SCOPE
    return None


def rounds(coarse: float, fine: float) -> bool:
    """True where `coarse` is `fine` rounded to the figures that `coarse` shows."""
    if coarse == int(coarse) and fine != int(fine):
        return round(fine) == coarse
    if coarse < ROUND_FROM or coarse == fine:
        return False
    digits = f"{coarse:.0f}".rstrip("0")
    unit = 10 ** (len(f"{coarse:.0f}") - len(digits))
    return len(digits) >= 2 and coarse == int(coarse) and abs(coarse - fine) <= unit / 2


def overtakes(a: Claim, b: Claim, published: dict[str, str | None]) -> bool:
    """True where the article of a later day gives the higher count of what rises as news comes in, or counts on."""
    if (
        a.value.unit == b.value.unit == "percent"
        and COUNTED_SO_FAR.search(a.text)
        and COUNTED_SO_FAR.search(b.text)
    ):
        return rise(a, b, published) != 0
    risen = rise(a, b, published)
    return (a.measure in GROWS and risen > 0) or (a.measure in SHRINKS and risen < 0)


def sinks(a: Claim, b: Claim, published: dict[str, str | None]) -> bool:
    """True where the article of a later day gives the lower figure."""
    return rise(a, b, published) < 0


def rise(a: Claim, b: Claim, published: dict[str, str | None]) -> float:
    """Above 0 where the figure is higher in the article of the later day, below 0 where it is lower; 0 where no day tells."""
    day_a, day_b = published.get(a.article), published.get(b.article)
    x, y = figure(a.value), figure(b.value)
    if not day_a or not day_b or x is None or y is None:
        return 0
    return (date.fromisoformat(day_b) - date.fromisoformat(day_a)).days * (y - x)
