from __future__ import annotations

import pytest

from quizzes.nlp.findings.hours import find_hour_discrepancies
from quizzes.nlp.types import Bound, Claim, Quantity, Relation, ValueType
from tests.nlp.hand_made import claim, reading, side


def at_time(article: str, text: str, norm: str, bound: Bound, occurrence: str | None) -> Claim:
    value = Quantity(text, 0, len(text), ValueType.TIME, norm=norm, bound=bound)
    return claim(
        article, value, text=f"That was at {text}.", measure="time", counted=(), occurrence=occurrence
    )


@pytest.mark.parametrize(
    ("norm", "bound", "occurrence", "relation"),
    [
        ("17:40", Bound.ABOUT, "o1", Relation.PRECISION),
        ("17:40", Bound.ABOUT, None, Relation.PRECISION),
        ("17:40", Bound.EXACT, None, None),
        ("17:30", Bound.ABOUT, None, None),
        ("17:50", Bound.ABOUT, "o1", None),
    ],
)
def test_a_rounded_time_is_less_precise(
    norm: str, bound: Bound, occurrence: str | None, relation: Relation | None
) -> None:
    exact = at_time("a", "5:42 p.m.", "17:42", Bound.EXACT, "o1")
    rounded = at_time("b", "about twenty to six", norm, bound, occurrence)
    found = list(find_hour_discrepancies(side(reading("a"), reading("b"), claims=(exact, rounded))))
    assert [f.relation for f in found] == ([relation] if relation else [])
