"""The terms of an assignment in words: what is set, in one line and in full; own terms; what was changed, by whom and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from quizzes.flows.terms import ACTIONS, ASSIGNED, GIVEN_AGAIN, LATE_COUNTED, OWN_CHANGED, RECALLED, REOPENED
from quizzes.models import Assignment, Audit, Classroom, StudentTerms

LABELS = {
    "opens_at": "opens",
    "closes_at": "closes",
    "limit_minutes": "time limit",
    "attempts_allowed": "attempts",
    "counting": "which attempt counts",
    "shuffles_items": "items shuffled",
    "shuffles_options": "options shuffled",
    "forms": "shuffled orders",
    "feedback": "shown",
    "shown": "students see",
    "late_until": "taken late until",
    "grace_minutes": "grace",
    "is_excused": "excused",
    "handed_in": "handed in with it",
    "reopened_until": "open again until",
    "submitted_at": "handed in",
    "receipt": "receipt",
}
CHOICES: dict[str, dict[Any, str]] = {
    "counting": dict(Assignment.Counting.choices),
    "feedback": dict(Assignment.Feedback.choices),
    "shown": dict(Assignment.Shown.choices),
}
MINUTES = ("limit_minutes", "grace_minutes")
SEEN = {"nothing": "nothing is shown", "score": "points", "full": "points, keys and reasons"}
SEEN_WHEN = {"on_submit": "at once", "after_close": "after closing", "on_release": "when I release them"}


def counted(n: int, noun: str) -> str:
    """ "one student", "4 students"."""
    return f"one {noun}" if n == 1 else f"{n} {noun}s"


def short_time(moment: dt.datetime, classroom: Classroom) -> str:
    """A moment on the class's clock in few words: "Thu 12 Mar 2026, 09:00"."""
    return f"{moment.astimezone(classroom.zone):%a %-d %b %Y, %H:%M}"


def settings_line(settings: Mapping[str, Any]) -> str:
    """The rarer settings in one line: "one attempt · same order for all · points when I release them · nothing late"."""
    return " · ".join(
        (_attempts(settings), order_words(settings), shown_words(settings), late_words(settings))
    )


def _attempts(settings: Mapping[str, Any]) -> str:
    number = settings["attempts_allowed"]
    return (
        "one attempt"
        if number == 1
        else f"{number} attempts, {CHOICES['counting'][settings['counting']]} counts"
    )


def order_words(settings: Mapping[str, Any]) -> str:
    what = [name for name in ("items", "options") if settings[f"shuffles_{name}"]]
    if not what:
        return "same order for all"
    number = settings["forms"]
    how = "for each student" if number == 0 else "the same for all" if number == 1 else f"in {number} forms"
    return f"{' and '.join(what)} shuffled {how}"


def shown_words(settings: Mapping[str, Any]) -> str:
    seen = SEEN[settings["shown"]]
    return seen if settings["shown"] == "nothing" else f"{seen} {SEEN_WHEN[settings['feedback']]}"


def late_words(settings: Mapping[str, Any]) -> str:
    grace = settings["grace_minutes"]
    after = f", {counted(grace, 'minute')} grace" if grace else ""
    return ("late answers taken and marked" if settings["late_until"] else "nothing taken late") + after


def own_line(own: StudentTerms, classroom: Classroom) -> str:
    """One student's own terms in words; her reason is not in it."""
    if own.is_excused:
        return "excused"
    said = []
    if own.opens_at:
        said.append(f"opens {short_time(own.opens_at, classroom)}")
    if own.closes_at:
        said.append(f"closes {short_time(own.closes_at, classroom)}")
    if own.limit_minutes:
        said.append(f"{counted(own.limit_minutes, 'minute')} of time")
    if own.attempts_allowed:
        said.append(f"{counted(own.attempts_allowed, 'attempt')} in all")
    return ", ".join(said)


@dataclass(frozen=True)
class Change:
    what: str
    old: str
    new: str


@dataclass(frozen=True)
class HistoryLine:
    """One row of the record: what was done to whom, with what was before and after."""

    at: dt.datetime
    who: str
    title: str
    changes: tuple[Change, ...]
    reason: str


TITLES = {ASSIGNED: "Assigned", RECALLED: "Taken back", GIVEN_AGAIN: "Given again"}


def history(assignment: Assignment) -> tuple[HistoryLine, ...]:
    """What was changed in the terms of an assignment, the newest first, in one query."""
    rows: QuerySet[Audit] = Audit.objects.filter(
        classroom=assignment.classroom_id, action__in=ACTIONS, new__assignment=assignment.pk
    ).select_related("actor")
    return tuple(_history_line(row, assignment) for row in rows)


def _history_line(row: Audit, assignment: Assignment) -> HistoryLine:
    old, new = row.old or {}, row.new or {}
    whose = row.subject.removeprefix(f"{assignment}: ") if row.subject != str(assignment)[:300] else ""
    names = () if row.action == ASSIGNED else tuple(name for name in {**old, **new} if name in LABELS)
    classroom, none = assignment.classroom, "as for the class" if row.action == OWN_CHANGED else "none"
    return HistoryLine(
        at=row.at,
        who=str(row.actor) if row.actor else "somebody who has left",
        title=_title(row.action, whose, new),
        changes=tuple(
            Change(LABELS[n], *(said(n, value, classroom, none) for value in (old.get(n), new.get(n))))
            for n in names
        ),
        reason=row.reason,
    )


def _title(action: str, whose: str, new: Mapping[str, Any]) -> str:
    if action == REOPENED:
        done = "handed in for them" if "submitted_at" in new else "opened again"
        return f"Attempt {new['attempt']} of {whose} {done}"
    if action == LATE_COUNTED:
        return f"Answer of {whose} to item {new['item']} let count"
    return TITLES.get(action) or (f"Own terms of {whose}" if whose else "Terms changed")


def said(name: str, value: Any, classroom: Classroom, none: str) -> str:
    """A stored value in words; `none` where there was none."""
    if value is None:
        return none
    if name.endswith(("_at", "_until")):
        return short_time(dt.datetime.fromisoformat(value), classroom)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in CHOICES:
        return CHOICES[name].get(value, str(value))
    if name in MINUTES:
        return counted(value, "minute") if value else "none"
    if name == "forms":
        return {0: "one for each student", 1: "one for all"}.get(value, f"{value} in turn")
    return str(value)
