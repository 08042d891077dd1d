"""What a debrief takes up, and in which order: the rule of quizzes.reports.debrief."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import AssignmentFactory, FrozenItemFactory, StudentFactory
from quizzes.models import (
    Assignment,
    Attempt,
    FrozenItem,
    KeyRepair,
    Membership,
    Response,
    Score,
    StudentTerms,
)
from quizzes.reports.debrief import Topic, class_answers, plan, proposed, ranked, topics_of


def topic(order: int, facility: float, kind: str = "", recurs: bool = False, why_not: str = "") -> Topic:
    return Topic(FrozenItem(order=order, finding_kind=kind), facility, 20, "", recurs, why_not)


def order(*topics: Topic) -> list[int]:
    return [found.item.order for found in ranked(topics)]


def test_most_missed_comes_first() -> None:
    assert order(topic(1, 0.9), topic(2, 0.2), topic(3, 0.55)) == [2, 3, 1]


def test_of_two_missed_about_as_often_a_misconception_that_recurs_comes_first() -> None:
    assert order(topic(1, 0.52), topic(2, 0.58, recurs=True)) == [2, 1]
    assert order(topic(1, 0.35), topic(2, 0.58, recurs=True)) == [1, 2]


def test_then_the_facility_and_the_order_of_the_quiz() -> None:
    assert order(topic(1, 0.58), topic(2, 0.52), topic(3, 0.52)) == [2, 3, 1]


def test_a_second_of_a_kind_waits_for_another_kind_missed_nearly_as_often() -> None:
    tolls = topic(1, 0.31, "discrepancy"), topic(2, 0.32, "discrepancy"), topic(3, 0.33, "discrepancy")
    assert order(*tolls, topic(4, 0.44, "headline_angle")) == [1, 4, 2, 3]
    assert order(*tolls, topic(4, 0.95, "headline_angle")) == [1, 2, 3, 4]


def test_items_without_a_finding_are_not_of_one_kind() -> None:
    assert order(topic(1, 0.31), topic(2, 0.35), topic(3, 0.42, "omission")) == [1, 2, 3]


def test_what_cannot_be_talked_about_is_left_out() -> None:
    assert order(topic(1, 0.1, why_not="its key was found to be wrong"), topic(2, 0.5)) == [2]


def test_five_are_proposed_of_what_was_missed_and_three_where_little_was() -> None:
    many = [topic(n, 0.5) for n in range(1, 9)]
    assert len(proposed(ranked(many))) == 5
    few = [topic(1, 0.5), *(topic(n, 0.9) for n in range(2, 9))]
    assert [found.item.order for found in proposed(ranked(few))] == [1, 2, 3]
    assert proposed([]) == []


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory()


def handed_in(assignment: Assignment, answers: dict[FrozenItem, Any], **fields: Any) -> Attempt:
    """An attempt of a new student with these answers, a choice each, scored."""
    student = StudentFactory(classroom=assignment.classroom)
    now = timezone.now()
    attempt = Attempt.objects.create(
        assignment=assignment, membership=student, started_at=now, deadline_at=now, submitted_at=now, **fields
    )
    for item, answer in answers.items():
        Response.objects.create(attempt=attempt, item=item, answer=answer, answered_at=now)
        points = None if item.kind == "open" else int(answer == item.key)
        Score.objects.create(attempt=attempt, item=item, points=points, maximum=item.points)
    return attempt


@pytest.mark.django_db
def test_only_what_five_have_answered_and_got_graded_is_talked_about(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for _ in range(4):
        handed_in(assignment, {item: "o1"})
    assert [t.why_not for t in topics_of(class_answers(assignment))] == ["fewer than 5 answers"]
    handed_in(assignment, {item: "o2"})
    (found,) = topics_of(class_answers(assignment))
    assert (found.facility, found.graded, found.why_not) == (0.2, 5, "")
    open_item = FrozenItemFactory(version=assignment.version, kind="open", key={})
    for _ in range(6):
        handed_in(assignment, {open_item: "Because."})
    assert topics_of(class_answers(assignment))[1].why_not == "6 answers wait to be graded"


@pytest.mark.django_db
def test_who_is_excused_and_what_does_not_count_are_left_out(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    excused = handed_in(assignment, {item: "o1"})
    StudentTerms.objects.create(assignment=assignment, membership=excused.membership, is_excused=True)
    handed_in(assignment, {item: "o2"})
    answers = class_answers(assignment)
    assert (len(answers.students), answers.graded(item)) == (1, [1.0])


@pytest.mark.django_db
def test_a_misconception_recurs_where_three_fell_for_it_twice(assignment: Assignment) -> None:
    items = [FrozenItemFactory(version=assignment.version) for _ in range(2)]
    for _ in range(2):
        handed_in(assignment, dict.fromkeys(items, "o1"))
    for _ in range(3):
        handed_in(assignment, {items[0]: "o1", items[1]: "o2"})
    first = topics_of(class_answers(assignment))[0]
    assert (first.misconception, first.recurs) == ("vague-taken-for-high", False)
    handed_in(assignment, dict.fromkeys(items, "o3"))
    assert [t.recurs for t in topics_of(class_answers(assignment))] == [True, True]


@pytest.mark.django_db
def test_an_item_that_was_taken_out_is_not_talked_about(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for _ in range(5):
        handed_in(assignment, {item: "o1"})
    KeyRepair.objects.create(assignment=assignment, item=item, policy="left_out", reason="Two are right.")
    found = plan(class_answers(assignment))
    assert (found.topics, [t.why_not for t in found.untold]) == ((), ["its key was found to be wrong"])


@pytest.mark.django_db
def test_the_teachers_order_holds_and_the_rest_can_be_taken_in(assignment: Assignment) -> None:
    items = [FrozenItemFactory(version=assignment.version) for _ in range(3)]
    for _ in range(5):
        handed_in(assignment, dict.fromkeys(items, "o1"))
    answers = class_answers(assignment)
    assert plan(answers).is_proposed
    found = plan(answers, [items[2].pk, items[0].pk, 999_999])
    assert found.order == [items[2].pk, items[0].pk]
    assert [t.item for t in found.skipped] == [items[1]]


def whole_class(assignment: Assignment, size: int) -> None:
    """`size` attempts handed in with two answers each, made in bulk."""
    items = [FrozenItemFactory(version=assignment.version) for _ in range(2)]
    now = timezone.now()
    students = Membership.objects.bulk_create(
        Membership(classroom=assignment.classroom, role="student", display_name=f"s{n}", name_key=f"s{n}")
        for n in range(size)
    )
    attempts = Attempt.objects.bulk_create(
        Attempt(assignment=assignment, membership=s, started_at=now, deadline_at=now, submitted_at=now)
        for s in students
    )
    for item in items:
        Response.objects.bulk_create(
            Response(attempt=a, item=item, answer="o1", answered_at=now) for a in attempts
        )
        Score.objects.bulk_create(Score(attempt=a, item=item, points=0, maximum=1) for a in attempts)


@pytest.mark.django_db
@pytest.mark.parametrize("size", [20, 500])
def test_a_large_class_asks_no_more_than_a_small_one(
    assignment: Assignment, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    whole_class(assignment, size)
    assignment = Assignment.objects.select_related("classroom", "version").get(pk=assignment.pk)
    with django_assert_num_queries(6):
        assert len(plan(class_answers(assignment)).topics) == 2
