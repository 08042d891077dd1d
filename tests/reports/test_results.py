"""What waits to be graded."""

from __future__ import annotations

import pytest

from quizzes.factories import (
    AssignmentFactory,
    FrozenItemFactory,
    StudentFactory,
)
from quizzes.models import Assignment
from quizzes.reports.assignment_head import waiting_answers
from quizzes.reports.grading import open_items
from tests.reports.listing import handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory()


def test_blank_answers_do_not_wait_to_be_graded(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version, kind="open", key={"levels": ["", "", ""]}, points=2)
    for answer in ("They copied it.", "they copied it", "Somebody lied.", "   "):
        handed_in(assignment, item, answer, None if answer.strip() else 0)
    assert open_items(assignment)[0].waiting == 3


@pytest.mark.parametrize(("counting", "waiting"), [("first", 1), ("last", 1), ("best", 2)])
def test_what_waits_is_counted_in_the_attempts_that_are_graded(counting: str, waiting: int) -> None:
    assignment = AssignmentFactory(counting=counting)
    item = FrozenItemFactory(version=assignment.version, kind="open", key={"levels": ["", "", ""]}, points=2)
    student = StudentFactory(classroom=assignment.classroom)
    for number in (1, 2):
        handed_in(assignment, item, "Because.", None, membership=student, number=number)
    excused = handed_in(assignment, item, "Because.", None)
    assignment.student_terms.create(membership=excused.membership, is_excused=True)
    assert waiting_answers(assignment) == waiting
