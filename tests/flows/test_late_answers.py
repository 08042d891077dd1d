"""What came too late is kept, shown to the teacher, and counts where she says so."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.grading import grade
from quizzes.flows.late_answers import NotCounted, let_count
from quizzes.flows.saving import save_answer
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Attempt, Audit, ResponseEvent, User
from quizzes.reports import late_answers
from quizzes.reports.results import attempt_review
from quizzes.reports.terms import history
from tests.frozen import frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + dt.timedelta(minutes=5)


@pytest.fixture
def done() -> Attempt:
    """Handed in with a wrong choice; the right one came after."""
    assignment = frozen_quiz()
    student = student_of(assignment, display_name="Amara")
    attempt = start_attempt(assignment=assignment, student=student, at=NOW)
    save(attempt, "o1", 1)
    attempt = submit_attempt(attempt=attempt, at=NOW)
    save(attempt, "o2", 2)
    return attempt


def save(attempt: Attempt, answer: Any, number: int, kind: str = "choice") -> ResponseEvent:
    item = items_by_kind(attempt.assignment)[kind]
    return save_answer(
        attempt=attempt, item=item, answer=answer, device="phone-0001", sequence=number, at=NOW
    ).event


def teacher_of(attempt: Attempt) -> User:
    teacher = attempt.assignment.classroom.memberships.staff().get().user
    assert teacher
    return teacher


def others(attempt: Attempt, kind: str = "choice") -> list[tuple[Any, str]]:
    review = attempt_review(attempt.assignment, attempt.membership)
    assert review
    (line,) = [line for line in review.lines if line.item.kind == kind]
    return [(other.answer, other.why) for other in line.others]


def count(event: ResponseEvent, reason: str = "The network was down") -> None:
    let_count(event=event, reason=reason, actor=teacher_of(event.attempt), at=LATER)


def test_a_late_answer_is_shown_and_does_not_count(done: Attempt) -> None:
    assert others(done) == [("o2", late_answers.AFTER_END)]
    assert done.scores.get(item__kind="choice").points == 0


def test_let_count_it_is_scored_recorded_and_can_be_put_back(done: Attempt) -> None:
    late = done.events.get(is_late=True)
    count(late)
    count(late)  # a second click changes nothing
    assert done.scores.get(item__kind="choice").points == 1
    assert others(done) == [("o1", late_answers.BEFORE)]
    row = Audit.objects.get()
    assert row.old == {"answer": "o1", "points": 0.0}
    assert row.new == {
        "assignment": done.assignment_id,
        "attempt": 1,
        "item": late.item.order,
        "answer": "o2",
        "points": 1.0,
    }
    assert row.reason == "The network was down"
    assert history(done.assignment)[0].title == "Answer of Amara to item 1 let count"
    count(done.events.get(is_late=False), "It was late after all")
    assert done.scores.get(item__kind="choice").points == 0


def test_the_receipt_counts_what_came_late_until_it_counts(done: Attempt) -> None:
    assert late_answers.count_of_late(done) == 1
    count(done.events.get(is_late=True))
    assert late_answers.count_of_late(done) == 0


def test_what_was_answered_anew_after_the_attempt_was_given_back_is_over(done: Attempt) -> None:
    Attempt.objects.update(submitted_at=None)
    save(done, "o3", 3)
    assert others(done) == []


def test_a_stale_answer_of_another_tab_is_told_apart(done: Attempt) -> None:
    done.events.filter(is_late=True).update(is_late=False, is_stale=True)
    assert others(done) == [("o2", late_answers.TAKEN_OVER)]


def test_a_late_open_answer_waits_to_be_graded_again(done: Attempt) -> None:
    save(done, "Late.", 3, "open")
    count(done.events.get(answer="Late."))
    assert done.scores.get(item__kind="open").points is None
    assert others(done, "open") == []
    responses = done.responses.filter(item__kind="open")
    grade(assignment=done.assignment, responses=responses, level=2, comment="", grader=teacher_of(done))
    save(done, "Later.", 4, "open")
    count(done.events.get(answer="Later."))


def test_without_a_reason_or_while_she_works_nothing_changes(done: Attempt) -> None:
    late = done.events.get(is_late=True)
    with pytest.raises(NotCounted, match="why"):
        count(late, " ")
    Attempt.objects.update(submitted_at=None)
    with pytest.raises(NotCounted, match="still working"):
        count(late)
    assert done.responses.get().answer == "o1"


def test_the_review_shows_it_with_a_way_to_let_it_count(client: Client, done: Attempt) -> None:
    client.force_login(teacher_of(done))
    review = reverse("attempt-review", args=[done.assignment_id, done.membership_id])
    assert "came after the end" in client.get(review).content.decode()
    late = done.events.get(is_late=True)
    url = reverse("answer-count", args=[done.assignment_id, late.pk])
    assert "Nothing was changed" in client.post(url, follow=True).content.decode()
    told = client.post(url, {"reason": "The network was down"}, follow=True).content.decode()
    assert "counts now" in told
    assert "stood before" in told
