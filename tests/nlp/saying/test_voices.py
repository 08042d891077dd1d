"""Voices: who speaks behind roles, pronouns, relative clauses and things that cannot speak."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, SourceKind

Read = Callable[..., Reading]
HEADLINE = "Ferry runs aground off Penwick\n\n"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The report of the inspector general, Ada Quill, came out on Monday.\n\n"
            "“The delay was a shame,” the inspector general said.",
            "Ada Quill",
            SourceKind.PERSON,
        ),
        (
            "Mayor Ned Rook claimed that Osk spied on the board and accused Osk of being “a thief.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The harbour board rejected claims that the transfer of money had cost jobs, saying, “It cost nothing.”",
            "harbour board",
            SourceKind.ORGANISATION,
        ),
        (
            "Mr. Ned Rook, who wanted the pier, spoke of fear. Citing the bridge, which Mr. Osk strongly opposed, he said, "
            "“I am not afraid of it.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The task force met on Monday.\n\nThe task force praised schools and the Penwick Trust. It said “ten "
            "guards are needed.”",
            "task force",
            SourceKind.ORGANISATION,
        ),
        (
            "A letter was sent to Tom Sand.\n\nThe study was made by a panel led by Ned Rook. At noon, he said “the pier "
            "is safe.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The study was made by a panel led by Ned Rook. At the meeting on Tuesday, he said “the pier is safe.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "Late on Monday, the Justice Department said “the case is closed.”",
            "Justice Department",
            SourceKind.ORGANISATION,
        ),
        (
            "Attorney Ned Rook said that his client was fired on Friday, saying this was “a break with custom.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "Senator Ned Rook issued a statement soon after the ferry report was found to be complete, demanding that "
            "“somebody read it.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "Mayor Ned Rook explained his failure to mend the pier in years when the pilots ran the board by saying, “I "
            "was new.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "When in 2003 the Penwick courts opened the pier, Mr. Rook, then mayor, complained that it was “a ruin.”",
            "Rook",
            SourceKind.PERSON,
        ),
        (
            "Mayor Ned Rook wrote on Monday that the pilots had sunk the ferry, calling them “thieves and fools!”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The official Penwick Harbour account replied that the pilots had “every right to leave the pier.”",
            "official Penwick Harbour account",
            SourceKind.ORGANISATION,
        ),
        ("“You have the wrong pier, my friend,” wrote another to a pilot.", "another", SourceKind.ANONYMOUS),
        (
            "Ned Rook posted a series of photos on Monday. The first post read: “The pier is safe for good.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The Penwick Trust issued a statement by letter, which read: “The pier is safe for good.”",
            "Penwick Trust",
            SourceKind.ORGANISATION,
        ),
        (
            "Mayor Ned Rook wrote of the pier. The ferry board agrees with Rook's opinion that the pier is “a ruin.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "The closing angered sailors and supporters of the ferry pilots who argue that the pier “is safe.”",
            "supporters of the ferry pilots",
            SourceKind.ANONYMOUS,
        ),
        (
            "Mayor Ned Rook, along with Senator Ann Lee, argues that “the pier is safe.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "“The pier is safe,” said the board's personal lawyers Ann Lee and Ned Rook on Monday.",
            "Ann Lee and Ned Rook",
            SourceKind.ORGANISATION,
        ),
        ("The Russians said “the pier is ugly.”", "Russians", SourceKind.ANONYMOUS),
        (
            "Republicans and Democrats said “the pier is ugly.”",
            "Republicans and Democrats",
            SourceKind.ANONYMOUS,
        ),
        ("The 2030 Democrats said “the pier is ugly.”", "2030 Democrats", SourceKind.ANONYMOUS),
        ("Two coast towns said “the pier is ugly.”", "Two coast towns", SourceKind.ORGANISATION),
        ("TideWatch said “the pier is ugly.”", "TideWatch", SourceKind.ORGANISATION),
        ("The board's resolution said “the pier is ugly.”", "board's resolution", SourceKind.DOCUMENT),
        (
            "Europa Rowing, a small coast research group, said “the pier is ugly.”",
            "Europa Rowing",
            SourceKind.ORGANISATION,
        ),
        ("MP Ann Rook said “the pier is ugly.”", "Ann Rook", SourceKind.PERSON),
        (
            "In one note, Ann Lee asks: Osk is “not going to win, right?” Ned Rook replies: “No.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        (
            "Attorney Ned Rook said in a note that his client, an old pilot, was fired on Friday, claiming this was “a "
            "break with custom.”",
            "Ned Rook",
            SourceKind.PERSON,
        ),
        ("Authorities said it was “a mix-up.”", "Authorities", SourceKind.ANONYMOUS),
        ("One commenter said “the pier is ugly.”", "One commenter", SourceKind.ANONYMOUS),
        ("But fellow Republicans said “the pier is ugly.”", "fellow Republicans", SourceKind.ANONYMOUS),
    ],
)
def test_who_speaks(read: Read, text: str, name: str, kind: SourceKind) -> None:
    found = read(HEADLINE + text).quotations[-1].speaker
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Among those predicting a loss was Ned Rook, a lawyer.",
        "The share of sailors saying that the pier was safe rose.",
    ],
)
def test_who_only_belongs_to_a_group_or_a_number_is_no_speaker(read: Read, text: str) -> None:
    assert not [
        q for q in read(HEADLINE + text).quotations if q.speaker and q.speaker.name in {"those", "share"}
    ]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ned Rook told the Penwick Times that the pier was safe.", "Penwick Times"),
        ("A board member reportedly told Spiegel that the pier was safe.", "Spiegel"),
        ("Ned Rook said in an email to the Penwick Times that the pier was safe.", "Penwick Times"),
        (
            "In an interview with the Penwick Times on Monday, Ned Rook said the pier was safe.",
            "Penwick Times",
        ),
        ("The Penwick Times reported that Ned Rook said the pier was “safe.”", "Penwick Times"),
        ("Ned Rook told the board that the pier was safe.", None),
        ("In a letter to the board, Ned Rook said the pier was safe.", None),
    ],
)
def test_through_which_outlet_words_came(read: Read, text: str, via: str | None) -> None:
    found = read(HEADLINE + text).quotations[-1].speaker
    assert found is not None
    assert found.via == via
