"""Hints at an outlet: what suggests one, and what does not."""

from __future__ import annotations

import pytest

from quizzes.nlp.texts.hints import OutletHint, outlet_hint
from quizzes.nlp.texts.metadata import read_metadata
from quizzes.nlp.texts.passages import split_passages

HEADLINE = "Ferry runs aground off Penwick"


def hint(*lines: str) -> OutletHint | None:
    text = "\n".join((HEADLINE, *lines))
    passages = split_passages(text)
    assert read_metadata(text, passages).outlet is None
    return outlet_hint(text, passages)


@pytest.mark.parametrize(
    ("lines", "outlet", "words"),
    [
        (
            ("The captain told the Harbour Herald that the channel was shallow.",),
            "Harbour Herald",
            "told the Harbour Herald",
        ),
        (
            ("The captain told The Harbour Herald on Monday.",),
            "The Harbour Herald",
            "told The Harbour Herald",
        ),
        (
            ("In an interview with BBC News she blamed the pilots.",),
            "BBC News",
            "In an interview with BBC News",
        ),
        (
            ("She blamed the pilots in an interview with BBC News.",),
            "BBC News",
            "in an interview with BBC News",
        ),
        (
            ("She told the Harbour Herald so.", "He told the Harbour Herald more."),
            "Harbour Herald",
            "told the Harbour Herald",
        ),
        (("Penwick (CNN) — A ferry ran aground on Monday.",), "CNN", "Penwick (CNN) —"),
        (
            ("A ferry ran aground.", "https://www.herald.example/2024/ferry"),
            "herald.example",
            "https://www.herald.example/2024/ferry",
        ),
        (("She told the Harbour Herald so.", "He told the Penwick Times more."), None, None),
        (("She told Reuters that the channel was shallow.",), None, None),
        (("PENWICK (Reuters) - A ferry ran aground on Monday.",), None, None),
        (("She told the House that the channel was shallow.",), None, None),
    ],
)
def test_hints(lines: tuple[str, ...], outlet: str | None, words: str | None) -> None:
    found = hint(*lines)
    assert (found and found.outlet, found and found.words) == (outlet, words)


def test_a_name_above_the_headline_is_a_hint() -> None:
    text = f"Harbour Talk\n{HEADLINE}\n\nBy Ann Roe\n\nThe captain said that the channel was shallow."
    assert outlet_hint(text, split_passages(text)) == OutletHint("Harbour Talk", "Harbour Talk")
