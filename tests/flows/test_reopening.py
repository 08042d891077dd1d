"""An attempt that was handed in is given back: its answers stay, its scores go and come anew, its end is the teacher's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from quizzes.flows import reopening, terms
from quizzes.flows.grading import grade, release, take_back_release
from quizzes.flows.reopening import KeysSeen, NotReopened, reopen_attempt
from quizzes.flows.saving import save_answer
from quizzes.flows.taking import move_deadlines, settle_overdue, start_attempt, submit_attempt
from quizzes.models import Assignment, Attempt, Audit, Membership, Score, User
from quizzes.models.attempts import NETWORK_GRACE
from quizzes.reports.results import attempt_review
from quizzes.reports.student_home import student_home
from quizzes.reports.terms import history
from tests.frozen import frozen_quiz, items_by_kind, student_of
from tests.reports.listing import listed

pytestmark = pytest.mark.django_db
NOW = timezone.now()
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
CLOSED = NOW + 2 * HOUR
UNTIL = CLOSED + HOUR


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(opens_at=NOW - HOUR, closes_at=NOW + HOUR, limit_minutes=40, attempts_allowed=2)


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return student_of(assignment, display_name="Amara")


@pytest.fixture
def teacher(assignment: Assignment) -> User:
    teacher = assignment.classroom.memberships.staff().get().user
    assert teacher
    return teacher


@pytest.fixture
def done(assignment: Assignment, student: Membership) -> Attempt:
    """Handed in with a wrong choice."""
    attempt = start_attempt(assignment=assignment, student=student, at=NOW)
    answer(attempt, "o1", NOW)
    return submit_attempt(attempt=attempt, at=NOW + MINUTE)


def answer(attempt: Attempt, given: Any, at: dt.datetime, kind: str = "choice", number: int = 1) -> None:
    item = items_by_kind(attempt.assignment)[kind]
    save_answer(attempt=attempt, item=item, answer=given, device=f"phone-{kind}", sequence=number, at=at)


def reopen(attempt: Attempt, actor: User, **given: Any) -> Attempt:
    known = {"until": UNTIL, "reason": "Fire alarm", "at": CLOSED}
    return reopen_attempt(attempt=attempt, actor=actor, **{**known, **given})


def points(attempt: Attempt, kind: str = "choice") -> Decimal | None:
    return Score.objects.get(attempt=attempt, item=items_by_kind(attempt.assignment)[kind]).points


def test_it_runs_again_with_its_answers_and_without_scores(done: Attempt, teacher: User) -> None:
    again = reopen(done, teacher)
    assert (again.is_running, again.deadline_at, again.reopened_until) == (True, UNTIL, UNTIL)
    assert again.takes_answers(CLOSED + MINUTE)
    assert again.responses.count() == 1
    assert not again.scores.exists()
    assert listed(again.assignment).working == 1


def test_handed_in_again_it_is_scored_anew_with_another_receipt_and_is_not_late(
    done: Attempt, teacher: User
) -> None:
    assert points(done) == 0
    again = reopen(done, teacher)
    answer(again, "o2", CLOSED + MINUTE, number=2)
    again = submit_attempt(attempt=again, at=CLOSED + 2 * MINUTE)
    assert points(again) == 1
    assert again.receipt not in ("", done.receipt)
    review = attempt_review(again.assignment, again.membership)
    assert review
    assert not review.is_late
    assert listed(again.assignment).late == 0


def test_the_record_keeps_the_old_receipt_the_reason_and_the_points(done: Attempt, teacher: User) -> None:
    reopen(done, teacher)
    row = Audit.objects.get(action=terms.REOPENED)
    assert (row.reason, row.actor, row.assignment) == ("Fire alarm", teacher, done.assignment)
    assert row.old == {
        "receipt": done.receipt,
        "submitted_at": (NOW + MINUTE).isoformat(),
        "deadline_at": done.deadline_at.isoformat(),
        "points": 0.0,
    }
    line = history(done.assignment)[0]
    assert line.title == "Attempt 1 of Amara opened again"
    assert [change.what for change in line.changes] == ["receipt", "handed in", "open again until"]


def test_when_its_time_is_over_it_is_handed_in_as_of_then(done: Attempt, teacher: User) -> None:
    reopen(done, teacher)
    assert settle_overdue(at=UNTIL + NETWORK_GRACE) == 0
    assert settle_overdue(at=UNTIL + NETWORK_GRACE + MINUTE) == 1
    done.refresh_from_db()
    assert done.submitted_at == UNTIL


def test_other_terms_and_extra_time_do_not_move_its_end(done: Attempt, teacher: User) -> None:
    reopen(done, teacher)
    Membership.objects.filter(pk=done.membership_id).update(extra_time=2)
    move_deadlines(of=done.assignment, at=CLOSED)
    move_deadlines(of=done.membership, at=CLOSED)
    done.refresh_from_db()
    assert done.deadline_at == UNTIL


def test_until_when_can_be_changed_while_it_runs(done: Attempt, teacher: User) -> None:
    again = reopen(reopen(done, teacher), teacher, until=UNTIL + HOUR, reason="More")
    assert again.deadline_at == UNTIL + HOUR
    assert Audit.objects.filter(action=terms.REOPENED).count() == 2


def test_the_teacher_can_hand_it_in_again_herself(done: Attempt, teacher: User) -> None:
    again = reopening.end_reopened(attempt=reopen(done, teacher), actor=teacher, at=CLOSED + MINUTE)
    assert again.submitted_at == CLOSED + MINUTE
    assert history(done.assignment)[0].title == "Attempt 1 of Amara handed in for them"
    reopening.end_reopened(attempt=again, actor=teacher, at=CLOSED + HOUR)
    assert len(history(done.assignment)) == 2


def test_the_student_is_told_and_begins_no_other(done: Attempt, teacher: User, student: Membership) -> None:
    again = reopen(done, teacher)
    (card,) = student_home(student, CLOSED).open
    assert (card.running, card.again_until) == (again, UNTIL)
    assert start_attempt(assignment=done.assignment, student=student, at=CLOSED) == again


def test_a_changed_open_answer_waits_to_be_graded_again(
    assignment: Assignment, student: Membership, teacher: User
) -> None:
    attempt = start_attempt(assignment=assignment, student=student, at=NOW)
    answer(attempt, "First.", NOW, kind="open")
    attempt = submit_attempt(attempt=attempt, at=NOW)
    grade(assignment=assignment, responses=attempt.responses.all(), level=2, comment="", grader=teacher)
    again = submit_attempt(attempt=reopen(attempt, teacher), at=CLOSED)
    assert points(again, "open") == 4
    again = reopen(again, teacher)
    later = timezone.now() + 2 * HOUR
    answer(again, "Second.", later, kind="open", number=2)
    assert points(submit_attempt(attempt=again, at=later), "open") is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"until": CLOSED}, "This time is over"),
        ({"until": CLOSED + dt.timedelta(days=100)}, "within 60 days"),
        ({"reason": " "}, "why"),
    ],
)
def test_what_makes_no_sense_is_refused(
    done: Attempt, teacher: User, given: dict[str, Any], told: str
) -> None:
    with pytest.raises(NotReopened, match=told):
        reopen(done, teacher, **given)
    done.refresh_from_db()
    assert not done.is_running


def test_one_attempt_at_a_time(done: Attempt, teacher: User, student: Membership) -> None:
    second = start_attempt(assignment=done.assignment, student=student, at=NOW + 2 * MINUTE)
    with pytest.raises(NotReopened, match="working on attempt 2"):
        reopen(done, teacher, at=NOW + 3 * MINUTE)
    with pytest.raises(NotReopened, match="still working"):
        reopen(second, teacher, at=NOW + 3 * MINUTE)


def test_an_excused_student_is_given_nothing_back(done: Attempt, teacher: User, student: Membership) -> None:
    terms.set_student_terms(assignment=done.assignment, student=student, at=NOW, is_excused=True)
    with pytest.raises(NotReopened, match="excused"):
        reopen(done, teacher)


def test_where_keys_were_shown_the_teacher_has_to_say_that_she_knows(done: Attempt, teacher: User) -> None:
    release(assignment=done.assignment, actor=teacher, at=CLOSED)
    for _ in range(2):
        with pytest.raises(KeysSeen):
            reopen(done, teacher)
        take_back_release(assignment=Assignment.objects.get(), actor=teacher)  # what was seen stays seen
    assert reopen(done, teacher, knows_of_keys=True).is_running


def test_taking_the_quiz_back_hands_it_in(done: Attempt, teacher: User) -> None:
    reopen(done, teacher)
    assert terms.recall(assignment=done.assignment, hands_in=True, at=CLOSED + MINUTE) == 1
