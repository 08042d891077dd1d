"""The pages on which a class's results are seen, graded and released."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    FrozenArticleFactory,
    FrozenItemFactory,
    ResponseFactory,
    ScoreFactory,
    StaffFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Assignment, Membership, Response, User
from tests.simulated import simulate

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment(teacher: User) -> Assignment:
    """An assignment with a choice and an open item in the teacher's class."""
    assignment = AssignmentFactory(classroom__owner=teacher)
    FrozenArticleFactory(version=assignment.version)
    FrozenItemFactory(version=assignment.version, order=1)
    FrozenItemFactory(
        version=assignment.version,
        order=2,
        kind="open",
        points=2,
        options=[],
        stem="Why do the articles differ?",
        key={
            "levels": ["Names neither.", "Names one.", "Names both."],
            "names": ["both sources"],
            "model": "They asked two sources.",
        },
        evidence=[
            {
                "article": "A",
                "start": 19,
                "end": 66,
                "text": "Twelve people were hurt on Monday, police said.",
            }
        ],
    )
    return assignment


@pytest.fixture
def response(assignment: Assignment) -> Response:
    student = StudentFactory(classroom=assignment.classroom, display_name="Ada Okoro")
    attempt = AttemptFactory(assignment=assignment, membership=student, submitted_at=timezone.now())
    choice, item = assignment.version.items.all()
    ResponseFactory(attempt=attempt, item=choice, answer="o1")
    ScoreFactory(attempt=attempt, item=choice, points=0)
    ScoreFactory(attempt=attempt, item=item, points=None, maximum=2)
    return ResponseFactory(attempt=attempt, item=item, answer="Two people were asked.")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def test_the_results_show_students_points_and_what_waits(desk: Client, response: Response) -> None:
    page = desk.get(reverse("assignment-results", args=[response.attempt.assignment_id])).content.decode()
    assert "Ada Okoro" in page
    assert "Grade 1 answer" in page
    assert "Every figure on this page counts 1 student, one attempt of each." in page
    assert "Fewer than ten have handed in" in page


def test_the_items_show_who_chose_what(desk: Client, response: Response) -> None:
    assignment = response.attempt.assignment_id
    page = desk.get(reverse("assignment-items", args=[assignment])).content.decode()
    assert "The B Post" in page
    assert "Fewer than ten students: counts only." in page
    choice = response.attempt.assignment.version.items.first()
    assert choice
    page = desk.get(reverse("assignment-item", args=[assignment, choice.pk])).content.decode()
    assert "Takes a vague word for a high number." in page
    assert "not told of fewer than ten" in page
    assert desk.get(reverse("assignment-item", args=[assignment, FrozenItemFactory().pk])).status_code == 404


def test_items_that_nobody_has_answered_say_so(desk: Client, assignment: Assignment) -> None:
    choice = assignment.version.items.first()
    assert choice
    for url in (
        reverse("assignment-items", args=[assignment.pk]),
        reverse("assignment-item", args=[assignment.pk, choice.pk]),
    ):
        assert "Nobody has handed in yet." in desk.get(url).content.decode()


def test_a_possible_wrong_key_leads_to_its_repair_and_a_grader_only_sees_it(
    client: Client, desk: Client, assignment: Assignment
) -> None:
    first, second = assignment.version.items.all()
    for n in range(12):
        knows = n < 7
        attempt = AttemptFactory(assignment=assignment, submitted_at=timezone.now())
        ResponseFactory(attempt=attempt, item=first, answer="o1" if knows else "o2")
        ScoreFactory(attempt=attempt, item=first, points=not knows)
        ScoreFactory(attempt=attempt, item=second, points=int(knows) + n % 2, maximum=2)
    repair = reverse("key-repair", args=[assignment.pk, first.pk])
    pages = [
        reverse("assignment-results", args=[assignment.pk]),
        reverse("assignment-items", args=[assignment.pk]),
        reverse("assignment-item", args=[assignment.pk, first.pk]),
    ]
    for url in pages:
        page = desk.get(url).content.decode()
        assert repair in page
        assert "7 gave “The A Post”" in page or "possible wrong key" in page
    client.force_login(StaffFactory(classroom=assignment.classroom, role=Membership.Role.GRADER).user)
    assert all(repair not in client.get(url).content.decode() for url in pages)


def test_a_year_group_is_a_page_at_a_time_in_twelve_queries(
    desk: Client, assignment: Assignment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    StudentFactory.create_batch(60, classroom=assignment.classroom)
    simulate(assignment, handed_in=20)
    for name in ("assignment-results", "assignment-items"):
        with django_assert_max_num_queries(12):
            page = desk.get(reverse(name, args=[assignment.pk]))
        assert len(page.content) < 150_000
    page = desk.get(
        reverse("assignment-results", args=[assignment.pk]), {"state": "not started", "page": "2"}
    )
    assert "51 to 60 of 60" in page.content.decode()


def test_the_results_of_an_untouched_assignment_say_so(desk: Client, assignment: Assignment) -> None:
    page = desk.get(reverse("assignment-results", args=[assignment.pk])).content.decode()
    assert "Nobody has handed in yet." in page


def test_htmx_gets_the_part_that_changes(desk: Client, response: Response) -> None:
    url = reverse("assignment-results", args=[response.attempt.assignment_id])
    page = desk.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Ada Okoro" in page
    assert "<html" not in page


def test_one_students_answers_stand_beside_the_keys(desk: Client, response: Response) -> None:
    url = reverse("attempt-review", args=[response.attempt.assignment_id, response.attempt.membership_id])
    page = desk.get(url).content.decode()
    assert "The A Post" in page
    assert "The B Post" in page
    assert "waits to be graded" in page


def test_the_grades_come_as_csv(desk: Client, response: Response) -> None:
    answer = desk.get(reverse("assignment-gradebook", args=[response.attempt.assignment_id]))
    assert answer["Content-Type"].startswith("text/csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Student,Item 1 (of 1),Item 2 (of 2),Total,Percent,Status"
    assert lines[1] == 'Ada Okoro,0,,0,0,"handed in, 1 to grade"'


def test_release_shows_and_hides(desk: Client, assignment: Assignment) -> None:
    url = reverse("assignment-release", args=[assignment.pk])
    desk.post(url)
    assignment.refresh_from_db()
    assert assignment.released_at is not None
    desk.post(url, {"take_back": "1"})
    assignment.refresh_from_db()
    assert assignment.released_at is None


def test_a_grader_does_not_release(client: Client, response: Response) -> None:
    grader = StaffFactory(classroom=response.attempt.assignment.classroom, role=Membership.Role.GRADER).user
    client.force_login(grader)
    assert (
        client.post(reverse("assignment-release", args=[response.attempt.assignment_id])).status_code == 403
    )
