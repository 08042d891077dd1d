"""A teacher's classes: list, roster, PINs, staff, and giving a class a quiz."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import (
    PIN,
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
    assert answer.url == url("classroom-detail", made.pk)
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


def test_the_class_is_closed_and_opened_to_new_names(desk: Client, classroom: Classroom) -> None:
    for sent, is_open in (("no", False), ("yes", True)):
        desk.post(url("classroom-detail", classroom.pk), {"is_open": sent})
        classroom.refresh_from_db()
        assert classroom.is_open is is_open


def test_pasted_names_get_pins_that_are_shown_once(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Amara")
    answer = desk.post(url("classroom-roster", classroom.pk), {"names": "Bo\r\n\r\n  Cleo   M \nbo\nAMARA"})
    shown = answer.content.decode()
    pins = re.findall(r'<th scope="row">([^<]+)</th><td class="pin">(\d{4})</td>', shown)
    assert [name for name, _ in pins] == ["Bo", "Cleo M"]
    assert Membership.objects.get(display_name="Bo").has_pin(pins[0][1])
    assert "left as they were: AMARA" in shown
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert pins[0][1] not in page(desk, "classroom-detail", classroom.pk).replace(classroom.code, "")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (" \n ", "required"),
        ("x" * 61, "longer than 60 characters"),
        ("\ufdfa" * 60, "longer than 60 characters"),  # each folds into eighteen
        ("Bo\n…", "a name with letters"),
        ("\n".join(map(str, range(401))), "400 names at the most"),
    ],
)
def test_names_that_cannot_stand_are_refused(
    desk: Client, classroom: Classroom, names: str, told: str
) -> None:
    answer = desk.post(url("classroom-roster", classroom.pk), {"names": names})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Membership.objects.students().exists()


def test_a_new_pin_is_shown_once_and_holds(desk: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    shown = desk.post(url("student-pin", classroom.pk, student.pk)).content.decode()
    student.refresh_from_db()
    (pin,) = re.findall(r'<td class="pin">(\d{4})</td>', shown)
    assert student.has_pin(pin)


def test_extra_time_is_set(desk: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    desk.post(url("student-time", classroom.pk, student.pk), {"factor": "1.25"})
    student.refresh_from_db()
    assert float(student.extra_time) == 1.25


def test_extra_time_that_is_not_on_offer_changes_nothing(desk: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    desk.post(url("student-time", classroom.pk, student.pk), {"factor": "0.5"})
    student.refresh_from_db()
    assert student.extra_time == 1


def test_a_student_of_another_class_is_not_there(desk: Client, classroom: Classroom) -> None:
    assert desk.post(url("student-pin", classroom.pk, StudentFactory().pk)).status_code == 404


def test_a_colleague_is_added_by_address(desk: Client, classroom: Classroom) -> None:
    colleague = TeacherFactory(name="Mr Byrne")
    sent = {"email": colleague.email.upper(), "role": "grader"}
    answer = desk.post(url("classroom-staff", classroom.pk), sent, follow=True)
    assert "Mr Byrne" in answer.content.decode()
    assert classroom.memberships.get(user=colleague).role == "grader"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"email": "no@where.example", "role": "grader"}, "No account has this address"),
        ({"email": "t@school.example", "role": "grader"}, "in the class already"),
        ({"email": "t@school.example", "role": "owner"}, "not one of the available choices"),
        ({"email": "x", "role": "grader"}, "valid email"),
    ],
)
def test_staff_that_cannot_be_added_is_refused(
    desk: Client, classroom: Classroom, sent: dict[str, str], told: str
) -> None:
    answer = desk.post(url("classroom-staff", classroom.pk), sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert classroom.memberships.count() == 1


def test_a_colleague_is_taken_out_and_sees_the_class_no_more(desk: Client, classroom: Classroom) -> None:
    added = StaffFactory(classroom=classroom)
    desk.post(url("classroom-staff", classroom.pk), {"remove": added.pk})
    other = Client()
    other.force_login(added.user)
    assert other.get(url("classroom-detail", classroom.pk)).status_code == 404


def test_who_takes_herself_out_is_led_to_her_list(client: Client, classroom: Classroom) -> None:
    added = StaffFactory(classroom=classroom)
    client.force_login(added.user)
    answer = client.post(url("classroom-staff", classroom.pk), {"remove": added.pk})
    assert answer.url == url("classroom-list")


def test_the_owner_cannot_be_taken_out(desk: Client, classroom: Classroom) -> None:
    desk.post(url("classroom-staff", classroom.pk), {"remove": classroom.memberships.get().pk})
    assert classroom.memberships.get().role == Membership.Role.OWNER


@pytest.mark.parametrize("role", ["student", "staff of another class", "nobody"])
def test_only_staff_of_the_class_is_taken_out(desk: Client, classroom: Classroom, role: str) -> None:
    people = {
        "student": lambda: StudentFactory(classroom=classroom).pk,
        "staff of another class": lambda: StaffFactory().pk,
        "nobody": lambda: "x",
    }
    sent = {"remove": people[role]()}
    before = Membership.objects.count()
    assert desk.post(url("classroom-staff", classroom.pk), sent).status_code == 404
    assert Membership.objects.count() == before


def test_a_grader_sees_the_class_and_no_button_that_changes_it(client: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom, display_name="Amara")
    client.force_login(StaffFactory(classroom=classroom, role=Membership.Role.GRADER).user)
    shown = page(client, "classroom-detail", classroom.pk)
    assert "Amara" in shown
    assert "New PIN" not in shown
    assert 'name="names"' not in shown
    assert client.post(url("student-pin", classroom.pk, student.pk)).status_code == 403
    student.refresh_from_db()
    assert student.has_pin(PIN)


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
        "classroom": classroom.pk,
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
