"""Terms checked, changed and taken back while students work; one student's own; what is late; all of it recorded."""

from __future__ import annotations

import datetime as dt
import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from quizzes.flows import taking, terms
from quizzes.flows.saving import save_answer
from quizzes.flows.taking import settle_overdue, start_attempt, submit_attempt
from quizzes.models import Assignment, Attempt, Audit, Membership, StudentTerms
from quizzes.models.attempts import NETWORK_GRACE
from quizzes.reports.classes import class_page
from quizzes.reports.grade_files import quiz_table
from quizzes.reports.home import home
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.student_home import student_home
from tests.frozen import frozen_quiz, items_by_kind, student_of
from tests.reports.listing import listed

pytestmark = pytest.mark.django_db
NOW = timezone.now()
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
AFTER = NETWORK_GRACE + dt.timedelta(seconds=1)


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(opens_at=NOW - HOUR, closes_at=NOW + HOUR)


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return student_of(assignment, display_name="Amara")


def start(assignment: Assignment, student: Membership, at: dt.datetime = NOW) -> Attempt:
    return start_attempt(assignment=assignment, student=student, at=at)


def answer(attempt: Attempt, at: dt.datetime) -> None:
    item = items_by_kind(attempt.assignment)["choice"]
    save_answer(attempt=attempt, item=item, answer="o2", device="phone-0001", sequence=1, at=at)


def own(assignment: Assignment, student: Membership, **given: Any) -> StudentTerms | None:
    return terms.set_student_terms(assignment=assignment, student=student, at=NOW, **given)


def fresh(attempt: Attempt) -> Attempt:
    return Attempt.objects.select_related("assignment", "membership").get(pk=attempt.pk)


# Changing


def test_what_changed_is_recorded_with_old_new_and_reason(assignment: Assignment) -> None:
    done = terms.change_terms(
        assignment=assignment,
        changed={"limit_minutes": 40, "closes_at": NOW + 2 * HOUR, "attempts_allowed": 1},
        at=NOW,
        reason="More time",
    )
    row = Audit.objects.get()
    assert done == ("limit_minutes", "closes_at")
    assert row.old == {"limit_minutes": None, "closes_at": (NOW + HOUR).isoformat()}
    assert row.new == {
        "assignment": assignment.pk,
        "limit_minutes": 40,
        "closes_at": (NOW + 2 * HOUR).isoformat(),
    }
    assert row.reason == "More time"


def test_nothing_changed_leaves_no_record(assignment: Assignment) -> None:
    assert terms.change_terms(assignment=assignment, changed={"attempts_allowed": 1}, at=NOW) == ()
    assert not Audit.objects.exists()


def test_a_shorter_limit_ends_an_attempt_now_and_never_before_what_is_saved(
    assignment: Assignment, student: Membership
) -> None:
    attempt = start(assignment, student, NOW - 30 * MINUTE)
    answer(attempt, NOW - MINUTE)
    terms.change_terms(assignment=assignment, changed={"limit_minutes": 10}, at=NOW)
    assert fresh(attempt).deadline_at == NOW
    settle_overdue(at=NOW + AFTER)
    assert fresh(attempt).submitted_at == NOW
    assert fresh(attempt).responses.count() == 1


def test_a_closing_that_is_over_is_refused_and_closing_now_is_not(assignment: Assignment) -> None:
    with pytest.raises(terms.NotAssignable, match="is over"):
        terms.change_terms(assignment=assignment, changed={"closes_at": NOW - MINUTE}, at=NOW)
    terms.change_terms(assignment=assignment, changed={"closes_at": NOW}, at=NOW)


def test_the_order_is_not_changed_under_who_has_begun(assignment: Assignment, student: Membership) -> None:
    start(assignment, student)
    with pytest.raises(terms.NotAssignable, match="stays as it was dealt"):
        terms.change_terms(assignment=assignment, changed={"shuffles_items": True}, at=NOW)


# Taking back


def test_after_a_recall_nobody_begins_and_who_has_begun_may_finish(
    assignment: Assignment, student: Membership
) -> None:
    attempt = start(assignment, student)
    assert terms.recall(assignment=assignment, hands_in=False, at=NOW) == 0
    with pytest.raises(taking.NotOpen):
        start(assignment, student_of(assignment))
    assert start(assignment, student) == attempt
    answer(attempt, NOW + MINUTE)
    assert submit_attempt(attempt=attempt, at=NOW + MINUTE).receipt


def test_a_recall_can_hand_in_what_runs_with_what_is_saved(
    assignment: Assignment, student: Membership
) -> None:
    attempt = start(assignment, student)
    answer(attempt, NOW)
    assert terms.recall(assignment=assignment, hands_in=True, at=NOW, reason="Wrong quiz") == 1
    assert fresh(attempt).submitted_at == NOW
    assert fresh(attempt).scores.count() == 5
    assert Audit.objects.get().new["handed_in"] == 1


# One student's own


def test_own_dates_let_her_begin_when_the_class_may_not(assignment: Assignment, student: Membership) -> None:
    later = NOW + 5 * HOUR
    own(assignment, student, opens_at=NOW, closes_at=NOW + 6 * HOUR)
    assert start(assignment, student, later).deadline_at == NOW + 6 * HOUR
    with pytest.raises(taking.NotOpen):
        start(assignment, student_of(assignment), later)


def test_own_limit_and_extra_time_end_her_attempt(assignment: Assignment) -> None:
    slow = student_of(assignment, extra_time=Decimal("1.50"))
    own(assignment, slow, limit_minutes=20)
    assert start(assignment, slow).deadline_at == NOW + 30 * MINUTE


def test_a_make_up_attempt_is_had_also_after_release(assignment: Assignment, student: Membership) -> None:
    submit_attempt(attempt=start(assignment, student), at=NOW)
    Assignment.objects.update(released_at=NOW)
    with pytest.raises(taking.NoAttemptLeft):
        start(assignment, student)
    own(assignment, student, attempts_allowed=2)
    assert start(assignment, student).number == 2
    card = student_home(student, NOW).open[0]
    assert not card.shows_feedback  # the keys wait until she has handed in again


def test_own_terms_are_seen_by_nobody_else(assignment: Assignment, student: Membership) -> None:
    own(assignment, student, closes_at=NOW + 9 * HOUR, attempts_allowed=3)
    mine, other = (student_home(s, NOW).open[0] for s in (student, student_of(assignment)))
    assert (mine.closes_at, mine.attempts_left) == (NOW + 9 * HOUR, 3)
    assert (other.closes_at, other.attempts_left) == (assignment.closes_at, 1)


def test_who_is_excused_is_expected_nowhere(assignment: Assignment, student: Membership) -> None:
    student_of(assignment, display_name="Ben")
    own(assignment, student, is_excused=True, reason="Ill")
    results = listed(assignment)
    assert (results.expected, results.excused, results.not_started) == (1, 1, 1)
    assert [row[-1] for row in quiz_table(assignment, NOW).rows] == ["excused", "open still"]
    line = class_page(assignment.classroom, NOW).assignments[0]
    assert (line.handed_in, line.excused) == (0, 1)
    owner = assignment.classroom.memberships.get(role="owner").user
    assert owner
    assert home(owner, NOW).running[0].students == 1
    assert student_home(student, NOW).done[0].why_done == "You are excused from this quiz."


def test_what_an_excused_student_handed_in_is_kept_and_not_counted(
    assignment: Assignment, student: Membership
) -> None:
    attempt = start(assignment, student)
    answer(attempt, NOW)
    own(assignment, student, is_excused=True, reason="Ill")
    assert not fresh(attempt).is_running
    results = listed(assignment)
    assert (results.handed_in, results.page[0].points) == (0, 1.0)
    assert not mark_sheet(assignment).counted


def test_own_terms_of_nothing_are_none(assignment: Assignment, student: Membership) -> None:
    assert own(assignment, student, limit_minutes=5)
    assert own(assignment, student) is None
    assert not StudentTerms.objects.exists()
    assert [row.new["limit_minutes"] for row in Audit.objects.all()] == [None, 5]


# Late


@pytest.fixture
def late(assignment: Assignment) -> Assignment:
    Assignment.objects.update(late_until=NOW + 3 * HOUR, grace_minutes=10)
    return Assignment.objects.get()


@pytest.mark.parametrize(
    ("minutes", "status"), [(59, "handed in"), (70, "handed in"), (71, "handed in, late")]
)
def test_late_is_marked_for_the_teacher_but_for_the_grace(
    late: Assignment, student: Membership, minutes: int, status: str
) -> None:
    attempt = start(late, student)
    submit_attempt(attempt=attempt, at=NOW + minutes * MINUTE)
    assert quiz_table(late, NOW).rows[0][-1] == status
    assert listed(late).late == (minutes == 71)


def test_who_begins_late_has_until_the_end_of_taking(late: Assignment, student: Membership) -> None:
    attempt = start(late, student, NOW + 2 * HOUR)
    assert attempt.deadline_at == NOW + 3 * HOUR
    with pytest.raises(taking.NotOpen):
        start(late, student_of(late), NOW + 3 * HOUR)


@pytest.mark.parametrize(("answered", "is_late"), [(30, False), (90, True)])
def test_who_only_forgot_to_hand_in_is_not_late(
    late: Assignment, student: Membership, answered: int, is_late: bool
) -> None:
    attempt = start(late, student)
    answer(attempt, NOW + answered * MINUTE)
    settle_overdue(at=NOW + 3 * HOUR + AFTER)
    assert listed(late).page[0].is_late is is_late
    assert fresh(attempt).submitted_at == NOW + (3 * HOUR if is_late else 70 * MINUTE)


@pytest.mark.parametrize(
    ("shown", "feedback", "at", "score", "keys"),
    [
        ("full", "after_close", NOW + HOUR, False, False),
        ("full", "after_close", NOW + 3 * HOUR, True, True),
        ("score", "on_submit", NOW, True, False),
        ("nothing", "on_submit", NOW, False, False),
        ("full", "on_release", NOW + 9 * HOUR, False, False),
    ],
    ids=["late answers still come", "all is over", "points at once", "nothing at all", "not released"],
)
def test_what_is_shown_and_when(
    late: Assignment, shown: str, feedback: str, at: dt.datetime, score: bool, keys: bool
) -> None:
    late.shown, late.feedback = shown, feedback
    assert (late.shows_score(at), late.shows_feedback(at)) == (score, keys)


# Which counts


@pytest.mark.parametrize(("counting", "points"), [("first", 0.0), ("best", 1.0), ("last", 0.0)])
def test_the_attempt_that_counts_is_the_one_the_teacher_chose(
    assignment: Assignment, student: Membership, counting: str, points: float
) -> None:
    Assignment.objects.update(attempts_allowed=3, counting=counting)
    for number in (1, 2, 3):
        attempt = start(assignment, student)
        if number == 2:
            answer(attempt, NOW)
        submit_attempt(attempt=attempt, at=NOW)
    sheet = mark_sheet(Assignment.objects.get())
    assert sheet.totals.tolist() == [points]
    assert sheet.counted[0].number == {"first": 1, "best": 2, "last": 3}[counting]


# At the same moment


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ["change", "recall"])
def test_a_change_and_students_who_begin_at_the_same_moment_miss_each_other_nowhere(act: str) -> None:
    assignment = frozen_quiz(opens_at=NOW - HOUR, closes_at=NOW + HOUR, forms=0)
    students = [student_of(assignment) for _ in range(4)]
    together = threading.Barrier(len(students) + 1)

    def begin(student: Membership) -> None:
        together.wait()
        try:
            start(assignment, student)
        except taking.NotOpen:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=begin, args=[student]) for student in students]
    for thread in threads:
        thread.start()
    together.wait()
    if act == "change":
        terms.change_terms(assignment=assignment, changed={"closes_at": NOW + 2 * HOUR}, at=NOW)
    else:
        terms.recall(assignment=assignment, hands_in=True, at=NOW)
    for thread in threads:
        thread.join()
    if act == "change":
        assert {a.deadline_at for a in Attempt.objects.all()} == {NOW + 2 * HOUR}
        assert Attempt.objects.count() == len(students)
    else:
        assert not Attempt.objects.running().exists()
