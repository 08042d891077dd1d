"""allauth's pages in the house's dress."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import PASSWORD, TeacherFactory

pytestmark = pytest.mark.django_db


def test_a_teacher_signs_in_and_out(client: Client) -> None:
    teacher = TeacherFactory()
    signed_in = client.post(reverse("account_login"), {"login": teacher.email, "password": PASSWORD})
    assert signed_in.headers["Location"] == reverse("home")
    assert client.get(reverse("home")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("home")).status_code == 302


def test_a_wrong_password_comes_back_with_a_reason(client: Client) -> None:
    teacher = TeacherFactory()
    answer = client.post(reverse("account_login"), {"login": teacher.email, "password": "wrong"})
    assert "do not go together" in answer.content.decode()


def test_the_sign_in_form_speaks_as_our_pages_do(client: Client) -> None:
    shown = client.get(reverse("account_login")).content.decode()
    assert "E-mail address" in shown
    assert "Stay signed in on this device" in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("account_login", "Students need no account"),
        ("account_reset_password", "Forgotten password"),
        ("account_reset_password_done", "No mail was sent"),
        ("account_signup", "by invitation here"),
        ("account_reset_password_from_key_done", "Your new password is set"),
        ("account_inactive", "inactive"),
    ],
)
def test_a_page_for_anybody_wears_the_house_dress(client: Client, name: str, words: str) -> None:
    shown = client.get(reverse(name)).content.decode()
    assert words in shown
    assert "mediaquiz.css" in shown
    assert '<main id="main"' in shown


def test_a_used_link_for_a_new_password_says_so(client: Client) -> None:
    url = reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "used-up"})
    assert "This link is used up" in client.get(url, follow=True).content.decode()


@pytest.mark.parametrize("name", ["account_change_password", "account_email", "account_logout"])
def test_ones_own_account_wears_the_house_dress(client: Client, name: str) -> None:
    client.force_login(TeacherFactory())
    shown = client.get(reverse(name)).content.decode()
    assert "mediaquiz.css" in shown
    assert "<h1" in shown
