"""Items on the sentence in which the writer judges, and which sentences can stand beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.judging_sentences import is_shown, tells_plainly
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft
from quizzes.nlp.types import Comparison, Reading, ToneKind
from tests.items.readings import article, asked, quoting, shown, story
from tests.items.tones import judged, loaded

JUDGING = "The council approved a ludicrous plan for the harbour on Monday after a meeting of two hours."
SAID = "“The mayor is a coward and a disgrace to this harbour,” Ada Moss said on Tuesday."
GRAVE = "The police arrested two sailors on the pier in the night to Monday."
PLAIN = "The committee will vote on the harbour road in October."
WIRE = article("a2", "Saltmarsh Wire", "The council voted for the plan.", "The hearing took two hours.")


def told(*sentences: str) -> Comparison:
    reading = article("a1", "The Quay Ledger", *sentences)
    if SAID in sentences:
        reading = quoting(reading, Ada_Moss="The mayor is a coward and a disgrace to this harbour,")
        reading = loaded(reading, "coward", voice="Ada Moss")
    reading = loaded(reading, "ludicrous plan")
    return story(reading, WIRE, findings=(judged(reading, "ludicrous plan", silent=("a2",)),))


def sentences(comparison: Comparison) -> list[ItemDraft]:
    return asked(comparison, "writer-judges(")


def test_the_sentence_in_which_the_writer_judges() -> None:
    [item] = sentences(told(JUDGING, SAID, GRAVE, PLAIN))
    assert shown(item)[item.key] == f"“{JUDGING}”"
    assert {o.misconception for o in item.options} == {  # type: ignore[union-attr]
        None,
        "quotation-read-as-own-voice",
        "grave-fact-read-as-judgement",
        "plain-word-read-as-judging",
    }
    assert "“Ludicrous” gives an opinion" in item.rationale


@pytest.mark.parametrize(
    "others",
    [
        (PLAIN,),
        (PLAIN, "The harbour road is a disgrace and the pier is old."),
        (PLAIN, "The mayor finally closed the harbour road in October."),
        (PLAIN, "The council closed the harbour road, the mayor said in October."),
    ],
)
def test_no_item_without_two_sentences_that_surely_only_tell(others: tuple[str, ...]) -> None:
    assert sentences(told(JUDGING, *others)) == []


def test_no_item_where_the_judging_sentence_quotes() -> None:
    quoting_too = f"{JUDGING[:-1]}, and “so be it” was the answer."
    assert sentences(told(quoting_too, SAID, GRAVE, PLAIN)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (PLAIN, True),
        (SAID, True),
        ("The council will vote again on the road of the harbour.", False),
        ("The mayor is unkind to the sailors of the harbour.", False),
        ("The mayor angrily left the hall of the council on Monday.", False),
        ("The daily ferry of the family left the old pier on Monday.", True),
        ("The council managed to close the harbour road on Monday.", False),
    ],
)
def test_a_sentence_of_plain_words(sentence: str, expected: bool) -> None:
    reading: Reading = article("a1", "The Ledger", sentence)
    assert tells_plainly(reading, reading.sentences[0]) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (PLAIN, True),
        ("It rained.", False),
        ("Will the council vote on the harbour road this month?", False),
        ("“The council will vote on the harbour road in October.", False),
        (f"The council will vote on the road{' of the harbour' * 20}.", False),
    ],
)
def test_a_sentence_that_can_be_shown(sentence: str, expected: bool) -> None:
    reading = article("a1", "The Ledger", sentence)
    assert is_shown(reading, reading.sentences[0]) is expected


def test_the_item_falls_when_the_word_is_no_longer_read() -> None:
    comparison = told(JUDGING, SAID, GRAVE, PLAIN)
    [item] = sentences(comparison)
    assert prove(item, comparison)
    reading = comparison.readings[0]
    left = tuple(t for t in reading.tones if t.kind is not ToneKind.LOADED or t.voice is not None)
    unread = replace(comparison, readings=(replace(reading, tones=left), WIRE))
    assert not prove(item, unread)
