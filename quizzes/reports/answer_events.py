"""How the answers came about: median time at each item, and answers that were changed; from the events of the attempts.

The server's clock at the arrival of each saved answer is all that is known, so a time is an estimate: see
`scoring.analysis.events`. What was saved after the end, or by a tab that another had overtaken, does not count.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import TextField
from django.db.models.functions import Cast

from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem, ResponseEvent
from quizzes.reports.mark_sheet import CHUNK, MarkSheet
from quizzes.scoring.analysis.events import Saved, first_answers, seconds_by_item
from quizzes.scoring.points import score
from quizzes.scoring.responses import blank
from quizzes.scoring.statistics import median

SINGLE = frozenset({ItemKind.CHOICE, ItemKind.TF3})


@dataclass(frozen=True)
class AnswerEvents:
    """Of one item: the median of the seconds that `timed` students spent, and how many changed a whole answer.

    Of those `gained` earn more by the last answer than by the first, `lost` less; of an open item neither is known.
    """

    timed: int
    seconds: float | None
    changed: int
    gained: int
    lost: int


def answer_events(sheet: MarkSheet) -> dict[int, AnswerEvents]:
    """item id → its events over the counted attempts; one query."""
    items = {item.pk: item for item in sheet.items}
    kinds = {pk: ItemKind(item.kind) for pk, item in items.items()}
    is_single = {pk: kind in SINGLE for pk, kind in kinds.items()}
    seconds: dict[int, list[float]] = defaultdict(list)
    changes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    by_attempt, given = _saved(sheet)
    answers = {text: json.loads(text) for texts in given.values() for text in texts}
    blanks = {pk: frozenset(text for text in given[pk] if blank(kinds[pk], answers[text])) for pk in items}
    for run in sheet.counted:
        saved = by_attempt[run.pk]
        for pk, spent in seconds_by_item(run.started_at.timestamp(), saved).items():
            seconds[pk].append(spent)
        last = {event.item: event.answer for event in saved}
        for pk, first in first_answers(saved, blanks, is_single).items():
            if first != last[pk]:
                changes[pk].append((first, last[pk]))
    return {pk: _events(item, seconds[pk], changes[pk], answers) for pk, item in items.items()}


def _saved(sheet: MarkSheet) -> tuple[dict[int, list[Saved]], dict[int, set[str]]]:
    """attempt id → its saved answers in the order of their coming; item id → the different answers to it, as text."""
    by_attempt: dict[int, list[Saved]] = {run.pk: [] for run in sheet.counted}
    given: dict[int, set[str]] = {item.pk: set() for item in sheet.items}
    standing = ResponseEvent.objects.filter(
        attempt__assignment=sheet.assignment, is_late=False, is_stale=False
    ).order_by("pk")
    rows = standing.values_list(
        "attempt_id", "item_id", Cast("received_at", TextField()), Cast("answer", TextField())
    )
    known = [row for row in rows.iterator(chunk_size=CHUNK) if row[0] in by_attempt and row[1] in given]
    for (attempt, item, _, text), at in zip(known, _seconds([row[2] for row in known]), strict=True):
        saved = Saved(item, at, text or "null")
        given[item].add(saved.answer)
        by_attempt[attempt].append(saved)
    return by_attempt, given


def _seconds(moments: list[str]) -> list[float]:
    """Since 1970. As text from the database, which is in UTC: twenty thousand datetimes would cost half of a page's time."""
    plain = np.array([moment.partition("+")[0] for moment in moments], dtype="datetime64[us]")
    return (plain.astype(np.int64) / 1e6).tolist()


def _events(
    item: FrozenItem, seconds: list[float], changes: list[tuple[str, str]], answers: Mapping[str, Any]
) -> AnswerEvents:
    moves = [_points(item, answers[last]) - _points(item, answers[first]) for first, last in changes]
    return AnswerEvents(
        timed=len(seconds),
        seconds=median(seconds),
        changed=len(changes),
        gained=sum(move > 0 for move in moves),
        lost=sum(move < 0 for move in moves),
    )


def _points(item: FrozenItem, answer: Any) -> float:
    """What an answer earns by the item's own key; 0 for an open one, which nobody has marked."""
    return score(ItemKind(item.kind), item.key, answer, item.points) or 0.0
