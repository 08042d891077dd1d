"""Who may sign in with an account."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from quizzes.factories import PASSWORD, TeacherFactory

pytestmark = pytest.mark.django_db


def signed_in(email: str) -> bool:
    return authenticate(RequestFactory().post("/"), email=email, password=PASSWORD) is not None


def test_a_teacher_signs_in_with_e_mail_and_password() -> None:
    assert signed_in(TeacherFactory().email)


def test_a_wrong_password_is_refused() -> None:
    teacher = TeacherFactory(password="another one")
    assert not signed_in(teacher.email)


@pytest.mark.parametrize("shown", [True, False])
def test_the_demonstration_teacher_signs_in_only_where_it_is_shown(settings: Settings, shown: bool) -> None:
    settings.MEDIAQUIZ_DEMO_SIGN_INS = shown
    assert signed_in(TeacherFactory(is_demo=True).email) is shown


def test_an_open_session_of_the_demonstration_ends_with_it(client: Client, settings: Settings) -> None:
    settings.MEDIAQUIZ_DEMO_SIGN_INS = True
    client.force_login(TeacherFactory(is_demo=True))
    settings.MEDIAQUIZ_DEMO_SIGN_INS = False
    assert client.get(reverse("home")).status_code == 302


@pytest.mark.parametrize(("is_open", "told"), [(False, "accounts are made for you"), (True, "password1")])
def test_accounts_are_opened_by_teachers_only_where_the_school_says_so(
    client: Client, settings: Settings, is_open: bool, told: str
) -> None:
    settings.MEDIAQUIZ_OPEN_SIGNUP = is_open
    assert told in client.get(reverse("account_signup")).content.decode().lower()
