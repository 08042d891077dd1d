"""The list of students: names added by hand, pasted, from a file; PIN cards."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quizzes.factories import PIN, AttemptFactory, ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.models import Classroom, Membership

pytestmark = pytest.mark.django_db
CARD = re.compile(r'class="c-name">([^<]+)</p>.*?<dd class="pin">(\d{4})</dd>', re.DOTALL)


@pytest.fixture
def classroom() -> Classroom:
    return ClassroomFactory(owner=TeacherFactory(), name="8B")


@pytest.fixture
def desk(client: Client, classroom: Classroom) -> Client:
    owner = classroom.memberships.get().user
    assert owner
    client.force_login(owner)
    return client


def add(desk: Client, classroom: Classroom, **sent: Any) -> Any:
    return desk.post(reverse("classroom-roster", args=[classroom.pk]), sent)


def upload(desk: Client, classroom: Classroom, data: bytes, name: str = "list.csv") -> Any:
    return add(desk, classroom, names="", file=SimpleUploadedFile(name, data))


def test_pasted_names_get_pins_that_are_shown_once(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Amara")
    answer = add(desk, classroom, names="Bo\r\n\r\n  Cleo   M \nbo\nAMARA")
    shown = answer.content.decode()
    cards = CARD.findall(shown)
    assert [name for name, _ in cards] == ["Bo", "Cleo M"]
    assert Membership.objects.get(display_name="Bo").has_pin(cards[0][1])
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    page = desk.get(reverse("classroom-students", args=[classroom.pk])).content.decode()
    assert cards[0][1] not in page.replace(classroom.code, "")


def test_a_second_ana_is_asked_for_an_initial(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Amara")
    shown = add(desk, classroom, names="Bo\nbo\nAMARA").content.decode()
    assert "On the list already, PINs as they were: AMARA." in shown
    assert "taken in once: bo." in shown
    assert "Add an initial" in shown
    assert re.search(r"<textarea[^>]*>\s*bo \nAMARA ", shown)


def test_a_list_that_is_sent_again_adds_who_is_new(desk: Client, classroom: Classroom) -> None:
    names = [f"Name {n}" for n in range(12)]
    add(desk, classroom, names="\n".join(names))
    shown = add(desk, classroom, names="\n".join([*names, "Zoë"])).content.decode()
    assert [name for name, _ in CARD.findall(shown)] == ["Zoë"]
    assert "Add an initial" not in shown


def test_a_line_that_cannot_stand_is_told_and_the_others_taken(desk: Client, classroom: Classroom) -> None:
    shown = add(desk, classroom, names=f"Bo\n…\n{'x' * 61}\nCleo").content.decode()
    assert [name for name, _ in CARD.findall(shown)] == ["Bo", "Cleo"]
    assert "Line 2, “…”: Give a name with letters in it." in shown
    assert "longer than 60 characters" in shown


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (" \n ", "Type or paste a name"),
        ("x" * 61, "longer than 60 characters"),
        ("\ufdfa" * 60, "longer than 60 characters"),  # each folds into eighteen
        ("…", "a name with letters"),
        ("\n".join(map(str, range(401))), "400 names at the most"),
    ],
)
def test_names_that_cannot_stand_are_refused(
    desk: Client, classroom: Classroom, names: str, told: str
) -> None:
    answer = add(desk, classroom, names=names)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Membership.objects.students().exists()


def test_a_file_is_taken_in(desk: Client, classroom: Classroom) -> None:
    shown = upload(desk, classroom, "First name;Last name\nZoë;Diaz\n;\n123;\n".encode()).content.decode()
    assert [name for name, _ in CARD.findall(shown)] == ["Zoë Diaz", "123"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04", "save it as CSV"),
        (b"Name\n", "no name below it"),
        (b"a" * (1024 * 1024 + 1), "larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    desk: Client, classroom: Classroom, data: bytes, told: str
) -> None:
    answer = upload(desk, classroom, data)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_cards_are_asked_for_before_any_pin_is_changed(desk: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    shown = desk.get(reverse("classroom-cards", args=[classroom.pk])).content.decode()
    assert "the old PINs of those you choose stop working" in shown
    student.refresh_from_db()
    assert student.has_pin(PIN)


def test_cards_are_made_for_those_who_are_chosen(desk: Client, classroom: Classroom) -> None:
    ana, bo = (StudentFactory(classroom=classroom, display_name=name) for name in ("Ana", "Bo"))
    answer = desk.post(reverse("classroom-cards", args=[classroom.pk]), {"student": [ana.pk]})
    ((name, pin),) = CARD.findall(answer.content.decode())
    for student in (ana, bo):
        student.refresh_from_db()
    assert name == "Ana"
    assert ana.has_pin(pin)
    assert bo.has_pin(PIN)
    assert "no-store" in answer["Cache-Control"]


def test_a_card_says_class_name_code_pin_and_address(desk: Client, classroom: Classroom) -> None:
    shown = add(desk, classroom, names="Ana").content.decode()
    card = shown[shown.index("pin-card") :]
    for part in ("8B", "Ana", classroom.spaced_code, "testserver/join/", "<svg"):
        assert part in card


def test_where_nobody_is_chosen_no_pin_is_changed(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom)
    answer = desk.post(reverse("classroom-cards", args=[classroom.pk]), {"student": ["x"]}, follow=True)
    assert "no PIN was changed" in answer.content.decode()


def test_a_new_pin_is_shown_once_and_holds(desk: Client, classroom: Classroom) -> None:
    student = StudentFactory(classroom=classroom)
    shown = desk.post(reverse("student-pin", args=[classroom.pk, student.pk])).content.decode()
    student.refresh_from_db()
    ((_, pin),) = CARD.findall(shown)
    assert student.has_pin(pin)


def test_sixty_students_cost_no_more_queries_than_one(
    desk: Client, classroom: Classroom, django_assert_num_queries: Any
) -> None:
    for student in StudentFactory.create_batch(60, classroom=classroom):
        AttemptFactory(membership=student, assignment__classroom=classroom)
    for name in ("classroom-students", "classroom-cards"):
        with django_assert_num_queries(7 if name == "classroom-students" else 6):
            desk.get(reverse(name, args=[classroom.pk]))
