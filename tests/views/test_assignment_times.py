"""Moving the times of a quiz that a class has been given, and taking it back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import AssignmentFactory, AttemptFactory, StudentFactory
from quizzes.models import Assignment, Attempt

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2048, 1, 15, 12, tzinfo=dt.UTC)


@pytest.fixture
def assignment() -> Assignment:
    now = timezone.now()
    return AssignmentFactory(
        opens_at=now - dt.timedelta(hours=1),
        closes_at=now + dt.timedelta(days=1),
        classroom__time_zone="Asia/Tokyo",
    )


@pytest.fixture
def desk(client: Client, assignment: Assignment) -> Client:
    owner = assignment.classroom.memberships.get(role="owner").user
    assert owner
    client.force_login(owner)
    return client


def send(desk: Client, assignment: Assignment, **sent: str) -> str:
    answer = desk.post(reverse("assignment-times", args=[assignment.pk]), sent, follow=True)
    return str(answer.content.decode())


def running(assignment: Assignment, extra_time: str = "1.00") -> Attempt:
    student = StudentFactory(classroom=assignment.classroom, extra_time=extra_time)
    return AttemptFactory(
        assignment=assignment, membership=student, started_at=timezone.now(), submitted_at=None
    )


def test_the_page_shows_the_times_on_the_class_s_clock(desk: Client, assignment: Assignment) -> None:
    Assignment.objects.update(closes_at=NOON)
    shown = desk.get(reverse("assignment-times", args=[assignment.pk])).content.decode()
    assert 'value="2048-01-15T21:00"' in shown
    assert "Tokyo time" in shown


def test_a_new_closing_moves_the_end_of_who_is_working(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    shown = send(desk, assignment, opens_at="2020-01-01T09:00", closes_at="2048-01-15T21:00")
    attempt.refresh_from_db()
    assert "The times are changed." in shown
    assert attempt.deadline_at == NOON


def test_who_has_handed_in_stays_handed_in(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    ended = timezone.now()
    Attempt.objects.update(submitted_at=ended)
    send(desk, assignment, opens_at="2020-01-01T09:00", closes_at="2048-01-15T21:00")
    attempt.refresh_from_db()
    assert attempt.submitted_at == ended
    assert attempt.deadline_at != NOON


def test_a_closing_before_the_opening_is_refused(desk: Client, assignment: Assignment) -> None:
    shown = send(desk, assignment, opens_at="2048-01-15T21:00", closes_at="2048-01-15T20:00")
    assert "It must close after it opens." in shown
    assert Assignment.objects.get() == assignment
    assert Assignment.objects.get().closes_at == assignment.closes_at


def test_a_quiz_that_nobody_has_begun_is_taken_back(desk: Client, assignment: Assignment) -> None:
    assert "is taken back" in send(desk, assignment, withdraw="1")
    assert not Assignment.objects.exists()


def test_one_that_somebody_has_begun_stays(desk: Client, assignment: Assignment) -> None:
    running(assignment)
    assert "so it stays" in send(desk, assignment, withdraw="1")
    assert Assignment.objects.exists()
