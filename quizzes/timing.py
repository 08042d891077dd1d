"""How long a student has, and what a class's clock shows: facts about time over the models, nothing written."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from dataclasses import dataclass
from typing import Protocol

from quizzes.models import Assignment, Attempt, Classroom, Membership, StudentTerms, User
from quizzes.models.assignments import extra_part, taken_until
from quizzes.models.attempts import NETWORK_GRACE


@dataclass(frozen=True)
class Terms:
    """What holds for one student in one assignment: the class's terms, her own in their place, her extra time on top."""

    opens_at: dt.datetime
    closes_at: dt.datetime
    marked_after: dt.datetime
    """Handed in after this is late."""
    taken_until: dt.datetime
    allowed: dt.timedelta | None
    """Her own limit from when she starts; None where there is none."""
    attempts_allowed: int
    has_own_attempts: bool
    """True where the teacher has given this student attempts of her own: keys she has seen do not forbid them."""
    is_excused: bool
    is_recalled: bool

    def is_open(self, at: dt.datetime) -> bool:
        """True where she may begin."""
        return not (self.is_excused or self.is_recalled) and self.opens_at <= at < self.taken_until

    def deadline(self, started_at: dt.datetime) -> dt.datetime:
        """The end of an attempt: its own limit or the end of taking answers, whichever comes first."""
        return self.taken_until if self.allowed is None else min(self.taken_until, started_at + self.allowed)

    def is_late(self, submitted_at: dt.datetime) -> bool:
        return submitted_at > self.marked_after + NETWORK_GRACE


def terms_for(assignment: Assignment, student: Membership, own: StudentTerms | None) -> Terms:
    """What holds for a student; `own` are her own terms where she has some (see `own_terms`)."""
    opens_at = (own and own.opens_at) or assignment.opens_at
    class_closes_at = (own and own.closes_at) or assignment.closes_at
    limit = (own and own.limit_minutes) or assignment.limit_minutes
    extra = extra_part(opens_at, class_closes_at, limit, student.extra_time)
    closes_at = class_closes_at + extra
    late_until = assignment.late_until + extra if assignment.late_until else None
    return Terms(
        opens_at=opens_at,
        closes_at=closes_at,
        marked_after=closes_at + dt.timedelta(minutes=assignment.grace_minutes),
        taken_until=taken_until(closes_at, assignment.grace_minutes, late_until),
        allowed=None if limit is None else dt.timedelta(minutes=limit) * float(student.extra_time),
        attempts_allowed=(own and own.attempts_allowed) or assignment.attempts_allowed,
        has_own_attempts=bool(own and own.attempts_allowed),
        is_excused=bool(own and own.is_excused),
        is_recalled=assignment.recalled_at is not None,
    )


class HandedIn(Protocol):
    """An attempt, as a model or as a row of values."""

    @property
    def submitted_at(self) -> dt.datetime | None: ...
    @property
    def reopened_until(self) -> dt.datetime | None: ...


def is_handed_in_late(attempt: HandedIn, terms: Terms) -> bool:
    """True where it was handed in late; what a teacher has given back to be handed in anew never is."""
    is_again = attempt.reopened_until is not None
    return attempt.submitted_at is not None and not is_again and terms.is_late(attempt.submitted_at)


def own_terms(assignment: Assignment, student: Membership) -> StudentTerms | None:
    """A student's own terms in an assignment, in one query; None where the class's hold."""
    return StudentTerms.objects.filter(assignment=assignment, membership=student).first()


def new_deadline(attempt: Attempt, own: StudentTerms | None, at: dt.datetime) -> dt.datetime:
    """The end of a running attempt by the terms of `attempt.assignment` and the student's own; never before `at`.

    One that was given back ends when its teacher has said, whatever the terms.
    """
    if attempt.reopened_until is not None:
        return attempt.reopened_until
    end = terms_for(attempt.assignment, attempt.membership, own).deadline(attempt.started_at)
    return max(end, min(attempt.deadline_at, at))


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


def clock_of(moment: dt.datetime, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    """What the clocks of a zone show at a moment, to the minute."""
    return moment.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0, fold=0)


def days_later(zone: zoneinfo.ZoneInfo, moment: dt.datetime, days: int) -> dt.datetime:
    """The clock time of `moment` so many days later; an hour on where the clocks skip it on that day."""
    clock = clock_of(moment, zone) + dt.timedelta(days=days)
    # There and back: a time that does not exist comes back as the one the clocks jump to.
    return clock_of(clock.replace(tzinfo=zone).astimezone(dt.UTC), zone)
