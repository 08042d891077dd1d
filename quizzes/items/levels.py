"""Three levels of difficulty, as a teacher chooses among them."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"


HARDER_THAN_EASY, HARDER_THAN_MIDDLE = 0.45, 0.65
"""An item's difficulty goes from 0 to 1 in tenths: up to 0.4 is easy, 0.5 and 0.6 lie between, from 0.7 on is hard. So
each holds about a third of the items that the stories of the demonstration give."""


def level_of(difficulty: float) -> Level:
    if difficulty < HARDER_THAN_EASY:
        return Level.EASY
    return Level.MIDDLE if difficulty < HARDER_THAN_MIDDLE else Level.HARD
