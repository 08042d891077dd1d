from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]
OPENING = "Quiet day in town\n\nThe park opened.\n\n"


def said(reading: Reading, *measures: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (c.value.text, c.value.norm or "", c.counted)
        for c in reading.claims
        if c.measure.startswith(measures)
    ]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ana Lorne conceded shortly after midnight.", ("conceded", "concede", ("ana", "lorne"))),
        (
            "Ana Lorne has refused to concede the race for mayor.",
            ("has refused to concede", "not concede", ("ana", "lorne")),
        ),
        ("The mayor did not resign.", ("did not resign", "not resign", ("mayor",))),
        ("Ana Lorne never apologized.", ("never apologized", "not apologize", ("ana", "lorne"))),
        (
            "Governor Ana Lorne has yet to sign the bill.",
            ("has yet to sign", "not sign bill", ("ana", "lorne")),
        ),
        ("The union rejected the offer.", ("rejected", "not accept offer", ("union",))),
        ("Members of the union accepted the offer.", ("accepted", "accept offer", ("union",))),
        ("Tom Reed was acquitted on Friday.", ("was acquitted", "not convict", ("tom", "reed"))),
        ("Tom Reed was convicted of fraud.", ("was convicted", "convict", ("tom", "reed"))),
    ],
)
def test_a_deed_is_done_or_not(read: Read, text: str, stand: tuple[str, str, tuple[str, ...]]) -> None:
    assert said(read(OPENING + text), "status") == [stand]


@pytest.mark.parametrize(
    "text",
    [
        "If Ana Lorne resigned, the party would split.",
        "He asked whether Ana Lorne conceded.",
        "Did Ana Lorne concede?",
        "The Rovers conceded a goal.",
        "Ana Lorne conceded that the plan was bad.",
        "Ana Lorne may sign the bill.",
        "She conceded.",
        "The army has confirmed no casualties.",
        "Ana Lorne agreed to testify.",
    ],
)
def test_what_is_open_or_another_deed_says_nothing(read: Read, text: str) -> None:
    assert said(read(OPENING + text), "status") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Ana Lorne broke her left wrist.", ("left wrist", "left", ("ana", "lorne", "wrist"))),
        ("The robbers fled in a white van.", ("white van", "white", ("flee", "van"))),
        ("A crane on the northern bank was left hanging.", ("northern bank", "north", ("bank",))),
        ("A guard stood at the rear entrance.", ("rear entrance", "back", ("entrance",))),
        ("Tom Reed wore a gray jacket.", ("gray jacket", "grey", ("wear", "jacket"))),
    ],
)
def test_marks_tell_one_thing_from_another(
    read: Read, text: str, mark: tuple[str, str, tuple[str, ...]]
) -> None:
    assert said(read(OPENING + text), "side", "colour") == [mark]


@pytest.mark.parametrize(
    "text", ["The right wing of the party left.", "He sold white vans.", "They were right on time."]
)
def test_a_side_needs_a_part_and_a_colour_one_thing(read: Read, text: str) -> None:
    found = said(read(OPENING + text), "side", "colour")
    assert [f for f in found if f[1] in {"left", "white"}] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A hiker was rescued near Bald Ridge on Friday.",
            ("near Bald Ridge", "bald ridge", ("hiker", "rescued")),
        ),
        (
            "A farmer was killed when a tree fell on his truck near Dunholm.",
            ("near Dunholm", "dunholm", ("tree", "farmer", "died")),
        ),
    ],
)
def test_where_one_person_was_hurt_or_found(
    read: Read, text: str, place: tuple[str, str, tuple[str, ...]]
) -> None:
    assert said(read(OPENING + text), "place:") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Two hikers were rescued near Bald Ridge.",
        "A hiker may be killed near Bald Ridge.",
        "He was killed in Dunholm.",
    ],
)
def test_several_or_nobody_by_kind_have_no_place_of_their_own(read: Read, text: str) -> None:
    assert said(read(OPENING + text), "place:") == []


def test_a_date_says_whose_deed_it_is_of(read: Read) -> None:
    dates = [
        c.counted
        for c in read(
            OPENING + "The talks are to resume on Thursday.\n\nAna Lorne will have surgery on Friday."
        ).claims
        if c.measure.startswith("date")
    ]
    assert dates == [("talk", "resume"), ("lorne", "surgery")]
