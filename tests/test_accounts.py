"""How teachers come to an account, and who may sign in with one."""

from __future__ import annotations

import datetime as dt
from typing import Any
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from quizzes.factories import PASSWORD, ClassroomFactory, TeacherFactory
from quizzes.flows import accounts
from quizzes.models import Invitation, User

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


@pytest.mark.parametrize(
    ("signup", "told"),
    [("off", "accounts are made for you"), ("invitation", "by invitation"), ("open", "password1")],
)
def test_accounts_are_opened_by_teachers_only_where_the_school_says_so(
    client: Client, settings: Settings, signup: str, told: str
) -> None:
    settings.MEDIAQUIZ_SIGNUP = signup
    assert told in client.get(reverse("account_signup")).content.decode().lower()


NEW = {"name": "Ms Reyes", "email": "reyes@school.example", "password1": PASSWORD, "password2": PASSWORD}


def sign_up(client: Client, **fields: str) -> Any:
    return client.post(reverse("account_signup"), {**NEW, **fields})


@pytest.fixture
def with_mail(settings: Settings) -> None:
    settings.MEDIAQUIZ_SENDS_MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


@pytest.fixture
def is_open(settings: Settings) -> None:
    settings.MEDIAQUIZ_SIGNUP = "open"


def test_without_mail_a_new_teacher_is_at_home_at_once(client: Client, is_open: None) -> None:
    assert sign_up(client).headers["Location"] == reverse("home")
    assert "Ms Reyes" in client.get(reverse("home")).content.decode()
    assert not mail.outbox


def test_where_it_is_closed_a_sent_form_opens_nothing(client: Client) -> None:
    sign_up(client)
    assert not User.objects.exists()


def test_an_address_that_has_an_account_gets_no_second(client: Client, is_open: None) -> None:
    TeacherFactory(email=NEW["email"])
    assert "has an account already" in sign_up(client).content.decode()
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"password2": "another one"}, "same password"),
        ({"password1": "12345", "password2": "12345"}, "too short"),
        ({"name": ""}, "required"),
        ({"email": "reyes"}, "valid email"),
    ],
)
def test_a_form_filled_in_wrongly_opens_nothing(
    client: Client, is_open: None, wrong: dict[str, str], told: str
) -> None:
    assert told in sign_up(client, **wrong).content.decode()
    assert not User.objects.exists()


def test_where_mail_is_set_up_the_address_is_confirmed_first(
    client: Client, is_open: None, with_mail: None
) -> None:
    assert sign_up(client).headers["Location"] == reverse("account_email_verification_sent")
    assert client.get(reverse("home")).status_code == 302
    (sent,) = mail.outbox
    assert sent.to == [NEW["email"]]
    link = next(word for word in str(sent.body).split() if "/confirm-email/" in word)
    path = urlsplit(link).path
    assert NEW["email"] in client.get(path).content.decode()
    client.post(path)
    assert client.get(reverse("home")).status_code == 200


def test_what_the_administrator_has_made_needs_no_confirming(client: Client, with_mail: None) -> None:
    teacher = TeacherFactory()
    answer = client.post(reverse("account_login"), {"login": teacher.email, "password": PASSWORD})
    assert answer.headers["Location"] == reverse("home")
    assert not mail.outbox


def test_a_mail_server_that_fails_costs_a_sentence_and_not_the_page(
    client: Client, with_mail: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EmailMultiAlternatives, "send", Mock(side_effect=ConnectionRefusedError))
    monkeypatch.setattr(EmailMessage, "send", Mock(side_effect=ConnectionRefusedError))
    TeacherFactory(email=NEW["email"])
    sent = client.post(reverse("account_reset_password"), {"email": NEW["email"]}, follow=True)
    assert "could not be sent" in sent.content.decode()


# --- Invitations ---


def open_link(client: Client, **fields: Any) -> Any:
    invitation = Invitation.objects.create(expires_at=timezone.now() + dt.timedelta(days=1), **fields)
    client.get(reverse("teacher-invitation", args=[invitation.token]))
    return invitation


