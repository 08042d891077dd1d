"""What of a class's record is asked for."""

from __future__ import annotations

import datetime as dt

from django.http import QueryDict

from quizzes.reports.audit_words import Kind
from quizzes.reports.audits import Wanted


def wanted_from(data: QueryDict) -> Wanted:
    """What an address asks for; what it cannot mean is left out."""
    kinds = {kind.value: kind for kind in Kind}
    return Wanted(
        kind=kinds.get(data.get("kind", "")),
        actor=_number(data.get("actor", "")),
        student=data.get("student", "").strip()[:60],
        assignment=_number(data.get("quiz", "")),
        since=_day(data.get("since", "")),
        until=_day(data.get("until", "")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _day(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None
