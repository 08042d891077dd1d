"""No item of a quiz shows what another asks for."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.items.giving_away import Shown, ask_the_same, clash, gives_away
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, ItemKind, Option, Skill
from quizzes.nlp.types import Evidence, FindingKind
from tests.items.readings import article, of_kind, position, story

PUMPS = "The harbour will have three new pumps before the winter."
SWANS = "Swans have come back to the old harbour basin."
LEDGER = article("a1", "The Quay Ledger", PUMPS)
WIRE = article("a2", "Saltmarsh Wire", SWANS)
MATRIX = Matrix(story(LEDGER, WIRE, findings=(of_kind(FindingKind.AGREEMENT, position(LEDGER, PUMPS)),)))
IN_LEDGER = [[{"article": "a1", "start": 0, "end": len(PUMPS)}]]
IN_WIRE = [[{"article": "a2", "start": 0, "end": len(SWANS)}]]
PROOF = Evidence("a1", 0, len(PUMPS), PUMPS)
ABOUT_SWANS = Evidence("a2", 0, len(SWANS), SWANS)


def shown(
    kind: ItemKind, stem: str, key: Any, *options: str, evidence: tuple[Evidence, ...] = (PROOF,)
) -> Shown:
    offered = tuple(Option(f"o{n}", text) for n, text in enumerate(options, 1))
    finding = MATRIX.comparison.findings[0].id
    draft = ItemDraft("i", finding, kind, Skill.NUMBERS, 0.5, stem, offered, key, "", "", evidence, 1, 0)
    return Shown(MATRIX, draft)


QUOTES = shown(ItemKind.OPEN, f"The Quay Ledger writes: “{PUMPS}” Why does that matter?", {})
FIND = shown(ItemKind.EVIDENCE, "Find the sentence on the pumps and tick it.", IN_LEDGER)
WHO = shown(ItemKind.CHOICE, f"Who writes: “{PUMPS}”?", "o1", "The Quay Ledger", "Saltmarsh Wire")
HOW_MANY = shown(
    ItemKind.NUMBER,
    "How many new pumps will the harbour have?",
    {"low": 3, "high": 3, "unit": "pumps", "tolerance": 0},
)
BIRDS = shown(ItemKind.EVIDENCE, "Tick the sentence on birds.", IN_WIRE, evidence=(ABOUT_SWANS,))


@pytest.mark.parametrize("other", [FIND, WHO])
def test_a_quoted_sentence_gives_away_where_it_stands(other: Shown) -> None:
    assert gives_away(QUOTES, other)
    assert clash(other, QUOTES)


def test_an_open_item_has_nothing_to_give_away() -> None:
    assert not gives_away(FIND, QUOTES)


def test_a_stem_with_the_number_gives_it_away() -> None:
    with_it = shown(ItemKind.EVIDENCE, "Find the sentence on the 3 pumps.", IN_LEDGER)
    assert gives_away(with_it, HOW_MANY)
    assert not gives_away(FIND, HOW_MANY)


def test_two_closed_items_on_one_sentence_ask_the_same() -> None:
    assert ask_the_same(FIND, HOW_MANY)
    assert not ask_the_same(FIND, QUOTES)
    assert not ask_the_same(FIND, BIRDS)


@pytest.mark.parametrize("other", [FIND, QUOTES, WHO])
def test_items_on_other_sentences_do_not_clash(other: Shown) -> None:
    assert not clash(BIRDS, other)


def test_a_word_asked_about_gives_away_the_item_that_has_it_for_a_key() -> None:
    stem = "Which of these could stand in the place of “Soaring” and would judge LEAST?"
    milder = shown(ItemKind.CHOICE, stem, "o1", "“rising”", "“exploding”")
    judging = shown(ItemKind.CHOICE, "Which of these words judges?", "o1", "“soaring”", "“council”")
    plain = shown(ItemKind.CHOICE, "Which of these words judges?", "o2", "“soaring”", "“shameful”")
    assert gives_away(milder, judging)
    assert not gives_away(milder, plain)
