"""The words around a place in a sentence, as a summary shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.nlp.findings.excerpts import excerpt
from quizzes.nlp.types import Span

SENTENCE = (
    "Late on Monday the old ferry, built in the yard of Penwick, carried 240 passengers past the light."
)


def around(text: str, words: str, most: int) -> str:
    at = text.index(words)
    return excerpt(text, Span(0, len(text)), Span(at, at + len(words)), most=most)


def test_a_short_sentence_is_shown_whole_and_in_one_line() -> None:
    assert (
        around("The ferry\ncarried 240 passengers.", "240 passengers", 60)
        == "The ferry carried 240 passengers."
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("240 passengers", "… of Penwick, carried 240 passengers past the …"),
        ("Late", "Late on Monday the old ferry, built in the yard of …"),
        ("light.", "… of Penwick, carried 240 passengers past the light."),
    ],
)
def test_a_long_one_is_cut_between_words(words: str, shown: str) -> None:
    assert around(SENTENCE, words, 50) == shown


@given(st.text(alphabet="ab ,\n", min_size=1, max_size=80), st.data())
def test_the_words_themselves_are_always_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(text, Span(0, len(text)), Span(start, end), most=20)
    assert " ".join(text[start:end].split()).rstrip(",") in shown
