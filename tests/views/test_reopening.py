"""The page on which an attempt is opened again, and what its student then sees."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.taking import submit_attempt
from quizzes.models import Assignment, Attempt
from quizzes.timing import clock_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(attempt: Attempt) -> Attempt:
    Assignment.objects.update(feedback=Assignment.Feedback.ON_RELEASE)
    done = submit_attempt(attempt=attempt, at=timezone.now())
    done.assignment.refresh_from_db()
    return done


@pytest.fixture
def teacher(attempt: Attempt) -> Client:
    browser, owner = Client(), attempt.assignment.classroom.memberships.staff().get().user
    assert owner
    browser.force_login(owner)
    return browser


def page(attempt: Attempt) -> str:
    return reverse("attempt-reopen", args=[attempt.assignment_id, attempt.pk])


def tomorrow(attempt: Attempt) -> str:
    zone = attempt.assignment.classroom.zone
    return clock_of(timezone.now() + dt.timedelta(days=1), zone).strftime("%Y-%m-%dT%H:%M")


def test_it_is_opened_from_the_review_and_the_student_goes_on(
    teacher: Client, desk: Client, done: Attempt
) -> None:
    review = reverse("attempt-review", args=[done.assignment_id, done.membership_id])
    assert page(done) in teacher.get(review).content.decode()
    sent = {"until": tomorrow(done), "reason": "Fire alarm"}
    told = teacher.post(page(done), sent, follow=True).content.decode()
    assert "Amara can work on it again, until" in told
    assert "Open again until" in told
    assert "has opened it again for you" in desk.get(reverse("student-home")).content.decode()
    card = desk.get(reverse("student-assignment", args=[done.assignment_id])).content.decode()
    assert "has opened attempt 1 again for you" in card
    assert "Why" not in card and "Fire alarm" not in card
    assert desk.get(reverse("attempt", args=[done.pk])).status_code == 200
    assert "Hand it in now" in teacher.get(page(done)).content.decode()
    teacher.post(page(done), {"end": "1"})
    done.refresh_from_db()
    assert not done.is_running


@pytest.mark.parametrize(
    ("given", "told"),
    [({"until": "2020-01-01T09:00"}, "This time is over"), ({"reason": ""}, "This field is required")],
)
def test_a_refusal_says_why_and_changes_nothing(
    teacher: Client, done: Attempt, given: dict[str, str], told: str
) -> None:
    sent = {"until": tomorrow(done), "reason": "Fire alarm"} | given
    assert told in teacher.post(page(done), sent).content.decode()
    done.refresh_from_db()
    assert not done.is_running


def test_where_the_keys_are_out_it_asks_once_more(teacher: Client, done: Attempt) -> None:
    Assignment.objects.update(released_at=timezone.now())
    sent = {"until": tomorrow(done), "reason": "Fire alarm"}
    assert "Say that you know it" in teacher.post(page(done), sent).content.decode()
    teacher.post(page(done), sent | {"knows": "on"})
    done.refresh_from_db()
    assert done.is_running


def test_who_is_still_working_is_given_more_time_elsewhere(teacher: Client, attempt: Attempt) -> None:
    shown = teacher.get(page(attempt)).content.decode()
    assert reverse("student-terms", args=[attempt.assignment_id, attempt.membership_id]) in shown
    teacher.post(page(attempt), {"until": tomorrow(attempt), "reason": "x"})
    attempt.refresh_from_db()
    assert attempt.reopened_until is None


def test_an_attempt_of_another_quiz_is_not_found(teacher: Client, done: Attempt) -> None:
    assert teacher.get(reverse("attempt-reopen", args=[done.assignment_id, done.pk + 1])).status_code == 404


def test_it_says_from_when_the_class_sees_the_keys(teacher: Client, done: Attempt) -> None:
    assert "could hear them" not in teacher.get(page(done)).content.decode()
    Assignment.objects.update(feedback=Assignment.Feedback.AFTER_CLOSE)
    assert "The class sees the keys from" in teacher.get(page(done)).content.decode()
