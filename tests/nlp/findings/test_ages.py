from __future__ import annotations

import pytest

from quizzes.nlp.findings.ages import find_age_discrepancies
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Claim, Finding, Relation
from tests.nlp.hand_made import claim, figure, reading, side


def age(article: str, text: str, years: int, *bearer: str, occurrence: str | None = None) -> Claim:
    return claim(
        article, figure(str(years), years), text=text, measure="age", counted=bearer, occurrence=occurrence
    )


def death(article: str, text: str, dead: int = 1) -> Claim:
    return claim(article, figure("man", dead), text=text)


def found(*claims: Claim) -> list[Finding]:
    texts = {n: " ".join(dict.fromkeys(c.text for c in claims if c.article == n)) for n in ("a", "b")}
    return list(find_age_discrepancies(side(*(reading(n, t) for n, t in texts.items()), claims=claims)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            age("a", "Ruth Vane, 54, spoke.", 54, "ruth", "vane"),
            age("b", "Ruth Vane, 45, sang.", 45, "ruth", "vane"),
        ),
        (age("a", "Vane, 54, spoke.", 54, "vane"), age("b", "Ruth Vane, 45, sang.", 45, "ruth", "vane")),
        (
            age("a", "Enid Harrowclough, 81, died.", 81, "enid", "harrowclough"),
            age("b", "Enid Harraclough, 83, fell.", 83, "enid", "harraclough"),
        ),
    ],
)
def test_one_person_has_one_age(one: Claim, other: Claim) -> None:
    [finding] = found(one, other)
    assert (finding.relation, finding.aspect, finding.measure) == (Relation.CONFLICT, "number", "age")
    assert finding.confidence >= SHOWN


@pytest.mark.parametrize(
    "other",
    [
        age("b", "Ruth Vane, 55, sang.", 55, "ruth", "vane"),  # a birthday between
        age("b", "Otto Vane, 45, sang.", 45, "otto", "vane"),
        age("b", "Ruth Lind, 45, sang.", 45, "ruth", "lind"),
        age("b", "A man, 45, sang.", 45, "man"),
    ],
)
def test_other_persons_have_other_ages(other: Claim) -> None:
    assert found(age("a", "Ruth Vane, 54, spoke.", 54, "ruth", "vane"), other) == []


def test_a_surname_that_two_bear_names_nobody() -> None:
    ages = (
        age("a", "Vane, 54, spoke.", 54, "vane"),
        age("b", "Ruth Vane, 45, sang.", 45, "ruth", "vane"),
        age("b", "Otto Vane, 54, sang.", 54, "otto", "vane"),
    )
    assert found(*ages) == []


OLD, NAMED = "The flood killed a 71-year-old man.", "Walt Lind, 74, was killed by the flood."


def test_the_only_dead_of_both_articles_is_one() -> None:
    ages = age("a", OLD, 71, "man", occurrence="o1"), age("b", NAMED, 74, "walt", "lind", occurrence="o1")
    [finding] = found(*ages, death("a", OLD), death("b", NAMED))
    assert [p.value for p in finding.positions] == ["71-year-old", "74"]
    assert found(*ages, death("a", OLD, dead=2), death("b", NAMED)) == []
    assert found(*ages, death("b", NAMED)) == []
