"""The same item in every class where the user may look: more answers, narrower intervals, and how it went over time.

The same is what was asked in the same words with the same options and key; another version of an item stands apart.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quizzes.models import Assignment, Classroom, FrozenItem, User
from quizzes.reports.item_analysis import ItemFigures, figures_of, standing_at
from quizzes.reports.mark_sheet import MarkSheet, given_answers, mark_sheets
from quizzes.scoring.analysis.items import Figure, facility
from quizzes.scoring.analysis.standing import pooled


@dataclass(frozen=True)
class ClassLine:
    """The item in one class: `facility` None where none of its answers is graded."""

    assignment: Assignment
    is_this: bool
    n: int
    facility: Figure | None

    @property
    def closes_at(self) -> dt.datetime:
        return self.assignment.closes_at


@dataclass(frozen=True)
class Pooled:
    """An item over several classes, each measured against itself; `lines` from the oldest."""

    figures: ItemFigures
    lines: tuple[ClassLine, ...]


def pooled_figures(sheet: MarkSheet, place: int, user: User) -> Pooled | None:
    """The item at a place over all classes of the user; None where no other class adds an attempt. Seven queries at most."""
    item = sheet.items[place]
    others = assignments_with(item, sheet.assignment, user)
    found = [(sheet, place)]
    if others:
        found += [
            (other, n)
            for other in mark_sheets(others)
            for n, asked in enumerate(other.items)
            if other.counted and asked.item_id == item.item_id and is_same(asked, item) and n in other.columns
        ]
    if len(found) == 1:
        return None
    found.sort(key=lambda one: (one[0].assignment.closes_at, one[0].assignment.pk))
    return Pooled(_over_all(item, found), tuple(_line(one, n, sheet) for one, n in found))


def assignments_with(item: FrozenItem, but: Assignment, user: User) -> list[Assignment]:
    """Other assignments in the user's classes that ask what may be the same item; two queries at most."""
    if item.item_id is None:
        return []
    versions = [
        asked.version_id for asked in FrozenItem.objects.filter(item=item.item_id) if is_same(asked, item)
    ]
    given = Assignment.objects.filter(version__in=versions, classroom__in=Classroom.objects.of(user))
    return list(given.exclude(pk=but.pk).select_related("classroom", "version"))


def is_same(one: FrozenItem, other: FrozenItem) -> bool:
    return _asked(one) == _asked(other)


def _asked(item: FrozenItem) -> str:
    return json.dumps([item.kind, item.stem, item.options, item.key], sort_keys=True)


def _over_all(item: FrozenItem, found: Sequence[tuple[MarkSheet, int]]) -> ItemFigures:
    """Shares of each class's own points: an item may be worth more in one quiz than in another."""
    shares = [sheet.marks[:, n] / sheet.items[n].points * item.points for sheet, n in found]
    rows = [run for sheet, _ in found for run in sheet.counted]
    columns = {sheet.items[n].pk: item.pk for sheet, n in found}
    answers = given_answers([sheet.assignment for sheet, _ in found], columns, rows)[item.pk]
    return figures_of(
        item,
        points=np.concatenate(shares),
        answers=answers,
        stands=pooled([standing_at(sheet, n) for sheet, n in found]),
        waiting=sum(int(sheet.waits[:, n].sum()) for sheet, n in found),
        repair=None,
    )


def _line(sheet: MarkSheet, n: int, this: MarkSheet) -> ClassLine:
    return ClassLine(
        assignment=sheet.assignment,
        is_this=sheet is this,
        n=len(sheet.counted),
        facility=facility(sheet.marks[:, n], sheet.items[n].points),
    )
