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


def count_of_late(attempt: Attempt) -> int:
    """The items of which an answer came after the end and does not count."""
    responses = {response.item_id: response for response in attempt.responses.all()}
    others = other_answers(attempt, responses).values()
    return sum(any(other.why == AFTER_END for other in of_item) for of_item in others)


def _others(events: list[ResponseEvent], response: Response | None) -> tuple[OtherAnswer, ...]:
    stands = response.answer if response else None
    in_time = [event for event in events if not (event.is_late or event.is_stale)]
    newest_in_time = in_time[-1].pk if in_time else 0
    # What came late and was answered anew, in an attempt that was given back, is over.
    apart = [event for event in events if event.is_stale or (event.is_late and event.pk > newest_in_time)]
    newest = {(event.device, event.is_late): event for event in apart}
    others = [
        OtherAnswer(event, AFTER_END if event.is_late else TAKEN_OVER)
        for event in newest.values()
        if event.answer != stands
    ]
    if any(event.answer == stands for event in apart):
        others += [OtherAnswer(event, BEFORE) for event in in_time[-1:] if event.answer != stands]
    return tuple(others)
