"""Items on one utterance in two wordings, and on a hedge that one of them leaves out."""

from __future__ import annotations

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.items.worded_apart import differing
from quizzes.nlp.findings.word_changes import compare_words
from quizzes.nlp.types import FindingKind, Relation
from tests.items.readings import article, of_kind, position, quoting, story

ONE = "The new harbour wall will protect every family on the lower quay"
OTHER = "The new harbour wall will protect wealthy owners on the lower quay"
HEDGED = "The drains of this town are, in many cases, a danger to every child"
BARE = "are a danger to every child"


def drafts(one: str, other: str, *, speaker: str = "Ingrid Vale") -> list[ItemDraft]:
    first = article("a1", "The Quay Ledger", f"“{one},” said Ingrid Vale.")
    second = article("a2", "Saltmarsh Wire", f"“{other},” said {speaker}.")
    readings = (
        quoting(first, Ingrid_Vale=one),
        quoting(second, **{speaker.replace(" ", "_"): other}),
    )
    finding = of_kind(
        FindingKind.QUOTATION_ALTERED,
        position(readings[0], one),
        position(readings[1], other),
        relation=Relation.CONFLICT,
        aspect="words",
    )
    comparison = story(*readings, findings=(finding,))
    found = list(draft_items(comparison))
    assert all(prove(d, comparison) for d in found)
    return found


def test_two_wordings_cannot_both_be_word_for_word() -> None:
    [item] = drafts(ONE, OTHER)
    assert item.kind is ItemKind.OPEN
    assert "Can both be word for word what Ingrid Vale said?" in item.stem
    assert "“protect every family on”" in item.key["model"]
    assert "“protect wealthy owners on”" in item.key["model"]


def test_a_wording_by_somebody_else_is_another_utterance() -> None:
    assert drafts(ONE, OTHER, speaker="Daniel Okoro") == []


@pytest.mark.parametrize(
    "other",
    [OTHER.replace("wealthy owners", "[wealthy owners]"), OTHER.replace(" on the lower", " … the lower")],
)
def test_a_wording_that_shows_what_was_done_to_it_is_left_in_peace(other: str) -> None:
    assert drafts(ONE, other) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ONE, OTHER, [("protect every family on", "protect wealthy owners on")]),
        (
            "You will be able to choose it on your own",
            "You will have to choose it on your own",
            [("will be able to", "will have to")],
        ),
        ("He says he opened the old gates himself", "He says he opens the old gates himself", []),
        ("She had seen the old gates by night", "She has seen the old gates by night", []),
        ("A shorter quay", "Some longer piers", []),
        ("The gates are shut for good this year", "The gates are shut for good", []),
    ],
)
def test_a_difference_counts_where_another_word_carries_meaning(
    one: str, other: str, expected: list[tuple[str, str]]
) -> None:
    assert differing(compare_words(one, other)) == expected


def test_a_hedge_that_is_left_out_is_asked_about() -> None:
    [item] = drafts(HEDGED, BARE)
    assert "leaves out “in many cases”" in item.key["names"][0]
    assert "less certain, or less general" in item.key["model"]


def test_without_a_hedge_a_short_cut_is_not_asked_about() -> None:
    assert drafts(HEDGED.replace("in many cases", "as you know"), BARE) == []
