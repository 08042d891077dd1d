"""Mentions: the fullest name and the kind of whoever speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, Source, SourceKind

Read = Callable[..., Reading]
INTRO = (
    "Ferry runs aground off Penwick\n\n"
    "Harbour master Ada Quill closed the channel on Monday. The Penwick Observatory for Tides gave no warning.\n\n"
)


def source(read: Read, text: str) -> Source:
    """The source of the last quotation of a text."""
    found = read(INTRO + text).quotations[-1].speaker
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Quill said the channel was closed.", "Quill", "Ada Quill"),
        ("Ms. Quill said the channel was closed.", "Ms. Quill", "Ada Quill"),
        ("Quill left at noon. She said the channel was closed.", "She", "Ada Quill"),
        ("The observatory said the tide was low.", "The observatory", "Penwick Observatory for Tides"),
        ("The harbour pilot, Ned Rook, said the tide was low.", "The harbour pilot", "Ned Rook"),
        ("Quill, who said the tide was low, left at noon.", "who", "Ada Quill"),
        ("Quill met pilots in May 2016 who said the tide was low.", "who", "pilots"),
        ("The coastguard over the weekend said the tide was low.", "The coastguard", "coastguard"),
        ("Quill met Holt-Eaken. Holt-Eaken said the tide was low.", "Holt-Eaken", "Holt-Eaken"),
        ("According to port officials, the tide was low.", "port officials", "port officials"),
        (
            "According to Coast war monitoring groups, the tide was low.",
            "Coast war monitoring groups",
            "Coast war monitoring groups",
        ),
        ("The letter also said the tide was low.", "The letter", "letter"),
        ("In the harbour, some pilots said the tide was low.", "some pilots", "some pilots"),
        ("Quill met Ann Holt-Eaken. Holt-Eaken said the tide was low.", "Holt-Eaken", "Ann Holt-Eaken"),
        ("Quill met Senator Ann O’Hara of Osk. Hara said the tide was low.", "Hara", "Ann O'Hara"),
        (
            "Parent company First Harbours said the tide was low.",
            "Parent company First Harbours",
            "First Harbours",
        ),
        (
            "Quill wrote to the Coast League of Ferry Pilots. The pilots said the tide was low.",
            "The pilots",
            "Coast League of Ferry Pilots",
        ),
        (
            "Quill reads The Penwick Times. The Times said the tide was low.",
            "The Times",
            "Penwick Times",
        ),
        (
            "On Monday, House Speaker Ann Rook (D-Osk) said the tide was low.",
            "House Speaker Ann Rook",
            "Ann Rook",
        ),
        ("Early reports say the tide was low.", "Early reports", "Early reports"),
        (
            "A pilot of the harbour, who knew the rocks, said the tide was low.",
            "A pilot of the harbour",
            "pilot of the harbour",
        ),
        (
            "The Penwick Trust met on Monday. The company said the tide was low.",
            "The company",
            "Penwick Trust",
        ),
    ],
)
def test_names(read: Read, text: str, mention: str, name: str) -> None:
    found = source(read, text)
    assert (found.text, found.name) == (mention, name)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quill said the channel was closed.", SourceKind.PERSON),
        ("The coastguard said the channel was closed.", SourceKind.ORGANISATION),
        ("Port officials said the channel was closed.", SourceKind.ANONYMOUS),
        ("Analysts say the channel is too shallow.", SourceKind.ANONYMOUS),
        ("Everyone agrees that the channel is too shallow.", SourceKind.ANONYMOUS),
        ("According to a report, the channel is too shallow.", SourceKind.DOCUMENT),
        ("Reuters reported that the channel was closed.", SourceKind.OUTLET),
    ],
)
def test_kinds(read: Read, text: str, kind: SourceKind) -> None:
    assert source(read, text).kind is kind


def test_a_pronoun_for_nobody_named_stays_a_pronoun(read: Read) -> None:
    (found,) = read("“The channel is closed,” he said.").quotations
    assert found.speaker is not None
    assert found.speaker.name == "he"


def test_a_surname_that_two_people_bear_is_not_completed(read: Read) -> None:
    text = "Ada Quill and her brother Ned Quill spoke on Monday.\n\nThe channel was closed, Quill said."
    (found,) = read(text).quotations
    assert found.speaker is not None
    assert found.speaker.name == "Quill"


def test_the_official_is_the_one_who_spoke_before(read: Read) -> None:
    found = source(read, "A port official said the tide was low. The official said the ferry was late.")
    assert (found.name, found.kind) == ("port official", SourceKind.ANONYMOUS)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Port officials said the tide was low. Officials said it rose.", ["Port officials", "Officials"]),
        ("A port official said it was low. The official said it rose.", ["A port official"]),
        ("Ada Quill said the tide was low.", []),
        ("People ask whether the tide was low.", []),
        ("Ada Quill met Ned Rook. The two pilots agreed that the tide was low.", []),
        ("Unknown groups have said the raids were theirs.", []),
        ("According to Coast war monitoring groups, the tide was low.", ["Coast war monitoring groups"]),
        ("Captain Ned Rook, once the chief pilot of Penwick, said the tide was low.", []),
        ("Some pilots and captains say the tide was low.", ["Some pilots and captains"]),
    ],
)
def test_unnamed_voices(read: Read, text: str, phrases: list[str]) -> None:
    assert [s.text for s in read(INTRO + text).unnamed] == phrases


def test_the_reason_for_anonymity_belongs_to_the_mention(read: Read) -> None:
    text = "A port official, speaking on condition of anonymity, said the tide was low."
    (found,) = read(INTRO + text).unnamed
    assert found.text == "A port official, speaking on condition of anonymity"
