"""Unnamed sources: which of those who speak an article keeps nameless, and the phrase that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.saying.anonymity import find_told_unnamed
from quizzes.nlp.types import Reading

Read = Callable[..., Reading]
INTRO = (
    "Ferry runs aground off Penwick\n\n"
    "Harbour master Ada Quill closed the channel on Monday. Ned Rook, Ms. Quill’s lawyer, went home.\n\n"
)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Critics say the channel is too narrow.", ["Critics"]),
        ("People briefed on the plan said the ferry was late.", ["People briefed on the plan"]),
        ("The ferry was late, the Penwick Post reported, citing unnamed officials.", ["unnamed officials"]),
        (
            "An official said the ferry was late. The official said it would sail on Friday.",
            ["An official"],
        ),
        ("Critics see no difference between the two piers.", ["Critics"]),
        ("The channel will close, according to three people briefed on the plans.", ["three people"]),
        (
            "A former harbour pilot, speaking on condition of anonymity, called the channel a mess.",
            ["A former harbour pilot"],
        ),
    ],
)
def test_who_is_not_named(read: Read, text: str, phrases: list[str]) -> None:
    assert [s.text for s in read(INTRO + text).unnamed] == phrases


@pytest.mark.parametrize(
    "text",
    [
        "People said the channel was too narrow.",
        "Two coastal states said the channel was too narrow.",
        "The prime minister said the channel was too narrow.",
        "The attorney general said the channel was too narrow.",
        "Critics did not see the channel.",
        "Two dock lawyers planned to work all night to identify which piers would be closed.",
        "Ms. Quill said critics see no difference between the two piers.",
        "“It could have been stopped,” one of the pilots, Ned Rook, said.",
    ],
)
def test_everybody_places_and_whoever_is_named(read: Read, text: str) -> None:
    assert read(INTRO + text).unnamed == ()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The paper cited two unnamed senior officials.", ["two unnamed senior officials"]),
        ("It was late, said a person familiar with the matter.", ["a person familiar with the matter"]),
        ("Sources close to the talks were glad.", ["Sources close to the talks"]),
        ("An unidentified man left people close to the water.", []),
    ],
)
def test_words_that_call_a_source_unnamed(text: str, phrases: list[str]) -> None:
    assert [s.text for s in find_told_unnamed(text)] == phrases
