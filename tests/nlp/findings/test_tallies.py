from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.findings.tallies import find_tally_discrepancies
from quizzes.nlp.types import Claim, Quantity, Relation, ValueType
from tests.nlp.hand_made import claim, reading, side


def vote(article: str, text: str, start: int = 0, **facts: Any) -> Claim:
    value = Quantity(text, 0, len(text), ValueType.TEXT, norm=text)
    given: dict[str, Any] = {"measure": "vote", "counted": ()} | facts
    return claim(article, value, start=start, text=f"The board voted {text} for the new pool.", **given)


def results(*claims: Claim) -> list[list[str | None]]:
    readings = [reading(a) for a in sorted({c.article for c in claims})]
    found = list(find_tally_discrepancies(side(*readings, claims=claims)))
    assert all(f.relation is Relation.CONFLICT and f.aspect == "number" for f in found)
    return [[p.value for p in f.positions] for f in found]


def test_two_results_of_one_vote_are_in_conflict() -> None:
    assert results(vote("a", "6-3"), vote("b", "6-2")) == [["6-3", "6-2"]]


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        ("6-3", "6-3", {}),
        ("6-3", "3-6", {}),
        ("6-3", "4-1", {}),
        ("51-49", "219-210", {}),
        ("6-3", "6-2", {"occurrence": "o2"}),
        ("6-3", "6-2", {"occurrence": None}),
        ("2-1", "2-0", {"measure": "score"}),
    ],
)
def test_results_of_two_votes_or_chambers_are_left_alone(one: str, other: str, facts: dict[str, Any]) -> None:
    assert results(vote("a", one), vote("b", other, **facts)) == []


def test_an_article_with_two_results_tells_of_two_votes() -> None:
    assert results(vote("a", "6-3"), vote("a", "6-2", start=90), vote("b", "6-2")) == []
