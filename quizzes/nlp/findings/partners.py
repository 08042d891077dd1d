"""Whether the figures of two claims can be set against each other: one thing, no better partner in sight, told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from quizzes.nlp.findings.comparable import (
    HARMS,
    Kinship,
    about_one_thing,
    are_loosely_alike,
    are_named_alike,
    are_nearest,
    content,
    is_indefinite,
    is_of_before,
    kinship,
    likeness,
    own_words,
)
from quizzes.nlp.findings.relations import figure, on_top
from quizzes.nlp.findings.same_matter import answers, are_left_over, are_tied, is_hearsay, is_same_matter
from quizzes.nlp.findings.units import in_one_unit
from quizzes.nlp.types import Claim, Role, ValueType

MANY_TIMES = 2
"""A plain count so many times another is of something else; a toll may well be."""

MANY_TIMES_ONE_KIND = 4
"""Police and organizers differ by more on a crowd, insurers and mayors on a damage."""


SUPPOSED = re.compile(r"(?: [\w-]+){1,2} (?:would|could|might)\b")
"""Behind the number of people who are only thought of ("six men could have held the gate")."""
LEAST_BOUND = 2
"""Words of content that two sentences with rivals share, besides the figure and what it counts."""


def share_occurrence(a: Claim, b: Claim) -> bool:
    """True unless two claims are about two happenings; a standing fact may be about either."""
    return a.occurrence == b.occurrence or a.occurrence is None or b.occurrence is None


def may_differ(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """Whether a difference of two claims of one measure can be told as one.

    Two happenings are kept apart, save where one figure comes on top of others ("two more raids"): that is the trap
    to be named. "A guard" counts in a list alone ("a guard and five drivers were hurt").
    """
    if not are_named_alike(a, b) or is_of_before(a) != is_of_before(b):
        return False
    if not (about_one_thing(a, b) or are_left(a, b, group)) or not (
        share_occurrence(a, b) or on_top(a) != on_top(b)
    ):
        return False
    if any(is_indefinite(c) and not in_list(c, group) for c in (a, b)):
        return False
    if a.measure in HARMS and (is_part_given(a, b, group) or is_part_given(b, a, group)):
        return False
    if a.measure not in HARMS and not is_one_measure(a, b, group):
        return False
    return a.article != b.article or are_told_apart(a, b)


def is_part_given(part: Claim, whole: Claim, group: tuple[Claim, ...]) -> bool:
    """True where the sentence of the whole gives the part's figure too ("six people, two officers among them, were hurt")."""
    if kinship(whole, part) is not Kinship.WHOLE:
        return False
    place = whole.article, whole.start
    at = bisect_left(group, place, key=lambda c: (c.article, c.start))
    beside = takewhile(lambda c: (c.article, c.start) == place, islice(group, at, None))
    return any(
        c.id != whole.id
        and figure(c.value) == figure(part.value) is not None
        and kinship(c, part) is Kinship.SAME
        for c in beside
    )


def in_list(claim: Claim, group: tuple[Claim, ...]) -> bool:
    return any(c.id != claim.id and (c.article, c.start) == (claim.article, claim.start) for c in group)


def is_one_measure(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """True where two plain counts are all but surely of one thing: no better partner in sight, and of one size.

    A figure that the other article has too, or one many times the other, measures something else.
    """
    if answers(a, b):
        return True
    if is_given_by(a, b, group) or is_given_by(b, a, group):
        return False
    is_sure = are_tied(a, b) or are_left(a, b, group)
    rivals = tuple(rivals_of(a, b, group))
    if not is_sure and (not are_nearest(a, b, rivals) or (is_same_matter(a, b) and has_twin(a, b, rivals))):
        return False
    one, other = in_one_unit(a, b) or (a, b)
    x, y = figure(one.value), figure(other.value)
    times = MANY_TIMES_ONE_KIND if is_same_matter(a, b) else MANY_TIMES
    is_time = a.value.type is ValueType.TIME
    return is_time or x is None or y is None or max(x, y) <= times * min(x, y)


def are_left(a: Claim, b: Claim, group: tuple[Claim, ...]) -> bool:
    """True where two counts of one thing are all that two articles leave over."""
    return (a.counted == b.counted or are_loosely_alike(a, b)) and are_left_over(a, b, group)


def rivals_of(a: Claim, b: Claim, group: tuple[Claim, ...]) -> Iterator[Claim]:
    """The claims that may be better partners of two; of a kind that a happening has once only those of that kind."""
    is_typed = is_same_matter(a, b)
    for c in group:
        if are_disputed(c, a) or are_disputed(c, b) or (is_typed and c.role is Role.HEADLINE):
            continue
        if not is_typed or is_same_matter(c, a) or is_same_matter(c, b):
            yield c


def has_twin(a: Claim, b: Claim, rivals: tuple[Claim, ...]) -> bool:
    """True where another figure of one's article is as good a partner of the other: nobody could say which is meant. Where
    there is another, two sentences must have words in common to be partners at all."""
    is_bound = len(content(a.text) & content(b.text) - own_words(a)) >= LEAST_BOUND
    return any(
        c.article == y.article
        and c.id != y.id
        and (c.value.low, c.value.high) != (y.value.low, y.value.high)
        and (not is_bound or likeness(x, c) >= likeness(a, b))
        for x, y in ((a, b), (b, a))
        for c in rivals
    )


def is_given_by(claim: Claim, other: Claim, group: tuple[Claim, ...]) -> bool:
    """True where the other's article has the figure too: then its other figures measure other things, unless it tells that
    people dispute them."""
    return any(
        c.article == other.article
        and c.id not in {claim.id, other.id}
        and (is_same_matter(c, claim) or not is_same_matter(claim, other))
        and (c.value.low, c.value.high) == (claim.value.low, claim.value.high)
        and not are_disputed(c, other)
        and not SUPPOSED.match(c.text[c.value.end - c.start :])
        for c in group
    )


def are_disputed(a: Claim, b: Claim) -> bool:
    """True for two figures that one article gives as what two sources say of one thing."""
    if a.article != b.article or a.id == b.id or not are_told_apart(a, b):
        return False
    return answers(a, b) or is_same_matter(a, b) or (is_hearsay(a) != is_hearsay(b) and about_one_thing(a, b))


def are_told_apart(a: Claim, b: Claim) -> bool:
    """Within one article figures are set against each other only where a source, a headline or a caption tells them
    apart: an outlet that says one thing in two sentences most often counts two things."""
    if a.source is not None or b.source is not None or is_hearsay(a) != is_hearsay(b):
        return True
    return {a.role, b.role} & {Role.HEADLINE, Role.CAPTION} != set() and a.role is not b.role
