"""One form gives a quiz to one or several classes, each on its own clock."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import ClassroomFactory, QuizItemFactory
from quizzes.models import Assignment, Audit, Classroom, Quiz, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> Quiz:
    return QuizItemFactory(quiz__title="Ferry").quiz


@pytest.fixture
def teacher(quiz: Quiz) -> User:
    return quiz.teacher


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def dublin(teacher: User) -> Classroom:
    return ClassroomFactory(name="8B", owner=teacher, time_zone="Europe/Dublin")


@pytest.fixture
def tokyo(teacher: User) -> Classroom:
    return ClassroomFactory(name="9T", owner=teacher, time_zone="Asia/Tokyo")


def address(quiz: Quiz) -> str:
    return reverse("assignment-create", args=[quiz.pk])


def give(desk: Client, quiz: Quiz, *classes: Classroom, **sent: Any) -> str:
    times = {"opens_at": "2048-03-28T09:00", "closes_at": "2048-03-29T09:00"}
    known = {"classrooms": [classroom.pk for classroom in classes], **times, **sent}
    return str(desk.post(address(quiz), known, follow=True).content.decode())


def test_what_the_form_proposes_is_all_it_takes(desk: Client, dublin: Classroom, quiz: Quiz) -> None:
    shown = desk.get(address(quiz)).content.decode()
    assert re.search(rf'name="classrooms" value="{dublin.pk}"[^>]*checked', shown)
    assert "one attempt · same order for all · points, keys and reasons when I release them" in shown
    sent = dict(re.findall(r'name="(opens_at|closes_at)" value="([^"]+)"', shown))
    desk.post(address(quiz), {"classrooms": dublin.pk, **sent})
    given = Assignment.objects.get()
    assert abs((given.closes_at - given.opens_at) - dt.timedelta(days=7)) <= dt.timedelta(hours=1)
    assert (given.counting, given.feedback, given.shown) == ("last", "on_release", "full")
    assert (given.attempts_allowed, given.late_until, given.is_shuffled) == (1, None, False)


def test_several_classes_get_one_each_on_their_own_clocks(
    desk: Client, dublin: Classroom, tokyo: Classroom, quiz: Quiz
) -> None:
    assert "Ferry is assigned to 2 classes: 8B, 9T." in give(desk, quiz, dublin, tokyo)
    one, other = (classroom.assignments.get() for classroom in (dublin, tokyo))
    assert one.version == other.version
    assert one.opens_at - other.opens_at == dt.timedelta(hours=9)
    assert Audit.objects.filter(action="assign").count() == 2


def test_all_get_it_or_none(desk: Client, dublin: Classroom, tokyo: Classroom, quiz: Quiz) -> None:
    shown = give(desk, quiz, tokyo, dublin, closes_at="2048-03-29T01:30")
    assert "8B: The clocks skip this time on that day: choose another." in shown
    assert not Assignment.objects.exists()


def test_the_rarer_settings_are_kept(desk: Client, dublin: Classroom, quiz: Quiz) -> None:
    give(
        desk,
        quiz,
        dublin,
        attempts_allowed="3",
        counting="best",
        shuffles_items="on",
        shuffles_options="on",
        forms="4",
        shown="score",
        feedback="after_close",
        late="accept",
        late_until="2048-03-30T09:00",
        grace_minutes="10",
    )
    given = Assignment.objects.get()
    assert (given.attempts_allowed, given.counting, given.forms) == (3, "best", 4)
    assert (given.shuffles_items, given.shuffles_options) == (True, True)
    assert (given.shown, given.feedback, given.grace_minutes) == ("score", "after_close", 10)
    assert given.late_until == dt.datetime(2048, 3, 30, 8, tzinfo=dt.UTC)


def test_a_time_for_late_answers_is_dropped_where_they_are_refused(
    desk: Client, dublin: Classroom, quiz: Quiz
) -> None:
    give(desk, quiz, dublin, late="refuse", late_until="2048-03-30T09:00")
    assert Assignment.objects.get().late_until is None


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"classrooms": []}, "Tick at least one class."),
        ({"late": "accept"}, "Until when are late answers taken?"),
        ({"forms": "99"}, "Select a valid choice"),
        ({"grace_minutes": "9999"}, "less than or equal to 1440"),
    ],
)
def test_what_cannot_stand_is_refused_where_it_was_typed(
    desk: Client, dublin: Classroom, quiz: Quiz, sent: dict[str, Any], told: str
) -> None:
    shown = give(desk, quiz, dublin, **sent)
    assert told in shown
    assert ('class="more-x" open' in shown) is ("classrooms" not in sent)
    assert not Assignment.objects.exists()


def test_a_class_that_has_it_says_so_and_is_not_ticked(desk: Client, dublin: Classroom, quiz: Quiz) -> None:
    give(desk, quiz, dublin)
    shown = desk.get(address(quiz)).content.decode()
    assert "has it already" in shown
    assert not re.search(rf'name="classrooms" value="{dublin.pk}"[^>]*checked', shown)
