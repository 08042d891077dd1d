from __future__ import annotations

import pytest

from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.ways import find_ways
from quizzes.nlp.findings.whereabouts import find_whereabouts
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side


def found(one: str, other: str) -> list[Finding]:
    both = side(reading("a", one, published="2024-05-06"), reading("b", other, published="2024-05-06"))
    return [*find_whereabouts(both), *find_ways(both)]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The tram caught fire on platform 4 during rush hour.",
            "During rush hour flames broke out in a tram at platform 6.",
            ["on platform 4", "at platform 6"],
        ),
        (
            "The ceiling came down on deck 3 at 5.20 am.",
            "All of a sudden, at 4.50 am, there was water in deck 5.",
            ["on deck 3", "in deck 5"],
        ),
        (
            "The painter fell from the 12th floor of the tower.",
            "The painter lost his footing in the tower and fell from the 14th floor.",
            ["from the 12th floor", "from the 14th floor"],
        ),
        (
            "Seven pupils live in a boarding house in Harwell.",
            "Seven of the pupils live in the same boarding house in Stowe.",
            ["a boarding house in Harwell", "the same boarding house in Stowe"],
        ),
        (
            "The barge hit the outer lock gate of the canal.",
            "The barge crashed into the inner gate at noon.",
            ["hit the outer lock gate", "crashed into the inner gate"],
        ),
        (
            "The burglars broke in through a skylight over the till and took watches.",
            "They climbed in by the back window and left with forty watches.",
            ["broke in through a skylight", "climbed in by the back window"],
        ),
        (
            "The baker was found dead in his delivery van on Mill Lane.",
            "The old baker was found inside his house on Mill Lane.",
            ["was found dead in his delivery van", "was found inside his house"],
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
        ("Seven live in a boarding house in Harwell.", "Seven live in a boarding house in Harwell Green."),
        ("A young man in Harwell lost his boat.", "A young man in Stowe lost his boat."),
        (
            "Seven pupils live in a boarding house in Harwell.",
            "Seven pupils live in a boarding house in Stowe, not in Harwell.",
        ),
        ("The barge hit the outer gate.", "Snow lay upon the inner gate."),
        (
            "The burglars broke in through a skylight and took watches.",
            "They fled by the back door with the watches.",
        ),
        ("The burglars broke in through a skylight.", "Wind came in through the window."),
        (
            "The baker was found in his van on Mill Lane.",
            "The purse was found inside his house on Tanner Road.",
        ),
        ("The baker was found in his van on Mill Lane.", "The baker was found in his truck on Mill Lane."),
    ],
)
def test_two_things_in_two_places_are_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []
