"""Clipping and standing: a reported clause ends where the writer's words begin, and what is no clause is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Manner, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Ann Lee said that the old bridge was closed, adding that nobody was hurt.",
            "the old bridge was closed",
        ),
        ("Ann Lee said the town needs a bridge and warned of delays.", "the town needs a bridge"),
        (
            "Ann Lee said the old bridge was closed, a claim that the mayor denies.",
            "the old bridge was closed",
        ),
        ("Ann Lee said the old bridge was closed in an interview on Friday.", "the old bridge was closed"),
        ("Ann Lee argued in her letter, the old bridge should be closed.", "the old bridge should be closed"),
        ("Ann Lee said the old bridge was closed, according to the report.", "the old bridge was closed"),
        ("Ann Lee said the old bridge was closed, though cars still passed it.", "the old bridge was closed"),
        (
            "Ann Lee suggested the old bridge was closed, without giving any reason.",
            "the old bridge was closed",
        ),
        (
            "By the time Ann Lee said that the old bridge was closed, the cars had turned back.",
            "the old bridge was closed",
        ),
        (
            "Ann Lee had said that the town would close the bridge, when letters on the rust first surfaced.",
            "the town would close the bridge",
        ),
        (
            "Ann Lee first told of it in May that she had been offered a boat but gave no details.",
            "she had been offered a boat",
        ),
        ("Ann Lee said she backed the bridge but stopped short of a promise.", "she backed the bridge"),
        ("Ann Lee said she backed the bridge but declined to elaborate.", "she backed the bridge"),
        (
            "Ann Lee said that the bridge should be closed, and Mayor Tom Osk of Penwick released a long letter.",
            "the bridge should be closed",
        ),
        (
            "The council sent a list to the town, and when Ann Lee said she could not read it, the council sent a map.",
            "she could not read it",
        ),
        (
            "Ann Lee declared once again that the bridge would open as she confirmed the date of the fair.",
            "the bridge would open",
        ),
        (
            "Ann Lee closed her account, saying she was saddened by the news and linking to a page on bridges.",
            "she was saddened by the news",
        ),
        (
            "Though the mayor avoids the word, the bridge is closed for good, according to the Penwick Trust.",
            "the bridge is closed for good",
        ),
        (
            "Ann Lee said the old bridge was closed, a point on which the town disagrees.",
            "the old bridge was closed",
        ),
    ],
)
def test_the_writers_words_are_clipped_off(read: Read, text: str, clause: str) -> None:
    found = [q.text for q in read(text).quotations if q.manner is Manner.INDIRECT]
    assert clause in found
    assert not any(words != clause and words.startswith(clause) for words in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee vowed to close the bridge by Friday.",
        "Ann Lee urged drivers to avoid the bridge.",
        "The bridge, which is set to close at once according to Ann Lee, is old.",
        "Sounding tired and angry, Ann Lee explained her vote on the bridge.",
        "Ann Lee announced a plan for the bridge that would cost millions.",
        "Ann Lee rejected the notion that the bridge was unsafe.",
        "Ann Lee dismissed complaints from the far side of the river that the bridge was unsafe.",
        "On Monday, Ann Lee tweeted a link to a letter after the bridge office sent it to her.",
        "The town will use the fair to reveal the bridge is its first in iron.",
        "Lee closes bridge, weeks after letters revealed",
        "The letter names the Coast League of Pilots, which wrote several letters saying “the bridge is old.”",
        "Letters to the town reveal another corner of the trade in old iron that nobody had seen.",
        "Ann Lee says what she believes about the bridge.",
        "Ann Lee complained about the old bridge and its costs.",
        "Ann Lee said after the letters came out that she would mend the bridge, but has not kept her word.",
        "The iron was to stay in town, something Ann Lee says the council has failed to do.",
        "“The bridge is old and nobody mends it,” Ann Lee said on the radio when asked about the river.",
    ],
)
def test_what_is_no_clause_of_the_speakers_is_left_out(read: Read, text: str) -> None:
    assert [q.text for q in read(text).quotations if q.manner is Manner.INDIRECT] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said on the ABC programme “Harbour Talk” that the bridge was old.",
        "Ann “Red” Lee said that the bridge was old.",
        "Ann Lee told reporters of “bridge day,” an old custom of the town.",
        "Officers in the town began to look for the bridge “dodgers” with a patrol.",
        "There are at least ten “iron bridges” in the county, according to the Penwick Trust.",
        "One text of the town implied a will “to close the bridge for good at any cost.”",
        "A study found that more than ten sheds (or “toll houses”) stand on the bridge.",
        "Ann Lee spoke of her childhood, saying “Bridge Days” stirred her love of iron.",
    ],
)
def test_names_and_terms_are_no_quotations(read: Read, text: str) -> None:
    assert [q.text for q in read(text).quotations if q.manner is not Manner.INDIRECT] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee called the bridge “old and dear”.", "old and dear"),
        ("Ann Lee said the bridge was “Crooked Iron.”", "Crooked Iron."),
    ],
)
def test_marked_words_of_a_speaker_stay(read: Read, text: str, words: str) -> None:
    assert words in [q.text for q in read(text).quotations]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Ann Lee said the bridge was “a ruin,” even if it looked safe.",
            "the bridge was “a ruin,” even if it looked safe",
        ),
        (
            "Ann Lee said that the toll should pay for the paint, plus a tenth of the iron.",
            "the toll should pay for the paint, plus a tenth of the iron",
        ),
    ],
)
def test_a_tail_of_what_is_said_stays(read: Read, text: str, clause: str) -> None:
    assert clause in [q.text for q in read(text).quotations if q.manner is Manner.INDIRECT]
