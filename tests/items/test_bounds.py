from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from quizzes.items.bounds import (
    articles_disagree,
    disjoint,
    figure,
    highest_figure,
    is_exact,
    is_listed,
    lower,
    surely_highest,
    upper,
)
from quizzes.nlp.types import Bound, Claim, Quantity, ValueType


def quantity(
    low: float | None,
    high: float | None,
    bound: Bound = Bound.EXACT,
    about: tuple[float, float] | None = None,
) -> Quantity:
    return Quantity("", 0, 1, ValueType.NUMBER, low, high, about, None, bound)


EXACT = quantity(22, 22)
AT_LEAST = quantity(22, None, Bound.AT_LEAST)
MORE_THAN = quantity(20, None, Bound.MORE_THAN)
AT_MOST = quantity(None, 5, Bound.AT_MOST)
ABOUT = quantity(200, 200, Bound.ABOUT)
RANGE = quantity(10, 12, Bound.RANGE)
DOZENS = quantity(None, None, Bound.VAGUE, (24, 120))
HANDFUL = quantity(None, None, Bound.AT_MOST, (2, 9))
OVER_A_DOZEN = quantity(None, None, Bound.MORE_THAN, (24, 120))


@pytest.mark.parametrize(
    ("value", "least", "most", "named"),
    [
        (EXACT, 22, 22, 22),
        (AT_LEAST, 22, inf, 22),
        (MORE_THAN, 20, inf, 20),
        (AT_MOST, 0, 5, 5),
        (ABOUT, 180, 220, 200),
        (RANGE, 10, 12, None),
        (DOZENS, 24, 120, None),
        (HANDFUL, 0, 9, None),
        (OVER_A_DOZEN, 24, inf, None),
    ],
)
def test_what_a_figure_leaves_open(value: Quantity, least: float, most: float, named: float | None) -> None:
    assert lower(value) == pytest.approx(least)
    assert upper(value) == pytest.approx(most)
    assert figure(value) == named


def test_only_a_plain_figure_is_exact() -> None:
    assert [is_exact(v) for v in (EXACT, AT_LEAST, ABOUT, RANGE, DOZENS)] == [
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (EXACT, HANDFUL, True),
        (AT_LEAST, MORE_THAN, False),
        (RANGE, EXACT, True),
        (DOZENS, EXACT, True),
        (DOZENS, AT_LEAST, False),
    ],
)
def test_disjoint_values_have_no_number_in_common(one: Quantity, other: Quantity, apart: bool) -> None:
    assert disjoint(one, other) is disjoint(other, one) is apart


def claims(*told: tuple[str, Quantity] | tuple[str, Quantity, str]) -> list[Claim]:
    return [
        Claim(f"c{i}", article, 0, 1, "", "killed", value, None, counted=tuple(rest))
        for i, (article, value, *rest) in enumerate(told)
    ]


def ids(found: tuple[Claim, ...]) -> list[str]:
    return [c.id for c in found]


@pytest.mark.parametrize(
    ("told", "best"),
    [
        # at least 22 against up to a handful and one; further figures in the key's own article do no harm
        ([("a", AT_LEAST), ("a", quantity(1, 1)), ("b", HANDFUL), ("c", quantity(1, 1))], ["c0"]),
        ([("a", AT_LEAST), ("a", EXACT), ("b", HANDFUL)], ["c0", "c1"]),
        # at least 17 against more than 20: the first may be more
        ([("a", quantity(17, None, Bound.AT_LEAST)), ("b", MORE_THAN)], []),
        ([("a", EXACT), ("b", EXACT)], []),
        ([("a", quantity(50, 50)), ("b", DOZENS)], []),
        ([("a", quantity(121, 121)), ("b", DOZENS)], ["c0"]),
        # five adults and two children may be seven
        ([("a", quantity(6, 6)), ("b", quantity(5, 5), "adult"), ("b", quantity(2, 2), "child")], []),
        ([("a", quantity(8, 8)), ("b", quantity(5, 5), "adult"), ("b", quantity(2, 2), "child")], ["c0"]),
    ],
)
def test_the_highest_number_must_be_above_all_that_others_leave_open(
    told: list[tuple[str, Quantity]], best: list[str]
) -> None:
    assert ids(surely_highest(claims(*told))) == best


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ([("a", quantity(17, None, Bound.AT_LEAST)), ("b", MORE_THAN)], ["c1"]),
        ([("a", EXACT), ("b", AT_LEAST)], []),
        ([("a", EXACT), ("b", DOZENS)], []),
        ([("a", EXACT), ("b", HANDFUL)], ["c0"]),
        ([("a", DOZENS)], []),
    ],
)
def test_the_highest_figure_leaves_fences_aside(told: list[tuple[str, Quantity]], best: list[str]) -> None:
    assert ids(highest_figure(claims(*told))) == best


def test_articles_disagree_only_beyond_the_sum_of_their_parts() -> None:
    assert articles_disagree(claims(("a", EXACT), ("b", HANDFUL)))
    assert not articles_disagree(
        claims(("a", quantity(3, 3)), ("b", quantity(1, 1), "guard"), ("b", quantity(2, 2), "guest"))
    )
    assert not articles_disagree(claims(("a", EXACT), ("a", quantity(1, 1))))


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "listed"),
    [
        ("The fire hurt the mayor, Ann Lee; Bo Dahl; and two port clerks.", "two", "port clerks", True),
        ("A mother and two children were killed.", "two", "children", True),
        ("The wave killed a guard and two dogs.", "two", "dogs", True),
        ("It hurt five guests and a cook.", "five", "guests", True),
        ("One person was killed and two were injured.", "two", None, False),
        ("Ferries collide and one sailor is hurt", "one", "sailor", False),
        ("22 people killed and 40 injured, the board said.", "40", None, False),
        ("The boat sank; one sailor died.", "one", "sailor", False),
        ("On Friday, 22 people were killed.", "22", "people", False),
        ("The fire killed two people and spread to the pier.", "two", "people", False),
    ],
)
def test_a_number_in_a_list_is_only_a_part(sentence: str, value: str, unit: str | None, listed: bool) -> None:
    at = 10 + sentence.index(value)
    told = Quantity(value, at, at + len(value), ValueType.NUMBER, 2, 2, unit=unit)
    claim = Claim("c", "a", 10, 10 + len(sentence), sentence, "killed", told, None)
    assert is_listed(claim) is listed


def test_a_list_may_hold_more_than_its_number() -> None:
    part = replace(
        claims(("b", quantity(2, 2)))[0],
        text="and two clerks",
        value=Quantity("two", 4, 7, ValueType.NUMBER, 2, 2),
    )
    assert surely_highest([*claims(("a", EXACT)), part]) == ()
    assert highest_figure([*claims(("a", EXACT)), part]) == ()
