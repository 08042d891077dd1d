"""The record of who changed what in a class."""

from __future__ import annotations

from typing import Any

from quizzes.models import Assignment, Audit, Classroom, User


def record(
    *,
    classroom: Classroom,
    by: User | None,
    action: str,
    subject: object = "",
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    reason: str = "",
    assignment: Assignment | None = None,
) -> Audit:
    """One row, to be written in the transaction that makes the change; PINs and links never go in.

    An action has its sentence in reports.audit_words; the database takes no change of a row back.
    """
    return Audit.objects.create(
        classroom=classroom,
        assignment=assignment,
        actor=by,
        action=action,
        subject=str(subject)[:300],
        old=old,
        new=new,
        reason=reason,
    )
