"""What is set by hand in a gradebook: how much a quiz weighs, and a student's points in place of what her answers earn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from quizzes.flows.audits import record
from quizzes.models import Assignment, Classroom, GradeOverride, Membership, User

WEIGHED, SET_BY_HAND, GIVEN_BACK = "weight changed", "points set by hand", "points by hand removed"
MOST_WEIGHT = Decimal(100)


class NotSet(Exception):
    """What was asked for cannot be set; the text says why, to a teacher."""


@transaction.atomic
def set_weights(*, classroom: Classroom, weights: Mapping[int, Decimal], by: User) -> int:
    """How much each of the class's quizzes (by id) counts from now on; how many changed. Raises NotSet, and sets none."""
    if any(not 0 <= weight <= MOST_WEIGHT for weight in weights.values()):
        raise NotSet(f"A weight is from 0 (practice) to {MOST_WEIGHT}.")
    given = classroom.assignments.select_for_update(of=("self",), no_key=True).select_related("version")
    changed = 0
    for assignment in given.filter(pk__in=weights).order_by("pk"):
        old, new = assignment.weight, weights[assignment.pk]
        if old == new:
            continue
        assignment.weight = new
        assignment.save(update_fields=["weight"])
        record(
            classroom=classroom,
            assignment=assignment,
            by=by,
            action=WEIGHED,
            subject=assignment.version.title,
            old={"weight": float(old)},
            new={"weight": float(new)},
        )
        changed += 1
    return changed


@transaction.atomic
def set_points(
    *, assignment: Assignment, student: Membership, points: Decimal, maximum: int, reason: str, by: User
) -> GradeOverride:
    """The points that count for a student's whole quiz from now on, whatever her answers earn. Raises NotSet."""
    if not reason.strip():
        raise NotSet("Write why: it stays in the record of the class.")
    if not 0 <= points <= maximum:
        raise NotSet(f"The quiz has {maximum} points: give from 0 to {maximum}.")
    known = _known(assignment, student)
    old = known.points if known else None
    made, _ = GradeOverride.objects.update_or_create(
        assignment=assignment,
        membership=student,
        defaults={"points": points, "reason": reason.strip(), "set_by": by},
    )
    if old != points or (known and known.reason != made.reason):
        _record(assignment, student, by, SET_BY_HAND, old, points, made.reason)
    return made


@transaction.atomic
def remove_points(*, assignment: Assignment, student: Membership, by: User, reason: str = "") -> bool:
    """What the answers earn counts again; False where nothing was set by hand."""
    known = _known(assignment, student)
    if known is None:
        return False
    known.delete()
    _record(assignment, student, by, GIVEN_BACK, known.points, None, reason.strip())
    return True


def _known(assignment: Assignment, student: Membership) -> GradeOverride | None:
    rows = GradeOverride.objects.select_for_update()
    return rows.filter(assignment=assignment, membership=student).first()


def _record(
    assignment: Assignment,
    student: Membership,
    by: User,
    action: str,
    old: Decimal | None,
    new: Decimal | None,
    reason: str,
) -> None:
    record(
        classroom=assignment.classroom,
        assignment=assignment,
        by=by,
        action=action,
        subject=student,
        old={"points": None if old is None else float(old)},
        new={"points": None if new is None else float(new)},
        reason=reason,
    )
