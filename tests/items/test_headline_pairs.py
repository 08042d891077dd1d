"""Two headlines side by side: what each puts first, what only one of them has, and which of them tell the same."""

from __future__ import annotations

import pytest

from quizzes.items.headline_pairs import Angle, angle_of, only_in, same_first, tell_apart, unlike_pairs
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import HeadlineFrame, Reading
from tests.items.readings import asked, quoting
from tests.items.test_framing_items import headlined, headlines
from tests.items.tones import loaded

HEADLINES = {
    "Mayor Orders Ferry Owner to Repair Harbour Lights": ("Mayor", "Orders"),
    "Mayor Begs Ferry Owner for Money": ("Mayor", "Begs"),
    "Mayor Ada Moss Orders Harbour Search": ("Mayor Ada Moss", "Orders"),
    "Ferry Owner Shuns Town Talks After Harbour Blackout": ("Ferry Owner", "Shuns"),
    "Town Sues Ferry Owner Over Dark Harbour": ("Town", "Sues"),
    "Town Files Suit Against Ferry Owner": ("Town", "Files"),
    "Pilot Quits After Bribery Claims": ("Pilot", "Quits"),
    "Pilot Quits Harbour Board": ("Pilot", "Quits"),
    "Pilots Demand Full and Quick Report": ("Pilots", "Demand"),
    "Crews Demand Full Report": ("Crews", "Demand"),
    "Ada Moss, Who Built Pier, Is Fired": ("Ada Moss", "Is Fired"),
    "After Long Row, Harbour Board Meets Pilots": ("Harbour Board", "Meets"),
    "Town’s Pier Burns": ("Town’s Pier", "Burns"),
    "Council Defends Long Blackout on Pier": ("Council", "Defends"),
}


def reading(headline: str, letter: str = "a1", outlet: str = "The Quay Ledger") -> Reading:
    subject, act = HEADLINES[headline]
    return headlined(letter, outlet, headline, HeadlineFrame(subject, act, None), "It rained that day.")


def angle(headline: str) -> Angle:
    found = angle_of(reading(headline))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("headline", "first", "said"),
    [
        ("Mayor Begs Ferry Owner for Money", "Mayor", "Begs Ferry Owner for Money"),
        ("Ada Moss, Who Built Pier, Is Fired", "Ada Moss", "Is Fired"),
        (
            "After Long Row, Harbour Board Meets Pilots",
            "After Long Row, Harbour Board",
            "Meets Pilots",
        ),
    ],
)
def test_what_a_headline_puts_first_and_says_of_it(headline: str, first: str, said: str) -> None:
    found = angle(headline)
    assert (found.first, found.said) == (first, said)


@pytest.mark.parametrize(
    ("headline", "frame"),
    [
        ("Who is Ada Moss?", HeadlineFrame("Who", "is", "Ada Moss")),
        ("Moss: Pier is safe", HeadlineFrame("Pier", "is", None)),
        ("Moss mourns pilot, calls for...", HeadlineFrame("Moss", "mourns", "pilot")),
        ("At pier Ada Moss speaks", HeadlineFrame("Ada Moss", "speaks", None)),
        ("Pilots often quit town", HeadlineFrame("Pilots", "quit", "town")),
        ("Talks", None),
    ],
)
def test_a_headline_that_may_be_misread_is_left_alone(headline: str, frame: HeadlineFrame | None) -> None:
    assert angle_of(headlined("a1", "The Quay Ledger", headline, frame, "It rained.")) is None


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        (
            "Mayor Orders Ferry Owner to Repair Harbour Lights",
            "Mayor Begs Ferry Owner for Money",
            ["Repair Harbour Lights"],
            ["Begs"],
        ),
        (
            "Pilot Quits After Bribery Claims",
            "Pilot Quits Harbour Board",
            ["Bribery Claims"],
            ["Harbour Board"],
        ),
        (
            "Ferry Owner Shuns Town Talks After Harbour Blackout",
            "Mayor Begs Ferry Owner for Money",
            ["Shuns Town Talks", "Harbour Blackout"],
            ["Begs"],
        ),
    ],
)
def test_what_only_one_of_two_headlines_has(one: str, other: str, ours: list[str], theirs: list[str]) -> None:
    pair = angle(one), angle(other)
    assert tell_apart(*pair)
    assert (only_in(*pair), only_in(*pair[::-1])) == (ours, theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pilots Demand Full and Quick Report", "Crews Demand Full Report"),
        ("Town Sues Ferry Owner Over Dark Harbour", "Town Files Suit Against Ferry Owner"),
        ("Mayor Begs Ferry Owner for Money", "Mayor Begs Ferry Owner for Money"),
    ],
)
def test_headlines_that_tell_the_same_are_not_set_side_by_side(one: str, other: str) -> None:
    assert not tell_apart(angle(one), angle(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mayor Begs Ferry Owner for Money", "Mayor Ada Moss Orders Harbour Search", "Mayor"),
        ("Mayor Begs Ferry Owner for Money", "Pilot Quits Harbour Board", None),
        ("Town Sues Ferry Owner Over Dark Harbour", "Town’s Pier Burns", None),
    ],
)
def test_what_two_headlines_begin_with(one: str, other: str, same: str | None) -> None:
    assert same_first(angle(one), angle(other)) == same


