"""The first teacher's account."""

from __future__ import annotations

import sys
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from quizzes.factories import TeacherFactory
from quizzes.models import User

pytestmark = pytest.mark.django_db


def create(*arguments: str) -> str:
    out = StringIO()
    call_command("create_teacher", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def test_generated_password_is_printed_and_signs_in(client: Client) -> None:
    said = create("Anna@school.example", "--name", "Anna Reyes", "--generate")
    password = said.strip().rpartition(" ")[2]
    answer = client.post(reverse("account_login"), {"login": "anna@school.example", "password": password})
    assert answer.status_code == 302
    assert User.objects.get().name == "Anna Reyes"


def test_password_is_asked_until_it_is_good_and_typed_twice_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(
        ["short", "a long and good one", "a long and good on", "blue kettle seven", "blue kettle seven"]
    )
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("quizzes.management.commands.create_teacher.getpass", lambda prompt: next(typed))
    said = create("anna@school.example")
    assert "too short" in said and "not the same" in said and "blue kettle" not in said
    assert User.objects.get().check_password("blue kettle seven")


def test_second_account_with_one_address_is_refused() -> None:
    TeacherFactory(email="anna@school.example")
    with pytest.raises(CommandError, match="has an account"):
        create("ANNA@school.example", "--generate")


@pytest.mark.parametrize("email", ["anna", "anna@", "", "anna @school.example"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(CommandError, match="no e-mail address"):
        create(email, "--generate")
    assert not User.objects.exists()
