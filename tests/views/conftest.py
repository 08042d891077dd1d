"""A student who has joined, and her attempt, for the tests of the student's pages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import PIN
from quizzes.flows.taking import start_attempt
from quizzes.models import Assignment, Attempt, Membership
from tests.frozen import frozen_quiz, student_of


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(feedback="on_submit", classroom__time_zone="Europe/Dublin")


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return student_of(assignment, display_name="Amara")


@pytest.fixture
def desk(client: Client, student: Membership) -> Client:
    """The browser of a student who has joined."""
    sent = {"code": student.classroom.code, "name": "Amara", "pin": PIN}
    assert client.post(reverse("join"), sent).status_code == 302
    return client


@pytest.fixture
def attempt(assignment: Assignment, student: Membership) -> Attempt:
    return start_attempt(assignment=assignment, student=student, at=timezone.now())
