"""What is shown where there is no page: in the house's dress, with a way on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error

from quizzes.factories import StudentFactory, TeacherFactory
from quizzes.models import Membership

pytestmark = pytest.mark.django_db


def sit(client: Client, student: Membership) -> None:
    session = client.session
    session["membership"], session["membership_key"] = student.pk, student.session_key
    session.save()


def test_an_address_without_a_page_leads_a_teacher_home(client: Client) -> None:
    client.force_login(TeacherFactory())
    answer = client.get("/no/such/page/")
    shown = answer.content.decode()
    assert answer.status_code == 404
    assert "Page not found" in shown and "mediaquiz.css" in shown
    assert f'href="{reverse("home")}"' in shown


def test_an_address_without_a_page_leads_a_student_to_her_quizzes(client: Client) -> None:
    sit(client, StudentFactory())
    shown = client.get("/no/such/page/").content.decode()
    assert f'href="{reverse("student-home")}"' in shown
    assert reverse("account_login") not in shown


def test_a_form_from_before_a_sign_in_is_told_why_it_was_not_taken() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("join"), {"code": "ABCDEF", "name": "Ada", "pin": "1234"})
    assert answer.status_code == 403
    assert "Nothing was saved" in answer.content.decode()


def test_a_name_that_the_site_does_not_answer_to_says_what_to_set(client: Client) -> None:
    answer = client.get("/", headers={"host": "quiz.elsewhere.example"})
    assert answer.status_code == 400
    assert "ALLOWED_HOSTS" in answer.content.decode()


def test_a_fault_of_ours_is_called_ours(rf: RequestFactory) -> None:
    answer: Any = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()
