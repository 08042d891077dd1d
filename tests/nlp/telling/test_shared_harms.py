from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.telling.kin import names_of
from quizzes.nlp.telling.shared_harms import with_shared_harms
from quizzes.nlp.types import Claim
from tests.nlp.hand_made import claim, figure, reading

TEXT = "Divers searched Lake Orla for Anna Vale of Penwick and Tom Reed of Dunmore."


def occurrence_of(free: Claim, *others: Claim, other_text: str = TEXT) -> str | None:
    claims = [claim("a", figure("five", 5), measure="missing", occurrence="o1"), *others, free]
    names = {"a": names_of(reading("a", TEXT)), "b": names_of(reading("b", other_text))}
    return list(with_shared_harms(claims, {"d1"}, {"a": 50, "b": 50}, names))[-1].occurrence


def told(text: str = "Two of them are still missing.", **facts: Any) -> Claim:
    given: dict[str, Any] = {"measure": "missing", "occurrence": None, "start": 90} | facts
    return claim("b", figure("Two", 2), text=text, **given)


@pytest.mark.parametrize(
    "free",
    [
        told(),
        told("Two of them have been missing since dawn."),
        told(occurrence="d1"),
    ],
)
def test_an_open_toll_is_of_the_only_happening_with_one(free: Claim) -> None:
    assert occurrence_of(free) == "o1"


@pytest.mark.parametrize(
    "free",
    [
        told("Two of them were missing in 2011."),
        told("Two rings are missing.", counted=("house",)),
        told(measure="injured"),
    ],
)
def test_what_looks_back_or_counts_no_people_stays_apart(free: Claim) -> None:
    assert occurrence_of(free) is None


def test_of_two_happenings_none_is_meant() -> None:
    assert occurrence_of(told(), claim("a", figure("six", 6), measure="missing", occurrence="o2")) is None


def test_the_dead_are_of_it_in_the_lead_alone() -> None:
    dead = claim("a", figure("six", 6), measure="killed", occurrence="o1")
    assert occurrence_of(told(measure="killed", start=0), dead) == "o1"
    assert occurrence_of(told(measure="killed"), dead) is None
