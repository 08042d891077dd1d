"""The links that an administrator hands over: to open an account, to set a new password."""

from __future__ import annotations

from io import StringIO
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from quizzes.factories import TeacherFactory
from quizzes.models import Invitation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(settings: Settings) -> None:
    settings.MEDIAQUIZ_ADDRESS = "https://quiz.school.example"


def said(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out, stderr=out)
    return out.getvalue()


def link_in(text: str) -> str:
    (link,) = [word for word in text.split() if word.startswith("https://quiz.school.example/")]
    return urlsplit(link).path


def test_the_link_of_an_invitation_opens_the_page_to_sign_up(client: Client) -> None:
    told = said("invite_teacher")
    assert "14 days" in told
    assert "password1" in client.get(link_in(told), follow=True).content.decode()


def test_an_invitation_for_an_address_is_sent_where_mail_is_set_up(settings: Settings) -> None:
    assert "sent" not in said("invite_teacher", "--email", "anna@school.example")
    assert not mail.outbox
    settings.MEDIAQUIZ_SENDS_MAIL = True
    told = said("invite_teacher", "--email", "Anna@school.example")
    (sent,) = mail.outbox
    assert link_in(told) in str(sent.body)
    assert Invitation.objects.first().email == "anna@school.example"  # type: ignore[union-attr]


def test_a_mail_server_that_fails_leaves_the_link(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIAQUIZ_SENDS_MAIL = True
    refused = Mock(side_effect=ConnectionRefusedError("refused"))
    monkeypatch.setattr("quizzes.management.commands.invite_teacher.send_mail", refused)
    told = said("invite_teacher", "--email", "anna@school.example")
    assert "could not be sent" in told
    assert link_in(told)


@pytest.mark.parametrize(
    ("email", "why"), [("anna", "no e-mail address"), ("known@school.example", "has an account")]
)
def test_nobody_is_invited_under_an_unusable_address(email: str, why: str) -> None:
    TeacherFactory(email="known@school.example")
    with pytest.raises(CommandError, match=why):
        said("invite_teacher", "--email", email)
    assert not Invitation.objects.exists()


def test_where_signing_up_is_off_nobody_is_invited(settings: Settings) -> None:
    settings.MEDIAQUIZ_SIGNUP = "off"
    with pytest.raises(CommandError, match="create_teacher"):
        said("invite_teacher")


def test_a_password_link_sets_a_password_once(client: Client) -> None:
    teacher = TeacherFactory(email="anna@school.example")
    path = link_in(said("password_link", "Anna@school.example"))
    form = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": "blue kettle seven", "password2": "blue kettle seven"})
    teacher.refresh_from_db()
    assert teacher.check_password("blue kettle seven")
    assert "used up" in Client().get(path, follow=True).content.decode()
    assert EmailAddress.objects.get(user=teacher).verified
    assert (
        reverse("home")
        == client.post(
            reverse("account_login"), {"login": teacher.email, "password": "blue kettle seven"}
        ).headers["Location"]
    )


@pytest.mark.parametrize(("fields", "why"), [({}, "No account"), ({"is_active": False}, "is closed")])
def test_no_link_is_made_for_an_account_that_nobody_can_use(fields: dict[str, bool], why: str) -> None:
    TeacherFactory(email="anna@school.example" if fields else "other@school.example", **fields)
    with pytest.raises(CommandError, match=why):
        said("password_link", "anna@school.example")
