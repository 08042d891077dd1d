"""What a class answered to one item, counted: a line for each answer, in a way that fits the kind of item."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from quizzes.models import FrozenItem, Score
from quizzes.reports.answer_rows import Answers, answer_table


@dataclass(frozen=True)
class AnswerLine:
    """How many gave one answer; `mark` says what it is: "key", "blank", "waiting", "points", "rest" or nothing."""

    text: str
    count: int
    share: float
    mark: str = ""
    article: str = ""
    misconception: str = ""


def answer_lines(item: FrozenItem, given: list[Any], scores: Sequence[Score]) -> tuple[str, list[AnswerLine]]:
    """What the lines count ("Chosen"), and the lines; `given` has an entry for each student, None for a blank.

    `scores` are of the same students in the same order; of an item that nobody grades they may be left out.
    """
    points = np.full(len(given), np.nan)
    points[: len(scores)] = [np.nan if s.points is None else float(s.points) for s in scores[: len(given)]]
    table = answer_table(item, answers_from(given), points)
    return table.title, [
        AnswerLine(
            row.text,
            int(row.chosen.sum()),
            float(row.chosen.mean()) if len(given) else 0.0,
            row.mark,
            row.article,
            row.misconception,
        )
        for row in table.rows
    ]


def answers_from(given: Sequence[Any]) -> Answers:
    """The different answers among those given, an entry a student."""
    places: dict[str, int] = {}
    which = [places.setdefault(json.dumps(answer, sort_keys=True), len(places)) for answer in given]
    return Answers([json.loads(text) for text in places], np.array(which, dtype=np.int64))