def test_an_invited_teacher_opens_one_account(client: Client) -> None:
    invitation = open_link(client)
    sign_up(client)
    invitation.refresh_from_db()
    assert invitation.accepted_by == User.objects.get(email=NEW["email"])
    client.post(reverse("account_logout"))
    sign_up(client, email="another@school.example")
    assert User.objects.count() == 1
    again = client.get(reverse("teacher-invitation", args=[invitation.token]))
    assert again.status_code == 410
    assert "is over" in again.content.decode()


def test_an_invitation_under_an_address_is_for_that_address_and_confirms_it(
    client: Client, with_mail: None
) -> None:
    open_link(client, email="anna@school.example")
    sign_up(client, email="other@school.example")
    assert User.objects.get().email == "anna@school.example"
    assert client.get(reverse("home")).status_code == 200
    assert not mail.outbox


def test_an_old_link_opens_nothing(client: Client) -> None:
    invitation = open_link(client)
    Invitation.objects.update(expires_at=timezone.now())
    assert "by invitation" in sign_up(client).content.decode()
    assert client.get(reverse("teacher-invitation", args=[invitation.token])).status_code == 410


def test_of_two_who_use_a_link_at_once_the_second_is_refused(client: Client) -> None:
    invitation = open_link(client)
    accounts.take_up(invitation=invitation, user=TeacherFactory(), at=timezone.now())
    with pytest.raises(accounts.InvitationOver):
        accounts.take_up(invitation=invitation, user=TeacherFactory(), at=timezone.now())


def test_off_is_off_also_with_a_link(client: Client, settings: Settings) -> None:
    settings.MEDIAQUIZ_SIGNUP = "off"
    open_link(client)
    sign_up(client)
    assert not User.objects.exists()


@pytest.mark.parametrize("has_account", [False, True])
def test_who_is_invited_into_a_class_goes_on_to_it(client: Client, has_account: bool) -> None:
    owner = TeacherFactory()
    invitation = Invitation.objects.create(
        classroom=ClassroomFactory(owner=owner),
        role="grader",
        invited_by=owner,
        expires_at=timezone.now() + dt.timedelta(days=1),
    )
    session = client.session
    session["invitation"] = invitation.token
    session.save()
    if has_account:
        known = {"login": TeacherFactory().email, "password": PASSWORD}
        answer = client.post(reverse("account_login"), known)
    else:
        assert owner.name in client.get(reverse("account_signup")).content.decode()
        answer = sign_up(client)
    assert answer.headers["Location"] == f"/invitations/{invitation.token}/"
    invitation.refresh_from_db()
    assert invitation.accepted_at is None  # its own page takes it up


# --- Throttle and forgotten passwords ---


def test_wrong_passwords_are_slowed_down_even_when_the_right_one_comes(client: Client) -> None:
    cache.clear()
    teacher = TeacherFactory()
    for _ in range(5):
        client.post(reverse("account_login"), {"login": teacher.email, "password": "wrong"})
    answer = client.post(reverse("account_login"), {"login": teacher.email, "password": PASSWORD})
    assert "Too many wrong tries" in answer.content.decode()
    other = {"login": TeacherFactory().email, "password": PASSWORD}
    assert client.post(reverse("account_login"), other).status_code == 302
    cache.clear()


def test_without_mail_the_page_says_whom_to_ask(client: Client, settings: Settings) -> None:
    settings.MEDIAQUIZ_CONTACT = "Mr Lind in room 12"
    teacher = TeacherFactory()
    assert "Mr Lind in room 12" in client.get(reverse("account_reset_password")).content.decode()
    sent = client.post(reverse("account_reset_password"), {"email": teacher.email}, follow=True)
    assert "No mail was sent" in sent.content.decode()
    assert not mail.outbox


def test_where_mail_is_set_up_a_link_comes_and_sets_a_password(client: Client, with_mail: None) -> None:
    teacher = TeacherFactory()
    client.post(reverse("account_reset_password"), {"email": teacher.email})
    link = next(word for word in str(mail.outbox[0].body).split() if "/password/reset/" in word)
    set_password(client, urlsplit(link).path)
    teacher.refresh_from_db()
    assert teacher.check_password("blue kettle seven")


def set_password(client: Client, path: str) -> None:
    page = client.get(path, follow=True)
    typed = {"password1": "blue kettle seven", "password2": "blue kettle seven"}
    client.post(page.redirect_chain[-1][0], typed)
