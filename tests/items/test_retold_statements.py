"""Items on statements that an article retells in its own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.retold import can_be_set_out, is_told_again, retold_of, who_said_so
from quizzes.items.types import ItemDraft, ItemKind, Skill
from quizzes.nlp.types import FindingKind, Manner, Reading
from tests.items.readings import article, of_kind, position, quotation, quoting, shown, story

OIL = "the lamps on the outer pier had no oil"
GATES = "Nobody told the market traders that the gates would stay shut."
ROPES = "The ropes were older than most of the sailors."


def ledger(words: str = OIL, behind: str = ".") -> Reading:
    others = ("Council clerk Otto Brandt slept.", "Ferry cook Mona Frost slept.")
    reading = article("a1", "The Quay Ledger", f"On Monday Ingrid Vale said {words}{behind}", *others)
    retold = replace(quotation(reading, "Ingrid Vale", words), manner=Manner.INDIRECT)
    return replace(reading, quotations=(retold,))


WIRE = quoting(
    article("a2", "Saltmarsh Wire", f"“{GATES}” Otto Brandt said.", f"“{ROPES}” Mona Reyes said."),
    Otto_Brandt=GATES,
    Mona_Reyes=ROPES,
)


def drafted(first: Reading) -> ItemDraft | None:
    finding = of_kind(FindingKind.VOICE_UNIQUE, position(first, "Ingrid Vale"))
    matrix = Matrix(story(first, WIRE, findings=(finding,)))
    statement = retold_of(matrix, "a1", "Ingrid Vale")
    found = who_said_so(matrix, finding, 0, statement, Skill.SOURCING) if statement else None
    assert found is None or prove(found, matrix.comparison)
    return found


def test_who_said_so_is_proved_with_its_sentence() -> None:
    item = drafted(ledger())
    assert item is not None
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert shown(item)[item.key["choice"]] == "Ingrid Vale"
    assert item.stem.startswith("The Quay Ledger reports this: “The lamps on the outer pier had no oil”. ")


def test_the_sentence_that_names_the_speaker_is_to_be_ticked() -> None:
    item = drafted(ledger())
    assert item is not None
    assert [[s["start"] for s in group] for group in item.key["groups"]] == [[0]]


@pytest.mark.parametrize(
    ("words", "behind", "expected"),
    [
        (OIL, ".", True),
        (f"{OIL} after the storm of Friday", ", and went home.", True),
        ("the lamps had “no oil at all” for a month", ".", True),
        ("the pilot Reyes knew the pier and he lit the lamps", ".", True),
        ("he had no oil for the lamps on the pier", ".", False),
        ("on Friday he had no oil for the lamps", ".", False),
        ("the lamps on the pier were his to fill", ".", False),
        ("the pilot Reyes knew that the lamps were his", ".", False),
        ("the lamps had no oil", ".", False),
        ("whether the lamps on the outer pier had oil", ".", False),
        ("the pilots claim the lamps on the pier had no oil", ".", False),
        ("the rules of the outer pier are clear and say", ": “Keep the lamps lit.”", False),
        ("the pier was dark for weeks and that the boats stayed", ".", False),
        ("the lamps on the pier had “no oil for weeks", ".", False),
    ],
)
def test_what_can_be_set_out_of_its_place(words: str, behind: str, expected: bool) -> None:
    reading = ledger(words, behind)
    assert can_be_set_out(reading, reading.quotations[0]) is expected


def test_words_between_marks_are_not_called_retold() -> None:
    direct = replace(ledger(), quotations=(replace(ledger().quotations[0], manner=Manner.DIRECT),))
    assert drafted(direct) is None


def test_a_statement_that_names_its_speaker_is_not_asked_for() -> None:
    assert drafted(ledger("the lamps that Vale had bought for the pier had no oil")) is None


def test_what_another_may_have_said_first_is_not_set_out() -> None:
    reading = article("a1", "The Quay Ledger", f"According to Ingrid Vale, pilots claim {OIL}.")
    retold = replace(quotation(reading, "Ingrid Vale", OIL), manner=Manner.INDIRECT)
    assert not can_be_set_out(replace(reading, quotations=(retold,)), retold)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Light and colour burned in no lamps of the outer pier.", True),
        ("The council heard of the lamps without a word.", False),
    ],
)
def test_what_the_article_tells_in_its_own_voice_too_has_no_one_source(more: str, expected: bool) -> None:
    lamps = "the lamps on the outer pier burned without light or colour"
    reading = article("a1", "The Quay Ledger", f"On Monday Ingrid Vale said {lamps}.", more)
    retold = replace(quotation(reading, "Ingrid Vale", lamps), manner=Manner.INDIRECT)
    assert is_told_again(reading, retold) is expected
