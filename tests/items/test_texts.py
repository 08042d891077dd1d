"""What an article's own words allow to say of its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.matrix import Matrix
from quizzes.items.texts import has_no_source, share_words
from quizzes.nlp.types import Role
from tests.items.stories import COAST_GUARD, FIRE, STORM, Telling, compared


def ferry(*sentences: str) -> Telling:
    return Telling("a", "The Mull Post", sentences)


def test_a_figure_in_a_plain_sentence_has_no_source() -> None:
    told = ferry("Four people died in the fire.").says("Four", 4, 4)
    assert has_no_source(Matrix(compared(told)), told.claims[0])


@pytest.mark.parametrize("occurrence", [FIRE, STORM, None])
def test_the_same_figure_with_a_source_further_down_leaves_it_open(occurrence: str | None) -> None:
    told = ferry("Four people died in the fire.", "The coast guard counted four dead.")
    told.says("Four", 4, 4).says("four", 4, 4, COAST_GUARD, occurrence=occurrence)
    assert not has_no_source(Matrix(compared(told)), told.claims[0])


def test_another_figure_with_a_source_does_not() -> None:
    told = ferry("Four people died in the fire.", "The coast guard counted six dead.")
    told.says("Four", 4, 4).says("six", 6, 6, COAST_GUARD)
    assert has_no_source(Matrix(compared(told)), told.claims[0])


def test_a_word_of_saying_in_the_sentence_leaves_it_open() -> None:
    told = ferry("Four people died, according to a list at the pier.").says("Four", 4, 4)
    assert not has_no_source(Matrix(compared(told)), told.claims[0])


def test_nothing_is_said_of_a_headline() -> None:
    told = ferry("Four people die in ferry fire").says("Four", 4, 4)
    told.claims = [replace(told.claims[0], role=Role.HEADLINE)]
    assert not has_no_source(Matrix(compared(told)), told.claims[0])


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("US", "USA", True),
        ("United States", "U.S.", True),
        ("Dems", "Democrats", True),
        ("Ann Roe", "Tom Poe", False),
    ],
)
def test_two_names_share_words_where_they_may_be_one(one: str, other: str, is_shared: bool) -> None:
    assert share_words(one, other) is is_shared
