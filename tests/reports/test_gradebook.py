"""The gradebook: where each student stands, what it adds up to, and that a page costs the same for any class."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ScoreFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import (
    Assignment,
    Attempt,
    Classroom,
    GradeOverride,
    KeyRepair,
    Membership,
    Score,
    StudentTerms,
)
from quizzes.reports.grade_cells import State
from quizzes.reports.gradebook import Asked, Gradebook, class_gradebook, whole_gradebook

pytestmark = pytest.mark.django_db

NOW = timezone.now()
DAY = dt.timedelta(days=1)


@pytest.fixture
def classroom() -> Classroom:
    return ClassroomFactory()


def quiz(
    classroom: Classroom, *, closed: bool = True, points: tuple[int, ...] = (4, 6), **fields: Any
) -> Assignment:
    opens, closes = (NOW - 3 * DAY, NOW - DAY) if closed else (NOW - DAY, NOW + DAY)
    given = AssignmentFactory(classroom=classroom, **{"opens_at": opens, "closes_at": closes, **fields})
    for n in points:
        FrozenItemFactory(version=given.version, points=n)
    return given


def student(classroom: Classroom, **fields: Any) -> Membership:
    made = StudentFactory(classroom=classroom, **fields)
    Membership.objects.filter(pk=made.pk).update(joined_at=NOW - 9 * DAY)
    return made


def hand_in(given: Assignment, who: Membership, *points: float | None, **fields: Any) -> Attempt:
    at = given.closes_at - dt.timedelta(hours=1)
    attempt = AttemptFactory(assignment=given, membership=who, **{"submitted_at": at, **fields})
    for item, earned in zip(given.version.items.all(), points, strict=True):
        ScoreFactory(attempt=attempt, item=item, points=earned, maximum=item.points)
    return attempt


def book(classroom: Classroom, **asked: Any) -> Gradebook:
    return class_gradebook(classroom, Asked(**asked), NOW)


def states(found: Gradebook) -> list[str]:
    return [cell.state for cell in found.lines[0].cells]


def test_what_a_student_has_done_and_what_not_are_told_apart(classroom: Classroom) -> None:
    amara = student(classroom)
    hand_in(quiz(classroom, opens_at=NOW - 20 * DAY), amara, 3, 4)
    quiz(classroom, opens_at=NOW - 19 * DAY)
    AttemptFactory(assignment=quiz(classroom, closed=False, opens_at=NOW - 18 * DAY), membership=amara)
    quiz(classroom, closed=False, opens_at=NOW - 17 * DAY)
    quiz(classroom, opens_at=NOW + DAY, closes_at=NOW + 2 * DAY)
    excused = quiz(classroom, opens_at=NOW - 16 * DAY)
    StudentTerms.objects.create(assignment=excused, membership=amara, is_excused=True)
    quiz(classroom, opens_at=NOW - 15 * DAY, recalled_at=NOW - 14 * DAY)
    quiz(classroom, opens_at=NOW - 14 * DAY, closes_at=NOW - 12 * DAY)
    S = State
    expected = [S.DONE, S.MISSING, S.RUNNING, S.OPEN, S.EXCUSED, S.TAKEN_BACK, S.NOT_THERE, S.COMING]
    assert states(book(classroom)) == expected
    assert book(classroom).lines[0].total == pytest.approx(0.35), "70 % and a missing one"


def test_the_total_follows_the_weights_and_what_is_graded(classroom: Classroom) -> None:
    amara = student(classroom)
    hand_in(quiz(classroom, weight=3), amara, 4, 6)
    hand_in(quiz(classroom, weight=1), amara, 2, None)
    hand_in(quiz(classroom, weight=0), amara, 0, 0)
    hand_in(quiz(classroom, weight=5), amara, None, None)
    [line] = book(classroom).lines
    assert [cell.share for cell in line.cells] == [1.0, 0.5, 0.0, None]
    assert line.total == pytest.approx((3 * 1 + 1 * 0.5) / 4)
    assert [cell.waiting for cell in line.cells] == [0, 1, 0, 2]


def test_points_set_by_hand_stand_in_place_of_what_was_earned_or_missed(classroom: Classroom) -> None:
    amara = student(classroom)
    first, second = quiz(classroom), quiz(classroom)
    hand_in(first, amara, 1, None)
    for given, points in ((first, 9), (second, 5)):
        GradeOverride.objects.create(assignment=given, membership=amara, points=points, reason="Oral exam.")
    [line] = book(classroom).lines
    assert [cell.shown for cell in line.cells] == [9.0, 5.0]
    assert line.total == pytest.approx(0.7)
    assert (line.missing, line.waiting, line.by_hand) == (0, 0, 2)


def test_an_item_left_out_makes_the_quiz_smaller_for_everybody(classroom: Classroom) -> None:
    given = quiz(classroom)
    item = given.version.items.first()
    assert item
    KeyRepair.objects.create(assignment=given, item=item, policy="left_out", reason="x")
    quiz(classroom)
    assert [column.maximum for column in book(classroom).columns] == [6, 10]


def test_late_is_marked_and_the_attempt_that_counts_is_counted(classroom: Classroom) -> None:
    amara = student(classroom)
    given = quiz(classroom, counting="best", late_until=NOW)
    hand_in(given, amara, 4, 6, submitted_at=NOW - dt.timedelta(hours=2))
    hand_in(given, amara, 0, 0, number=2)
    [line] = book(classroom).lines
    assert (line.cells[0].points, line.cells[0].is_late, line.late) == (10.0, True, 1)


@pytest.fixture
def three(classroom: Classroom) -> Assignment:
    given = quiz(classroom)
    for name, points in (("Amara", (4, 2)), ("Zoë", (4, 6)), ("Ben", None)):
        who = student(classroom, display_name=name)
        if points:
            hand_in(given, who, *points)
    return given


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Amara", "Ben", "Zoë"]),
        ({"sort": "-name"}, ["Zoë", "Ben", "Amara"]),
        ({"sort": "-total"}, ["Zoë", "Amara", "Ben"]),
        ({"sort": "total"}, ["Ben", "Amara", "Zoë"]),
        ({"q": "ZOE"}, ["Zoë"]),
        ({"show": "missing"}, ["Ben"]),
        ({"show": "late"}, []),
        ({"sort": "a999"}, ["Amara", "Ben", "Zoë"]),
        ({"show": "missing", "sort": "-name"}, ["Ben"]),
    ],
)
def test_it_is_searched_filtered_and_sorted(
    classroom: Classroom, three: Assignment, asked: dict[str, str], names: list[str]
) -> None:
    assert [line.student.display_name for line in book(classroom, **asked).lines] == names


def test_it_is_sorted_by_one_quiz(classroom: Classroom, three: Assignment) -> None:
    found = book(classroom, sort=f"-a{three.pk}").lines
    assert [line.student.display_name for line in found] == ["Zoë", "Amara", "Ben"]


def test_of_all_classes_each_student_has_the_cells_of_her_own() -> None:
    teacher = TeacherFactory()
    for name, number in (("8B", 2), ("7C", 1)):
        classroom = ClassroomFactory(owner=teacher, name=name)
        student(classroom)
        for _ in range(number):
            quiz(classroom)
    student(ClassroomFactory())
    found = whole_gradebook(teacher, Asked(), NOW)
    assert sorted((line.student.classroom.name, line.missing) for line in found.lines) == [
        ("7C", 1),
        ("8B", 2),
    ]


@pytest.mark.parametrize("number", [20, 500])
@pytest.mark.parametrize("sort", ["name", "-total"])
def test_a_page_costs_the_same_queries_for_any_class(
    classroom: Classroom, django_assert_max_num_queries: DjangoAssertNumQueries, number: int, sort: str
) -> None:
    given = [quiz(classroom, weight=Decimal(n)) for n in range(2)]
    students = Membership.objects.bulk_create(
        Membership(
            classroom=classroom, role="student", display_name=f"S {n}", name_key=f"s {n:04}", joined_at=NOW
        )
        for n in range(number)
    )
    attempts = Attempt.objects.bulk_create(
        Attempt(assignment=a, membership=s, started_at=NOW, deadline_at=NOW, submitted_at=NOW)
        for a in given
        for s in students
    )
    items = {a.pk: list(a.version.items.all()) for a in given}
    Score.objects.bulk_create(
        Score(attempt=a, item=item, points=1, maximum=item.points)
        for a in attempts
        for item in items[a.assignment_id]
    )
    with django_assert_max_num_queries(7):
        found = book(classroom, sort=sort)
    assert (len(found.lines), found.lines.paginator.count) == (min(50, number), number)
