from __future__ import annotations

import pytest

from quizzes.items.levels import Level, level_of
from quizzes.items.minutes import KIND_MINUTES, item_minutes, reading_minutes
from quizzes.items.types import ItemKind


def test_every_kind_has_its_minutes() -> None:
    assert set(KIND_MINUTES) == set(ItemKind)


def test_words_add_to_the_minutes_of_the_kind() -> None:
    assert item_minutes(ItemKind.CHOICE, ["word " * 75, "word " * 75]) == pytest.approx(1.75)


def test_an_open_answer_takes_longer_than_a_choice() -> None:
    assert item_minutes(ItemKind.OPEN, ["Why?"]) > 3 * item_minutes(ItemKind.CHOICE, ["Why?"])


def test_a_page_of_300_words_takes_two_minutes() -> None:
    assert reading_minutes(["word " * 300]) == pytest.approx(2)


@pytest.mark.parametrize(
    ("difficulty", "level"),
    [
        (0.0, Level.EASY),
        (0.4, Level.EASY),
        (0.5, Level.MIDDLE),
        (0.6, Level.MIDDLE),
        (0.7, Level.HARD),
        (1.0, Level.HARD),
    ],
)
def test_difficulties_have_levels(difficulty: float, level: Level) -> None:
    assert level_of(difficulty) is level
