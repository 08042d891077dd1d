"""The marks and answers of counted attempts as one table an assignment, for everything that is reckoned from them.

Rows of values, not models: the pages of a year group of a thousand are made from some 27,000 of them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from django.db.models import FloatField, TextField
from django.db.models.functions import Cast

from quizzes.flows.scoring import standing_repairs
from quizzes.models import Assignment, Attempt, FrozenItem, Response, Score, StudentTerms
from quizzes.reports.answer_rows import Answers
from quizzes.reports.counting import counted_attempts
from quizzes.scoring.analysis.standing import Marks, Vector
from quizzes.scoring.repairs import Repair

CHUNK = 5000
"""Rows fetched at a time."""


class Run(NamedTuple):
    """An attempt, as far as results ask."""

    pk: int
    assignment_id: int
    membership_id: int
    number: int
    started_at: dt.datetime
    submitted_at: dt.datetime | None
    reopened_until: dt.datetime | None

    @property
    def is_running(self) -> bool:
        return self.submitted_at is None


@dataclass(frozen=True, eq=False)
class MarkSheet:
    """Students × items of the attempts that count, excused students aside.

    `marks` are points, NaN where an answer waits to be graded; a column of an item that was left out after its key was
    found to be wrong is all NaN. `runs` are all attempts begun, `counted` those of the rows, in their order.
    """

    assignment: Assignment
    items: tuple[FrozenItem, ...]
    runs: tuple[Run, ...]
    counted: tuple[Run, ...]
    own: dict[int, StudentTerms]
    """membership id → terms of her own."""
    marks: Marks
    waits: npt.NDArray[np.bool_]
    """Where an answer waits to be graded."""
    left_out: frozenset[int]
    """Ids of items."""
    excused_points: dict[int, float]
    """membership id → what an excused student's attempt has earned; counted in nothing."""

    @cached_property
    def excused(self) -> frozenset[int]:
        """Ids of memberships."""
        return frozenset(student for student, terms in self.own.items() if terms.is_excused)

    @cached_property
    def columns(self) -> list[int]:
        """The places of the items that count."""
        return [n for n, item in enumerate(self.items) if item.pk not in self.left_out]

    @cached_property
    def settled(self) -> list[int]:
        """The places of the items that count and of which no answer waits."""
        return [n for n in self.columns if not self.waits[:, n].any()]

    @cached_property
    def totals(self) -> Vector:
        """Of each row the points earned so far."""
        return np.asarray(np.nansum(self.marks, axis=1))

    @cached_property
    def settled_totals(self) -> Vector:
        """Of each row the points of the items of which no answer waits."""
        return np.asarray(np.nansum(self.marks[:, self.settled], axis=1))

    @property
    def waiting(self) -> int | None:
        """Open answers to grade; None where the best attempt counts: then those of the others are graded too."""
        return None if self.assignment.counting == Assignment.Counting.BEST else int(self.waits.sum())

    @property
    def maximum(self) -> int:
        return sum(self.items[n].points for n in self.columns)

    @cached_property
    def repairs(self) -> dict[int, Repair]:
        """item id → the repair of its key that stands; one query."""
        return standing_repairs(self.assignment)

    @cached_property
    def answers(self) -> dict[int, Answers]:
        """item id → what each row answered; one query."""
        return given_answers([self.assignment], {item.pk: item.pk for item in self.items}, self.counted)


def mark_sheet(assignment: Assignment) -> MarkSheet:
    """The marks of one assignment, in four queries."""
    return mark_sheets([assignment])[0]


def mark_sheets(assignments: Sequence[Assignment]) -> list[MarkSheet]:
    """The marks of several assignments, in four queries however many."""
    items: dict[int, list[FrozenItem]] = defaultdict(list)
    for item in FrozenItem.objects.filter(version__in={a.version_id for a in assignments}):
        items[item.version_id].append(item)
    runs: dict[int, list[Run]] = defaultdict(list)
    for run in runs_of(assignments):
        runs[run.assignment_id].append(run)
    own: dict[int, dict[int, StudentTerms]] = defaultdict(dict)
    for terms in StudentTerms.objects.filter(assignment__in=assignments).order_by():
        own[terms.assignment_id][terms.membership_id] = terms
    scores = _scores(assignments)
    return [_sheet(a, tuple(items[a.version_id]), tuple(runs[a.pk]), own[a.pk], scores) for a in assignments]


def runs_of(assignments: Sequence[Assignment]) -> list[Run]:
    attempts = Attempt.objects.filter(assignment__in=assignments).order_by("membership_id", "number")
    return [Run._make(row) for row in attempts.values_list(*Run._fields)]


Earned = tuple[int, float | None, int]
"""Item, points, maximum."""


def _scores(assignments: Sequence[Assignment]) -> dict[int, list[Earned]]:
    """attempt id → what its items earned."""
    found: dict[int, list[Earned]] = defaultdict(list)
    scores = Score.objects.filter(attempt__assignment__in=assignments).order_by()
    rows = scores.values_list("attempt_id", "item_id", Cast("points", FloatField()), "maximum")
    for attempt, item, points, maximum in rows.iterator(chunk_size=CHUNK):
        found[attempt].append((item, points, maximum))
    return found


def _sheet(
    assignment: Assignment,
    items: tuple[FrozenItem, ...],
    runs: tuple[Run, ...],
    own: dict[int, StudentTerms],
    scores: Mapping[int, list[Earned]],
) -> MarkSheet:
    sums = {run.pk: sum(points or 0.0 for _, points, _ in scores.get(run.pk, ())) for run in runs}
    found = counted_attempts(assignment, runs, points=sums)
    excused = {student for student, terms in own.items() if terms.is_excused} & set(found)
    counted = tuple(found[student] for student in sorted(found) if student not in excused)
    marks = np.full((len(counted), len(items)), np.nan)
    waits = np.zeros(marks.shape, dtype=bool)
    column_of = {item.pk: n for n, item in enumerate(items)}
    left_out = set()
    for row, run in enumerate(counted):
        for item, points, maximum in scores.get(run.pk, ()):
            if maximum == 0:
                left_out.add(item)
            elif points is None:
                waits[row, column_of[item]] = True
            else:
                marks[row, column_of[item]] = points
    set_aside = {student: sums[found[student].pk] for student in excused}
    return MarkSheet(assignment, items, runs, counted, own, marks, waits, frozenset(left_out), set_aside)


def given_answers(
    assignments: Sequence[Assignment], columns: Mapping[int, int], rows: Sequence[Run]
) -> dict[int, Answers]:
    """Of each column what the attempts answered, None for a blank; `columns` leads from items to columns. One query.

    Read as text: of thousands of answers few differ, and only these are parsed.
    """
    row_of = {run.pk: n for n, run in enumerate(rows)}
    which = {column: np.zeros(len(rows), dtype=np.int64) for column in columns.values()}
    places = {column: {"null": 0} for column in which}
    responses = Response.objects.filter(
        attempt__assignment__in=assignments, item__in=list(columns)
    ).order_by()
    found = responses.values_list("attempt_id", "item_id", Cast("answer", TextField()))
    for attempt, item, text in found.iterator(chunk_size=CHUNK):
        row = row_of.get(attempt)
        if row is not None and text is not None:
            column = columns[item]
            which[column][row] = places[column].setdefault(text, len(places[column]))
    return {c: Answers([json.loads(text) for text in places[c]], which[c]) for c in which}
