"""Named differences of two headlines: the act, the side, a reason, a number, a party, who did it."""

from __future__ import annotations

import pytest

from quizzes.items.headline_contrasts import contrasts, only_words, what_comes_first
from quizzes.items.headline_pairs import Angle, angle_of
from quizzes.items.matrix import Matrix
from quizzes.nlp.lexicons.headline_acts import act_tells, stance_tells
from quizzes.nlp.types import HeadlineFrame
from tests.items.readings import story
from tests.items.test_framing_items import headlined

Told = tuple[str, str, str]
"""A headline with its subject and its verb; a subject with "*" is acted on."""


def angles(*told: Told) -> tuple[Matrix, list[Angle]]:
    readings = [
        headlined(
            f"a{n}",
            f"Outlet {n}",
            headline,
            HeadlineFrame(subject.strip("*"), act, None, subject.endswith("*")),
            "It rained that day.",
        )
        for n, (headline, subject, act) in enumerate(told)
    ]
    found = [angle_of(r) for r in readings]
    return Matrix(story(*readings)), [a for a in found if a is not None]


QUITS = ("Pilot Quits Harbour Board", "Pilot", "Quits")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            ("Town Asks Ferry Owner for Boats", "Town", "Asks"),
            ("Town Uses Ferry Owner in Election", "Town", "Uses"),
            "The verbs differ: “Asks” in Outlet 0 tells of a request",
        ),
        (
            ("Moss repeats belief in ferries", "Moss", "repeats"),
            ("Moss Repeats Opposition to Bridge", "Moss", "Repeats"),
            "“belief” in Outlet 0 says what somebody is for; “Opposition” in Outlet 1 says what somebody is against",
        ),
        (
            QUITS,
            ("Pilot Quits After Bribery Claims", "Pilot", "Quits"),
            "Only Outlet 1 tells what lies behind it: “After Bribery Claims”.",
        ),
        (
            ("Ferry Stuck for 3 Days", "Ferry*", "Stuck"),
            ("Ferry Turns Back After Crew Error", "Ferry", "Turns"),
            "Only Outlet 1 tells what lies behind it: “After Crew Error”. Only Outlet 0 gives a number: “3 Days”.",
        ),
        (
            ("Pilot Fired Over Storm Trip", "Pilot*", "Fired"),
            ("Pilot Fired at Harbour Board", "Pilot*", "Fired"),
            "Only Outlet 0 tells what lies behind it: “Over Storm Trip”.",
        ),
        (
            ("Town Begs Owner for 20 Boats", "Town", "Begs"),
            ("Town Orders Owner to Act", "Town", "Orders"),
            "Only Outlet 0 gives a number: “20 Boats”.",
        ),
        (
            ("Democrats Urge Vote on Pier", "Democrats", "Urge"),
            ("Council Members Demand Vote", "Council Members", "Demand"),
            "Only Outlet 0 names a party: “Democrats”.",
        ),
        (
            ("Pier Plan Angers Some in Town", "Pier Plan", "Angers"),
            ("Town Doubts Pier Plan", "Town", "Doubts"),
            "With “Some”, Outlet 0 tells that it is not all of them.",
        ),
        (
            ("Ada Moss Arrested in Storm", "Ada Moss*", "Arrested"),
            ("Guards Arrest Ada Moss", "Guards", "Arrest"),
            "The headline of Outlet 0 does not say by whom somebody was arrested.",
        ),
    ],
)
def test_a_difference_with_a_name(one: Told, other: Told, told: str) -> None:
    matrix, pair = angles(one, other)
    assert told in " ".join(contrasts(matrix, *pair))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Town Begs Owner", "Town", "Begs"), ("Council Pleads With Owner", "Council", "Pleads")),
        (("Town Opens Pier for 20 Boats", "Town", "Opens"), ("Mayor Walks Pier", "Mayor", "Walks")),
        (QUITS, ("Pilot Wins Over Harbour Board", "Pilot", "Wins")),
        (
            ("Pilot Quits Over Bribery Row", "Pilot", "Quits"),
            ("Pilot Quits After Bribery Claims", "Pilot", "Quits"),
        ),
        (
            ("Pilot Quits Harbour Board in Bribery Row", "Pilot", "Quits"),
            ("Pilot Quits After Bribery Claims", "Pilot", "Quits"),
        ),
        (
            ("Ada Moss Arrested by Guards", "Ada Moss*", "Arrested"),
            ("Guards Arrest Ada Moss", "Guards", "Arrest"),
        ),
    ],
)
def test_no_difference_without_a_name_or_with_a_small_one_alone(one: Told, other: Told) -> None:
    matrix, pair = angles(one, other)
    assert contrasts(matrix, *pair) == []


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            ("Town Uses Owner to Press Rivals", "Town", "Uses"),
            ("Town Asks Owner", "Town", "Asks"),
            ["Uses", "Press Rivals"],
        ),
        (
            ("Ada Moss Drops Out of Race", "Ada Moss", "Drops"),
            ("Moss Quits", "Moss", "Quits"),
            ["Drops Out", "Race"],
        ),
        (
            ("Board Faces Lawsuit Again", "Board", "Faces"),
            ("Board Meets on Suit", "Board", "Meets"),
            ["Faces", "Again"],
        ),
        (
            ("Board Arms 20 Guards", "Board", "Arms"),
            ("Board Wants Armed Pilots", "Board", "Wants"),
            ["20 Guards"],
        ),
    ],
)
def test_every_telling_word_that_only_one_headline_has(one: Told, other: Told, words: list[str]) -> None:
    _, pair = angles(one, other)
    assert only_words(*pair) == words


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (QUITS, ("Mayor Walks Pier", "Mayor", "Walks"), True),
        (QUITS, ("Pilot Ada Moss Walks Pier", "Pilot Ada Moss", "Walks"), False),
        (QUITS, ("Pilot Safety Report Asks for Lights", "Pilot Safety Report", "Asks"), False),
    ],
)
def test_what_comes_first_is_told_only_where_no_word_of_it_is_the_same(
    one: Told, other: Told, told: bool
) -> None:
    matrix, pair = angles(one, other)
    assert bool(what_comes_first(matrix, *pair)) is told


@pytest.mark.parametrize(
    ("word", "is_known"), [("Urges", True), ("beat", True), ("released", True), ("walks", False)]
)
def test_verbs_whose_act_is_known(word: str, is_known: bool) -> None:
    assert bool(act_tells(word)) is is_known


def test_nouns_for_and_against() -> None:
    assert stance_tells("Support") != stance_tells("Opposition")
    assert stance_tells("marriage") is None
