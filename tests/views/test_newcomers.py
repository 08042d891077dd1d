"""A newcomer waits, sees nothing of the class, and is let in, known after all, or turned away."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import AttemptFactory, StudentFactory, TeacherFactory
from quizzes.models import Assignment, Membership
from tests.frozen import frozen_quiz

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def assignment() -> Assignment:
    return frozen_quiz(feedback="on_submit")


@pytest.fixture
def newcomer(assignment: Assignment, client: Client) -> Membership:
    """Bo, who has joined in `client` as a new name."""
    sent = {"code": assignment.classroom.code, "name": "Bo", "pin": "1357", "new": "on"}
    assert client.post(reverse("join"), sent).url == reverse("student-home")
    return Membership.objects.newcomers().get()


@pytest.fixture
def teacher(assignment: Assignment) -> Client:
    owner = assignment.classroom.memberships.get(role="owner").user
    assert owner
    desk = Client()
    desk.force_login(owner)
    return desk


def decide(teacher: Client, newcomer: Membership, **sent: Any) -> str:
    address = reverse("classroom-newcomers", args=[newcomer.classroom_id])
    return teacher.post(address, sent, follow=True).content.decode()


def test_nothing_of_the_class_is_reachable_before(
    client: Client, newcomer: Membership, assignment: Assignment
) -> None:
    attempt = AttemptFactory(membership=newcomer, assignment=assignment)
    pages = [reverse("student-home"), reverse("student-assignment", args=[assignment.pk])]
    names = ("attempt", "attempt-save", "attempt-submit", "attempt-receipt", "attempt-feedback")
    pages += [reverse(name, args=[attempt.pk]) for name in names]
    for page in pages:
        for ask in (client.get, client.post):
            assert ask(page).url == reverse("student-waiting"), page


def test_the_waiting_page_is_calm_and_tells_no_quiz(
    client: Client, newcomer: Membership, assignment: Assignment
) -> None:
    shown = client.get(reverse("student-waiting")).content.decode()
    assert "Nearly there, Bo" in shown
    assert assignment.version.title not in shown


def test_the_waiting_page_goes_on_by_itself(client: Client, newcomer: Membership, teacher: Client) -> None:
    waiting = reverse("student-waiting")
    assert client.get(waiting, headers=HTMX).status_code == 204
    decide(teacher, newcomer, let_in=newcomer.pk)
    assert client.get(waiting, headers=HTMX)["HX-Redirect"] == reverse("student-home")
    assert client.get(waiting).url == reverse("student-home")


def test_who_is_turned_away_is_told_and_may_join_under_her_name(
    client: Client, newcomer: Membership, teacher: Client
) -> None:
    assert "Bo was turned away" in decide(teacher, newcomer, turn_away=newcomer.pk)
    door = client.get(reverse("student-waiting"), headers=HTMX)["HX-Redirect"]
    assert "has not let this name in" in client.get(door).content.decode()


def test_all_are_let_in_at_once(newcomer: Membership, teacher: Client) -> None:
    StudentFactory(classroom=newcomer.classroom, awaits_approval=True)
    assert "2 students are in" in decide(teacher, newcomer, all="yes")


def test_a_newcomer_who_is_on_the_list_goes_on_under_that_name(
    client: Client, newcomer: Membership, teacher: Client
) -> None:
    robert = StudentFactory(classroom=newcomer.classroom, display_name="Robert")
    told = decide(teacher, newcomer, known=newcomer.pk, **{f"as_{newcomer.pk}": robert.pk})
    assert "Bo is in as Robert" in told
    assert "Robert" in client.get(reverse("student-home")).content.decode()
    assert Membership.objects.students().count() == 1


@pytest.mark.parametrize("chosen", ["", "x", "a stranger"])
def test_as_whom_must_be_chosen_from_the_list(newcomer: Membership, teacher: Client, chosen: str) -> None:
    known = StudentFactory().pk if chosen == "a stranger" else chosen
    assert "waits still" in decide(teacher, newcomer, known=newcomer.pk, **{f"as_{newcomer.pk}": known})
    assert Membership.objects.newcomers().get() == newcomer


def test_of_two_who_decide_the_second_is_told(newcomer: Membership, teacher: Client) -> None:
    decide(teacher, newcomer, let_in=newcomer.pk)
    assert "waits no more" in decide(teacher, newcomer, turn_away=newcomer.pk)
    assert Membership.objects.filter(pk=newcomer.pk).exists()


def test_nobody_of_another_class_is_let_in(newcomer: Membership, teacher: Client) -> None:
    other = StudentFactory(awaits_approval=True)
    assert "waits no more" in decide(teacher, newcomer, let_in=other.pk)
    other.refresh_from_db()
    assert other.awaits_approval


def test_a_newcomer_is_in_no_result_and_no_count(
    newcomer: Membership, teacher: Client, assignment: Assignment
) -> None:
    results = teacher.get(reverse("assignment-results", args=[assignment.pk])).content.decode()
    assert "of 0 handed in" in results
    page = teacher.get(reverse("classroom-detail", args=[newcomer.classroom_id])).content.decode()
    assert "1 waits to be let in" in page
    assert "0 of 0" in page


def test_the_teacher_s_page_is_told_only_what_is_new(newcomer: Membership, teacher: Client) -> None:
    address = reverse("classroom-newcomers", args=[newcomer.classroom_id])
    seen = teacher.get(address, {"seen": newcomer.pk}, headers=HTMX)
    new = teacher.get(address, {"seen": ""}, headers=HTMX)
    assert (seen.status_code, new.status_code) == (204, 200)
    assert "Bo" in new.content.decode()


def test_a_strange_teacher_lets_nobody_in(newcomer: Membership) -> None:
    stranger = Client()
    stranger.force_login(TeacherFactory())
    address = reverse("classroom-newcomers", args=[newcomer.classroom_id])
    assert stranger.post(address, {"all": "yes"}).status_code == 404
    newcomer.refresh_from_db()
    assert newcomer.awaits_approval
