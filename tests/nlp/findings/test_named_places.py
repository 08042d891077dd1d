"""Places by name: one thing in two of them."""

from __future__ import annotations

import pytest

from quizzes.nlp.findings.named_places import find_named_places
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Finding, Relation
from tests.nlp.hand_made import reading, side


def found(*texts: str) -> list[Finding]:
    return list(
        find_named_places(
            side(*(reading(a, t, published="2024-05-06") for a, t in zip("abc", texts, strict=False)))
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The kennel lies in Arnholt.", "Their kennel in Brenmoor was full.", ["in Arnholt", "in Brenmoor"]),
        (
            "A van hit a kiosk on Mill Lane.",
            "The kiosk in Tanner Street is gone.",
            ["on Mill Lane", "in Tanner Street"],
        ),
        (
            "Trams go to France to be painted.",
            "They are painted in trams' style and go to Spain.",
            ["to France", "to Spain"],
        ),
        (
            "Snow closed the pass on the A14.",
            "The pass on the A41 lay under snow.",
            ["on the A14", "on the A41"],
        ),
    ],
)
def test_one_thing_in_two_places_is_a_conflict(one: str, other: str, values: list[str]) -> None:
    [finding] = found(one, other)
    assert (finding.relation, finding.aspect) == (Relation.CONFLICT, "place")
    assert [p.value for p in finding.positions] == values
    assert finding.confidence >= SHOWN


def test_a_third_article_repeats_one_of_two_places() -> None:
    [finding] = found(
        "The kennel lies in Arnholt.", "Their kennel in Brenmoor was full.", "A kennel in Arnholt has room."
    )
    assert [p.article for p in finding.positions] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # no word in common
        ("The kennel lies in Arnholt.", "A bakery in Brenmoor burned."),
        # both places in one article
        ("The kennel lies in Arnholt, far from Brenmoor.", "Their kennel in Brenmoor was full."),
        # a street and a town; a country and a town
        ("A van hit a kiosk on Mill Lane.", "The kiosk in Arnholt is gone."),
        ("Trams go to be painted in France.", "Trams are painted in Arnholt."),
        # two that fit as well
        ("The kennel lies in Arnholt.", "A kennel in Brenmoor and a kennel in Castlow were full."),
        # another year; somebody's; nobody's place
        ("The kennel lies in Arnholt.", "In 1998 the kennel lay in Brenmoor."),
        ("The kennel lies in Arnholt.", "The kennel had a part in Brenmoor's rise."),
        ("The kennel of Ann Roe was full.", "The kennel of Bea Lund was full."),
    ],
)
def test_two_things_in_two_places_are_left_in_peace(one: str, other: str) -> None:
    assert found(one, other) == []
