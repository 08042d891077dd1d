"""Grading open answers and releasing results. Every change of a grade or a release leaves an audit row.

A mark belongs to the answer that it was given for: where a student has changed her answer since (an attempt can be
given back), the mark stands no more and the answer waits again (see `RubricMarkQuerySet.standing`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from quizzes.flows import audits, leases
from quizzes.flows.scoring import score_attempts
from quizzes.items.types import ItemKind
from quizzes.models import (
    Assignment,
    Attempt,
    Audit,
    Comment,
    FrozenItem,
    GradingDraft,
    GradingLease,
    Response,
    Rubric,
    RubricMark,
    Score,
    User,
)


class NotGradable(Exception):
    """The response is none of an open item that has been handed in."""


class HeldByOther(Exception):
    """Another grader has one of the answers before her now."""


class ChangedSince(Exception):
    """Since the grader was shown the answers, another has graded one, or a student has changed hers."""


class OwnMark(Exception):
    """Somebody would mark a second time what she has marked first."""


class NothingToUndo(Exception):
    """The marks that were to be undone are undone already, or there are none."""


@transaction.atomic
def grade(
    *,
    assignment: Assignment,
    responses: Iterable[Response],
    level: int,
    comment: str,
    grader: User,
    at: dt.datetime | None = None,
    shown_at: dt.datetime | None = None,
    is_second: bool = False,
) -> list[RubricMark]:
    """Give each response the rubric level (0 Basic to 2 Proficient) and, where there is one, the comment.

    A second mark changes no score and takes no comment. `at` is now where it is not said; `shown_at`, when the grader
    was shown the answers. Raises NotGradable, HeldByOther, ChangedSince, OwnMark; then none is graded.
    """
    at, given = at or timezone.now(), list(responses)
    _check_gradable(assignment, given)
    pks = [response.pk for response in given]
    if not leases.take(responses=pks, grader=grader, at=at):
        raise HeldByOther
    _check_unchanged(pks, grader, shown_at)
    if is_second and RubricMark.objects.counting().filter(response__in=pks, grader=grader).exists():
        raise OwnMark
    old = _points(given)
    marks = _mark(assignment, given, level, grader, at, is_second)
    if not is_second:
        _rescore(assignment, given)
        _comment(given, comment.strip(), grader)
    GradingLease.objects.filter(response__in=pks).delete()
    GradingDraft.objects.filter(response__in=pks, grader=grader).delete()
    new = _points(given)
    words = str(RubricMark.Level(level).label)
    _record(
        assignment,
        given,
        grader,
        "second mark" if is_second else "grade",
        [{"points": old[r.pk]} for r in given],
        [{"points": new[r.pk], "level": words} for r in given],
    )
    return marks


def last_marks(*, assignment: Assignment, item: FrozenItem, grader: User) -> list[RubricMark]:
    """What `undo_last` would undo: the marks that the grader gave an item's answers in one go, the newest ones."""
    mine = RubricMark.objects.filter(
        grader=grader, undone_at__isnull=True, response__item=item, response__attempt__assignment=assignment
    )
    newest = mine.order_by("-marked_at", "-pk").first()
    if newest is None:
        return []
    together = mine.filter(marked_at=newest.marked_at, is_second=newest.is_second)
    return list(together.select_related("response__item", "response__attempt__membership").order_by("-pk"))


@transaction.atomic
def undo_last(
    *, assignment: Assignment, item: FrozenItem, grader: User, newest: int, at: dt.datetime
) -> list[RubricMark]:
    """The grader's last marks undone with their comments, which are a draft again; what stood before stands.

    `newest` is the id of the newest of them, as the grader was shown: a second click undoes no more. Raises NothingToUndo.
    """
    marks = last_marks(assignment=assignment, item=item, grader=grader)
    undone = RubricMark.objects.filter(pk__in=[m.pk for m in marks], undone_at__isnull=True)
    if not marks or marks[0].pk != newest or undone.update(undone_at=at) != len(marks):
        raise NothingToUndo
    responses = [mark.response for mark in marks]
    old = _points(responses)
    if not marks[0].is_second:
        _rescore(assignment, responses)
    texts = _take_back_comments(marks, grader)
    GradingDraft.objects.update_or_create(
        response=marks[-1].response, grader=grader, defaults={"level": marks[-1].level, "comment": texts}
    )
    new = _points(responses)
    _record(
        assignment,
        responses,
        grader,
        "grade undone",
        [{"points": old[m.response_id], "level": m.get_level_display()} for m in marks],
        [{"points": new[m.response_id]} for m in marks],
    )
    return marks


