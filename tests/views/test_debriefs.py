"""The live page, the debrief and the votes, as pages."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import StaffFactory, TeacherFactory
from quizzes.middleware import SESSION_KEY, SESSION_MEMBERSHIP
from quizzes.models import Assignment, Attempt, Membership, Response, Revote, Score, User
from tests.frozen import ANSWERS, OTHER_ANSWERS, fill_other_kinds, frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment(teacher: User) -> Assignment:
    """A closed assignment: eight have handed in, six of them wrong in every item, two right."""
    assignment = frozen_quiz(
        classroom__owner=teacher,
        opens_at=timezone.now() - dt.timedelta(hours=3),
        closes_at=timezone.now() - dt.timedelta(hours=1),
    )
    fill_other_kinds(assignment.version)
    wrong: dict[str, Any] = {"choice": "o1", "claim_evidence": {"choice": "o2", "evidence": []}, "tf3": False}
    for n in range(8):
        student = student_of(assignment, display_name=f"Student {n}")
        at = timezone.now() - dt.timedelta(hours=2)
        attempt = Attempt.objects.create(
            assignment=assignment, membership=student, started_at=at, deadline_at=at, submitted_at=at
        )
        for kind, item in items_by_kind(assignment).items():
            answer = wrong.get(kind) if n < 6 else (ANSWERS | OTHER_ANSWERS)[kind]
            Response.objects.create(attempt=attempt, item=item, answer=answer, answered_at=at)
            points = None if kind == "open" else item.points * (n >= 6)
            Score.objects.create(attempt=attempt, item=item, points=points, maximum=item.points)
    return assignment


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def debrief(assignment: Assignment, query: str = "") -> str:
    return reverse("assignment-debrief", args=[assignment.pk]) + query


def phone(student: Membership) -> Client:
    client = Client()
    session = client.session
    session[SESSION_MEMBERSHIP], session[SESSION_KEY] = student.pk, student.session_key
    session.save()
    return client


def place_of(desk: Client, assignment: Assignment, kind: str) -> int:
    """The step at which an item of that kind is shown, taken into the plan where it is not proposed."""
    item, url = items_by_kind(assignment)[kind], reverse("debrief-plan", args=[assignment.pk])
    desk.post(url, {"take": item.pk})
    return desk.get(url).context["plan"].place(item.pk)


def test_one_click_shows_what_was_missed_most_and_no_name(desk: Client, assignment: Assignment) -> None:
    page = text(desk, debrief(assignment))
    assert "1 of 5" in page
    assert "Student 3" not in page
    assert "Talk in pairs" in page
    assert debrief(assignment) in text(desk, reverse("assignment-results", args=[assignment.pk]))


def test_the_key_is_shown_on_asking_and_not_before(desk: Client, assignment: Assignment) -> None:
    step = place_of(desk, assignment, "claim_evidence")
    covered = text(desk, debrief(assignment, f"?step={step}"))
    assert "Twelve people were hurt" in covered.replace(
        '<mark class="ev art-a nowrap">Twelve</mark>', "Twelve"
    )
    assert 'class="key"' not in covered and "Key:" not in covered and "were right" not in covered
    shown = text(desk, debrief(assignment, f"?step={step}&show=key"))
    assert "fewer than 5 of 8 were right" in shown
    assert "Key:" in shown and "police" in shown


def test_while_students_may_answer_the_teacher_is_warned_and_decides(
    desk: Client, assignment: Assignment
) -> None:
    Attempt.objects.filter(membership__display_name="Student 0").update(
        submitted_at=None, deadline_at=timezone.now() + dt.timedelta(minutes=5)
    )
    assert "Not everybody has finished" in text(desk, debrief(assignment))
    assert desk.post(debrief(assignment), {"anyway": "1"}).status_code == 302
    assert "1 of 5" in text(desk, debrief(assignment))


def test_who_may_begin_still_is_warned_of_too(desk: Client, assignment: Assignment) -> None:
    Assignment.objects.update(closes_at=timezone.now() + dt.timedelta(hours=1))
    assert "1 of 5" in text(desk, debrief(assignment))  # all have handed in: nobody is left to see a key
    student_of(assignment)
    assert "not begun and may still" in text(desk, debrief(assignment))


def test_with_too_few_answers_it_says_so(desk: Client, assignment: Assignment) -> None:
    Attempt.objects.filter(membership__display_name__lt="Student 4").delete()
    assert "nothing to talk about yet" in text(desk, debrief(assignment))


def test_the_order_is_the_teachers_and_can_be_proposed_again(desk: Client, assignment: Assignment) -> None:
    url = reverse("debrief-plan", args=[assignment.pk])
    first, second, *rest = desk.get(url).context["plan"].order
    desk.post(url, {"down": first})
    assert desk.get(url).context["plan"].order == [second, first, *rest]
    desk.post(url, {"skip": first, "back": "2"})
    assert desk.get(url).context["plan"].order == [second, *rest]
    for item in (second, *rest):
        desk.post(url, {"skip": item})
    assert "skipped every question" in text(desk, debrief(assignment))
    desk.post(url, {"again": "1"})
    assert desk.get(url).context["plan"].order == [first, second, *rest]
    for nonsense in ({"up": "x"}, {"take": "9" * 12}, {}):
        assert desk.post(url, nonsense).status_code == 302


def test_a_vote_from_opening_to_what_moved(desk: Client, assignment: Assignment) -> None:
    item, step = items_by_kind(assignment)["choice"], place_of(desk, assignment, "choice")
    students = list(Membership.objects.students())
    url, here = reverse("student-vote"), debrief(assignment, f"?step={step}&show=key")
    assert "No vote is open" in text(phone(students[0]), url)
    desk.post(reverse("revote-open", args=[assignment.pk, item.pk]), {"step": step})
    revote = Revote.objects.get()
    assert "Close the vote" in text(desk, here) and "were right" not in text(desk, here)
    for student in students:
        browser = phone(student)
        assert "Your class votes now" in text(browser, reverse("student-home"))
        assert item.stem in text(browser, url)
        browser.post(url, {"revote": revote.pk, "choice": "o2"})
        assert "Your answer is in" in text(browser, url)
        assert browser.get(f"{url}?seen={revote.pk}", headers={"HX-Request": "true"}).status_code == 204
    counted = text(desk, reverse("revote-count", args=[revote.pk]))
    assert "<b>8</b> of 8 have voted" in counted
    desk.post(reverse("revote-close", args=[revote.pk]), {"step": step})
    shown = text(desk, here)
    assert "Before: fewer than 5 of 8 were right. Now: nearly all were right." in shown
    assert "6 came over to the key." in shown
    late = phone(students[0]).post(url, {"revote": revote.pk, "choice": "o1"}, follow=True)
    assert "came too late" in late.content.decode()
    assert set(revote.answers.values_list("answer", flat=True)) == {"o2"}


def test_a_vote_left_open_is_told_on_the_next_slide_and_is_over_after_the_lesson(
    desk: Client, assignment: Assignment
) -> None:
    item, step = items_by_kind(assignment)["choice"], place_of(desk, assignment, "choice")
    desk.post(reverse("revote-open", args=[assignment.pk, item.pk]), {"step": step})
    assert "Close the other vote" in text(desk, debrief(assignment, f"?step={1 if step > 1 else 2}"))
    assert "Close the other vote" not in text(desk, debrief(assignment, f"?step={step}"))
    browser = phone(Membership.objects.students()[0])
    assert item.stem in text(browser, reverse("student-vote"))
    Revote.objects.update(opened_at=timezone.now() - dt.timedelta(hours=3))
    assert "No vote is open" in text(browser, reverse("student-vote"))


def test_a_vote_without_a_choice_is_asked_again(desk: Client, assignment: Assignment) -> None:
    item = items_by_kind(assignment)["number"]
    desk.post(reverse("revote-open", args=[assignment.pk, item.pk]))
    browser = phone(Membership.objects.students()[0])
    sent = {"revote": Revote.objects.get().pk, "text": " "}
    assert (
        "Choose an answer first" in browser.post(reverse("student-vote"), sent, follow=True).content.decode()
    )


def test_students_of_another_class_are_not_asked(desk: Client, assignment: Assignment) -> None:
    item = items_by_kind(assignment)["choice"]
    desk.post(reverse("revote-open", args=[assignment.pk, item.pk]))
    assert "No vote is open" in text(phone(student_of(frozen_quiz())), reverse("student-vote"))


def test_what_is_no_vote_is_refused_in_words(desk: Client, assignment: Assignment) -> None:
    item = items_by_kind(assignment)["evidence"]
    url = reverse("revote-open", args=[assignment.pk, item.pk])
    assert "ask for hands" in desk.post(url, follow=True).content.decode()
    assert not Revote.objects.exists()


def test_a_grader_sees_the_slides_and_opens_no_vote(client: Client, assignment: Assignment) -> None:
    grader = StaffFactory(classroom=assignment.classroom, role=Membership.Role.GRADER).user
    client.force_login(grader)
    assert "Vote again" not in text(client, debrief(assignment))


def test_a_slide_asks_little_of_the_database(
    desk: Client, assignment: Assignment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    url = debrief(assignment)
    desk.get(url)
    with django_assert_max_num_queries(17):
        desk.get(url)


def test_live_names_students_to_the_teacher_and_none_to_the_class(
    desk: Client, assignment: Assignment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("assignment-live", args=[assignment.pk])
    assert "Student 3" in text(desk, url) and "It is over" in text(desk, url)
    part = desk.get(f"{url}?names=hidden&stuck=10", headers={"HX-Request": "true"}).content.decode()
    whole = text(desk, f"{url}?names=hidden")
    assert "Student" not in part + whole and "extra" not in part + whole
    for student in Membership.objects.students():
        assert f"/{student.pk}/" not in part + whole
    assert "<html" not in part
    with django_assert_max_num_queries(12):
        desk.get(url, headers={"HX-Request": "true"})


def test_live_shows_one_state_and_takes_no_nonsense(desk: Client, assignment: Assignment) -> None:
    url = reverse("assignment-live", args=[assignment.pk])
    assert "Student 3" in text(desk, f"{url}?state=handed+in&page=9&stuck=15")
    assert "Nobody is “stuck”" in text(desk, f"{url}?state=stuck")
    assert "Student 3" in text(desk, f"{url}?state=x&stuck=x&page=x")


def test_a_grader_sees_live_and_changes_no_terms_there(client: Client, assignment: Assignment) -> None:
    Assignment.objects.update(closes_at=timezone.now() + dt.timedelta(hours=1))
    student_of(assignment, display_name="Newcomer")
    url = reverse("assignment-live", args=[assignment.pk])
    grader = StaffFactory(classroom=assignment.classroom, role=Membership.Role.GRADER).user
    for person, sees in ((grader, False), (assignment.classroom.memberships.get(role="owner").user, True)):
        client.force_login(person)
        assert ("More time" in text(client, url)) is sees
        part = client.get(url, headers={"HX-Request": "true"}).content.decode()
        assert ("Take the quiz back" in part) is sees


def test_what_is_kept_of_a_debrief_is_plain(desk: Client, assignment: Assignment) -> None:
    desk.post(reverse("debrief-plan", args=[assignment.pk]), {"skip": "1"})
    assert json.loads(json.dumps(dict(desk.session)))["debrief"]
