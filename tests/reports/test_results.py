"""What the results page counts."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    FrozenItemFactory,
    ResponseFactory,
    ScoreFactory,
    StudentFactory,
)
from quizzes.models import Assignment, Attempt, FrozenItem
from quizzes.reports.assignment_head import waiting_answers
from quizzes.reports.grading import grading_queue, open_items
from quizzes.reports.results import class_results
from tests.frozen import HURT_A, HURT_B, TOWED_A, fill_other_kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory()


def handed_in(
    assignment: Assignment, item: FrozenItem, answer: Any, points: float | None, **fields: Any
) -> Attempt:
    attempt = AttemptFactory(assignment=assignment, submitted_at=timezone.now(), **fields)
    ResponseFactory(attempt=attempt, item=item, answer=answer)
    ScoreFactory(attempt=attempt, item=item, points=points, maximum=item.points)
    return attempt


def test_it_counts_who_has_handed_in_who_works_and_who_has_not_begun(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    handed_in(assignment, item, "o2", 1)
    AttemptFactory(assignment=assignment)
    StudentFactory(classroom=assignment.classroom)
    found = class_results(assignment)
    assert (found.expected, found.handed_in, found.working, found.not_started) == (3, 1, 1, 1)


def test_the_last_attempt_handed_in_counts(assignment: Assignment) -> None:
    item, student = (
        FrozenItemFactory(version=assignment.version),
        StudentFactory(classroom=assignment.classroom),
    )
    handed_in(assignment, item, "o2", 1, membership=student, number=1)
    handed_in(assignment, item, "o1", 0, membership=student, number=2)
    assert [line.points for line in class_results(assignment).students] == [0.0]


def test_every_option_has_its_line_and_blanks_count_as_nothing(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for answer, points in (("o2", 1), ("o2", 1), ("o1", 0), (None, 0)):
        handed_in(assignment, item, answer, points)
    line = class_results(assignment).items[0]
    assert line.facility == 0.5
    assert [(a.text, a.count, a.mark) for a in line.answers] == [
        ("The A Post", 1, ""),
        ("The B Post", 2, "key"),
        ("The C Post", 0, ""),
        ("left blank", 1, "blank"),
    ]


def test_an_answer_that_waits_is_left_out_of_the_share(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version, kind="open", key={"levels": ["", "", ""]}, points=2)
    handed_in(assignment, item, "Because.", 2)
    handed_in(assignment, item, "No idea.", None)
    found = class_results(assignment)
    assert (found.items[0].facility, found.items[0].waiting, found.waiting) == (1.0, 1, 1)


def test_typed_figures_are_counted_and_the_key_is_marked(assignment: Assignment) -> None:
    key = {"low": 22, "high": None, "unit": "people", "tolerance": 0}
    item = FrozenItemFactory(version=assignment.version, kind="number", key=key, options=[])
    for answer in ("22", "22", "17"):
        handed_in(assignment, item, answer, 0)
    lines = class_results(assignment).items[0].answers
    assert [(a.text, a.count) for a in lines] == [("22", 2), ("17", 1)]
    assert lines[0].mark == "key"


@pytest.mark.parametrize(
    ("kind", "answers", "lines"),
    [
        (
            "multi",
            (["o1", "o2"], ["o1", "o3"], None),
            [
                ("The A Post", 2, "key"),
                ("Article B", 1, "key"),
                ("The Wire", 1, ""),
                ("left blank", 1, "blank"),
            ],
        ),
        (
            "tf3",
            ("unknown", False, True, True),
            [("true", 2, ""), ("false", 1, ""), ("cannot tell from these articles", 1, "key")],
        ),
        (
            "order",
            (["o2", "o1", "o3"], ["o1", "o2", "o3"], [None, "o1"]),
            [("1. Article B", 1, "key"), ("2. The A Post", 2, "key"), ("3. The Wire", 2, "key")],
        ),
        (
            "evidence",
            ([HURT_A, HURT_B], [HURT_A, TOWED_A]),
            [
                ("a proving sentence", 2, "key"),
                ("a proving sentence", 1, "key"),
                ("a sentence that does not prove it", 1, ""),
            ],
        ),
    ],
)
def test_each_kind_is_counted_in_its_own_way(
    assignment: Assignment, kind: str, answers: tuple[Any, ...], lines: list[tuple[str, int, str]]
) -> None:
    fill_other_kinds(assignment.version)
    item = assignment.version.items.get(kind=kind)
    for answer in answers:
        handed_in(assignment, item, answer, 0)
    found = next(line for line in class_results(assignment).items if line.item.kind == kind)
    assert [(a.text, a.count, a.mark) for a in found.answers] == lines


def test_a_class_of_forty_asks_no_more_than_a_class_of_two(
    assignment: Assignment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for _ in range(40):
        handed_in(assignment, item, "o2", 1)
    assignment = Assignment.objects.select_related("classroom", "version").get(pk=assignment.pk)
    with django_assert_max_num_queries(6):
        class_results(assignment)


def test_like_answers_wait_as_one_group_and_blank_ones_do_not_wait(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version, kind="open", key={"levels": ["", "", ""]}, points=2)
    for answer in ("They copied it.", "they copied it", "Somebody lied.", "   "):
        handed_in(assignment, item, answer, None if answer.strip() else 0)
    queue = grading_queue(assignment, item)
    assert [group.size for group in queue.waiting] == [2, 1]
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