@transaction.atomic
def release(*, assignment: Assignment, actor: User, at: dt.datetime) -> None:
    """Let the students who have handed in see score, keys and rationale from now on."""
    changed = Assignment.objects.filter(pk=assignment.pk, released_at__isnull=True).update(released_at=at)
    if changed:
        _audit_release(assignment, actor, at)


@transaction.atomic
def take_back_release(*, assignment: Assignment, actor: User) -> None:
    """Hide the results again; what a student has already seen stays seen."""
    if Assignment.objects.filter(pk=assignment.pk, released_at__isnull=False).update(released_at=None):
        _audit_release(assignment, actor, None)


def _check_gradable(assignment: Assignment, responses: Sequence[Response]) -> None:
    """Read anew and locked: an attempt may be given back to its student while somebody grades it."""
    attempts = Attempt.objects.submitted().filter(
        pk__in=[r.attempt_id for r in responses], assignment=assignment
    )
    handed_in = {attempt.pk for attempt in attempts.select_for_update().order_by("pk")}
    for response in responses:
        if response.attempt_id not in handed_in or response.item.kind != ItemKind.OPEN:
            raise NotGradable(f"response {response.pk}")


def _check_unchanged(pks: Collection[int], grader: User, shown_at: dt.datetime | None) -> None:
    if shown_at is None:
        return
    by_others = RubricMark.objects.filter(response__in=pks, marked_at__gt=shown_at).exclude(grader=grader)
    answers = Response.objects.filter(pk__in=pks, answered_at__gt=shown_at)
    if by_others.filter(undone_at__isnull=True).exists() or answers.exists():
        raise ChangedSince


def _mark(
    assignment: Assignment,
    responses: Sequence[Response],
    level: int,
    grader: User,
    at: dt.datetime,
    is_second: bool,
) -> list[RubricMark]:
    """Marks of one moment: by that they are known as given together."""
    rubrics: dict[int, Rubric] = {}
    for rubric in Rubric.objects.filter(assignment=assignment).order_by("number"):
        rubrics[rubric.item_id] = rubric
    marks = RubricMark.objects.bulk_create(
        RubricMark(response=r, grader=grader, level=level, rubric=rubrics.get(r.item_id), is_second=is_second)
        for r in responses
    )
    RubricMark.objects.filter(pk__in=[mark.pk for mark in marks]).update(marked_at=at)
    for mark in marks:
        mark.marked_at = at
    return marks


def _rescore(assignment: Assignment, responses: Sequence[Response]) -> None:
    items = {response.item_id: response.item for response in responses}
    score_attempts(assignment=assignment, attempts=[r.attempt for r in responses], items=items.values())


def _comment(responses: Sequence[Response], text: str, grader: User) -> None:
    if not text:
        return
    same = Comment.objects.filter(response__in=responses, author=grader, text=text)
    said = set(same.values_list("response_id", flat=True))
    Comment.objects.bulk_create(
        Comment(response=r, author=grader, text=text) for r in responses if r.pk not in said
    )


def _take_back_comments(marks: Sequence[RubricMark], grader: User) -> str:
    """The comment that came with the marks, which nobody has any more."""
    written = Comment.objects.filter(
        response__in=[mark.response_id for mark in marks], author=grader, written_at__gte=marks[0].marked_at
    )
    texts = dict.fromkeys(written.values_list("text", flat=True))
    written.delete()
    return "\n".join(texts)


def _points(responses: Sequence[Response]) -> dict[int, float | None]:
    """response id → the points that its answer has now."""
    found = {
        (score.attempt_id, score.item_id): None if score.points is None else float(score.points)
        for score in Score.objects.filter(attempt__in=[r.attempt_id for r in responses])
    }
    return {r.pk: found.get((r.attempt_id, r.item_id)) for r in responses}


def _record(
    assignment: Assignment,
    responses: Sequence[Response],
    actor: User,
    action: str,
    old: Sequence[dict[str, object]],
    new: Sequence[dict[str, object]],
) -> None:
    """A row for each answer."""
    Audit.objects.bulk_create(
        Audit(
            classroom_id=assignment.classroom_id,
            assignment=assignment,
            actor=actor,
            action=action,
            subject=f"item {response.item.order}, {response.attempt.membership}"[:300],
            old=before,
            new=after,
        )
        for response, before, after in zip(responses, old, new, strict=True)
    )


def _audit_release(assignment: Assignment, actor: User, at: dt.datetime | None) -> None:
    audits.record(
        classroom=assignment.classroom,
        assignment=assignment,
        by=actor,
        action="release",
        subject=assignment,
        old={"released_at": assignment.released_at.isoformat() if assignment.released_at else None},
        new={"released_at": at.isoformat() if at else None},
    )
