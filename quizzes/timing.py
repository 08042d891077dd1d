"""How long a student has, and what a class's clock shows: facts about time over the models, nothing written."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from quizzes.models import Assignment, Classroom, Membership, User

SITTING = dt.timedelta(hours=4)
"""A quiz without a limit that is open no longer than this is sat in one go: extra time moves its closing."""


def time_allowed(assignment: Assignment, student: Membership) -> dt.timedelta | None:
    """The student's own limit, extra time included; None where there is no limit."""
    if assignment.limit_minutes is None:
        return None
    return dt.timedelta(minutes=assignment.limit_minutes) * float(student.extra_time)


def closes_for(assignment: Assignment, student: Membership) -> dt.datetime:
    """When the quiz closes for this student: extra time counts also where she sits it near its end."""
    window = assignment.closes_at - assignment.opens_at
    if assignment.limit_minutes is not None:
        sitting = min(window, dt.timedelta(minutes=assignment.limit_minutes))
    else:
        sitting = window if window <= SITTING else dt.timedelta()
    return assignment.closes_at + sitting * float(student.extra_time - 1)


def deadline(assignment: Assignment, student: Membership, started_at: dt.datetime) -> dt.datetime:
    """The end of an attempt: its own limit or the closing, whichever comes first."""
    closes, allowed = closes_for(assignment, student), time_allowed(assignment, student)
    return closes if allowed is None else min(closes, started_at + allowed)


def desk_zone(user: User) -> zoneinfo.ZoneInfo:
    """The zone in which a teacher's own pages tell days: that of the first class she has a role in, else UTC."""
    first = (
        Classroom.objects.of(user).order_by("created_at", "pk").values_list("time_zone", flat=True).first()
    )
    return zoneinfo.ZoneInfo(first or "UTC")


def zone_name(zone: str) -> str:
    """A zone as people say it: "Europe/Dublin" is "Dublin time"."""
    if "/" not in zone:
        return zone
    return f"{zone.rpartition('/')[2].replace('_', ' ')} time"


def moment_in(zone: zoneinfo.ZoneInfo, clock: dt.datetime) -> dt.datetime:
    """The moment at which the clocks of a zone show `clock`; the first where they show it twice (autumn).

    In UTC: two times of one zone would be compared by their clocks. Raises ValueError where they skip it (spring).
    """
    moment = clock.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != clock:
        raise ValueError("The clocks skip this time on that day: choose another.")
    return moment
