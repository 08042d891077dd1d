from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading, ToneKind

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("sentence", "word", "category"),
    [
        ("Ann Roe claimed that the ferry had been safe.", "claim", "doubt"),
        ("Ann Roe admitted that the ferry had been late.", "admit", "guilt"),
        ("Ann Roe insisted that the ferry would sail.", "insist", "defence"),
        ("Ann Roe boasted that the ferry was the fastest.", "boast", "pride"),
        ("Ann Roe said that the ferry had been safe.", "say", "plain"),
    ],
)
def test_verbs_of_saying_by_what_they_judge(read: Read, sentence: str, word: str, category: str) -> None:
    tones = [t for t in read(sentence).tones if t.kind is ToneKind.REPORT_VERB]
    assert [(t.word, t.category, t.about) for t in tones] == [(word, category, "roe")]


def test_a_verb_reads_with_its_speaker(read: Read) -> None:
    tones = read("Ann Roe claimed that the ferry had been safe.").tones
    assert [t.text for t in tones if t.kind is ToneKind.REPORT_VERB] == ["Ann Roe claimed"]


def test_a_plain_verb_judges_nothing(read: Read) -> None:
    tones = read("Ann Roe said that the ferry had been safe.").tones
    assert [t.strength for t in tones if t.kind is ToneKind.REPORT_VERB] == [0.0]


@pytest.mark.parametrize("word", ["reportedly", "apparently", "allegedly"])
def test_hedges(read: Read, word: str) -> None:
    tones = read(f"The driver {word} left the town on Monday.").tones
    assert [(t.word, t.voice) for t in tones if t.kind is ToneKind.HEDGE] == [(word, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Roe conceded shortly after 11 p.m. “I called the mayor,” she told supporters.",
        "Ann Roe has admitted defeat in the race.",
        "Ann Roe conceded the election on Monday.",
        "Ann Roe acknowledged the applause.",
    ],
)
def test_an_act_is_no_verb_of_saying(read: Read, sentence: str) -> None:
    tones = [t for t in read(sentence).tones if t.kind is ToneKind.REPORT_VERB]
    assert [t.word for t in tones if t.strength] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "“The ferry was late,” Ann Roe conceded.",
        "Ann Roe conceded that the ferry was late.",
        "Ann Roe admitted taking the money.",
    ],
)
def test_words_are_conceded_too(read: Read, sentence: str) -> None:
    assert [t.category for t in read(sentence).tones if t.kind is ToneKind.REPORT_VERB] == ["guilt"]
