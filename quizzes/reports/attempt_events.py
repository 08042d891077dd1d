"""The course of one attempt: what was answered when, from which device, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizzes.dealing import dealt_items
from quizzes.models import Attempt, ResponseEvent
from quizzes.reports.wording import answer_text

BY_BUTTON = "form"
"""The device of answers that came by a page's own save button (flows.saving.FORM_DEVICE)."""


@dataclass(frozen=True)
class EventLine:
    """One answer as it arrived; `place` is the item's in the student's order, `since` the time since she began."""

    at: dt.datetime
    since: dt.timedelta
    place: int
    item: str
    answer: str
    device: str
    is_change: bool
    """True where the item had another answer before."""
    is_late: bool
    is_stale: bool

    @property
    def minutes(self) -> int:
        return int(self.since.total_seconds() // 60)


@dataclass(frozen=True)
class Course:
    lines: tuple[EventLine, ...]
    devices: int
    changed: int
    """Items whose answer was changed at least once."""


def attempt_course(attempt: Attempt) -> Course:
    """Every event of an attempt in the order of arrival, in three queries."""
    places = {item.pk: place for place, item in enumerate(dealt_items(attempt), 1)}
    events = list(attempt.events.select_related("item").order_by("received_at", "pk"))
    names = _device_names(events)
    seen: Counter[int] = Counter()
    lines = []
    for event in events:
        lines.append(_line(attempt, event, places, names, is_change=bool(seen[event.item_id])))
        seen[event.item_id] += 1
    return Course(
        tuple(lines), len({event.device for event in events}), sum(count > 1 for count in seen.values())
    )


def _line(
    attempt: Attempt,
    event: ResponseEvent,
    places: Mapping[int, int],
    names: Mapping[str, str],
    *,
    is_change: bool,
) -> EventLine:
    return EventLine(
        at=event.received_at,
        since=max(dt.timedelta(), event.received_at - attempt.started_at),
        place=places[event.item_id],
        item=event.item.stem,
        answer=answer_text(event.item, event.answer),
        device=names[event.device],
        is_change=is_change,
        is_late=event.is_late,
        is_stale=event.is_stale,
    )


def _device_names(events: list[ResponseEvent]) -> dict[str, str]:
    """A word for each tab's key, in the order in which they came: a page opened anew has a key of its own."""
    keys = list(dict.fromkeys(event.device for event in events if event.device != BY_BUTTON))
    return {BY_BUTTON: "save button"} | {key: f"page {n}" for n, key in enumerate(keys, 1)}
