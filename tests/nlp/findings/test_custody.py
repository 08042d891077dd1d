"""Who is under arrest: told in one article, denied in another."""

from __future__ import annotations

import pytest

from quizzes.nlp.findings.custody import find_custody
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side


def found(one: str, other: str, a: str | None = "2024-05-06", b: str | None = "2024-05-06") -> list[Finding]:
    both = side(reading("a", one, published=a), reading("b", other, published=b))
    return list(find_custody(both))


@pytest.mark.parametrize(
    ("one", "other", "values", "aspect"),
    [
        (
            "Nobody has been arrested, a spokesman said.",
            "A drifter who was seen near the barn is under arrest.",
            ["Nobody has been arrested", "is under arrest"],
            "status",
        ),
        (
            "Officers questioned a man seen near the barn and had let him go.",
            "A man seen near the barn was being questioned.",
            ["had let him go", "was being questioned"],
            "status",
        ),
    ],
)
def test_what_cannot_both_hold_is_a_conflict(one: str, other: str, values: list[str], aspect: str) -> None:
    [finding] = found(one, other)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, aspect)
    assert [p.value for p in finding.positions] == values


def test_an_arrest_told_the_day_after_is_an_update() -> None:
    none, some = "No arrests have been made.", "A man was taken into custody at dawn."
    assert [f.relation for f in found(none, some, b="2024-05-07")] == [Relation.UPDATE]
    assert [f.relation for f in found(none, some, a="2024-05-07")] == [Relation.CONFLICT]
    assert [f.relation for f in found(none, some, b=None)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No arrests have been made.", "Nobody was in custody by noon."),
        ("No arrests have been made.", "A man will be charged if he is arrested."),
        ("No arrests have been made.", "Two years ago a man was arrested at the fair."),
        ("No arrests have been made. Later a man was arrested.", "A man was arrested at the fair."),
        ("Officers let him go.", "The owner of the mill is in custody."),
    ],
)
def test_what_can_both_hold_is_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []
