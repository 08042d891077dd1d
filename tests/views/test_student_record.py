"""A student over all her quizzes, and the course of one attempt, as her teachers see them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes.factories import (
    AssignmentFactory,
    AttemptFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ResponseFactory,
    ScoreFactory,
    StudentFactory,
    TeacherFactory,
)
from quizzes.models import Assignment, Comment, GradeOverride, Membership, ResponseEvent, User
from tests.simulated import simulate, thirteen_items

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def amara(teacher: User) -> Membership:
    return StudentFactory(classroom=ClassroomFactory(owner=teacher, name="8B"), display_name="Amara")


def given(amara: Membership, title: str, **terms: object) -> Assignment:
    assignment = AssignmentFactory(classroom=amara.classroom, **terms)
    assignment.version.title = title
    assignment.version.save()
    FrozenItemFactory(version=assignment.version, order=1, points=4)
    return assignment


def text(client: Client, name: str, *args: int, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_each_quiz_says_how_she_stands_to_it(client: Client, amara: Membership) -> None:
    done = given(amara, "Storm")
    attempt = AttemptFactory(
        assignment=done, membership=amara, started_at=NOW - dt.timedelta(minutes=12), submitted_at=NOW
    )
    item = done.version.items.get()
    ScoreFactory(attempt=attempt, item=item, points=Decimal(3), maximum=4)
    response = ResponseFactory(attempt=attempt, item=item, answer="o2")
    Comment.objects.create(response=response, text="Look at the source again.")
    day = dt.timedelta(days=1)
    given(amara, "Strike", opens_at=NOW - 2 * day, closes_at=NOW - day)
    given(amara, "Election", opens_at=NOW + day, closes_at=NOW + 2 * day)
    page = text(client, "student-record", amara.classroom_id, amara.pk)
    for words in ("of 4, 75 %", ">12</td>", "missing", "not open yet", "Look at the source again."):
        assert words in page, words


def test_points_set_by_hand_are_shown_as_such(client: Client, amara: Membership, teacher: User) -> None:
    done = given(amara, "Storm")
    attempt = AttemptFactory(assignment=done, membership=amara, submitted_at=NOW)
    ScoreFactory(attempt=attempt, item=done.version.items.get(), points=Decimal(1), maximum=4)
    GradeOverride.objects.create(
        assignment=done, membership=amara, points=Decimal("3.5"), reason="oral", set_by=teacher
    )
    assert f'3.5<span class="by">set by {teacher}' in text(
        client, "student-record", amara.classroom_id, amara.pk
    )


def test_a_student_of_another_class_is_not_found(client: Client, amara: Membership) -> None:
    other = StudentFactory()
    address = reverse("student-record", args=[amara.classroom_id, other.pk])
    assert client.get(address).status_code == 404


def test_the_course_tells_each_answer_and_what_does_not_count(client: Client, amara: Membership) -> None:
    done = given(amara, "Storm")
    attempt = AttemptFactory(assignment=done, membership=amara, started_at=NOW - dt.timedelta(minutes=30))
    item = done.version.items.get()
    first, second = (option["text"] for option in item.options[:2])
    told = [("a" * 8, 1, 5, {}), ("b" * 8, 1, 8, {}), ("a" * 8, 2, 9, {"is_stale": True})]
    for n, (device, sequence, minute, marks) in enumerate(told):
        ResponseEvent.objects.create(
            attempt=attempt,
            item=item,
            device=device,
            sequence=sequence,
            answer=item.options[n % 2]["id"],
            received_at=attempt.started_at + dt.timedelta(minutes=minute),
            **marks,
        )
    page = text(client, "attempt-events", done.pk, amara.pk, query="?attempt=1")
    assert page.index(first) < page.index(second)
    for words in ("3 answers received, 1 item changed, from 2 pages", "page 2", "had taken over"):
        assert words in page, words


def test_an_attempt_that_is_none_is_not_found(client: Client, amara: Membership) -> None:
    done = given(amara, "Storm")
    assert client.get(reverse("attempt-events", args=[done.pk, amara.pk])).status_code == 404


def test_pages_take_as_many_queries_for_many_as_for_few(client: Client, teacher: User) -> None:
    counts = []
    for handed_in in (3, 80):
        assignment = thirteen_items(classroom=ClassroomFactory(owner=teacher))
        made = simulate(assignment, handed_in=handed_in, seed=2)
        one = made.students[0].membership
        for name, args in (
            ("assignment-skills", [assignment.pk]),
            ("classroom-skills", [one.classroom_id]),
            ("student-record", [one.classroom_id, one.pk]),
            ("attempt-events", [assignment.pk, one.pk]),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(reverse(name, args=args)).status_code == 200
            counts.append((name, len(queries)))
    assert counts[:4] == counts[4:]
    assert max(n for _, n in counts) <= 20
    print(counts)


def test_who_asks_before_anybody_has_handed_in_is_told_what_will_be_there(
    client: Client, amara: Membership
) -> None:
    assignment = given(amara, "Storm")
    assert "Nobody has handed in yet" in text(client, "assignment-skills", assignment.pk)
    assert "Nobody of this class has handed in" in text(client, "classroom-skills", amara.classroom_id)
