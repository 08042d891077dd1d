"""A teacher's classes: list, roster, PINs, staff, and giving a class a quiz."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    QuizFactory,
    QuizItemFactory,
    StaffFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Assignment, Classroom, Membership, Quiz, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(email="t@school.example")


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B", time_zone="Europe/Dublin")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def quiz(teacher: User) -> Quiz:
    return QuizItemFactory(quiz__story__teacher=teacher).quiz


def url(name: str, *args: int) -> str:
    return reverse(name, args=args)


def page(client: Client, name: str, *args: int) -> str:
    answer = client.get(url(name, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_only_my_classes(desk: Client, classroom: Classroom) -> None:
    ClassroomFactory(name="Somebody else's")
    shown = page(desk, "classroom-list")
    assert classroom.spaced_code in shown
    assert "Somebody else" not in shown


def test_a_class_is_made_and_its_zone_proposed_for_the_next(desk: Client, teacher: User) -> None:
    answer = desk.post(url("classroom-create"), {"name": "9C", "time_zone": "America/New_York"})
    made = Classroom.objects.get(name="9C")
    assert answer.url == url("classroom-students", made.pk)
    assert made.memberships.get().user == teacher
    assert '<option value="America/New_York" selected>' in page(desk, "classroom-create")


def test_the_first_class_s_zone_is_chosen_not_guessed(desk: Client) -> None:
    answer = desk.post(url("classroom-create"), {"name": "9C", "time_zone": ""})
    assert "This field is required" in answer.content.decode()
    assert not Classroom.objects.exists()


def test_the_class_page_shows_code_link_roster_and_quizzes(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Amara")
    assignment = AssignmentFactory(classroom=classroom)
    shown = page(desk, "classroom-detail", classroom.pk)
    assert classroom.spaced_code in shown
    assert f"http://testserver/join/{classroom.code}/" in shown
    assert "Amara" in shown
    assert assignment.version.title in shown


def test_attempts_are_counted_by_student(desk: Client, classroom: Classroom) -> None:
    assignment = AssignmentFactory(classroom=classroom, attempts_allowed=2)
    student = StudentFactory(classroom=classroom)
    for number in (1, 2):
        AttemptFactory(
            assignment=assignment, membership=student, number=number, submitted_at=assignment.opens_at
        )
    assert "1 of 1" in page(desk, "classroom-detail", classroom.pk)


def test_saved_settings_say_what_another_zone_does(desk: Client, classroom: Classroom) -> None:
    sent = {"name": "8C", "time_zone": "America/New_York"}
    shown = desk.post(url("classroom-settings", classroom.pk), sent, follow=True).content.decode()
    classroom.refresh_from_db()
    assert (classroom.name, classroom.time_zone) == ("8C", "America/New_York")
    assert "at the same moment as before" in shown


def test_a_class_without_a_name_is_refused_and_keeps_its_own(desk: Client, classroom: Classroom) -> None:
    answer = desk.post(url("classroom-settings", classroom.pk), {"name": " ", "time_zone": "UTC"})
    assert answer.status_code == 422
    assert "<h1>8B</h1>" in answer.content.decode()


def test_an_archived_class_leaves_the_list_and_comes_back(desk: Client, classroom: Classroom) -> None:
    desk.post(url("classroom-archive", classroom.pk))
    shown = page(desk, "classroom-list")
    assert "Archived: 1" in shown
    assert classroom.spaced_code not in shown
    desk.post(url("classroom-archive", classroom.pk), {"back": "yes"})
    assert classroom.spaced_code in page(desk, "classroom-list")


def test_deleting_names_what_goes_and_asks_for_the_name(desk: Client, classroom: Classroom) -> None:
    AttemptFactory(assignment__classroom=classroom)
    shown = page(desk, "classroom-delete", classroom.pk)
    assert "1 student with" in shown
    assert "1 assigned quiz, open now" in shown
    assert "1 attempt with" in shown
    refused = desk.post(url("classroom-delete", classroom.pk), {"title": "8A"})
    assert refused.status_code == 422
    assert "Nothing has been deleted" in refused.content.decode()
    classroom.refresh_from_db()
    assert classroom.deleted_at is None


def test_a_deleted_class_is_offered_back_for_an_hour(desk: Client, classroom: Classroom) -> None:
    shown = desk.post(url("classroom-delete", classroom.pk), {"title": "8b "}, follow=True).content.decode()
    assert "8B is deleted" in shown
    assert "Take it back" in shown
    back = desk.post(url("classroom-take-back", classroom.pk), follow=True).content.decode()
    assert "8B is back" in back
    assert classroom.spaced_code in page(desk, "classroom-list")


def test_after_the_hour_it_is_neither_offered_nor_given(desk: Client, classroom: Classroom) -> None:
    Classroom.objects.update(deleted_at=timezone.now() - dt.timedelta(hours=1))
    assert "Take it back" not in page(desk, "classroom-list")
    shown = desk.post(url("classroom-take-back", classroom.pk), follow=True).content.decode()
    assert "is over" in shown


def test_a_grader_sees_the_class_and_no_button_that_changes_it(client: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Amara")
    StudentFactory(classroom=classroom, display_name="Rude name", awaits_approval=True)
    client.force_login(StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user)
    shown = page(client, "classroom-detail", classroom.pk)
    assert "Amara" in shown
    assert "Rude name" not in shown
    assert "<form" not in shown.split("<main")[1].split("</main>")[0]


def test_twenty_classes_cost_three_queries(
    desk: Client, teacher: User, django_assert_num_queries: Any
) -> None:
    ClassroomFactory.create_batch(20, owner=teacher)
    with django_assert_num_queries(3):  # session, user, classes
        desk.get(url("classroom-list"))


def test_twenty_students_and_quizzes_cost_no_more_queries_than_one(
    desk: Client, classroom: Classroom, django_assert_num_queries: Any
) -> None:
    StudentFactory.create_batch(20, classroom=classroom)
    AssignmentFactory.create_batch(20, classroom=classroom)
    with django_assert_num_queries(7):  # session, user, class, role twice, people, assignments
        desk.get(url("classroom-detail", classroom.pk))


# Giving a class a quiz


def terms(classroom: Classroom, **changed: str) -> dict[str, Any]:
    return {
        "classrooms": classroom.pk,
        "opens_at": "2048-03-28T09:00",
        "closes_at": "2048-03-29T09:00",
        "attempts_allowed": "1",
        "feedback": "on_release",
        **changed,
    }


def test_times_are_those_of_the_class_s_clock_on_both_sides_of_a_change(
    desk: Client, classroom: Classroom, quiz: Quiz
) -> None:
    answer = desk.post(url("assignment-create", quiz.pk), terms(classroom, limit_minutes="40"))
    assignment = Assignment.objects.get()
    told = desk.get(url("classroom-detail", classroom.pk)).content.decode()
    assert "open from Saturday 28 March 2048, 09:00 Dublin time to Sunday 29 March 2048, 09:00" in told
    assert answer.url == url("classroom-detail", classroom.pk)
    assert assignment.opens_at == dt.datetime(2048, 3, 28, 9, tzinfo=dt.UTC)
    assert assignment.closes_at == dt.datetime(2048, 3, 29, 8, tzinfo=dt.UTC)  # summer time has begun
    assert assignment.limit_minutes == 40


def test_the_form_names_each_class_with_its_clock(desk: Client, classroom: Classroom, quiz: Quiz) -> None:
    assert "8B (Dublin time, now " in page(desk, "assignment-create", quiz.pk)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"closes_at": "2048-03-28T08:00"}, "It must close after it opens."),
        ({"closes_at": "2048-03-29T01:30"}, "The clocks skip this time on that day"),
        ({"opens_at": "2020-03-28T09:00", "closes_at": "2020-03-29T09:00"}, "This time is over"),
        ({"opens_at": "soon"}, "Give a day and a time"),
        ({"opens_at": "2026-02-30T09:00"}, "Give a day and a time"),
        ({"limit_minutes": "0"}, "greater than or equal to 1"),
        ({"attempts_allowed": "2", "feedback": "on_submit"}, "it holds the keys"),
    ],
)
def test_terms_that_cannot_stand_are_refused_with_the_reason(
    desk: Client, classroom: Classroom, quiz: Quiz, changed: dict[str, str], told: str
) -> None:
    answer = desk.post(url("assignment-create", quiz.pk), terms(classroom, **changed))
    assert told in answer.content.decode()
    assert not Assignment.objects.exists()


def test_an_empty_quiz_is_refused(desk: Client, teacher: User, classroom: Classroom) -> None:
    quiz = QuizFactory(story__teacher=teacher)
    answer = desk.post(url("assignment-create", quiz.pk), terms(classroom))
    assert "This quiz has no items yet." in answer.content.decode()


def test_a_class_in_which_i_only_grade_is_not_on_offer(desk: Client, teacher: User, quiz: Quiz) -> None:
    other = StaffFactory(user=teacher, role=Membership.Role.GRADER).classroom
    desk.post(url("assignment-create", quiz.pk), terms(other))
    assert not Assignment.objects.exists()


def test_without_a_class_the_way_to_one_is_shown(desk: Client, quiz: Quiz) -> None:
    assert "Make a class" in page(desk, "assignment-create", quiz.pk)
