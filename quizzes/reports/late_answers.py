"""Answers of an attempt that do not stand: they came after its end, or from a tab that another had taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.models import Attempt, Response, ResponseEvent

AFTER_END = "came after the end"
TAKEN_OVER = "from another tab, after this one had been taken over"
BEFORE = "stood before"


@dataclass(frozen=True)
class OtherAnswer:
    """An answer that is kept and does not count; `why` says how it came to that."""

    event: ResponseEvent
    why: str

    @property
    def answer(self) -> Any:
        return self.event.answer


def other_answers(
    attempt: Attempt, responses: Mapping[int, Response]
) -> Mapping[int, tuple[OtherAnswer, ...]]:
    """item id → its answers that do not stand, the newest of each device, in one query.

    Where one of them was let count, the answer that it took the place of is among them.
    """
    by_item: dict[int, list[ResponseEvent]] = defaultdict(list)
    for event in attempt.events.order_by("pk"):
        by_item[event.item_id].append(event)
    return {item: _others(events, responses.get(item)) for item, events in by_item.items()}


def _others(events: list[ResponseEvent], response: Response | None) -> tuple[OtherAnswer, ...]:
    stands = response.answer if response else None
    apart = [event for event in events if event.is_late or event.is_stale]
    newest = {(event.device, event.is_late): event for event in apart}
    others = [
        OtherAnswer(event, AFTER_END if event.is_late else TAKEN_OVER)
        for event in newest.values()
        if event.answer != stands
    ]
    if any(event.answer == stands for event in apart):
        before = [event for event in events if not (event.is_late or event.is_stale)][-1:]
        others += [OtherAnswer(event, BEFORE) for event in before if event.answer != stands]
    return tuple(others)
