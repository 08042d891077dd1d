"""What a teacher sees first."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    ScoreFactory,
    StaffFactory,
    StoryFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Assignment, Classroom, Membership, User
from quizzes.reports.home import Need, home

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    """A class of three students."""
    classroom = ClassroomFactory(owner=teacher, name="8B")
    StudentFactory.create_batch(3, classroom=classroom)
    return classroom


def given(classroom: Classroom, **fields: object) -> Assignment:
    return AssignmentFactory(**{"classroom": classroom, "version__title": "Ferry", **fields})


def handed_in(assignment: Assignment, points: int | None = 1) -> None:
    student = assignment.classroom.memberships.students().exclude(attempts__assignment=assignment)[0]
    attempt = AttemptFactory(assignment=assignment, membership=student, submitted_at=NOW)
    item = FrozenItemFactory(version=assignment.version)
    ScoreFactory(attempt=attempt, item=item, points=points)


def needs(user: User) -> list[Need]:
    return list(home(user, NOW).needs)


def titles(user: User) -> list[str]:
    return [need.title for need in needs(user)]


def test_a_new_teacher_is_shown_how_to_begin(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    shown = client.get(reverse("home")).content.decode()
    assert reverse("story-create") in shown
    assert reverse("classroom-create") in shown
    assert "What needs you now" not in shown


def test_what_runs_is_shown_with_its_counts(client: Client, teacher: User, classroom: Classroom) -> None:
    assignment = given(classroom)
    handed_in(assignment)
    client.force_login(teacher)
    shown = client.get(reverse("home")).content.decode()
    assert "1 of 3 handed in" in shown
    assert classroom.spaced_code in shown


def test_open_answers_wait_to_be_graded(teacher: User, classroom: Classroom) -> None:
    assignment = given(classroom)
    for _ in range(2):
        handed_in(assignment, points=None)
    (need,) = needs(teacher)
    assert need.title == "2 open answers to be graded"
    assert need.url == reverse("grading-list", kwargs={"pk": assignment.pk})


def test_a_grader_is_told_of_answers_but_not_of_releasing(classroom: Classroom) -> None:
    grader = StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user
    closed = given(classroom, opens_at=NOW - 3 * HOUR, closes_at=NOW - HOUR)
    handed_in(closed)
    assert titles(grader) == []
    handed_in(closed, points=None)
    assert titles(grader) == ["one open answer to be graded"]


def test_a_graded_and_closed_quiz_waits_to_be_released(teacher: User, classroom: Classroom) -> None:
    closed = given(classroom, opens_at=NOW - 3 * HOUR, closes_at=NOW - HOUR)
    handed_in(closed)
    assert titles(teacher) == ["All is graded, nothing is released"]
    Assignment.objects.update(released_at=NOW)
    assert titles(teacher) == []


def test_a_quiz_about_to_close_says_who_still_writes(teacher: User, classroom: Classroom) -> None:
    soon = given(classroom, closes_at=NOW + HOUR)
    student = classroom.memberships.students()[0]
    AttemptFactory(assignment=soon, membership=student)
    (need,) = needs(teacher)
    assert need.title == "one student still writing"
    assert need.text == "2 students of the class not begun yet."


@pytest.mark.parametrize(
    ("state", "articles", "title"),
    [
        ("empty", [], "No articles yet"),
        ("failed", ["The A Post", "The B Post"], "The reading stopped"),
        ("ready", ["The A Post"], "One article is read"),
        ("ready", ["The A Post", ""], "one article without an outlet"),
        ("reading", ["The A Post", "The B Post"], None),
        ("ready", ["The A Post", "The B Post"], None),
    ],
)
def test_a_story_says_what_it_lacks(
    teacher: User, state: str, articles: list[str], title: str | None
) -> None:
    story = StoryFactory(teacher=teacher, state=state)
    for letter, outlet in zip("AB", articles, strict=False):
        ArticleFactory(story=story, letter=letter, outlet_read=outlet)
    assert titles(teacher) == ([title] if title else [])


def test_drafts_wait_until_a_quiz_is_made_and_the_quiz_until_it_is_given(
    teacher: User, classroom: Classroom
) -> None:
    story = StoryFactory(teacher=teacher)
    for letter in "AB":
        ArticleFactory(story=story, letter=letter)
    item = ItemFactory(story=story)
    assert titles(teacher) == ["one item draft to look at"]
    quiz = QuizFactory(story=story)
    QuizItemFactory(quiz=quiz, item=item)
    assert titles(teacher) == ["Ready, and given to no class yet"]
    given(classroom, version__quiz=quiz)
    assert titles(teacher) == []


def test_what_is_another_teachers_is_not_shown(classroom: Classroom) -> None:
    handed_in(given(classroom), points=None)
    StoryFactory(state="empty")
    assert home(TeacherFactory(), NOW).is_new


def test_a_full_home_page_takes_few_queries(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        classroom = ClassroomFactory(owner=teacher)
        StudentFactory(classroom=classroom)
        handed_in(given(classroom), points=None)
        story = StoryFactory(teacher=teacher)
        ArticleFactory(story=story, letter="A")
        QuizItemFactory(quiz__story=story)
    client.force_login(teacher)
    with django_assert_num_queries(7):  # session, user, assignments, stories, articles, quizzes, classes
        shown = client.get(reverse("home")).content.decode()
    assert shown.count("one open answer to be graded") == 20
