from __future__ import annotations

import pytest

from quizzes.nlp.findings.agentless_deeds import find_agentless_deeds
from quizzes.nlp.types import Finding
from tests.nlp.hand_made import reading, side


def found(one: str, other: str) -> list[Finding]:
    return list(
        find_agentless_deeds(
            side(reading("a", one, published="2024-05-06"), reading("b", other, published="2024-05-06"))
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Dredging in the basin had been deferred until autumn.",
            "Harbour Works put off the dredging to save money.",
            ["Dredging in the basin had been deferred", "Works put off the dredging"],
        ),
        (
            "A safety drill was missed in March.",
            "Managers had cancelled the weekly drill in March.",
            ["A safety drill was missed", "Managers had cancelled the weekly drill"],
        ),
        (
            "Bus subsidies were slashed.",
            "The council cut the subsidies for buses.",
            ["Bus subsidies were slashed", "council cut the subsidies"],
        ),
    ],
)
def test_a_deed_told_with_and_without_its_doer(one: str, other: str, values: list[str]) -> None:
    [finding] = found(one, other)
    assert [p.value for p in finding.positions] == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dredging was deferred by Harbour Works.", "Harbour Works put off the dredging."),
        ("Dredging was deferred. Harbour Works put off the dredging.", "Harbour Works put off the dredging."),
        ("Dredging was deferred.", "It put off the dredging."),
        ("Dredging was deferred.", "Harbour Works put off the wedding."),
        ("Two years ago dredging was deferred.", "Harbour Works put off the dredging."),
        ("Dredging was deferred.", "Dredging was put off."),
    ],
)
def test_what_hides_nobody_is_no_finding(one: str, other: str) -> None:
    assert found(one, other) == []
