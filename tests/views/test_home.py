"""What a teacher sees first."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ItemFactory,
    QuestionFactory,
    QuizFactory,
    QuizItemFactory,
    ScoreFactory,
    StaffFactory,
    StoryFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Assignment, Classroom, Membership, Story, StudentQuestion, User
from quizzes.reports.home import home
from quizzes.reports.needs import Need

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
    with django_assert_num_queries(
        10
    ):  # session, user; assignments, stories, articles, quizzes, classes; newcomers, stale items, questions
        shown = client.get(reverse("home")).content.decode()
    assert shown.count("One open answer to be graded") == 20
    assert "more, less urgent" in shown


def test_newcomers_wait_first_of_all_while_a_quiz_is_open(teacher: User, classroom: Classroom) -> None:
    other = StudentFactory(classroom__owner=teacher).classroom
    handed_in(given(other), points=None)
    StudentFactory.create_batch(2, classroom=classroom, awaits_approval=True)
    assert titles(teacher) == ["2 newcomers to let in", "one open answer to be graded"]
    assert needs(teacher)[0].text == "They have joined by the code."
    given(classroom)
    assert needs(teacher)[0].text == "A quiz is open, and they cannot begin."


def test_newcomers_are_for_those_who_may_let_them_in(classroom: Classroom) -> None:
    grader = StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user
    StudentFactory(classroom=classroom, awaits_approval=True)
    assert titles(grader) == []


def test_questions_wait_until_they_are_answered(teacher: User, classroom: Classroom) -> None:
    assignment = given(classroom)
    QuestionFactory.create_batch(2, assignment=assignment)
    (need,) = needs(teacher)
    assert need.title == "2 questions from students"
    assert need.url == f"{reverse('question-list')}#a{assignment.pk}"
    StudentQuestion.objects.update(answered_at=NOW)
    assert titles(teacher) == []


def test_an_item_that_is_no_longer_proved_is_told_and_first_where_a_class_answers_it(
    teacher: User, classroom: Classroom
) -> None:
    story = StoryFactory(teacher=teacher)
    for letter in "AB":
        ArticleFactory(story=story, letter=letter)
    quiz = QuizItemFactory(quiz__story=story, item__story=story, item__is_stale=True).quiz
    assert titles(teacher) == ["one item no longer proved", "Ready, and given to no class yet"]
    handed_in(given(classroom, version__quiz=quiz), points=None)
    assert titles(teacher) == ["one item no longer proved", "one open answer to be graded"]
    assert "now" in needs(teacher)[0].text


def test_the_worst_comes_first(teacher: User, classroom: Classroom) -> None:
    StoryFactory(teacher=teacher, state="empty")
    StoryFactory(teacher=teacher, state="failed")
    graded = given(classroom)
    handed_in(graded, points=None)
    QuestionFactory(assignment=given(classroom))
    out = given(classroom, released_at=NOW)
    handed_in(out, points=None)
    soon = given(classroom, closes_at=NOW + HOUR)
    AttemptFactory(assignment=soon, membership=classroom.memberships.students()[0])
    assert titles(teacher) == [
        "one student still writing",
        "one open answer to be graded",
        "one question from students",
        "one open answer to be graded",
        "The reading stopped",
        "No articles yet",
    ]


def test_a_reading_that_failed_is_told_however_many_stories_came_after(teacher: User) -> None:
    StoryFactory(teacher=teacher, state="failed")
    StoryFactory.create_batch(9, teacher=teacher, state="reading")
    assert titles(teacher) == ["The reading stopped"]


# --- The first visit ---


def test_the_three_steps_are_ticked_off(client: Client, teacher: User) -> None:
    assert [step.is_done for step in home(teacher, NOW).steps] == [False, False, False]
    story = StoryFactory(teacher=teacher)
    assert [step.is_done for step in home(teacher, NOW).steps] == [True, False, False]
    quiz = QuizFactory(story=story)
    assert home(teacher, NOW).steps[2].url == reverse("classroom-create")
    classroom = ClassroomFactory(owner=teacher)
    assert home(teacher, NOW).steps[2].url == reverse("assignment-create", kwargs={"pk": quiz.pk})
    client.force_login(teacher)
    assert "Three steps" in client.get(reverse("home")).content.decode()
    given(classroom, version__quiz=quiz)
    assert "Three steps" not in client.get(reverse("home")).content.decode()


def test_our_story_is_copied_once_and_given_to_the_worker(
    client: Client, teacher: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client.force_login(teacher)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("story-try"))
    story = Story.objects.get(teacher=teacher)
    assert answer.headers["Location"] == reverse("story-detail", kwargs={"pk": story.pk})
    assert (story.state, story.articles.count()) == (Story.State.WAITING, 5)
    assert DBTaskResult.objects.count() == 1
    client.post(reverse("story-try"))
    assert Story.objects.count() == 1
