"""An attempt: started once, answers kept as events in any order, handed in once, its time the server's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import AssignmentFactory
from quizzes.flows import taking
from quizzes.flows.saving import NumberUsed, Saved, save_answer, save_form
from quizzes.flows.taking import settle_overdue, start_attempt, submit_attempt
from quizzes.models import Assignment, Attempt, FrozenItem, Membership, Response, Score
from quizzes.models.attempts import NETWORK_GRACE
from quizzes.scoring.responses import ResponseMalformed
from tests.frozen import ANSWERS, HURT_A, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SECOND = dt.timedelta(seconds=1)
PHONE, LAPTOP = "phone-0001", "laptop-0001"


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(limit_minutes=40)


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return student_of(assignment)


@pytest.fixture
def attempt(assignment: Assignment, student: Membership) -> Attempt:
    return start_attempt(assignment=assignment, student=student, at=NOW)


@pytest.fixture
def item(assignment: Assignment) -> FrozenItem:
    return items_by_kind(assignment)["choice"]


def save(attempt: Attempt, item: FrozenItem, answer: Any, number: int, **given: Any) -> Saved:
    known = {"device": PHONE, "at": NOW}
    return save_answer(attempt=attempt, item=item, answer=answer, sequence=number, **{**known, **given})


def answer_to(attempt: Attempt, item: FrozenItem) -> Any:
    return Response.objects.get(attempt=attempt, item=item).answer


# Starting


def test_an_attempt_ends_with_its_limit(attempt: Attempt) -> None:
    assert attempt.deadline_at - attempt.started_at == dt.timedelta(minutes=40)


def test_starting_again_goes_on_with_the_same_attempt(attempt: Attempt) -> None:
    again = start_attempt(assignment=attempt.assignment, student=attempt.membership, at=NOW + SECOND)
    assert again == attempt


@pytest.mark.parametrize(
    ("opens", "closes"), [(1, 2), (-2, -1)], ids=["before it opens", "after it has closed"]
)
def test_what_is_not_open_is_not_started(student: Membership, opens: int, closes: int) -> None:
    hour = dt.timedelta(hours=1)
    assignment = AssignmentFactory(
        classroom=student.classroom, opens_at=NOW + opens * hour, closes_at=NOW + closes * hour
    )
    with pytest.raises(taking.NotOpen):
        start_attempt(assignment=assignment, student=student, at=NOW)


def test_an_attempt_is_had_as_often_as_the_teacher_allows(student: Membership) -> None:
    assignment = frozen_quiz(classroom=student.classroom, attempts_allowed=2)
    for number in (1, 2):
        attempt = start_attempt(assignment=assignment, student=student, at=NOW)
        assert attempt.number == number
        submit_attempt(attempt=attempt, at=NOW)
    with pytest.raises(taking.NoAttemptLeft):
        start_attempt(assignment=assignment, student=student, at=NOW)


def test_who_has_seen_the_keys_gets_no_further_attempt(student: Membership) -> None:
    assignment = frozen_quiz(classroom=student.classroom, attempts_allowed=2)
    submit_attempt(attempt=start_attempt(assignment=assignment, student=student, at=NOW), at=NOW)
    Assignment.objects.update(released_at=NOW)
    with pytest.raises(taking.NoAttemptLeft):
        start_attempt(assignment=assignment, student=student, at=NOW)


# Saving


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_of_each_kind_is_stored_as_event_and_response(attempt: Attempt, kind: str) -> None:
    item = items_by_kind(attempt.assignment)[kind]
    saved = save(attempt, item, ANSWERS[kind], 1)
    assert (saved.is_new, saved.is_late) == (True, False)
    assert answer_to(attempt, item) == ANSWERS[kind]


def test_the_same_event_again_is_acknowledged_and_stored_once(attempt: Attempt, item: FrozenItem) -> None:
    first = save(attempt, item, "o1", 1)
    again = save(attempt, item, "o1", 1, at=NOW + SECOND)
    assert (again.event, again.is_new) == (first.event, False)
    assert attempt.events.count() == 1


def test_another_answer_under_a_used_number_is_an_error_and_changes_nothing(
    attempt: Attempt, item: FrozenItem
) -> None:
    save(attempt, item, "o1", 1)
    with pytest.raises(NumberUsed):
        save(attempt, item, "o2", 1)
    assert answer_to(attempt, item) == "o1"


def test_an_event_that_comes_out_of_order_does_not_undo_a_newer_one(
    attempt: Attempt, item: FrozenItem
) -> None:
    save(attempt, item, "o2", 2)
    save(attempt, item, "o1", 1)
    assert answer_to(attempt, item) == "o2"
    assert attempt.events.count() == 2


def test_numbers_belong_to_a_device(attempt: Attempt, item: FrozenItem) -> None:
    save(attempt, item, "o1", 5)
    save(attempt, item, "o2", 1, device=LAPTOP)
    assert answer_to(attempt, item) == "o2"


def test_an_answer_can_be_taken_back(attempt: Attempt, item: FrozenItem) -> None:
    save(attempt, item, "o1", 1)
    save(attempt, item, None, 2)
    assert answer_to(attempt, item) is None


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("choice", "o9"),
        ("choice", ["o1"]),
        ("number", 12),
        ("match", {"l1": "l2"}),
        ("claim_evidence", {"choice": "o1", "evidence": [{"article": "A", "start": 1, "end": 5}]}),
        ("open", "x" * 10_001),
    ],
)
def test_what_no_page_sends_is_refused(attempt: Attempt, kind: str, answer: Any) -> None:
    with pytest.raises(ResponseMalformed):
        save(attempt, items_by_kind(attempt.assignment)[kind], answer, 1)
    assert not attempt.events.exists()


def test_a_page_without_javascript_saves_each_change_once(attempt: Attempt, item: FrozenItem) -> None:
    kept = [
        save_form(attempt=attempt, item=item, answer=answer, at=NOW) for answer in ("o1", "o1", "o2", None)
    ]
    assert [saved and saved.event.sequence for saved in kept] == [1, None, 2, 3]
    assert answer_to(attempt, item) is None


# Time


def test_an_answer_within_the_network_grace_counts(attempt: Attempt, item: FrozenItem) -> None:
    assert not save(attempt, item, "o1", 1, at=attempt.deadline_at + NETWORK_GRACE).is_late


def test_a_later_one_is_kept_and_does_not_count(attempt: Attempt, item: FrozenItem) -> None:
    save(attempt, item, "o1", 1)
    late = save(attempt, item, "o2", 2, at=attempt.deadline_at + NETWORK_GRACE + SECOND)
    assert late.is_late
    assert attempt.events.count() == 2
    assert answer_to(attempt, item) == "o1"


def test_an_answer_after_handing_in_is_kept_as_late(attempt: Attempt, item: FrozenItem) -> None:
    submit_attempt(attempt=attempt, at=NOW)
    assert save(attempt, item, "o2", 1).is_late
    assert not attempt.responses.exists()


def test_what_has_run_out_is_handed_in_as_of_its_end(attempt: Attempt) -> None:
    assert settle_overdue(at=attempt.deadline_at + NETWORK_GRACE) == 0
    assert settle_overdue(at=attempt.deadline_at + NETWORK_GRACE + SECOND) == 1
    attempt.refresh_from_db()
    assert attempt.submitted_at == attempt.deadline_at
    assert attempt.scores.count() == 5


def test_settling_can_be_asked_for_one_student(attempt: Attempt) -> None:
    other = student_of(attempt.assignment)
    late = attempt.deadline_at + dt.timedelta(hours=1)
    assert settle_overdue(at=late, student=other) == 0
    assert settle_overdue(at=late, student=attempt.membership) == 1


def test_a_time_run_out_frees_the_next_attempt(student: Membership) -> None:
    assignment = frozen_quiz(classroom=student.classroom, attempts_allowed=2, limit_minutes=10)
    first = start_attempt(assignment=assignment, student=student, at=NOW)
    second = start_attempt(assignment=assignment, student=student, at=NOW + dt.timedelta(minutes=11))
    first.refresh_from_db()
    assert (first.is_running, second.number) == (False, 2)


# Handing in


def test_handing_in_gives_a_receipt_and_scores(attempt: Attempt) -> None:
    for number, (kind, item) in enumerate(items_by_kind(attempt.assignment).items(), 1):
        save(attempt, item, ANSWERS[kind], number)
    done = submit_attempt(attempt=attempt, at=NOW)
    assert (done.submitted_at, len(done.receipt)) == (NOW, 9)
    points = dict(done.scores.values_list("item__kind", "points"))
    assert points == {
        "choice": Decimal(1),
        "number": Decimal(1),
        "match": Decimal(2),
        "claim_evidence": Decimal(3),
        "open": None,
    }


def test_handing_in_twice_changes_nothing(attempt: Attempt) -> None:
    first = submit_attempt(attempt=attempt, at=NOW)
    again = submit_attempt(attempt=attempt, at=NOW + SECOND)
    assert (again.receipt, again.submitted_at) == (first.receipt, NOW)


def test_blank_is_nothing_also_for_an_open_answer(attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=NOW)
    assert set(attempt.scores.values_list("points", flat=True)) == {Decimal(0)}


def test_an_answer_of_the_wrong_article_costs_its_half(attempt: Attempt) -> None:
    item = items_by_kind(attempt.assignment)["claim_evidence"]
    save(attempt, item, {"choice": "o2", "evidence": [HURT_A]}, 1)
    submit_attempt(attempt=attempt, at=NOW)
    assert Score.objects.get(item=item).points == 0
