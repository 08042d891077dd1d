"""The record of a class in words: every action has its sentence; filtered, paged, as a file."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import AssignmentFactory, ClassroomFactory, StudentFactory, TeacherFactory
from quizzes.flows.audits import record
from quizzes.flows.gradebook import set_points
from quizzes.flows.repairing import Wanted, repair_key, undo_repair
from quizzes.flows.rosters import add_names, remove_student, rename_student, set_extra_time
from quizzes.flows.terms import change_terms, set_student_terms
from quizzes.models import Assignment, Audit, Classroom, Membership, User
from quizzes.reports.audit_words import WORDS, Kind, actions_of, sentence
from quizzes.reports.audits import Wanted as Asked
from quizzes.reports.audits import record_of, record_table
from quizzes.scoring.repairs import Policy
from tests.flows.actions import recorded_actions
from tests.frozen import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory(name="Anna")


@pytest.fixture
def classroom(teacher: User) -> Classroom:
    return ClassroomFactory(owner=teacher, name="8B", time_zone="Europe/Dublin")


@pytest.fixture
def given(classroom: Classroom) -> Assignment:
    return AssignmentFactory(classroom=classroom, version__title="The ferry")


@pytest.fixture
def amara(classroom: Classroom) -> Membership:
    return StudentFactory(classroom=classroom, display_name="Amara")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def whats(classroom: Classroom, **asked: Any) -> list[str]:
    return [entry.what for entry in record_of(classroom, Asked(**asked), 1)]


def test_every_action_that_a_flow_records_has_its_words() -> None:
    assert recorded_actions() == set(WORDS)
    assert {action for kind in Kind for action in actions_of(kind)} == set(WORDS)


@pytest.mark.parametrize("action", sorted(WORDS))
def test_no_fact_that_is_missing_breaks_a_sentence(classroom: Classroom, teacher: User, action: str) -> None:
    row = record(classroom=classroom, by=teacher, action=action, subject="2" if "s " in action else "Amara")
    told = sentence(row)
    assert told and "{" not in told and told[0].islower()


def test_sentences_say_from_what_to_what(
    classroom: Classroom, given: Assignment, amara: Membership, teacher: User
) -> None:
    fill(given.version)
    by: dict[str, Any] = {"by": teacher}
    item = given.version.items.order_by("order").first()
    assert item
    [made] = repair_key(
        assignments=[given], item=item, wanted=Wanted(Policy.REPLACE, "o1"), reason="A typing error.", **by
    )
    undo_repair(repair=made, **by)
    set_points(assignment=given, student=amara, points=Decimal(3), maximum=12, reason="Oral.", **by)
    now = timezone.now()
    change_terms(assignment=given, changed={"limit_minutes": 20}, at=now, actor=teacher, reason="Too long.")
    set_student_terms(assignment=given, student=amara, at=now, actor=teacher, is_excused=True, reason="Ill.")
    set_extra_time(student=amara, factor=Decimal("1.50"), **by)
    rename_student(student=amara, name="Amara D", **by)
    add_names(classroom=classroom, names=["Ben", "Zoë"], **by)
    remove_student(student=amara, **by)
    assert list(reversed(whats(classroom))) == [
        "corrected item 1 of “The ferry” (“Which outlet reported the highest number of injured?”): "
        "“replace the key”: The A Post; before: the item’s own key (The B Post)",
        "undid the correction of item 1 of “The ferry” (“Which outlet reported the highest number of injured?”): "
        "the item’s own key (The B Post) holds again; before: “replace the key”: The A Post",
        "set the points of Amara in “The ferry” to 3",
        "changed the terms of “The ferry”: time limit from none to 20 minutes",
        "changed what holds for Amara in “The ferry”: excused from no to yes",
        "changed the extra time of Amara: times 1.5, before 1",
        "renamed Amara: now Amara D",
        "put 2 students on the list: Ben, Zoë",
        "removed Amara D",
    ]


@pytest.fixture
def rows(classroom: Classroom, given: Assignment, teacher: User) -> None:
    other = TeacherFactory(name="Ben")
    for by, action, subject, assignment in (
        (teacher, "grade", "item 1, Amara", given),
        (other, "release", str(given), given),
        (teacher, "newcomer let in", "Amara", None),
        (other, "newcomer let in", "Tamara", None),
    ):
        record(classroom=classroom, by=by, action=action, subject=subject, assignment=assignment, new={})
    record(classroom=classroom, by=None, action="students added", subject=2, new={"names": ["Zoë", "Amara"]})
    record(classroom=ClassroomFactory(), by=teacher, action="newcomer let in", subject="Amara")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 5),
        ({"kind": Kind.STUDENTS}, 3),
        ({"kind": Kind.KEYS}, 0),
        ({"student": "Amara"}, 3),
        ({"student": "Zoë"}, 1),
        ({"student": "mara"}, 0),
        ({"since": dt.date(2100, 1, 1)}, 0),
        ({"until": dt.date(2100, 1, 1)}, 5),
        ({"until": dt.date(2020, 1, 1)}, 0),
    ],
)
def test_it_is_filtered(classroom: Classroom, rows: None, asked: dict[str, Any], found: int) -> None:
    assert len(whats(classroom, **asked)) == found


def test_it_is_filtered_by_who_and_by_quiz(
    classroom: Classroom, rows: None, teacher: User, given: Assignment
) -> None:
    assert len(whats(classroom, actor=teacher.pk)) == 2
    assert len(whats(classroom, assignment=given.pk)) == 2


def test_a_day_is_one_of_the_class_s_calendar(classroom: Classroom, teacher: User) -> None:
    """At 23:30 in UTC on 1 July it is 2 July in Dublin."""
    Audit.objects.bulk_create([Audit(classroom=classroom, actor=teacher, action="class made", subject="8B")])
    classroom.time_zone = "Pacific/Kiritimati"  # fourteen hours before UTC
    at = Audit.objects.get().at
    there = at.astimezone(classroom.zone).date()
    assert len(whats(classroom, since=there, until=there)) == 1
    assert not whats(classroom, since=there + dt.timedelta(days=1))


def test_the_page_and_the_file(desk: Client, classroom: Classroom, rows: None) -> None:
    page = desk.get(reverse("classroom-audit", args=[classroom.pk]), {"kind": "students"}).content.decode()
    assert "<b>Ben</b> let Tamara in." in page and "somebody who has left" in page
    assert "record.csv?kind=students" in page
    text = desk.get(
        reverse("classroom-audit-csv", args=[classroom.pk]), {"student": "Tamara"}
    ).content.decode()
    assert text.splitlines()[0] == "\ufeffWhen,Who,About,What,Why,Quiz"
    assert len(text.splitlines()) == 2 and ",Ben,students,let Tamara in,," in text


def test_what_an_address_cannot_mean_is_left_out(desk: Client, classroom: Classroom, rows: None) -> None:
    asked = {"kind": "x", "actor": "x", "quiz": "²", "since": "0001-01-01", "until": "soon", "page": "99"}
    assert "5 changes" in desk.get(reverse("classroom-audit", args=[classroom.pk]), asked).content.decode()


def test_a_page_costs_the_same_for_any_number(
    desk: Client, classroom: Classroom, teacher: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Audit.objects.bulk_create(
        Audit(classroom=classroom, actor=teacher, action="newcomer let in", subject=f"S {n}")
        for n in range(300)
    )
    with django_assert_max_num_queries(12):
        page = desk.get(reverse("classroom-audit", args=[classroom.pk])).content.decode()
    assert page.count("<li><time") == 50
    assert len(record_table(classroom, Asked()).rows) == 300
