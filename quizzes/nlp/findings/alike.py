"""Which values could be of one thing by their form alone (a length and a length, two sums, two hours), and how they differ."""

from __future__ import annotations

from quizzes.nlp.findings import dates, hours
from quizzes.nlp.findings.comparable import ANYBODY, HARMS, Kinship, head, kinship
from quizzes.nlp.findings.rare_words import stem
from quizzes.nlp.findings.relations import figure, figure_relation, minutes
from quizzes.nlp.findings.same_matter import GOT
from quizzes.nlp.findings.units import SIZES, in_one_unit, unit
from quizzes.nlp.lexicons.numbers import CURRENCIES
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.types import Bound, Claim, Relation, ValueType

MARKS = frozenset({"side", "colour"})
AGE, PERCENT = "age", "percent"
MANY_TIMES = 3
"""A figure so many times another is of something else."""
NEAR = 1.25
"""How far a bound may lie from the figure that it stands for."""
APART = 10
"""Minutes by which two told times may differ and yet be meant as one."""


def alike(a: Claim, b: Claim) -> bool:
    """True for values of two articles that can be compared at all."""
    if a.article == b.article or a.value.type is not b.value.type:
        return False
    if a.value.type is ValueType.NUMBER:
        return AGE not in {a.measure, b.measure} and are_like_figures(a, b)
    if a.value.type is ValueType.TEXT:
        return a.measure == b.measure in MARKS and a.counted[-1] == b.counted[-1]
    if a.value.type is ValueType.DATE:
        return stem(a.counted[-1]) == stem(b.counted[-1])
    return True


def are_like_figures(a: Claim, b: Claim) -> bool:
    """True for sums of one currency, shares, figures of like units, one harm, and counts of one noun or of people."""
    one, other = unit(a.value), unit(b.value)
    if {one, other} & (CURRENCIES | {PERCENT}):
        return one == other
    if one in SIZES or other in SIZES:
        return one in SIZES and other in SIZES and SIZES[one][1] == SIZES[other][1]
    if {a.measure, b.measure} & HARMS:
        return a.measure == b.measure
    nouns = {head(a.counted), head(b.counted)}
    if nouns & GOT:
        return False
    is_one = len(nouns) == 1 or kinship(a, b) is not Kinship.DIFFERENT
    return is_one or nouns <= PEOPLE | ANYBODY or (one == other != "")


def are_equal(a: Claim, b: Claim) -> bool:
    """True for two values that say the same."""
    if a.value.type is ValueType.NUMBER:
        turned = in_one_unit(a, b)
        return turned is not None and figure(turned[0].value) == figure(turned[1].value)
    return a.value.norm == b.value.norm


def how_they_differ(a: Claim, b: Claim, published: dict[str, str | None]) -> Relation | None:
    """The relation of two values that are alike, taken as of one thing; None where they say the same or too different things."""
    if a.value.type is ValueType.NUMBER:
        return figures_differ(a, b, published)
    if a.value.type is ValueType.TIME:
        return times_differ(a, b)
    if a.value.type is ValueType.DATE:
        return Relation.CONFLICT if dates_differ(a, b, published) else None
    return None if are_equal(a, b) else Relation.CONFLICT


def figures_differ(a: Claim, b: Claim, published: dict[str, str | None]) -> Relation | None:
    turned = in_one_unit(a, b)
    if turned is None:
        return None
    x, y = (figure(c.value) for c in turned)
    if x is None or y is None or x == y or min(x, y) <= 1 or max(x, y) > MANY_TIMES * min(x, y):
        return None
    relation = figure_relation(*turned, published)
    return None if relation is Relation.PRECISION and max(x, y) > NEAR * min(x, y) else relation


def dates_differ(a: Claim, b: Claim, published: dict[str, str | None]) -> bool:
    """True for two days, months or years, both to come or both gone."""
    if dates.is_coming(a, published) != dates.is_coming(b, published) or not dates.are_apart(a, b):
        return False
    one, other = (dates.parts_of(c.value.norm or "") for c in (a, b))
    return one is None or other is None or dates.grain(one) == dates.grain(other)


def times_differ(a: Claim, b: Claim) -> Relation | None:
    """Two hours of the day; a limit ("before noon") is none, save where both are such ("closed until 6", "until 8")."""
    x, y = minutes(a.value), minutes(b.value)
    if x is None or y is None or abs(x - y) < APART or hours.has_zone(a) != hours.has_zone(b):
        return None
    if limit(a) != limit(b):
        return None
    if hours.rounds(a, b) or hours.rounds(b, a):
        return Relation.PRECISION
    return None if Bound.ABOUT in {a.value.bound, b.value.bound} else Relation.CONFLICT


def limit(claim: Claim) -> str | None:
    """ "until" of "until 6 p.m."."""
    found = hours.NEAR_TIME.search(claim.text[: claim.value.start - claim.start])
    return found[0].split()[-1].casefold() if found else None
