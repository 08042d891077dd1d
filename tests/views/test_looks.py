"""Light, dark, or as the device: chosen at the foot of a page and kept in the browser."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import TeacherFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> Client:
    client.force_login(TeacherFactory())
    return client


def choose(client: Client, look: str, back: str = "") -> str:
    answer = client.post(reverse("look"), {"look": look, "back": back or reverse("story-list")})
    assert answer.status_code == 302
    return answer["Location"]


def shown(client: Client) -> str:
    return client.get(reverse("story-list")).content.decode()


def test_a_page_follows_the_device_until_somebody_chooses(teacher: Client) -> None:
    assert 'data-bs-theme="light" data-look="device"' in shown(teacher)


@pytest.mark.parametrize(("look", "theme"), [("dark", "dark"), ("light", "light"), ("device", "light")])
def test_the_look_is_kept_and_the_page_comes_back(teacher: Client, look: str, theme: str) -> None:
    assert choose(teacher, look) == reverse("story-list")
    assert f'data-bs-theme="{theme}" data-look="{look}"' in shown(teacher)


def test_a_look_that_does_not_exist_changes_nothing(teacher: Client) -> None:
    choose(teacher, "dark")
    choose(teacher, "pink")
    assert 'data-look="dark"' in shown(teacher)


def test_a_cookie_from_elsewhere_is_no_look(teacher: Client) -> None:
    teacher.cookies["look"] = '"><b>'
    assert 'data-look="device"' in shown(teacher)


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(teacher: Client, back: str) -> None:
    assert choose(teacher, "dark", back) == reverse("home")
