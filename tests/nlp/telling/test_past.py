from __future__ import annotations

import pytest

from quizzes.nlp.telling.past import tells_once


@pytest.mark.parametrize(
    "sentence",
    ["Lee carried 40 boxes.", "The ferry had 184 passengers.", "It was hit twice.", "They quickly threw it."],
)
def test_a_simple_past_tells_once(sentence: str) -> None:
    assert tells_once(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lee carries 40 boxes.",
        "Lee has recently carried 40 boxes.",
        "Lee had already carried 40 boxes.",
        "The idea of armed guards is new.",
        "Lee carried 40 boxes every day.",
        "Lee carried 40 boxes in 1987.",
        "Lee carried what she could, and will return.",
    ],
)
def test_what_looks_back_or_ahead_does_not(sentence: str) -> None:
    assert not tells_once(sentence)
