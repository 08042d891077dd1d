"""One student as her teacher sees her: renamed, moved, merged, removed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import AttemptFactory, ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.models import Attempt, Classroom, Membership, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B")


@pytest.fixture
def amara(classroom: Classroom) -> Membership:
    return StudentFactory(classroom=classroom, display_name="Amara")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def url(name: str, student: Membership) -> str:
    return reverse(name, args=[student.classroom_id, student.pk])


def test_a_rude_name_is_changed(desk: Client, amara: Membership) -> None:
    shown = desk.post(url("student-detail", amara), {"name": " Amara  D "}, follow=True).content.decode()
    assert "Amara is now Amara D" in shown
    assert Membership.objects.students().get().display_name == "Amara D"


@pytest.mark.parametrize(
    ("name", "told"), [("bo", "Add an initial: “Bo B”"), ("…", "letters"), ("", "required")]
)
def test_a_name_that_cannot_stand_is_refused(desk: Client, amara: Membership, name: str, told: str) -> None:
    StudentFactory(classroom=amara.classroom, display_name="Bo")
    answer = desk.post(url("student-detail", amara), {"name": name})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "<h1>Amara</h1>" in answer.content.decode()


def test_extra_time_is_set(desk: Client, amara: Membership) -> None:
    desk.post(url("student-time", amara), {"factor": "1.25"})
    amara.refresh_from_db()
    assert float(amara.extra_time) == 1.25


def test_extra_time_that_is_not_on_offer_changes_nothing(desk: Client, amara: Membership) -> None:
    desk.post(url("student-time", amara), {"factor": "0.5"})
    amara.refresh_from_db()
    assert amara.extra_time == 1


def test_a_student_of_another_class_is_not_there(desk: Client, classroom: Classroom) -> None:
    address = reverse("student-detail", args=[classroom.pk, StudentFactory().pk])
    assert desk.get(address).status_code == 404


def test_a_move_says_what_stays(desk: Client, amara: Membership, teacher: User) -> None:
    AttemptFactory(membership=amara, assignment__classroom=amara.classroom, submitted_at=timezone.now())
    other = ClassroomFactory(owner=teacher, name="8C")
    shown = desk.post(url("student-move", amara), {"to": other.pk}, follow=True).content.decode()
    assert f"Amara is in 8C now, with the same PIN; the code is {other.spaced_code}." in shown
    assert "stay among the results of 8B: 1." in shown


@pytest.mark.parametrize("whose", ["a stranger's", "the same"])
def test_nobody_is_moved_where_the_teacher_keeps_no_list(desk: Client, amara: Membership, whose: str) -> None:
    to = ClassroomFactory() if whose == "a stranger's" else amara.classroom
    assert desk.post(url("student-move", amara), {"to": to.pk}).status_code == 422
    amara.refresh_from_db()
    assert amara.classroom.name == "8B"


def test_a_name_that_is_taken_there_is_told(desk: Client, amara: Membership, teacher: User) -> None:
    other = ClassroomFactory(owner=teacher, name="8C")
    StudentFactory(classroom=other, display_name="amara")
    answer = desk.post(url("student-move", amara), {"to": other.pk})
    assert "There is a “amara” in 8C already" in answer.content.decode()


def test_who_took_a_quiz_and_moved_can_be_reviewed_where_she_took_it(
    desk: Client, amara: Membership, teacher: User
) -> None:
    attempt = AttemptFactory(
        membership=amara, assignment__classroom=amara.classroom, submitted_at=timezone.now()
    )
    desk.post(url("student-move", amara), {"to": ClassroomFactory(owner=teacher, name="8C").pk})
    address = reverse("attempt-review", args=[attempt.assignment_id, amara.pk])
    assert desk.get(address).status_code == 200
    results = desk.get(reverse("assignment-results", args=[attempt.assignment_id])).content.decode()
    assert "now in 8C" in results


def test_merging_says_what_each_has_before_it_is_done(desk: Client, amara: Membership) -> None:
    twin = StudentFactory(classroom=amara.classroom, display_name="Amara D")
    AttemptFactory(membership=twin, assignment__classroom=amara.classroom, assignment__version__title="Fire")
    shown = desk.get(url("student-merge", amara), {"other": twin.pk}).content.decode()
    assert "Amara and Amara D are one?" in shown
    assert "Fire, working now" in shown
    assert Membership.objects.students().count() == 2


@pytest.mark.parametrize("kept", ["Amara", "Amara D"])
def test_the_one_who_is_chosen_stays(desk: Client, amara: Membership, kept: str) -> None:
    twin = StudentFactory(classroom=amara.classroom, display_name="Amara D")
    AttemptFactory(membership=twin, assignment__classroom=amara.classroom)
    keep = {"Amara": amara, "Amara D": twin}[kept]
    desk.post(url("student-merge", amara), {"other": twin.pk, "keep": keep.pk})
    assert Membership.objects.students().get().display_name == kept
    assert Attempt.objects.get().membership == keep


def test_two_in_the_middle_of_one_quiz_are_not_merged(desk: Client, amara: Membership) -> None:
    twin = StudentFactory(classroom=amara.classroom)
    attempt = AttemptFactory(membership=amara, assignment__classroom=amara.classroom)
    AttemptFactory(membership=twin, assignment=attempt.assignment)
    shown = desk.post(url("student-merge", amara), {"other": twin.pk}).content.decode()
    assert "Both are in the middle of" in shown
    assert Attempt.objects.count() == 2


def test_who_has_no_answers_is_removed_by_one_click(desk: Client, amara: Membership) -> None:
    assert "nothing but the name" in desk.get(url("student-remove", amara)).content.decode()
    shown = desk.post(url("student-remove", amara), follow=True).content.decode()
    assert "Amara is no longer in 8B" in shown
    assert not Membership.objects.students().exists()


def test_answers_are_named_and_the_name_is_typed_before_they_go(desk: Client, amara: Membership) -> None:
    attempt = AttemptFactory(membership=amara, assignment__classroom=amara.classroom)
    shown = desk.get(url("student-remove", amara)).content.decode()
    assert f"{attempt.assignment.version.title}: 1 attempt, working on it now" in shown
    assert desk.post(url("student-remove", amara), {"title": "Bo"}).status_code == 422
    assert Attempt.objects.exists()
    desk.post(url("student-remove", amara), {"title": "amara"})
    assert not Attempt.objects.exists()
