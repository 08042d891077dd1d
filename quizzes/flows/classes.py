"""A class comes to be, is changed, put away and deleted. Who is in it: rosters, merging, newcomers, inviting."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from quizzes.flows import deleting
from quizzes.flows.audits import record
from quizzes.models import Classroom, Membership, User
from quizzes.models.people import new_code

Joining = Classroom.Joining


@transaction.atomic
def create_classroom(*, owner: User, name: str, time_zone: str) -> Classroom:
    classroom = Classroom.objects.create(name=name, time_zone=time_zone, code=unused_code())
    Membership.objects.create(classroom=classroom, user=owner, role=Membership.Role.OWNER)
    record(classroom=classroom, by=owner, action="class made", subject=name)
    return classroom


@transaction.atomic
def change_classroom(*, classroom: Classroom, name: str, time_zone: str, by: User) -> None:
    """Another name or time zone; moments stay the moments they were and are shown by the new clock."""
    before = Classroom.objects.select_for_update().get(pk=classroom.pk)
    old, new = _facts(before), {"name": name, "time_zone": time_zone}
    classroom.name, classroom.time_zone = name, time_zone
    if old == new:
        return
    classroom.save(update_fields=["name", "time_zone"])
    record(classroom=classroom, by=by, action="class changed", subject=name, old=old, new=new)


def _facts(classroom: Classroom) -> dict[str, str]:
    return {"name": classroom.name, "time_zone": classroom.time_zone}


@transaction.atomic
def set_joining(*, classroom: Classroom, joining: Joining, by: User) -> None:
    """Who comes in by the code from now on; who is in stays in."""
    before = Classroom.objects.select_for_update().get(pk=classroom.pk)
    classroom.is_code_closed = joining is Joining.NOBODY
    # A closed code keeps in mind nothing: opened again, it asks anew who may join.
    classroom.is_open = joining is Joining.EVERYBODY
    classroom.save(update_fields=["is_code_closed", "is_open"])
    if before.joining is not joining:
        record(
            classroom=classroom,
            by=by,
            action="joining changed",
            old={"joining": before.joining.value},
            new={"joining": joining.value},
        )


@transaction.atomic
def renew_code(*, classroom: Classroom, by: User) -> None:
    """Another code; the old one opens nothing any more, PINs and sessions stay."""
    old = classroom.code
    classroom.code = unused_code()
    classroom.save(update_fields=["code"])
    record(classroom=classroom, by=by, action="code renewed", old={"code": old}, new={"code": classroom.code})


def unused_code() -> str:
    """A code that no class has; of 887 million the first is as good as always free."""
    return next(code for code in iter(new_code, "") if not Classroom.objects.filter(code=code).exists())


@transaction.atomic
def archive(*, classroom: Classroom, at: dt.datetime, by: User) -> None:
    """Put away: out of the teacher's lists, given no quiz; students still see what they did."""
    _set_archived(classroom, at, by, "class archived")


@transaction.atomic
def unarchive(*, classroom: Classroom, by: User) -> None:
    _set_archived(classroom, None, by, "class taken from the archive")


def _set_archived(classroom: Classroom, at: dt.datetime | None, by: User, action: str) -> None:
    if (classroom.archived_at is None) == (at is None):
        return
    classroom.archived_at = at
    classroom.save(update_fields=["archived_at"])
    record(classroom=classroom, by=by, action=action, subject=classroom)


@transaction.atomic
def delete_classroom(*, classroom: Classroom, at: dt.datetime, by: User) -> None:
    """Out of sight for everybody, with roster, attempts and results; for an hour it can be taken back."""
    deleting.delete(thing=classroom, at=at)
    record(classroom=classroom, by=by, action="class deleted", subject=classroom)


@transaction.atomic
def take_back_classroom(*, classroom: Classroom, at: dt.datetime, by: User) -> None:
    """Everything as it was. Raises deleting.TooLate."""
    deleting.take_back(thing=classroom, at=at)
    record(classroom=classroom, by=by, action="class taken back", subject=classroom)
