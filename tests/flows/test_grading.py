"""Grading open answers and releasing results."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    FrozenItemFactory,
    ResponseFactory,
    ScoreFactory,
    TeacherFactory,
)
from quizzes.flows.grading import NotGradable, grade, release, take_back_release
from quizzes.flows.reopening import reopen_attempt
from quizzes.flows.saving import save_answer
from quizzes.flows.taking import submit_attempt
from quizzes.models import Attempt, Audit, Comment, Response, RubricMark, Score

pytestmark = pytest.mark.django_db


@pytest.fixture
def response() -> Response:
    """An answer to an open item of four points, handed in and not yet graded."""
    attempt = AttemptFactory(submitted_at=timezone.now())
    item = FrozenItemFactory(
        version=attempt.assignment.version, kind="open", key={"levels": ["", "", ""]}, points=4
    )
    ScoreFactory(attempt=attempt, item=item, points=None, maximum=4)
    return ResponseFactory(attempt=attempt, item=item, answer="They copied it.")


@pytest.mark.parametrize(("level", "points"), [(0, 0), (1, 2), (2, 4)])
def test_a_level_gives_its_points(response: Response, level: int, points: int) -> None:
    grade(
        assignment=response.attempt.assignment,
        responses=[response],
        level=level,
        comment="",
        grader=TeacherFactory(),
    )
    assert Score.objects.get(attempt=response.attempt).points == points


def test_a_grade_leaves_an_audit_row_with_old_and_new(response: Response) -> None:
    grader = TeacherFactory()
    for level in (0, 2):
        grade(
            assignment=response.attempt.assignment,
            responses=[response],
            level=level,
            comment="",
            grader=grader,
        )
    newest = Audit.objects.first()
    assert newest is not None
    assert (newest.actor, newest.old, newest.new) == (
        grader,
        {"points": 0.0},
        {"points": 4.0, "level": "Proficient"},
    )
    assert [m.level for m in response.marks.all()] == [2, 0]


def test_a_comment_is_kept_only_where_there_is_one(response: Response) -> None:
    for comment in ("  ", "Who are they?"):
        grade(
            assignment=response.attempt.assignment,
            responses=[response],
            level=1,
            comment=comment,
            grader=TeacherFactory(),
        )
    assert Comment.objects.get().text == "Who are they?"


def test_an_answer_that_is_not_handed_in_is_refused_and_no_other_graded(response: Response) -> None:
    running = AttemptFactory(assignment=response.attempt.assignment)
    unfinished = ResponseFactory(attempt=running, item=response.item, answer="Not yet")
    with pytest.raises(NotGradable):
        grade(
            assignment=response.attempt.assignment,
            responses=[response, unfinished],
            level=2,
            comment="",
            grader=TeacherFactory(),
        )
    assert Score.objects.get(attempt=response.attempt).points is None


def test_an_answer_of_another_assignment_is_refused(response: Response) -> None:
    with pytest.raises(NotGradable):
        grade(
            assignment=AssignmentFactory(),
            responses=[response],
            level=2,
            comment="",
            grader=TeacherFactory(),
        )


def test_releasing_twice_keeps_the_first_moment() -> None:
    assignment, actor, first = AssignmentFactory(), TeacherFactory(), timezone.now()
    release(assignment=assignment, actor=actor, at=first)
    release(assignment=assignment, actor=actor, at=timezone.now())
    assignment.refresh_from_db()
    assert assignment.released_at == first
    assert Audit.objects.filter(action="release").count() == 1


def test_a_release_can_be_taken_back() -> None:
    assignment, actor = AssignmentFactory(released_at=timezone.now()), TeacherFactory()
    take_back_release(assignment=assignment, actor=actor)
    assignment.refresh_from_db()
    assert assignment.released_at is None


def test_a_reopened_attempt_keeps_its_grade_only_with_its_answer(response: Response) -> None:
    attempt, teacher = response.attempt, TeacherFactory()

    def again(answer: str = "") -> list[float | None]:
        at = timezone.now()
        until = at + dt.timedelta(minutes=10)
        given = Attempt.objects.select_related("assignment", "membership").get(pk=attempt.pk)
        given = reopen_attempt(attempt=given, until=until, reason="Network", actor=teacher, at=at)
        with pytest.raises(NotGradable):  # a page that was open before
            grade(assignment=attempt.assignment, responses=[response], level=0, comment="", grader=teacher)
        if answer:
            save_answer(attempt=given, item=response.item, answer=answer, device="t", sequence=1, at=at)
        submit_attempt(attempt=given, at=at)
        return list(Score.objects.filter(attempt=attempt).values_list("points", flat=True))

    grade(assignment=attempt.assignment, responses=[response], level=2, comment="", grader=teacher)
    assert again() == [4]
    assert again("Somebody else wrote it.") == [None]
    assert RubricMark.objects.count() == 1
