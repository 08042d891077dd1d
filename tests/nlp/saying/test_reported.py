"""Reported clauses: shown whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.saying.reported import unbracketed
from quizzes.nlp.saying.standing import is_balanced
from quizzes.nlp.types import Manner, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Police said that the old bridge was closed on Monday.", ["the old bridge was closed on Monday"]),
        ("The old bridge was closed on Monday, police said.", ["The old bridge was closed on Monday"]),
        (
            "While Ann Lee said the plan was good for the town, the board refused it.",
            ["the plan was good for the town"],
        ),
        (
            "The union said that the mayor had changed his views, but for the worse. It rained.",
            ["the mayor had changed his views, but for the worse"],
        ),
        ("Asked whether he was saying that the harbour was closed, Ann Lee’s pilot shook his head.", []),
        ("He joined some other pilots, including two from the coast, who wrote about a quick release.", []),
        ("(Ann Lee said the harbour was safe.)", ["the harbour was safe"]),
        ("Ann Lee said on Monday that the harbour was safe.", ["the harbour was safe"]),
        ("The harbour, which Ann Lee said was safe, stayed open.", []),
        (
            "The union said that cutbacks in the fish market alone could lead to many closed shops.",
            ["cutbacks in the fish market alone could lead to many closed shops"],
        ),
        (
            "The paper reported at least six boats filled the old harbour.",
            ["at least six boats filled the old harbour"],
        ),
        ("The study found that the lake was warmer than before.", []),
        ("Ann Lee told reporters about the plan.", []),
    ],
)
def test_a_reported_clause_is_shown_whole_or_not_at_all(read: Read, text: str, clauses: list[str]) -> None:
    found = [q.text for q in read(text).quotations if q.manner is Manner.INDIRECT]
    assert found == clauses


@pytest.mark.parametrize(
    ("words", "is_whole"), [("the plan (of May)", True), ("the plan (of May", False), ("plan] was", False)]
)
def test_half_a_bracket_is_seen(words: str, is_whole: bool) -> None:
    assert is_balanced(words) is is_whole


def test_a_bracket_whose_other_half_stands_outside_is_left_out() -> None:
    text = "(Lee said it was so.)"
    span = unbracketed(text, text.index("it"), len(text))
    assert span.of(text) == "it was so."
    assert unbracketed("it was so (in May)", 0, 18).end == 18
