"""The rules of item writing: each finds its fault, and leaves alone what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.linter import RULES, is_sound, lint
from quizzes.items.reading_grade import reading_grade, syllables
from quizzes.items.types import ItemDraft, ItemKind, Option, Pairing, Skill

GOOD = "Which outlet reported the highest death toll?"


def draft(stem: str = GOOD, *options: str, key: str = "o1") -> ItemDraft:
    shown = options or ("The Quay Ledger", "Saltmarsh Wire", "The Herald")
    return ItemDraft(
        "item-1",
        "f-1",
        ItemKind.CHOICE,
        Skill.SOURCING,
        0.5,
        stem,
        tuple(Option(f"o{i}", text) for i, text in enumerate(shown, 1)),
        key,
        "",
        "",
        (),
        1,
        0,
    )


def kind(kind: ItemKind, key: list[str]) -> ItemDraft:
    return replace(draft("Which of these outlets speak of it?"), kind=kind, key=key)


def matched(key: list[list[str]]) -> ItemDraft:
    columns = Pairing(
        (Option("l1", "The Quay Ledger"), Option("l2", "The Herald")),
        (Option("r1", "The guards"), Option("r2", "The cooks")),
    )
    return replace(draft("Match them."), kind=ItemKind.MATCH, options=columns, key=key)


def rules_broken(item: ItemDraft) -> list[str]:
    return [hint.rule for hint in lint(item)]


def test_a_good_item_breaks_no_rule() -> None:
    assert rules_broken(draft()) == []


@pytest.mark.parametrize(
    ("rule", "item"),
    [
        ("clue by length", draft(GOOD, "The Northern Coast Guard of the whole region", "A guard", "A cook")),
        ("options alike", draft(GOOD, "The Quay Ledger", "the quay  ledger", "The Herald")),
        ("parallel options", draft(GOOD, "The Quay Ledger.", "Saltmarsh Wire", "The Herald")),
        ("parallel options", draft(GOOD, "the Quay Ledger", "Saltmarsh Wire", "The Herald")),
        ("all or none", draft(GOOD, "The Quay Ledger", "Saltmarsh Wire", "None of the above")),
        ("all or none", draft(GOOD, "The Quay Ledger", "Saltmarsh Wire", "Both of these")),
        ("negative", draft("Which outlet does not name its source?")),
        ("negative", draft("Which outlet doesn't name its source?")),
        ("letter reference", draft("Is option B true?")),
        ("letter reference", draft("What does the text above say?")),
        ("whole stem", draft("Which outlet reported the highest")),
        ("whole stem", draft("which outlet reported the highest death toll?")),
        ("whole stem", draft("Which outlet  reported the highest death toll ?")),
        (
            "reading grade",
            draft(
                "Considering institutional accountability, which organisation's representative communicated authoritative information?"
            ),
        ),
        ("clue by order", kind(ItemKind.ORDER, ["o1", "o2", "o3"])),
        ("clue by order", matched([["l1", "r1"], ["l2", "r2"]])),
        ("clue by grammar", draft("What stood on the pier? It was an…", "Owl", "Bear", "Car")),
        ("clue by grammar", draft("The headline speaks of a:", "Crew", "Ape", "Mob")),
        (
            "clue by echo",
            draft("Who says that the harbour closed?", "The harbour master", "A cook", "Nobody"),
        ),
        ("one question", draft("Which outlet gives the toll? And who is its source?")),
        ("dates in full", draft("Which outlet counted most on Thursday?")),
        ("dates in full", draft("Which outlet counted most last week?")),
        ("dates in full", draft("Which outlet has the toll of the fire of 15 February?")),
        ("dates in full", draft("Which outlet has the toll of February 15?")),
        ("dates in full", draft("Which outlet has the toll of 3/4/2031?")),
        ("one key", kind(ItemKind.MULTI, ["o1"])),
        ("one key", kind(ItemKind.MULTI, ["o1", "o2", "o3"])),
        ("one key", draft(key="o9")),
        ("one key", draft(GOOD, "The Quay Ledger")),
    ],
)
def test_each_rule_finds_its_fault(rule: str, item: ItemDraft) -> None:
    assert rule in rules_broken(item)


@pytest.mark.parametrize(
    "item",
    [
        draft("Which outlet does NOT name its source?"),
        draft("The articles do not agree on the death toll. Which gives the highest?"),
        draft("Which outlet writes “we did not know option B”?"),
        draft("How many does Article B count, at least 22 or more?"),
        draft(GOOD, "22", "1", "17"),
        kind(ItemKind.ORDER, ["o2", "o1", "o3"]),
        matched([["l1", "r2"], ["l2", "r1"]]),
        draft("Which outlet has the toll of the fire of 15 February 2031?"),
        draft("Which outlet has the toll of Thursday, 15 February 2031?"),
        draft("Which outlet has the toll of February 15, 2031?"),
        draft("Which outlet may have asked 15 people?"),
        draft("www.herald.example reports this. Who says so?"),
        draft("eHerald reports this. Who says so?"),
        draft("Which outlet writes “It burned on Thursday. Why?”?"),
        draft("Who speaks for the harbour?", "The harbour master", "The harbour police", "A cook"),
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(item: ItemDraft) -> None:
    assert rules_broken(item) == []


def test_a_rule_for_options_looks_at_both_columns_of_a_match() -> None:
    columns = Pairing(
        (Option("l1", "A"), Option("l2", "B")), (Option("r1", "Guards"), Option("r2", "GUARDS"))
    )
    item = ItemDraft(
        "i", "f", ItemKind.MATCH, Skill.WORDING, 0.5, "Match them.", columns, [], "", "", (), 2, 0
    )
    assert rules_broken(item) == ["options alike"]


def test_only_hard_faults_keep_an_item_back() -> None:
    assert is_sound(draft(GOOD, "The Quay Ledger.", "Saltmarsh Wire", "The Herald"))
    assert not is_sound(draft("Which outlet does not name its source?"))


def test_every_rule_is_tried_here() -> None:
    tried = test_each_rule_finds_its_fault.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {rule for rule, _ in tried} == set(RULES)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ferry", 2),
        ("reported", 3),
        ("killed", 1),
        ("fire", 1),
        ("table", 2),
        ("outlet", 2),
        ("source", 1),
        ("sources", 2),
        ("official", 3),
        ("the", 1),
        ("idea", 3),
        ("22", 1),
        ("guard's", 1),
    ],
)
def test_syllables_are_counted_by_their_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_follows_the_formula() -> None:
    # eight words, one sentence, nine syllables
    assert reading_grade("The boat left at dawn with eighty guests.") == pytest.approx(
        0.39 * 8 + 11.8 * 9 / 8 - 15.59
    )


def test_short_words_and_sentences_read_more_easily() -> None:
    assert reading_grade("Who said it? Tick one.") < reading_grade(
        "Identify the organisation responsible for the statement."
    )


def test_no_words_have_no_grade() -> None:
    assert reading_grade("?") == 0.0
