from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Claim, Reading, ValueType

Read = Callable[..., Reading]
Said = tuple[str, str, str, tuple[str, ...]]

OPENING = "Quiet day in town\n\nThe park opened.\n\n"
WORDED = {"status", "nationality", "occupation", "cause", "weapon", "responsibility", "place"}


def said(reading: Reading) -> list[Said]:
    return [(c.measure, c.value.text, c.value.norm or "", c.counted) for c in worded(reading)]


def worded(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.measure in WORDED]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "One Canadian nurse was killed.",
            [
                ("nationality", "Canadian", "canadian", ("killed", "nurse")),
                ("occupation", "nurse", "nurse", ("killed",)),
            ],
        ),
        (
            "Two South Korean soldiers were injured.",
            [
                ("nationality", "South Korean", "south korean", ("injured", "soldier")),
                ("occupation", "soldiers", "soldier", ("injured",)),
            ],
        ),
        ("Twelve Indian workers were killed.", [("nationality", "Indian", "indian", ("killed", "worker"))]),
        (
            "The driver remains in critical condition.",
            [("status", "critical condition", "critical", ("driver",))],
        ),
        ("The suspect is in custody.", [("status", "in custody", "in custody", ("suspect",))]),
        ("The gunman was still at large.", [("status", "at large", "at large", ("gunman",))]),
        (
            "The clerk was released from hospital.",
            [("status", "released from hospital", "released", ("clerk",))],
        ),
        ("The explosion was caused by a gas leak.", [("cause", "gas leak", "gas leak", ("explosion",))]),
        ("A faulty heater caused the fire.", [("cause", "faulty heater", "faulty heater", ("fire",))]),
        (
            "The man was armed with a semi-automatic rifle.",
            [("weapon", "semi-automatic rifle", "rifle", ("man",))],
        ),
        (
            "The bombing was blamed on the Harbour Front.",
            [("responsibility", "Harbour Front", "harbour front", ("bombing",))],
        ),
        (
            "The Harbour Front claimed responsibility for the bombing.",
            [("responsibility", "Harbour Front", "harbour front", ("bombing",))],
        ),
        ("The crash happened near Springfield.", [("place", "Springfield", "springfield", ("crash",))]),
    ],
)
def test_what_a_sentence_plainly_says_in_words(read: Read, text: str, claims: list[Said]) -> None:
    assert said(read(OPENING + text)) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Police do not know what caused the fire.",
        "It may have been caused by lightning.",
        "No group has claimed responsibility.",
        "The non-American guards were paid.",
        "The car is in good condition for its age.",
        "They asked whether a gas leak caused the fire.",
        "He would be released from prison if he paid.",
    ],
)
def test_what_is_open_or_of_no_person_is_left_out(read: Read, text: str) -> None:
    assert not worded(read(OPENING + text))


def test_words_carry_their_source_and_place(read: Read) -> None:
    text = "Police said the explosion was caused by a gas leak."
    (claim,) = worded(read(text))
    assert claim.value.type is ValueType.TEXT
    assert text[claim.value.start : claim.value.end] == "gas leak"
    assert claim.source is not None
    assert claim.source.name == "Police"


def test_no_id_comes_twice(read: Read) -> None:
    reading = read("Ann Lee, a Canadian nurse, was killed or injured in the blast.")
    assert len({c.id for c in reading.claims}) == len(reading.claims)
