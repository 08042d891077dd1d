from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, Tone, ToneKind

Read = Callable[..., Reading]


def loaded(read: Read, text: str) -> list[Tone]:
    return [t for t in read(text).tones if t.kind is ToneKind.LOADED]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("The mayor slammed the plan on Monday.", ["slammed the plan"]),
        ("The union leader railed against the ferry company on Monday.", ["railed"]),
        ("A rash of thefts has shut the harbour shops.", ["rash of thefts"]),
        ("The report drew the ire of the farmers on Monday.", ["drew the ire"]),
        ("The owners are heaping yet more pressure on the crew.", ["heaping yet more pressure"]),
        ("The so-called reform bill was read on Monday.", ["so-called reform bill"]),
        ("The council passed a sweeping school bill on Monday.", ["sweeping school bill"]),
        ("Rebels of the party flouted the rules on Monday.", ["flouted the rules"]),
        ("The talks ended in a fiasco for the council.", ["fiasco"]),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_words_that_judge_are_shown_as_they_read(read: Read, sentence: str, phrases: list[str]) -> None:
    assert [t.text for t in loaded(read, sentence)] == phrases


@pytest.mark.parametrize(
    "sentence",
    [
        "The driver slammed the door and went home.",
        "The nurse found a rash on his arm.",
        "The old man died of a massive heart attack on Monday.",
        "The oil firm sold its crude oil on Monday.",
        "The train to LAX was late on Monday.",
        "The storm brought heavy rain to the coast on Monday.",
        "Two people were killed and three were wounded on Monday.",
    ],
)
def test_words_meant_plainly_are_left_alone(read: Read, sentence: str) -> None:
    assert loaded(read, sentence) == []


def test_a_figure_of_speech_is_literal_on_its_own_subject(read: Read) -> None:
    fire = "Firefighters fought the blaze until the smoke lifted. Several sheds burned. The sparks ignited a barn."
    talk = "The speech ignited old hopes in the council. It went on until the evening."
    assert loaded(read, fire) == []
    assert [t.word for t in loaded(read, talk)] == ["ignite"]


def test_the_voice_is_the_outlets_or_that_of_whom_it_quotes(read: Read) -> None:
    text = "The plan is a fiasco for the town. “The plan is a disgrace,” said Ann Roe, the mayor."
    assert [(t.word, t.voice) for t in loaded(read, text)] == [("fiasco", None), ("disgrace", "Ann Roe")]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The council gave its “so-called” friends a house by the river.", {""}),
        ("The “disgraceful” plan went to the council on Monday.", {""}),
        ("“The plan is a disgrace for all of us.\n\n“It is a fiasco from end to end.", {""}),
        (
            "Council meets\n\nThe council met. “The plan is a long one.\n\nIt is a fiasco from end to end.” The council met on Monday.",
            {""},
        ),
        ("The plan is a fiasco for the town.\n\nThe council met at noon.", {None}),
        (
            "Council meets\n\nRoe wrote to the mayor.\n\n“The plan is no “small step” for us.\n\nIt is a fiasco."
            "\n\nWe want it gone.”\n\nThe council met.",
            {""},
        ),
    ],
)
def test_nothing_between_marks_is_the_outlets_own_voice(
    read: Read, text: str, voices: set[str | None]
) -> None:
    assert {t.voice for t in loaded(read, text)} == voices


def test_two_judging_words_in_one_phrase_are_one_tone(read: Read) -> None:
    tones = loaded(read, "The mayor angrily slammed the plan on Monday.")
    assert [t.text for t in tones] == ["angrily slammed the plan"]
    assert tones[0].word == "slam"


def test_a_tone_says_what_it_is_said_of(read: Read) -> None:
    tones = loaded(read, "The council passed a draconian bill after a spate of thefts.")
    assert [(t.word, t.about) for t in tones] == [("draconian", "bill"), ("spate", "theft")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rejecting allegations that the mayor squandered the money, the council went home.",
        "Whether that is a fiasco has been debated in the council for months.",
        "Those predicting a fiasco for the harbour include two former mayors.",
        "The auditor could not rule out that the mayor had squandered the money.",
        "His aides came forward, describing a mayor who was a fiasco from end to end.",
        "She made predictions about a fiasco in the council.",
        "A lawyer attacked the mayor for squandering the money of the town.",
    ],
)
def test_a_reported_clause_is_nobodys_own_voice(read: Read, sentence: str) -> None:
    voices = [t.voice for t in loaded(read, sentence) if t.word in {"squander", "fiasco"}]
    assert voices and None not in voices


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The mayor slammed the head of the harbour board on Monday.", "slammed"),
        ("The mayor slammed the council's chief on Monday.", "slammed the council's chief"),
        ("The mayor slammed President Ann Roe on Monday.", "slammed President Ann Roe"),
    ],
)
def test_no_name_or_phrase_is_cut_in_two(read: Read, sentence: str, phrase: str) -> None:
    assert next(t.text for t in loaded(read, sentence)) in {"slammed", phrase}
