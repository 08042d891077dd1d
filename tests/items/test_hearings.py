"""Whether an article lets a person speak whom it writes about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.drafting import draft_items
from quizzes.items.hearings import ABSENT, NAMED, QUOTED, RETOLD, way_heard
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import Comparison, FindingKind, Manner, Reading
from tests.items.readings import article, asked, of_kind, position, quoting, shown, story

WORDS = "We asked for new pumps three years ago and nobody ever wrote back to us."
LEDGER = quoting(
    article("a1", "The Quay Ledger", f"“{WORDS}” Ingrid Vale said.", "The pier is shut."), Ingrid_Vale=WORDS
)
OTHER = article("a3", "The Herald", "Nobody slept that night.", "The sea was calm.")


def way(*sentences: str, **said: str) -> str:
    reading = quoting(article("a2", "Saltmarsh Wire", *sentences), **said)
    return way_heard(Matrix(story(LEDGER, reading)), "a2", "Ingrid Vale")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ingrid Vale walked along the pier at noon.", NAMED),
        ("Councillor Ingrid M. Vale was carried to a boat.", NAMED),
        ("The pier was shut at noon.", ABSENT),
    ],
)
def test_who_is_only_written_about_is_not_heard(sentence: str, expected: str) -> None:
    assert way("Smoke hung over the town.", sentence) == expected


@pytest.mark.parametrize(
    "sentences",
    [
        ("Ingrid Vale walked along the pier.", "She blamed the council."),
        ("Ingrid Vale called the pumps “rotten timber”.",),
        ("Ingrid Vale urged the town to wait.",),
        ("Mr Vale walked along the pier.",),
        ("The harbour was shut by a Vale.",),
    ],
)
def test_who_may_be_quoted_or_retold_or_another_is_left_open(sentences: tuple[str, ...]) -> None:
    with pytest.raises(Undecided):
        way(*sentences)


def test_whose_words_stand_between_marks_is_quoted() -> None:
    words = "the pumps were old and wet"
    assert way(f"“{words}” Ingrid Vale said.", Ingrid_Vale=words) == QUOTED


def test_a_phrase_between_marks_is_no_speech() -> None:
    with pytest.raises(Undecided):
        way("Ingrid Vale said they were “old pumps”.", Ingrid_Vale="old pumps")


def retelling() -> Reading:
    words = "the pumps had been broken since the winter"
    reading = quoting(
        article("a2", "Saltmarsh Wire", "It was noon.", f"Ingrid Vale said {words}."), Ingrid_Vale=words
    )
    [said] = reading.quotations
    return replace(reading, quotations=(replace(said, manner=Manner.INDIRECT),))


def test_what_is_told_without_marks_is_retold() -> None:
    assert way_heard(Matrix(story(LEDGER, retelling())), "a2", "Ingrid Vale") == RETOLD


# --- What is asked ---

WALKING = article("a2", "Saltmarsh Wire", "Smoke hung over it.", "Ingrid Vale walked along the pier at noon.")


def of_voice(*readings: Reading) -> Comparison:
    only = of_kind(FindingKind.VOICE_UNIQUE, position(readings[0], "Ingrid Vale"))
    return story(*readings, findings=(only,))


def test_which_outlet_lets_somebody_speak_of_whom_another_writes() -> None:
    [item] = asked(of_voice(LEDGER, WALKING, OTHER), "lets-speak(")
    assert shown(item)[item.key] == "The Quay Ledger"
    assert "Saltmarsh Wire only writes about Ingrid Vale" in item.rationale


def test_of_two_outlets_it_is_asked_how_the_second_has_the_person() -> None:
    [item] = asked(of_voice(LEDGER, WALKING), "heard-how(")
    assert shown(item)[item.key].startswith("It writes about this person but gives nothing")


def test_two_outlets_that_quote_are_both_right() -> None:
    words = "the pumps were old and wet"
    second = quoting(article("a4", "Bay Post", f"“{words}” Ingrid Vale said."), Ingrid_Vale=words)
    [item] = asked(of_voice(LEDGER, WALKING, second), "lets-speak(")
    assert item.kind is ItemKind.MULTI
    assert {shown(item)[k] for k in item.key} == {"The Quay Ledger", "Bay Post"}


def hearing_items(comparison: Comparison) -> list[ItemDraft]:
    return [d for d in draft_items(comparison) if d.proof.startswith(("lets-speak", "heard-how"))]


@pytest.mark.parametrize("sentence", ["The pier was shut at noon.", "Ingrid Vale urged the town to wait."])
def test_of_whom_no_other_surely_writes_without_words_it_is_not_asked(sentence: str) -> None:
    other = article("a2", "Saltmarsh Wire", "Smoke hung over the town.", sentence)
    assert hearing_items(of_voice(LEDGER, other, OTHER)) == []
