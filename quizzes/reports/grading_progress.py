"""How far the open answers of an assignment are graded, item by item and grader by grader."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from quizzes.models import Assignment, FrozenItem, GradingLease, Membership, Response, User
from quizzes.reports.counting import attempts_to_grade
from quizzes.reports.grading import (
    GivenMark,
    OpenItem,
    is_marked_twice,
    open_items,
    standing_marks,
    waits_for_second,
)


@dataclass(frozen=True)
class GraderLine:
    """What one of the class's staff has marked: `first` are marks that count, `second` those compared with them."""

    name: str
    first: int
    second: int
    in_hand: int
    """Answers that she has before her now."""


@dataclass(frozen=True)
class ItemLine:
    open_item: OpenItem
    for_second: int
    """Answers that wait for a second mark by the one who looks."""

    @property
    def item(self) -> FrozenItem:
        return self.open_item.item


@dataclass(frozen=True)
class Progress:
    items: tuple[ItemLine, ...]
    graders: tuple[GraderLine, ...]
    marked_twice: int
    to_mark_twice: int
    """Graded answers in the share that two graders mark, and those of a share that was larger before."""

    @property
    def answered(self) -> int:
        return sum(line.open_item.answered for line in self.items)

    @property
    def graded(self) -> int:
        return sum(line.open_item.graded for line in self.items)

    @property
    def waiting(self) -> int:
        return self.answered - self.graded

    @property
    def for_second(self) -> int:
        return sum(line.for_second for line in self.items)


def progress(assignment: Assignment, viewer: User, at: dt.datetime) -> Progress:
    """For the page that lists the open items; as many queries for a thousand answers as for one."""
    lines = open_items(assignment)
    attempts = [attempt.pk for attempt in attempts_to_grade(assignment)]
    by_response: dict[int, list[GivenMark]] = {}
    for_second: dict[int, int] = {}
    for line in lines:
        of_item = standing_marks([line.item.pk], attempts)
        by_response |= of_item
        for_second[line.item.pk] = sum(
            waits_for_second(assignment, response, given, viewer) for response, given in of_item.items()
        )
    compared = {response for response, given in by_response.items() if any(mark.is_second for mark in given)}
    twice = compared | {response for response in by_response if is_marked_twice(assignment, response)}
    return Progress(
        items=tuple(ItemLine(line, for_second[line.item.pk]) for line in lines),
        graders=_graders(assignment, by_response, at),
        marked_twice=len(compared),
        to_mark_twice=len(twice),
    )


def _graders(
    assignment: Assignment, by_response: dict[int, list[GivenMark]], at: dt.datetime
) -> tuple[GraderLine, ...]:
    """The class's staff, and who has graded here and is no longer of it."""
    first: dict[int | None, int] = defaultdict(int)
    second: dict[int | None, int] = defaultdict(int)
    for given in by_response.values():
        counting = [mark for mark in given if not mark.is_second]
        if counting:
            first[counting[-1].grader_id] += 1
        for mark in given:
            second[mark.grader_id] += mark.is_second
    in_hand: dict[int, int] = defaultdict(int)
    given_out = Response.objects.filter(attempt__assignment=assignment)
    for grader in GradingLease.objects.filter(response__in=given_out, until__gt=at).values_list(
        "grader_id", flat=True
    ):
        in_hand[grader] += 1
    staff = Membership.objects.staff().filter(classroom=assignment.classroom_id).select_related("user")
    names = {member.user_id: str(member.user) for member in staff}
    gone = {pk for pk in (*first, *second) if pk is not None and pk not in names}
    for user in User.objects.filter(pk__in=gone):
        names[user.pk] = str(user)
    lines = [GraderLine(name, first[pk], second[pk], in_hand[pk] if pk else 0) for pk, name in names.items()]
    if first[None] or second[None]:
        lines.append(GraderLine("somebody whose account is deleted", first[None], second[None], 0))
    return tuple(sorted(lines, key=lambda line: (-line.first, line.name)))
