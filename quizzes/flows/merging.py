"""A student goes to another class, or turns out to be on the list twice: her attempts go with her."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.flows.audits import record
from quizzes.flows.rosters import MAX_STUDENTS, ClassFull, refuse_taken
from quizzes.flows.taking import move_deadlines
from quizzes.models import Assignment, Attempt, Classroom, Membership, User

APART = 10_000
"""Added to attempts' numbers while they change places: a number is used once at any moment."""


class BothRunning(Exception):
    """Both students are in the middle of one and the same quiz; the text is its title."""


@dataclass(frozen=True)
class Moved:
    """How many quizzes count in the new class from now on, and how many stay among the old one's results."""

    taken_along: int
    left: int


@transaction.atomic
def move_student(*, student: Membership, to: Classroom, by: User) -> Moved:
    """The student in another class, with name, PIN and extra time.

    What she did in a quiz that both classes were given (the same version) counts there from now on; all else, and
    what she is in the middle of, stays with the class that gave it. Raises NameTaken, ClassFull.
    """
    left = student.classroom
    list(Classroom.objects.select_for_update().filter(pk__in=[left.pk, to.pk]).order_by("pk"))
    refuse_taken(to, student.display_name)
    if to.memberships.students().count() >= MAX_STUDENTS:
        raise ClassFull
    begun = left.assignments.filter(attempts__membership=student).distinct()
    taken_along = _take_along(student, begun, to)
    student.classroom = to
    student.save(update_fields=["classroom"])
    old, new = {"class": left.name}, {"class": to.name}
    for classroom in (left, to):
        record(classroom=classroom, by=by, action="student moved", subject=student, old=old, new=new)
    return Moved(taken_along, begun.all().count())


def _take_along(student: Membership, begun: QuerySet[Assignment], to: Classroom) -> int:
    """How many assignments of the old class had their counterpart in the new one."""
    same = {_asked_as(a): a for a in to.assignments.order_by("opens_at", "pk")}  # the newest wins
    taken = 0
    for assignment in list(begun):
        counterpart = same.get(_asked_as(assignment))
        if counterpart is None or student.attempts.running().filter(assignment=assignment).exists():
            continue
        del same[_asked_as(assignment)]
        # She may have attempts there from before: somebody moved to and fro.
        _gather(counterpart, student, student.attempts.filter(assignment__in=[assignment, counterpart]))
        if not student.terms.filter(assignment=counterpart).exists():
            student.terms.filter(assignment=assignment).update(assignment=counterpart)
        if not student.overrides.filter(assignment=counterpart).exists():
            student.overrides.filter(assignment=assignment).update(assignment=counterpart)
        student.questions.filter(assignment=assignment).update(assignment=counterpart)
        taken += 1
    return taken


def _asked_as(assignment: Assignment) -> tuple[int, bool, bool]:
    """What two assignments share where an attempt at one can stand under the other, in the order that it was taken."""
    return assignment.version_id, assignment.shuffles_items, assignment.shuffles_options


@transaction.atomic
def merge_students(*, kept: Membership, gone: Membership, by: User, name: str | None = None) -> Membership:
    """One student in place of two of a class: `kept` with the attempts of both, numbered by when they began.

    PIN and session are those of `kept`, the name too unless another is given; of two extra times the longer holds.
    Raises BothRunning.
    """
    classroom = Classroom.objects.select_for_update().get(pk=kept.classroom_id)
    _refuse_two_running(kept, gone)
    old = {"kept": kept.display_name, "gone": gone.display_name, "attempts": gone.attempts.count()}
    for assignment in Assignment.objects.filter(attempts__membership=gone).distinct():
        _gather(assignment, kept, assignment.attempts.filter(membership__in=[kept, gone]))
    own_terms = kept.terms.values("assignment")
    gone.terms.exclude(assignment__in=own_terms).update(membership=kept)
    gone.overrides.exclude(assignment__in=kept.overrides.values("assignment")).update(membership=kept)
    gone.revote_answers.exclude(revote__in=kept.revote_answers.values("revote")).update(membership=kept)
    gone.questions.update(membership=kept)
    extra_time = max(kept.extra_time, gone.extra_time)
    gone.delete()
    if name is not None:
        kept.name_student(name)
    kept.extra_time = extra_time
    kept.save(update_fields=["display_name", "name_key", "extra_time"])
    move_deadlines(of=kept, at=timezone.now())
    record(classroom=classroom, by=by, action="students merged", subject=kept, old=old)
    return kept


def _refuse_two_running(kept: Membership, gone: Membership) -> None:
    begun = gone.attempts.running().values("assignment")
    clash = kept.attempts.running().filter(assignment__in=begun).select_related("assignment__version").first()
    if clash:
        raise BothRunning(clash.assignment.version.title)


def _gather(assignment: Assignment, student: Membership, attempts: QuerySet[Attempt]) -> None:
    """Make the attempts the student's at the assignment, numbered in the order in which they began."""
    ordered = list(attempts.order_by("started_at", "pk"))
    for number, attempt in enumerate(ordered, 1):
        Attempt.objects.filter(pk=attempt.pk).update(number=APART + number)
    for number, attempt in enumerate(ordered, 1):
        Attempt.objects.filter(pk=attempt.pk).update(number=number, assignment=assignment, membership=student)
