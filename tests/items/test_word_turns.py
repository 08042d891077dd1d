"""Which judging words are asked about in a story, and how often."""

from __future__ import annotations

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft
from quizzes.items.word_turns import MOST_MILDER, Turn, may_follow, turn_of
from tests.items.readings import article, story
from tests.items.tones import judged, loaded

WIRE = article("a2", "Saltmarsh Wire", "The council voted for the plan.", "The hearing took two hours.")


@pytest.mark.parametrize(
    ("turn", "before", "may"),
    [
        (Turn(frozenset({"slam"})), [], True),
        (Turn(frozenset({"slam"})), [Turn(frozenset({"bash"}))], True),
        (Turn(frozenset({"slam"})), [Turn(frozenset({"bash", "slam"}))], False),
        (Turn(frozenset({"slam"}), "criticized"), [Turn(frozenset({"bash"}), "criticized")], False),
        (Turn(frozenset({"crony"}), "supporter"), [Turn(frozenset({"bash"}), "criticized")], True),
        (
            Turn(frozenset({"mob"}), "group"),
            [
                Turn(frozenset({"bash"}), "criticized"),
                Turn(frozenset({"crony"}), "supporter"),
            ],
            False,
        ),
        (Turn(), [Turn(), Turn(frozenset({"bash"}))], True),
    ],
)
def test_a_word_has_one_turn(turn: Turn, before: list[Turn], may: bool) -> None:
    assert may_follow(turn, before) is may


def drafts(*sentences: tuple[str, str, str]) -> tuple[Matrix, tuple[ItemDraft, ...]]:
    reading = article("a1", "The Quay Ledger", *(s for s, _, _ in sentences), "It rained.")
    for _, phrase, word in sentences:
        reading = loaded(reading, phrase, word, "violence")
    found = tuple(judged(reading, phrase, nth=n) for n, (_, phrase, _) in enumerate(sentences, 1))
    comparison = story(reading, WIRE, findings=found)
    return Matrix(comparison), draft_items(comparison)


def test_every_word_is_asked_about_once() -> None:
    matrix, found = drafts(
        ("The mayor slammed the ferry owner on Monday.", "slammed", "slam"),
        ("The captain bashed the harbour committee on Monday.", "bashed", "bash"),
        ("The cronies of the mayor met at the pier.", "cronies", "crony"),
        ("A mob of sailors stood on the pier.", "mob", "mob"),
    )
    turns = [turn_of(matrix, d) for d in found]
    words = [word for turn in turns for word in turn.words]
    assert words
    assert len(words) == len(set(words))
    milder = [t.milder for t in turns if t.milder]
    assert len(milder) == len(set(milder)) <= MOST_MILDER
