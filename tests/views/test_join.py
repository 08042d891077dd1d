"""A student's way in and out."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from quizzes.factories import PIN, TeacherFactory
from quizzes.flows import joining
from quizzes.flows.rosters import renew_pins
from quizzes.models import Assignment, Attempt, Classroom, Membership
from tests.frozen import student_of

pytestmark = pytest.mark.django_db


def test_the_code_in_the_address_is_filled_in(client: Client, student: Membership) -> None:
    shown = client.get(reverse("join-code", args=[student.classroom.code])).content.decode()
    assert f'value="{student.classroom.code}"' in shown
    assert "Amara" not in shown


def test_a_new_name_is_asked_before_it_joins(client: Client, assignment: Assignment) -> None:
    sent = {"code": assignment.classroom.code, "name": "Bo", "pin": "1357"}
    asked = client.post(reverse("join"), sent).content.decode()
    assert "I am new: ask to join as Bo" in asked
    welcome = client.post(reverse("join"), {**sent, "new": "on"}, follow=True).content.decode()
    assert "Note your PIN 1357" in welcome
    assert "Nearly there, Bo" in welcome


def test_a_second_ana_is_asked_for_an_initial(client: Client, student: Membership) -> None:
    sent = {"code": student.classroom.code, "name": "Amara", "pin": "1357"}
    told = client.post(reverse("join"), sent).content.decode()
    assert "Are you another Amara? Then add an initial" in told


def test_a_closed_code_lets_nobody_in(client: Client, student: Membership) -> None:
    Classroom.objects.update(is_code_closed=True)
    sent = {"code": student.classroom.code, "name": "Amara", "pin": PIN}
    assert "The code of this class is closed" in client.post(reverse("join"), sent).content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pin": "12"}, "A PIN has 4 digits."),
        ({"pin": "١٢٣٤"}, "A PIN has 4 digits."),
        ({"code": "ABC"}, "A class code has 6 letters and digits."),
        ({"name": "…"}, "Give a name with letters in it."),
        ({"name": "\ufdfa" * 60}, "is longer than 60 characters."),
        ({"pin": "0000"}, "with another PIN"),
    ],
)
def test_a_refused_join_says_why_and_keeps_what_was_typed(
    client: Client, student: Membership, changed: dict[str, str], told: str
) -> None:
    sent = {"code": student.classroom.code, "name": "Amara", "pin": PIN, **changed}
    answer = client.post(reverse("join"), sent)
    assert told in answer.content.decode()
    assert client.get(reverse("student-home")).status_code == 302


def test_too_many_wrong_tries_are_answered_with_429(client: Client, student: Membership) -> None:
    cache.clear()
    sent = {"code": student.classroom.code, "name": "Amara", "pin": "0000"}
    codes = [client.post(reverse("join"), sent).status_code for _ in range(6)]
    assert codes == [200] * 5 + [429]


def test_behind_a_proxy_tries_are_counted_by_the_visitor_s_address(
    client: Client, student: Membership, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    monkeypatch.setattr(joining, "FREE_TRIES_BY_ADDRESS", 1)
    sent = {"code": student.classroom.code, "name": "Amara", "pin": PIN}
    one, other = ({"X-Forwarded-For": f"198.51.100.{n}"} for n in (1, 2))
    client.post(reverse("join"), {**sent, "pin": "0000"}, headers=one)
    assert client.post(reverse("join"), sent, headers=one).status_code == 429
    assert client.post(reverse("join"), sent, headers=other).status_code == 302


def test_leaving_ends_the_session(desk: Client) -> None:
    desk.post(reverse("student-leave"))
    assert desk.get(reverse("student-home")).url == reverse("join")


def test_the_next_student_at_this_computer_sees_nothing_of_the_one_before(
    desk: Client, attempt: Attempt
) -> None:
    student_of(attempt.assignment, display_name="Finn")
    desk.post(reverse("join"), {"code": attempt.assignment.classroom.code, "name": "Finn", "pin": PIN})
    for name in ("attempt", "attempt-submit", "attempt-receipt", "attempt-feedback"):
        assert desk.get(reverse(name, args=[attempt.pk])).status_code == 404


def test_a_new_pin_ends_a_session_that_is_open(desk: Client, student: Membership) -> None:
    renew_pins(students=[student], by=TeacherFactory())
    sent_to = desk.get(reverse("student-home"))
    assert sent_to.url == reverse("join-code", args=[student.classroom.code]) + "?out=yes"
    assert "not in your class here any more" in desk.get(sent_to.url).content.decode()
