"""Quotations and their speakers, on short invented articles read with the trained pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.nlp.types import Manner, Quotation, Reading

Read = Callable[..., Reading]
INTRO = "Ferry runs aground off Penwick\n\nHarbour master Ada Quill closed the channel on Monday.\n\n"


def quoted(read: Read, *paragraphs: str) -> list[Quotation]:
    """The quotations between marks in paragraphs under a headline and a first paragraph."""
    found = read(INTRO + "\n\n".join(paragraphs)).quotations
    return [q for q in found if q.manner is not Manner.INDIRECT]


def speaker(quotation: Quotation) -> str | None:
    return quotation.speaker.name if quotation.speaker else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("“The channel is closed,” Quill said.", "The channel is closed,", "Ada Quill"),
        ("“The channel is closed,” said Ada Quill, the harbour master.", "The channel is closed,", "Ada Quill"),
        ("Quill said: “The channel is closed until Friday.”", "The channel is closed until Friday.", "Ada Quill"),
        ("Quill told reporters, \"The channel is closed.\"", "The channel is closed.", "Ada Quill"),
        ("“The channel is closed,” she said.", "The channel is closed,", "Ada Quill"),
        ("'The channel is closed,' Quill said on Monday.", "The channel is closed,", "Ada Quill"),
        ("“The channel is closed”, the coastguard said in a statement.", "The channel is closed", "coastguard"),
        ("“Is the channel closed?” asked Ned Rook, a pilot.", "Is the channel closed?", "Ned Rook"),
        ("“The channel is closed,” a pilot’s union leader, Ned Rook, said.", "The channel is closed,", "Ned Rook"),
        ("According to Quill, the channel is “closed to every vessel”.", "closed to every vessel", "Ada Quill"),
        ("Quill called the accident a “warning to all of us”.", "warning to all of us", "Ada Quill"),
        ("Quill said that the rocks were “sharp as knives” and the water low.", "sharp as knives", "Ada Quill"),
        ("The Penwick Trust “deeply regrets” the loss of the boat, said Ned Rook, the speaker of its board.", "deeply regrets", "Ned Rook"),
        ("The two pilots agreed that the boat “must be found at once”, the coastguard said after the call.", "must be found at once", "coastguard"),
        ("Quill answered the strike with a tweet: “ @pilots leaving the channel is a mistake.", "@pilots leaving the channel is a mistake.", "Ada Quill"),
        ("Quill had a short reply: “Nobody may pass the rocks.”", "Nobody may pass the rocks.", "Ada Quill"),
        ("Ned Rook: “Nobody may pass the rocks.”", "Nobody may pass the rocks.", "Ned Rook"),
        ("From the report: “Nobody may pass the rocks at night.”", "Nobody may pass the rocks at night.", "report"),
        ("“Nobody may pass the rocks,” grumbled Ned Rook.", "Nobody may pass the rocks,", "Ned Rook"),
        ("“One of the boats I have looked at is old,” said Ned Rook.", "One of the boats I have looked at is old,", "Ned Rook"),
        ("When it was over, Quill wrote to her 2,000 readers, “Nobody may pass.”", "Nobody may pass.", "Ada Quill"),
        ("“The channel is closed,” she shared on her page.", "The channel is closed,", "Ada Quill"),
        ("“We were at sea today,” Quill later replied.", "We were at sea today,", "Ada Quill"),
        ("Captain General Ned Rook, once the chief pilot of Penwick, said the boat was “good”.", "good", "Ned Rook"),
    ],
)  # fmt: skip
def test_speakers(read: Read, text: str, words: str, name: str) -> None:
    found = quoted(read, text)
    assert [(q.text, speaker(q)) for q in found] == [(words, name)]


def test_a_part_behind_the_cue_continues_the_first(read: Read) -> None:
    first, second = quoted(read, "“The channel,” Quill said, “is closed to every vessel.”")
    assert (first.continues, second.continues) == (None, first.id)
    assert speaker(first) == speaker(second) == "Ada Quill"


def test_a_sentence_behind_the_cue_goes_on(read: Read) -> None:
    first, second = quoted(read, "“The channel is closed,” Quill said. “Nobody may pass before Friday.”")
    assert speaker(second) == "Ada Quill"
    assert second.continues == first.id


def test_an_open_mark_goes_on_in_the_next_paragraph(read: Read) -> None:
    found = quoted(read, "Quill said: “The channel is closed.", "“Nobody may pass before Friday.”")
    assert [speaker(q) for q in found] == ["Ada Quill", "Ada Quill"]


def test_a_colon_leads_into_the_next_paragraph(read: Read) -> None:
    (found,) = quoted(read, "Ada Quill wrote in a letter to the pilots:", "“Nobody may pass before Friday.”")
    assert speaker(found) == "Ada Quill"


def test_a_body_goes_on_with_its_statement(read: Read) -> None:
    first, second = quoted(
        read, "“The ferry is safe,” the coastguard said in a statement.", "“We had to be sure of the tide.”"
    )
    assert [speaker(q) for q in (first, second)] == ["coastguard", "coastguard"]


def test_a_reply_takes_no_question(read: Read) -> None:
    asked, replied = quoted(
        read, "In a note, Ann Lee asks: Osk is “not going to win, right?” Ned Rook replies: “No.”"
    )
    assert [speaker(q) for q in (asked, replied)] == ["Ann Lee", "Ned Rook"]


def test_a_quotation_that_nobody_says_has_no_speaker(read: Read) -> None:
    (found,) = quoted(read, "The ferry was pulled free at noon.", "“We had to be sure of the tide.”")
    assert found.speaker is None


def test_a_sentence_behind_what_a_body_claimed_is_nobodys(read: Read) -> None:
    (found,) = quoted(read, "The boat carried, it claimed, fish. “It was a trip for the birds alone”.")
    assert found.speaker is None


def test_a_body_does_not_keep_the_floor(read: Read) -> None:
    (found,) = quoted(read, "The coastguard said the ferry was safe.", "“We had to be sure of the tide.”")
    assert found.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "The boat, called “Old Sally”, was towed to the yard.",
        "The so-called “summer rule” ended in May.",
        "He plays in the film “The Last Lighthouse”.",
        "Quill took the “bold” step of closing the channel, saying that it was late.",
        "Although Quill did not use the word “closed,” the channel is shut, according to the pilots.",
        "According to the Penwick Herald, ‘harbour sources’ claim the pier will close in May.",
        "Letters sent to police reveal a secret corner of the coast: a world of “gulls” who buy fish.",
    ],
)
def test_titles_and_scare_marks_are_no_quotations(read: Read, text: str) -> None:
    assert quoted(read, text) == []


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“The channel is closed,” Quill said.", Manner.DIRECT),
        ("Quill said the channel was “closed to every vessel”.", Manner.MIXED),
    ],
)
def test_manner(read: Read, text: str, manner: Manner) -> None:
    assert [q.manner for q in quoted(read, text)] == [manner]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Quill said that two pilots had warned the company.", "two pilots had warned the company"),
        ("Two pilots had warned the company, Quill said.", "Two pilots had warned the company"),
        ("Quill said the rocks were “sharp as knives”.", "the rocks were “sharp as knives”"),
        (
            "Quill said the “old boat” had been “lost” at the rocks.",
            "the “old boat” had been “lost” at the rocks",
        ),
        ("Quill said to Harbour News that the boat was lost.", "the boat was lost"),
        ("Quill said the boats she sold were lost.", "the boats she sold were lost"),
        ("The boat was lost, said Ned Rook, the speaker of the trust.", "The boat was lost"),
    ],
)
def test_reported_clauses(read: Read, text: str, clause: str) -> None:
    found = [q for q in read(INTRO + text).quotations if q.manner is Manner.INDIRECT]
    assert [q.text for q in found] == [clause]


def test_straight_marks_give_the_same_quotations(read: Read) -> None:
    text = INTRO + "“The channel is closed,” Quill said. “It’s ‘too shallow’ for ferries.”"
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert [(q.start, q.end, speaker(q)) for q in read(text).quotations] == [
        (q.start, q.end, speaker(q)) for q in read(straight).quotations
    ]


def test_ids_are_made_of_what_is_said(read: Read) -> None:
    text = INTRO + "“The channel is closed,” Quill said. “Nobody may pass.”"
    assert read(text).quotations == read(text).quotations
    assert len({q.id for q in read(text).quotations}) == len(read(text).quotations)


NASTY = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "’", "said", "Quill", "he", ",", ".", "\n", " ", "according to", ":", "that", "told AFP", "—", "\u202e", "🚢"]
        ),
        max_size=60,
    ).map(" ".join),
)  # fmt: skip


@given(NASTY)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_offsets_hold(read: Read, text: str) -> None:
    reading = read(text)
    for quotation in reading.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end] == quotation.text
        if quotation.speaker:
            assert text[quotation.speaker.start : quotation.speaker.end] == quotation.speaker.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is old,” said Ann Roe, who has a boat. She is 40. “We will mend it.”", ["Ann Roe", "Ann Roe"]),
        ("Ned Rook, asked whether it was safe, said it was “old”.", ["Ned Rook"]),
        ("As Ned Rook put it, “nobody may pass the rocks at night.”", ["Ned Rook"]),
        ("To Ned Rook, the plan “takes the harbour from the town.”", ["Ned Rook"]),
        ("Ann Roe came late. Peter Rook waved. “It is old,” she said.", ["Ann Roe"]),
        ("“It is old,” the letter states.", ["letter"]),
        (
            "Ann Roe wrote a note, claiming it did not help “the whole guild,” a point the port denied.",
            ["Ann Roe"],
        ),
        ("Ann Roe was not moved by the news. “It is old and nobody needs it.”", ["Ann Roe"]),
        ("Ann Roe insisted that she had “every right to the pier,” according to the BBC.", ["Ann Roe"]),
        ("Mr. Roe could not rule out that Mr. Osk had cheated. “It is old,” he wrote.", ["Roe"]),
        ("Ned Rook said the pier was old, to which Ann Roe replied: “It is new.”", ["Ann Roe"]),
    ],
)
def test_who_keeps_the_floor(read: Read, text: str, names: list[str]) -> None:
    assert [speaker(q) for q in quoted(read, text)] == names


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The pier was closed, her aides said Friday, because it was old.", ["The pier was closed"]),
        ("“It is old,” Quill said, wiping her face.", []),
        ("“It is old,” said Ned Rook, who is also a diver.", []),
        ("The guild confirmed 68 pilots last year.", []),
        ("Quill criticized the town for its plans.", []),
        ("As Quill said on Monday, the pier will be closed.", ["the pier will be closed"]),
        ("Asked whether the pier was safe, Quill shook her head.", []),
        ("Quill plans to say that the pier is safe.", []),
    ],
)  # fmt: skip
def test_what_is_reported_is_a_clause_of_its_own(read: Read, text: str, reported: list[str]) -> None:
    found = read(INTRO + text).quotations
    assert [q.text for q in found if q.manner is Manner.INDIRECT] == reported
