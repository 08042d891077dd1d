"""Places with a number: one thing on two of them."""

from __future__ import annotations

import pytest

from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.whereabouts import find_whereabouts
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side


def found(one: str, other: str) -> list[Finding]:
    both = side(reading("a", one, published="2024-05-06"), reading("b", other, published="2024-05-06"))
    return list(find_whereabouts(both))


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The tram caught fire on platform 4 during rush hour.",
            "During rush hour flames broke out in a tram at platform 6.",
            ["on platform 4", "at platform 6"],
        ),
        (
            "The painter fell from the 12th floor of the tower.",
            "The painter lost his footing in the tower and fell from the 14th floor.",
            ["from the 12th floor", "from the 14th floor"],
        ),
    ],
)
def test_one_thing_in_two_places_is_a_conflict(one: str, other: str, values: list[str]) -> None:
    [finding] = found(one, other)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, "place")
    assert [p.value for p in finding.positions] == values
    assert finding.confidence >= SHOWN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tram caught fire on platform 4.", "Rail staff handed out tea at platform 6."),
        (
            "The tram caught fire on platform 4 in rush hour.",
            "In 1989 a tram caught fire on platform 6 in rush hour.",
        ),
        (
            "A tram burned on platform 4 in rush hour.",
            "A tram burned on platform 4 in rush hour, and a kiosk burned on platform 6.",
        ),
    ],
)
def test_two_things_in_two_places_are_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []
