"""Grades as tables to download: one quiz item by item, one class quiz by quiz, several classes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from quizzes.exchange.gradebook import GradeRow, Table, Value, grade_table
from quizzes.flows.scoring import standing_repairs
from quizzes.models import Assignment, FrozenItem, Score
from quizzes.reports.grade_cells import Cell, lines_of
from quizzes.reports.grade_columns import Column, columns_of
from quizzes.reports.gradebook import ClassGrades
from quizzes.reports.roll import roll_of, scores_of, students_of
from quizzes.scoring.repairs import Policy


def quiz_table(assignment: Assignment, at: dt.datetime) -> Table:
    """A column for each item and a line for each student, with total, per cent and state; ten queries."""
    items = list(assignment.version.items.all())
    roll = roll_of(assignment)
    scores = scores_of(roll.counted.values())
    [column] = [
        c for c in columns_of([assignment.classroom])[assignment.classroom_id] if c.assignment == assignment
    ]
    students = list(students_of(assignment))
    left_out = {pk for pk, repair in standing_repairs(assignment).items() if repair.policy is Policy.LEFT_OUT}
    lines = lines_of({s.classroom_id: [column] for s in students}, students, at)
    rows = []
    for line in lines:
        attempt, [cell] = roll.counted.get(line.student.pk), line.cells
        found = scores[attempt.pk] if attempt else {}
        points = [_points(found.get(item.pk)) for item in items]
        rows.append(
            GradeRow(line.student.display_name, points, cell.shown, _percent(cell.share), _state(cell))
        )
    heads = [_head(item, item.pk in left_out) for item in items]
    return grade_table(rows, heads, str(assignment.classroom))


def _head(item: FrozenItem, is_left_out: bool) -> str:
    return f"Item {item.order} ({'left out' if is_left_out else f'of {item.points}'})"


def class_table(grades: ClassGrades) -> Table:
    """For each quiz points, per cent and state, and the weighted total first."""
    head = ["Student", "Weighted total, per cent"]
    for column in grades.columns:
        title = column.assignment.version.title
        head += [f"{title} ({_made(column)})", f"{title}: per cent", f"{title}: state"]
    rows: list[list[Value]] = []
    for line in grades.lines:
        row: list[Value] = [line.student.display_name, _percent(line.total)]
        for cell in line.cells:
            row += [cell.shown, _percent(cell.share), _state(cell)]
        rows.append(row)
    return Table(str(grades.classroom), head, rows)


def long_table(classes: Sequence[ClassGrades]) -> Table:
    """A line for each student and quiz of several classes, whose quizzes differ."""
    head = [
        "Class",
        "Student",
        "Quiz",
        "Points",
        "Of",
        "Per cent",
        "State",
        "Weight",
        "Weighted total, per cent",
    ]
    rows: list[list[Value]] = []
    for grades in classes:
        for line in grades.lines:
            who, total = [str(grades.classroom), line.student.display_name], _percent(line.total)
            if not line.cells:
                rows.append([*who, "", None, None, None, "", None, None])
            for column, cell in zip(grades.columns, line.cells, strict=True):
                quiz = column.assignment.version.title
                earned = [cell.shown, float(cell.maximum), _percent(cell.share)]
                rows.append([*who, quiz, *earned, _state(cell), float(column.weight), total])
    return Table("Grades", head, rows)


def _made(column: Column) -> str:
    weight = "practice" if column.is_practice else f"weight {column.weight.normalize():f}"
    return f"of {column.maximum}, {weight}"


def _state(cell: Cell) -> str:
    """ "handed in, late, 2 to grade"."""
    return ", ".join(dict.fromkeys([cell.state.value, *(words for _, words in cell.words)]))


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _points(score: Score | None) -> float | None:
    return None if score is None or score.points is None else float(score.points)
