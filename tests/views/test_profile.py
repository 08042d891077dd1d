"""A teacher's own account."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from quizzes.factories import PASSWORD, ClassroomFactory, StoryFactory, StudentFactory, TeacherFactory
from quizzes.models import Classroom, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    cache.clear()
    return TeacherFactory(email="anna@school.example", name="Anna")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def post(desk: Client, page: str, /, **data: str) -> Any:
    return desk.post(reverse(page), data, follow=True)


def test_a_name_is_set(desk: Client, teacher: User) -> None:
    assert "Ms Reyes" in post(desk, "profile", name="Ms Reyes").content.decode()
    teacher.refresh_from_db()
    assert teacher.name == "Ms Reyes"


def test_a_name_that_is_too_long_is_refused_and_the_page_keeps_the_old(desk: Client) -> None:
    answer = post(desk, "profile", name="A" * 200)
    assert answer.status_code == 422
    assert ">Anna</a>" in answer.content.decode()


def test_without_mail_the_address_is_changed_by_the_password(desk: Client, teacher: User) -> None:
    post(desk, "profile", address="change", email="new@school.example", password=PASSWORD)
    teacher.refresh_from_db()
    assert teacher.email == "new@school.example"
    desk.post(reverse("account_logout"))
    sent = {"login": "new@school.example", "password": PASSWORD}
    assert desk.post(reverse("account_login"), sent).status_code == 302


@pytest.mark.parametrize(
    ("email", "password", "told"),
    [
        ("new@school.example", "wrong", "This is not your password."),
        ("taken@school.example", PASSWORD, "Another account has this address"),
        ("new", PASSWORD, "valid email"),
    ],
)
def test_a_change_of_address_is_refused(
    desk: Client, teacher: User, email: str, password: str, told: str
) -> None:
    TeacherFactory(email="taken@school.example")
    answer = post(desk, "profile", address="change", email=email, password=password)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert User.objects.filter(email="anna@school.example").exists()


def test_where_mail_is_set_up_the_address_is_changed_by_a_mail(desk: Client, settings: Settings) -> None:
    settings.MEDIAQUIZ_SENDS_MAIL = True
    assert reverse("account_email") in desk.get(reverse("profile")).content.decode()
    post(desk, "profile", address="change", email="new@school.example", password=PASSWORD)
    assert User.objects.filter(email="anna@school.example").exists()


# --- Deleting ---


def delete(desk: Client, email: str = "anna@school.example", password: str = PASSWORD) -> Any:
    return post(desk, "profile-delete", email=email, password=password)


def test_what_goes_is_named(desk: Client, teacher: User) -> None:
    StoryFactory(teacher=teacher, title="The ferry")
    StudentFactory(classroom=ClassroomFactory(owner=teacher, name="8B"))
    shown = desk.get(reverse("profile-delete")).content.decode()
    assert "This is final" in shown
    assert "The ferry" in shown
    assert "<b>8B</b>: 1 student," in shown


def test_the_account_is_gone_and_signed_out(desk: Client, teacher: User) -> None:
    ClassroomFactory(owner=teacher)
    assert "is deleted" in delete(desk, email=" ANNA@school.example").content.decode()
    assert not User.objects.exists() and not Classroom.objects.exists()
    assert desk.get(reverse("home")).status_code == 302


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"email": "ana@school.example"}, "not the address"),
        ({"password": "wrong"}, "not your password"),
        ({"email": ""}, "required"),
    ],
)
def test_nothing_is_deleted_by_a_slip(desk: Client, sent: dict[str, str], told: str) -> None:
    assert told in delete(desk, **sent).content.decode()
    assert User.objects.exists()


def test_guessing_the_password_is_slowed_down(desk: Client) -> None:
    for _ in range(5):
        delete(desk, password="wrong")
    assert "Too many wrong tries" in delete(desk).content.decode()
    assert User.objects.exists()
    cache.clear()


def test_many_stories_and_classes_cost_no_more_queries(
    desk: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    StoryFactory.create_batch(30, teacher=teacher)
    for _ in range(20):
        StudentFactory(classroom=ClassroomFactory(owner=teacher))
    with django_assert_num_queries(
        9
    ):  # session, user; stories, articles, quizzes twice, classes, attempts, shared
        desk.get(reverse("profile-delete"))
