"""What a student may do next time, from what her wrong answer shows."""

from __future__ import annotations

from typing import Any

from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.models import FrozenItem
from quizzes.reports.misconceptions import shown_by


def next_time(item: FrozenItem, answer: Any) -> tuple[str, ...]:
    """What to do next time, for each misconception that the answer shows."""
    names = shown_by(item, answer)
    return tuple(MISCONCEPTIONS[name].next_time for name in names if name in MISCONCEPTIONS)