def test_two_headlines_on_the_same_one_go_before_two_on_different_ones() -> None:
    told = [
        angle(h)
        for h in (
            "Ferry Owner Shuns Town Talks After Harbour Blackout",
            "Mayor Orders Ferry Owner to Repair Harbour Lights",
            "Mayor Begs Ferry Owner for Money",
        )
    ]
    assert unlike_pairs(told)[0] == (told[1], told[2])


ORDERS = reading("Mayor Orders Ferry Owner to Repair Harbour Lights")
BEGS = reading("Mayor Begs Ferry Owner for Money", "a2", "Saltmarsh Wire")


def compared_headlines(*readings: Reading) -> list[ItemDraft]:
    return [d for d in asked(headlines(*readings), "") if d.kind is ItemKind.OPEN]


def test_an_open_item_sets_two_headlines_side_by_side() -> None:
    [item] = compared_headlines(ORDERS, BEGS)
    assert item.stem == (
        "Saltmarsh Wire has the headline “Mayor Begs Ferry Owner for Money”. The Quay Ledger has “Mayor Orders Ferry Owner to"
        " Repair Harbour Lights”. Somebody reads only the headline of Saltmarsh Wire. What does the headline of The Quay Ledger"
        " tell or suggest that they do not learn? Name one thing, and quote the words for it."
    )
    assert item.key["model"] == (
        "One of these is enough: “Orders Ferry Owner to Repair Harbour Lights” tells a reader what is done, or what somebody wants"
        " done; the headline of Saltmarsh Wire leaves that out. “Orders” tells a reader of an order, which has to be obeyed;"
        " “Begs” in the headline of Saltmarsh Wire tells a reader of a request made in need."
    )
    assert item.key["levels"][1].startswith(
        "Quotes words that only the headline of The Quay Ledger has, but does not"
    )


def test_the_headline_that_tells_more_is_asked_about() -> None:
    headline = "Mayor Begs Ferry Owner for Money After Long Blackout on Pier"
    long = headlined("a2", "Saltmarsh Wire", headline, HeadlineFrame("Mayor", "Begs", None))
    [item] = compared_headlines(ORDERS, long)
    assert "What does the headline of Saltmarsh Wire tell or suggest" in item.stem
    assert item.key["model"].startswith("One of these is enough: ")


def test_the_model_says_which_headline_alone_judges() -> None:
    [item] = compared_headlines(ORDERS, loaded(BEGS, "Begs", "beg", "manner"))
    told = "“Begs” gives a reader a feeling or a judgement along with the fact; the headline of The Quay Ledger has no such word."
    assert told in item.key["model"]
    [item] = compared_headlines(loaded(ORDERS, "Repair", "repair"), loaded(BEGS, "Begs", "beg", "manner"))
    assert "a feeling or a judgement" not in item.key["model"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("“It is a rotten board,” said Ada Moss.", "according to the article, Ada Moss said it"),
        ("The board met.", "“Rotten” is somebody’s word and not the outlet’s own."),
    ],
)
def test_the_model_says_whose_words_a_headline_quotes(sentence: str, told: str) -> None:
    headline = "Pilot Quits ‘Rotten’ Harbour Board"
    quits = headlined("a2", "Saltmarsh Wire", headline, HeadlineFrame("Pilot", "Quits", None), sentence)
    if "rotten" in sentence:
        quits = quoting(quits, Ada_Moss="It is a rotten board,")
    plain = headlined(
        "a1", "The Quay Ledger", "Pilot Quits Ferry Trip", HeadlineFrame("Pilot", "Quits", None)
    )
    [item] = compared_headlines(plain, quits)
    assert told in item.key["model"]


def test_headlines_that_tell_the_same_give_no_open_item() -> None:
    full = reading("Pilots Demand Full and Quick Report")
    assert compared_headlines(full, reading("Crews Demand Full Report", "a2", "Saltmarsh Wire")) == []


def test_headlines_without_a_named_difference_give_no_open_item() -> None:
    shuns = reading("Ferry Owner Shuns Town Talks After Harbour Blackout", "a2", "Saltmarsh Wire")
    burns = reading("Town’s Pier Burns")
    assert tell_apart(angle_of(shuns), angle_of(ORDERS))  # type: ignore[arg-type]
    assert compared_headlines(burns, ORDERS) == []
