"""One part played by two people."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.findings.named_people import find_named_people
from quizzes.nlp.types import Finding, Relation, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source


def found(one: str, other: str, **facts: Any) -> list[Finding]:
    both = side(
        reading("a", one, published="2024-05-06", **facts), reading("b", other, published="2024-05-06")
    )
    return list(find_named_people(both))


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Martin Oll unlocked the vault when a clerk fainted.",
            "A clerk fainted before the owner, Sarah Venn, unlocked the vault.",
            ["Martin Oll", "Sarah Venn"],
        ),
        (
            "The motion to sell the mill came from Dee Arden.",
            "A motion to sell the mill was made by Mark Tolby.",
            ["Dee Arden", "Mark Tolby"],
        ),
    ],
)
def test_two_people_in_one_part_are_a_conflict(one: str, other: str, values: list[str]) -> None:
    [finding] = found(one, other)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, "name")
    assert [p.value for p in finding.positions] == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one word in common is too little
        ("Martin Oll unlocked the vault.", "Sarah Venn swept the vault."),
        # who stands in both articles
        (
            "Martin Oll unlocked the vault when a clerk fainted.",
            "A clerk fainted before Sarah Venn unlocked the vault. Oll was out.",
        ),
        # no people
        ("The River Board sold the old mill house.", "The Harbor Trust sold the old mill house."),
    ],
)
def test_others_are_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []


def test_each_outlet_may_hear_somebody_else() -> None:
    one = "The vault was open when the clerk fainted, Martin Oll said."
    heard = quotation("a", one, "The vault was open", speaker=source("Martin Oll", kind=SourceKind.PERSON))
    other = "The vault was open when the clerk fainted, Sarah Venn said."
    assert found(one, other, quotations=(heard,)) == []
