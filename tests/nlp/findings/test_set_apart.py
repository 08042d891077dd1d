from __future__ import annotations

import pytest

from quizzes.nlp.findings.accord import find_accord
from quizzes.nlp.findings.custody import find_custody
from quizzes.nlp.findings.doers import find_doers
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side


def found(one: str, other: str, a: str | None = "2024-05-06", b: str | None = "2024-05-06") -> list[Finding]:
    both = side(reading("a", one, published=a), reading("b", other, published=b))
    return [*find_custody(both), *find_accord(both), *find_doers(both)]


@pytest.mark.parametrize(
    ("one", "other", "values", "aspect"),
    [
        (
            "No one has been arrested, a spokesman said.",
            "A drifter who was seen near the barn is under arrest.",
            ["No one has been arrested", "is under arrest"],
            "status",
        ),
        (
            "Officers questioned a man seen near the barn and had let him go.",
            "A man seen near the barn was being questioned.",
            ["had let him go", "was being questioned"],
            "status",
        ),
        (
            "The bakery halted deliveries of its own accord.",
            "The council ordered the bakery to stop deliveries on Friday.",
            ["halted deliveries of its own accord", "ordered the bakery to stop"],
            "status",
        ),
        (
            "The treasurer resigned voluntarily in the spring.",
            "The treasurer was forced out in the spring.",
            ["resigned voluntarily", "was forced out"],
            "status",
        ),
        (
            "The motion came from Alderman Ruth Vane.",
            "Alderman Otto Lind made the motion after midnight.",
            ["The motion came from Alderman Ruth Vane", "Alderman Otto Lind made the motion"],
            "name",
        ),
        (
            "Ruth Vane scored the winner in the last minute.",
            "The winner was scored by Ina Poll.",
            ["Ruth Vane scored the winner", "The winner was scored by Ina Poll"],
            "name",
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
        ("The bakery halted deliveries of its own accord.", "The council ordered the road to be swept."),
        ("The bakery halted deliveries of its own accord.", "Nobody ordered the bakery to stop deliveries."),
        ("The motion came from Alderman Ruth Vane.", "Vane made the motion."),
        ("Ruth Vane scored the winner.", "Ina Poll scored the equaliser."),
        ("Ruth Vane made the motion.", "Ruth Vane made the motion. Otto Lind made the motion to adjourn."),
    ],
)
def test_what_can_both_hold_is_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []
