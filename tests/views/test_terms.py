"""The terms of a quiz that a class has: seen, changed after a sentence on what that does, taken back; one student's own."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import AssignmentFactory, AttemptFactory, StudentFactory
from quizzes.flows.terms import record
from quizzes.models import Assignment, Attempt, Audit, Membership, StudentTerms

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2048, 1, 15, 12, tzinfo=dt.UTC)
TIMES = {"opens_at": "2020-01-01T09:00", "closes_at": "2048-01-15T21:00"}
DAY = dt.timedelta(days=1)


@pytest.fixture
def assignment() -> Assignment:
    now = timezone.now()
    return AssignmentFactory(
        opens_at=now - dt.timedelta(hours=1), closes_at=now + DAY, classroom__time_zone="Asia/Tokyo"
    )


@pytest.fixture
def desk(client: Client, assignment: Assignment) -> Client:
    owner = assignment.classroom.memberships.get(role="owner").user
    assert owner
    client.force_login(owner)
    return client


@pytest.fixture
def student(assignment: Assignment) -> Membership:
    return StudentFactory(classroom=assignment.classroom, display_name="Amara")


def url(name: str, assignment: Assignment, student: Membership | None = None) -> str:
    return reverse(name, args=[assignment.pk, *([student.pk] if student else [])])


def see(desk: Client, name: str, assignment: Assignment, student: Membership | None = None) -> str:
    return str(desk.get(url(name, assignment, student)).content.decode())


def change(desk: Client, assignment: Assignment, *, confirm: bool = True, **sent: Any) -> str:
    return post(desk, url("assignment-change", assignment), {**TIMES, **sent}, confirm=confirm)


def own(
    desk: Client, assignment: Assignment, student: Membership, *, confirm: bool = True, **sent: Any
) -> str:
    return post(desk, url("student-terms", assignment, student), sent, confirm=confirm)


def post(desk: Client, address: str, sent: dict[str, Any], *, confirm: bool) -> str:
    """What the page says; what it asks to be confirmed is confirmed where `confirm` says so."""
    shown = str(desk.post(address, sent, follow=True).content.decode())
    asked = re.search(r'name="(\w+)" value="(\w+)"[^>]*>(Save these terms|Close it now|Back to)', shown)
    if not (confirm and asked and "Before you save" in shown):
        return shown
    return str(desk.post(address, {**sent, asked[1]: asked[2]}, follow=True).content.decode())


def running(assignment: Assignment, student: Membership | None = None) -> Attempt:
    return AttemptFactory(
        assignment=assignment,
        membership=student or StudentFactory(classroom=assignment.classroom),
        started_at=timezone.now(),
        submitted_at=None,
    )


# The class's terms


def test_the_form_shows_the_times_on_the_class_s_clock(desk: Client, assignment: Assignment) -> None:
    Assignment.objects.update(closes_at=NOON)
    shown = see(desk, "assignment-change", assignment)
    assert 'value="2048-01-15T21:00"' in shown
    assert "Tokyo time" in shown


def test_who_is_working_is_told_of_before_anything_is_done(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    shown = change(desk, assignment, confirm=False)
    assert (
        "One student is working on it now. This student has more time: until Wed 15 Jan 2048, 21:00." in shown
    )
    attempt.refresh_from_db()
    assert attempt.deadline_at != NOON


def test_a_new_closing_moves_the_end_of_who_is_working(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    shown = change(desk, assignment, reason="A school trip")
    attempt.refresh_from_db()
    assert "The terms are changed." in shown
    assert attempt.deadline_at == NOON
    assert "closes: " in shown
    assert "A school trip" in shown


def test_a_confirmation_of_other_sentences_is_none(desk: Client, assignment: Assignment) -> None:
    running(assignment)
    assert "Before you save" in change(desk, assignment, confirm=False, confirmed="0123456789abcdef")
    assert Assignment.objects.get().closes_at == assignment.closes_at


def test_who_has_handed_in_stays_handed_in(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    ended = timezone.now()
    Attempt.objects.update(submitted_at=ended)
    change(desk, assignment)
    attempt.refresh_from_db()
    assert attempt.submitted_at == ended
    assert attempt.deadline_at != NOON


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"opens_at": "2048-01-15T21:00", "closes_at": "2048-01-15T20:00"}, "It must close after it opens."),
        ({"closes_at": "2021-01-15T20:00"}, "This time is over. Give a time to come, or close it now."),
        ({"late": "accept"}, "Until when are late answers taken?"),
        ({"late": "accept", "late_until": "2048-01-15T20:00"}, "taken until a time after the closing"),
        ({"attempts_allowed": "2", "feedback": "on_submit", "shown": "full"}, "it holds the keys"),
        ({"attempts_allowed": "11"}, "less than or equal to 10"),
        ({"grace_minutes": "-1"}, "greater than or equal to 0"),
    ],
)
def test_terms_that_cannot_stand_change_nothing(
    desk: Client, assignment: Assignment, sent: dict[str, str], told: str
) -> None:
    assert told in change(desk, assignment, **sent)
    assert Assignment.objects.get().closes_at == assignment.closes_at
    assert not Audit.objects.exists()


def test_the_rarer_settings_are_kept_where_a_page_does_not_send_them(
    desk: Client, assignment: Assignment
) -> None:
    Assignment.objects.update(attempts_allowed=3, counting="best", shown="score", forms=4, grace_minutes=5)
    change(desk, assignment)
    kept = Assignment.objects.get()
    assert (kept.attempts_allowed, kept.counting, kept.shown) == (3, "best", "score")
    assert (kept.forms, kept.grace_minutes, kept.closes_at) == (4, 5, NOON)


def test_the_second_of_two_equal_clock_times_is_not_moved_by_saving(
    desk: Client, assignment: Assignment
) -> None:
    type(assignment.classroom).objects.update(time_zone="Europe/Dublin")
    second = dt.datetime(2048, 10, 25, 1, 30, tzinfo=dt.UTC)  # 01:30 for the second time on that night
    Assignment.objects.update(closes_at=second)
    shown = see(desk, "assignment-change", assignment)
    assert 'value="2048-10-25T01:30"' in shown
    change(desk, assignment, closes_at="2048-10-25T01:30", limit_minutes="40")
    assert Assignment.objects.get().closes_at == second


def test_the_order_stays_once_a_student_has_begun(desk: Client, assignment: Assignment) -> None:
    change(desk, assignment, shuffles_items="on")
    assert Assignment.objects.get().shuffles_items
    running(assignment)
    assert "the order stays as it was dealt" in see(desk, "assignment-change", assignment)
    change(desk, assignment, limit_minutes="30")
    assert Assignment.objects.get().shuffles_items


def test_closing_now_says_what_it_does_and_then_does_it(desk: Client, assignment: Assignment) -> None:
    attempt = running(assignment)
    asked = change(desk, assignment, confirm=False, close_now="1")
    assert "no time left: what is saved is handed in at once" in asked
    change(desk, assignment, close_now="1")
    assert not Assignment.objects.get().is_open(timezone.now())
    desk.get(url("assignment-results", assignment))
    attempt.refresh_from_db()
    assert attempt.is_running  # the network's grace of half a minute holds here too
    assert attempt.deadline_at <= timezone.now()


def test_the_line_of_the_rarer_settings_follows_what_is_chosen(desk: Client, assignment: Assignment) -> None:
    sent = {
        "attempts_allowed": "2",
        "counting": "best",
        "shuffles_options": "on",
        "forms": "3",
        "shown": "score",
    }
    sent |= {"feedback": "after_close", "late": "accept", "grace_minutes": "5"}
    line = desk.post(
        url("assignment-change", assignment), sent, headers={"HX-Request": "true"}
    ).content.decode()
    assert line == (
        "2 attempts, the best counts · options shuffled in 3 forms · points after closing · "
        "late answers taken and marked, 5 minutes grace"
    )
    assert not Audit.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"counting": "x", "forms": "x", "attempts_allowed": "x", "shown": ""}])
def test_the_line_can_be_asked_for_with_anything(
    desk: Client, assignment: Assignment, sent: dict[str, str]
) -> None:
    asked = desk.post(url("assignment-change", assignment), sent, headers={"HX-Request": "true"})
    assert "points, keys and reasons when I release them" in asked.content.decode()


# Taking it back


def test_a_quiz_that_nobody_has_begun_can_go_for_good(desk: Client, assignment: Assignment) -> None:
    assert "is taken back" in change(desk, assignment, withdraw="1")
    assert not Assignment.objects.exists()
    assert Audit.objects.get().action == "withdraw"


def test_one_that_somebody_has_begun_stays(desk: Client, assignment: Assignment) -> None:
    running(assignment)
    assert "so it stays" in change(desk, assignment, withdraw="1")
    assert Assignment.objects.exists()


@pytest.mark.parametrize(("choice", "is_running"), [("finish", True), ("hand_in", False)])
def test_a_recall_leaves_it_to_the_teacher_what_becomes_of_who_is_working(
    desk: Client, assignment: Assignment, choice: str, is_running: bool
) -> None:
    attempt = running(assignment)
    assert "1 student is working on it now." in see(desk, "assignment-recall", assignment)
    sent = {"running": choice, "reason": "Wrong class"}
    shown = desk.post(url("assignment-recall", assignment), sent, follow=True).content.decode()
    attempt.refresh_from_db()
    assert attempt.is_running is is_running
    assert "Taken back" in shown
    assert "Wrong class" in shown


def test_a_recall_can_be_undone(desk: Client, assignment: Assignment) -> None:
    desk.post(url("assignment-recall", assignment), {"running": "finish"})
    shown = desk.post(url("assignment-recall", assignment), {"give_again": "1"}, follow=True).content.decode()
    assert "The class has the quiz again" in shown
    assert Assignment.objects.get().is_open(timezone.now())


# One student's own


def test_a_student_is_chosen_on_the_page_of_the_terms(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    answer = desk.get(url("assignment-terms", assignment), {"student": student.pk})
    assert answer["Location"] == url("student-terms", assignment, student)
    stranger = StudentFactory()
    assert desk.get(url("assignment-terms", assignment), {"student": stranger.pk}).status_code == 404


def test_own_dates_are_kept_with_their_reason_and_told_to_the_teacher(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    sent = {"closes_at": "2048-01-15T21:00", "limit_minutes": "40", "reason": "In hospital"}
    shown = own(desk, assignment, student, **sent)
    assert StudentTerms.objects.get().closes_at == NOON
    assert "closes Wed 15 Jan 2048, 21:00, 40 minutes of time" in shown
    assert "In hospital" in shown
    assert "Own terms of Amara" in shown


def test_the_end_of_her_running_attempt_is_said_before_it_moves(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    attempt = running(assignment, student)
    asked = own(desk, assignment, student, confirm=False, closes_at="2048-01-15T21:00")
    assert "Amara is working on it now: the end moves from" in asked
    assert not StudentTerms.objects.exists()
    own(desk, assignment, student, closes_at="2048-01-15T21:00")
    attempt.refresh_from_db()
    assert attempt.deadline_at == NOON


def test_excusing_asks_for_a_reason_and_hands_in_what_runs(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    attempt = running(assignment, student)
    assert "Say in a word why" in own(desk, assignment, student, is_excused="on")
    asked = own(desk, assignment, student, confirm=False, is_excused="on", reason="Ill")
    assert "kept, and counts for nothing" in asked
    own(desk, assignment, student, is_excused="on", reason="Ill")
    attempt.refresh_from_db()
    assert not attempt.is_running
    shown = see(desk, "assignment-results", assignment)
    assert "1 excused and left out" in shown
    assert "of 0 handed in" in shown


def test_a_make_up_attempt_is_filled_in_with_one_click(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    Attempt.objects.filter(pk=running(assignment, student).pk).update(submitted_at=timezone.now())
    shown = desk.get(url("student-terms", assignment, student), {"makeup": "1"}).content.decode()
    assert re.search(r'name="attempts_allowed" value="2"', shown)
    assert not re.search(r'name="closes_at" value', shown)  # the class has time still: so has she
    Assignment.objects.update(closes_at=timezone.now())
    shown = desk.get(url("student-terms", assignment, student), {"makeup": "1"}).content.decode()
    assert re.search(r'name="closes_at" value', shown)


def test_a_make_up_after_the_results_are_out_says_what_she_knows(
    desk: Client, assignment: Assignment, student: Membership
) -> None:
    Attempt.objects.filter(pk=running(assignment, student).pk).update(submitted_at=timezone.now())
    Assignment.objects.update(released_at=timezone.now())
    asked = own(desk, assignment, student, confirm=False, attempts_allowed="2")
    assert "The results are out: Amara has seen the keys." in asked


def test_own_terms_can_be_dropped(desk: Client, assignment: Assignment, student: Membership) -> None:
    own(desk, assignment, student, closes_at="2048-01-15T21:00")
    own(desk, assignment, student, drop="1", closes_at="nonsense")
    assert not StudentTerms.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"closes_at": "2021-01-15T20:00"}, "It must close after it opens, for this student too."),
        ({"opens_at": "2048-01-15T20:00"}, "It must close after it opens, for this student too."),
        ({"opens_at": "2020-01-01T09:00", "closes_at": "2021-01-15T20:00"}, "This time is over."),
        ({"limit_minutes": "0"}, "greater than or equal to 1"),
        ({"closes_at": "soon"}, "Give a day and a time"),
    ],
)
def test_own_terms_that_cannot_stand_are_refused(
    desk: Client, assignment: Assignment, student: Membership, sent: dict[str, str], told: str
) -> None:
    assert told in own(desk, assignment, student, **sent)
    assert not StudentTerms.objects.exists()


def test_sixty_students_cost_no_more_queries_than_one(
    desk: Client, assignment: Assignment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for student in StudentFactory.create_batch(60, classroom=assignment.classroom):
        StudentTerms.objects.create(assignment=assignment, membership=student, is_excused=True, reason="Ill")
        record(assignment, None, "change a student's terms", {}, {"is_excused": True}, "Ill", student=student)
    with django_assert_num_queries(
        7
    ):  # session, user, assignment with role, what waits; own terms, students, record
        see(desk, "assignment-terms", assignment)
