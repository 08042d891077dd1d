from __future__ import annotations

import pytest

from quizzes.nlp.findings.word_changes import Change, compare_words, told_changes


def test_the_stretches_make_both_texts() -> None:
    one, other = "“This is the hardest choice, I think,” she said.", "This is the easiest choice."
    found = compare_words(one, other)
    assert "".join(s.one for s in found) == one
    assert "".join(s.other for s in found) == other
    assert [s.change for s in found] == [Change.SAME, Change.CHANGED, Change.SAME, Change.CUT]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The hardest choice of all",
            "The easiest choice of all",
            "The Post has “hardest”, the Star has “easiest”.",
        ),
        ("We will not sail", "We will sail", "the Star leaves out “not”."),
        ("We will sail", "We will not sail", "The Post leaves out “not”."),
        (
            "Sadly, we could not come today",
            "We would not come today",
            "The Post has “could”, the Star has “would”.",
        ),
        ("The harbour is closed", "the harbor is closed!", ""),
        ("", "", ""),
    ],
)
def test_what_differs_is_told(one: str, other: str, told: str) -> None:
    assert told_changes("The Post", one, "the Star", other) == told


def test_words_that_tell_nothing_are_passed_over() -> None:
    slips = frozenset({"that"})
    assert told_changes("A", "I know that it sank", "B", "I know it sank", slips) == ""
