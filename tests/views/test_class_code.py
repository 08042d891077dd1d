"""The code by which a class joins: shown, opened, closed, renewed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.models import Classroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def classroom() -> Classroom:
    return ClassroomFactory(owner=TeacherFactory(), name="8B")


@pytest.fixture
def desk(client: Client, classroom: Classroom) -> Client:
    owner = classroom.memberships.get().user
    assert owner
    client.force_login(owner)
    return client


def test_the_projector_shows_code_and_address_and_no_student(desk: Client, classroom: Classroom) -> None:
    StudentFactory(classroom=classroom, display_name="Rude name", awaits_approval=True)
    shown = desk.get(reverse("classroom-code", args=[classroom.pk])).content.decode()
    assert classroom.spaced_code in shown
    assert "testserver/join/" in shown
    assert "<svg" in shown
    assert "data:" not in shown
    assert "Rude name" not in shown


def test_a_closed_code_is_not_projected(desk: Client, classroom: Classroom) -> None:
    Classroom.objects.update(is_code_closed=True)
    shown = desk.get(reverse("classroom-code", args=[classroom.pk])).content.decode()
    assert "closed just now" in shown
    assert "qrline" not in shown


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("everybody", "waits until you let it in"),
        ("roster", "Only names on the list"),
        ("nobody", "The code is closed"),
    ],
)
def test_who_joins_is_chosen_and_told(desk: Client, classroom: Classroom, sent: str, told: str) -> None:
    address = reverse("classroom-joining", args=[classroom.pk])
    shown = desk.post(address, {"joining": sent}, follow=True).content.decode()
    classroom.refresh_from_db()
    assert classroom.joining == sent
    assert told in shown


def test_what_is_not_on_offer_changes_nothing(desk: Client, classroom: Classroom) -> None:
    desk.post(reverse("classroom-joining", args=[classroom.pk]), {"joining": "x"})
    classroom.refresh_from_db()
    assert classroom.joining == "everybody"


def test_a_new_code_is_told(desk: Client, classroom: Classroom) -> None:
    old = classroom.spaced_code
    address = reverse("classroom-joining", args=[classroom.pk])
    shown = desk.post(address, {"renew": "yes"}, follow=True).content.decode()
    classroom.refresh_from_db()
    assert f"The code is now {classroom.spaced_code}" in shown
    assert old not in shown


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "x"])
def test_nobody_is_led_elsewhere(desk: Client, classroom: Classroom, back: str) -> None:
    address = reverse("classroom-joining", args=[classroom.pk])
    answer = desk.post(address, {"joining": "roster", "back": back})
    assert answer["Location"] == reverse("classroom-detail", args=[classroom.pk])


@pytest.mark.parametrize(
    ("host", "is_told"), [("localhost:8000", True), ("127.0.0.1", True), ("testserver", False)]
)
def test_an_address_that_no_phone_finds_is_told(
    desk: Client, classroom: Classroom, host: str, is_told: bool
) -> None:
    shown = desk.get(reverse("classroom-detail", args=[classroom.pk]), headers={"host": host})
    assert ("works on this computer only" in shown.content.decode()) is is_told
