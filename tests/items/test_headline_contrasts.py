"""Named differences of two headlines: the act, the side, a reason, a number, a party, who did it."""

from __future__ import annotations

import pytest

from quizzes.items.headline_contrasts import only_words, told_alone
from quizzes.items.headline_news import news_of
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
    ("full", "bare", "told"),
    [
        (
            ("Town Uses Ferry Owner in Election", "Town", "Uses"),
            ("Town Asks Ferry Owner for Boats", "Town", "Asks"),
            "“Uses” makes somebody the tool of somebody else; “Asks” in the headline of Outlet 1 tells a reader of a request",
        ),
        (
            ("Moss Repeats Opposition to Bridge", "Moss", "Repeats"),
            ("Moss repeats belief in ferries", "Moss", "repeats"),
            "“Opposition” tells a reader what somebody is against; “belief” in the headline of Outlet 1 tells a reader what",
        ),
        (
            ("Pilot Quits After Bribery Claims", "Pilot", "Quits"),
            QUITS,
            "“After Bribery Claims” tells a reader what lies behind it; the headline of Outlet 1 does not.",
        ),
        (
            ("Ferry Stuck for 3 Days", "Ferry*", "Stuck"),
            ("Ferry Turns Back After Crew Error", "Ferry", "Turns"),
            "“3 Days” tells a reader how long; the headline of Outlet 1 gives no number.",
        ),
        (
            ("Town Wins 3-1 Against Harbour", "Town", "Wins"),
            ("Town Enjoys Cup", "Town", "Enjoys"),
            "“3-1 Against” tells a reader the score",
        ),
        (
            ("Pilot Fired Over Storm Trip", "Pilot*", "Fired"),
            ("Pilot Fired at Harbour Board", "Pilot*", "Fired"),
            "“Over Storm Trip” tells a reader what lies behind it",
        ),
        (
            ("Town Begs Owner for $20 MILLION", "Town", "Begs"),
            ("Town Orders Owner to Act", "Town", "Orders"),
            "“$20 MILLION” tells a reader how much or how many; the headline of Outlet 1 gives no number. With “MILLION” in capital",
        ),
        (
            ("Democrats Urge Vote on Pier", "Democrats", "Urge"),
            ("Council Members Demand Vote", "Council Members", "Demand"),
            "“Democrats” tells a reader which party it is about",
        ),
        (
            ("Pier Plan Angers Some in Town", "Pier Plan", "Angers"),
            ("Town Doubts Pier Plan", "Town", "Doubts"),
            "“Some” tells a reader that it is not all of them.",
        ),
        (
            ("Guards Arrest Ada Moss", "Guards", "Arrest"),
            ("Ada Moss Arrested in Storm", "Ada Moss*", "Arrested"),
            "“Guards” tells a reader who did it; the headline of Outlet 1 does not say by whom somebody was arrested.",
        ),
    ],
)
def test_what_only_the_first_headline_tells(full: Told, bare: Told, told: str) -> None:
    matrix, pair = angles(full, bare)
    assert told in " ".join(told_alone(matrix, *pair))


def test_a_person_whom_the_bodies_name_is_told_by_name() -> None:
    full, bare = (
        headlined(
            f"a{n}", f"Outlet {n}", headline, HeadlineFrame(subject, act, None, False), "Ada Moss slept."
        )
        for n, (headline, subject, act) in enumerate(
            [("Ada Moss Leaves Board", "Ada Moss", "Leaves"), ("Chief Walks Out", "Chief", "Walks")]
        )
    )
    pair = [a for r in (full, bare) if (a := angle_of(r))]
    matrix = Matrix(story(full, bare))
    assert told_alone(matrix, *pair) == [
        "“Ada Moss” tells a reader by name whom it is about; the headline of Outlet 1 does not give the name."
    ]
    assert told_alone(matrix, *pair[::-1]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Town Begs Owner", "Town", "Begs"), ("Council Pleads With Owner", "Council", "Pleads")),
        (("Town Opens Pier for Some", "Town", "Opens"), ("Mayor Walks Pier", "Mayor", "Walks")),
        (("Board Hears Pilots", "Board", "Hears"), ("Board Doubts Word of Pilots", "Board", "Doubts")),
        (
            ("Town Opens Pier for 20 Boats", "Town", "Opens"),
            ("Mayor Walks Pier for Two Hours", "Mayor", "Walks"),
        ),
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
    assert told_alone(matrix, *pair) == []


@pytest.mark.parametrize(
    ("full", "bare", "words", "rank"),
    [
        (
            ("Town Uses Owner to Press Rivals", "Town", "Uses"),
            ("Town Asks Owner", "Town", "Asks"),
            "Uses Owner to Press Rivals",
            2,
        ),
        (
            ("Pilot Defends Harbour Pier Plan", "Pilot", "Defends"),
            ("Town Sues Over Pier Plan", "Town", "Sues"),
            "Pilot Defends Harbour Pier Plan",
            2,
        ),
        (
            ("Board Quits After Wild Storm Trip", "Board", "Quits"),
            ("Board Quits Town", "Board", "Quits"),
            "Wild Storm Trip",
            1,
        ),
        (("Town Begs Owner", "Town", "Begs"), ("Town Asks Owner", "Town", "Asks"), None, 0),
    ],
)
def test_what_a_headline_brings_in(full: Told, bare: Told, words: str | None, rank: int) -> None:
    matrix, (told, other) = angles(full, bare)
    news = news_of(matrix, told, other, only_words(told, other))
    assert (news.words if news else None) == words
    assert (news.rank if news else 0) == rank


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
    ("word", "is_known"), [("Urges", True), ("beat", True), ("released", True), ("walks", False)]
)
def test_verbs_whose_act_is_known(word: str, is_known: bool) -> None:
    assert bool(act_tells(word)) is is_known


def test_nouns_for_and_against() -> None:
    assert stance_tells("Support") != stance_tells("Opposition")
    assert stance_tells("marriage") is None
