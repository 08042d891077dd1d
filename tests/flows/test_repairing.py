"""A wrong key is repaired for a class: scores follow, undoing gives back what was, other classes too, all recorded."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import AssignmentFactory, AttemptFactory, ResponseFactory, TeacherFactory
from quizzes.flows.grading import grade
from quizzes.flows.repairing import (
    REPAIRED,
    UNDONE,
    RepairRefused,
    Wanted,
    plan,
    repair_key,
    standing,
    undo_repair,
)
from quizzes.flows.scoring import score_attempts
from quizzes.flows.taking import submit_attempt
from quizzes.models import Assignment, Attempt, Audit, FrozenItem, KeyRepair, Response, Score, User
from quizzes.reports.repairs import preview, totals_of
from quizzes.scoring.repairs import Policy
from tests.frozen import (
    ANSWERS,
    HURT_B,
    OTHER_ANSWERS,
    TOWED_A,
    fill_other_kinds,
    frozen_quiz,
    items_by_kind,
    student_of,
)

pytestmark = pytest.mark.django_db

NEW_KEYS: dict[str, Any] = {
    "choice": "o1",
    "number": "9",
    "match": {"l1": "r2", "l2": "r1"},
    "claim_evidence": {"choice": "o2", "evidence": [HURT_B]},
    "multi": ["o3"],
    "tf3": False,
    "order": ["o1", "o2", "o3"],
    "evidence": [TOWED_A],
}


@pytest.fixture
def by() -> User:
    return TeacherFactory()


@pytest.fixture
def assignment() -> Assignment:
    assignment = frozen_quiz()
    fill_other_kinds(assignment.version)
    return assignment


def hand_in(assignment: Assignment, answers: dict[str, Any], **fields: Any) -> Attempt:
    attempt = AttemptFactory(assignment=assignment, **fields)
    for kind, item in items_by_kind(assignment).items():
        if answers.get(kind) is not None:
            ResponseFactory(attempt=attempt, item=item, answer=answers[kind])
    return submit_attempt(attempt=attempt, at=timezone.now())


def earned() -> list[tuple[int, int, Any, int]]:
    return list(
        Score.objects.order_by("attempt_id", "item_id").values_list("attempt", "item", "points", "maximum")
    )


def points(item: FrozenItem) -> list[float | None]:
    found = Score.objects.filter(item=item).order_by("attempt_id").values_list("points", flat=True)
    return [None if p is None else float(p) for p in found]


def choice(assignment: Assignment) -> FrozenItem:
    return items_by_kind(assignment)["choice"]


def do(assignment: Assignment, item: FrozenItem, wanted: Wanted, by: User, **more: Any) -> KeyRepair:
    others = more.get("others", [])
    [made, *_] = repair_key(
        assignments=[assignment, *others], item=item, wanted=wanted, reason="A typing error.", by=by
    )
    return made


@pytest.mark.parametrize(
    ("wanted", "points_then", "maximum"),
    [
        (Wanted(Policy.ACCEPT_ALSO, "o1"), [1, 1, 0, 0], 1),
        (Wanted(Policy.REPLACE, "o1"), [0, 1, 0, 0], 1),
        (Wanted(Policy.REPLACE, "o1", keeps_better=True), [1, 1, 0, 0], 1),
        (Wanted(Policy.FULL_CREDIT), [1, 1, 1, 1], 1),
        (Wanted(Policy.LEFT_OUT), [0, 0, 0, 0], 0),
    ],
    ids=["accept also", "replace", "replace, nobody loses", "full credit", "leave out"],
)
def test_each_policy(
    assignment: Assignment, by: User, wanted: Wanted, points_then: list[float], maximum: int
) -> None:
    for answer in ("o2", "o1", "o3", None):
        hand_in(assignment, {"choice": answer})
    do(assignment, choice(assignment), wanted, by)
    assert points(choice(assignment)) == points_then
    assert set(Score.objects.filter(item=choice(assignment)).values_list("maximum", flat=True)) == {maximum}


@pytest.mark.parametrize("seed", range(6))
def test_undoing_gives_back_exactly_what_was_and_the_preview_told_it(by: User, seed: int) -> None:
    """Any kind, policy and answers: after apply the totals are those of the preview, after undo all is as before."""
    chance = random.Random(seed)
    assignment = frozen_quiz(counting=chance.choice(["first", "best", "last"]), attempts_allowed=2)
    fill_other_kinds(assignment.version)
    right = ANSWERS | OTHER_ANSWERS
    for _ in range(4):
        student = student_of(assignment)
        for number in (1, 2):
            answers = {k: chance.choice([right[k], NEW_KEYS.get(k), None]) for k in right}
            hand_in(assignment, answers, membership=student, number=number)
    before = earned()
    for kind, item in items_by_kind(assignment).items():
        policies = [Policy.FULL_CREDIT, Policy.LEFT_OUT] if kind == "open" else list(Policy)
        wanted = Wanted(chance.choice(policies), NEW_KEYS.get(kind), chance.random() < 0.5)
        told = preview(assignment, item, plan(item, wanted))
        made = do(assignment, item, wanted, by)
        found = preview(assignment, item, plan(item, wanted))
        assert found.changes == ()
        stand = totals_of(assignment.attempts.all()).values()
        assert all(change.after in stand for change in told.changes)
        assert undo_repair(repair=made, by=by)
        assert earned() == before


def test_what_is_handed_in_later_is_scored_under_the_repair_too(assignment: Assignment, by: User) -> None:
    made = do(assignment, choice(assignment), Wanted(Policy.REPLACE, "o1"), by)
    hand_in(assignment, {"choice": "o1"})
    assert points(choice(assignment)) == [1]
    undo_repair(repair=made, by=by)
    assert points(choice(assignment)) == [0]


def test_the_same_again_changes_nothing_and_another_takes_its_place(assignment: Assignment, by: User) -> None:
    hand_in(assignment, {"choice": "o3"})
    first = do(assignment, choice(assignment), Wanted(Policy.REPLACE, "o1"), by)
    assert do(assignment, choice(assignment), Wanted(Policy.REPLACE, "o1"), by) == first
    assert Audit.objects.filter(action=REPAIRED).count() == 1
    second = do(assignment, choice(assignment), Wanted(Policy.FULL_CREDIT), by)
    assert standing(assignment, choice(assignment)) == second
    assert not undo_repair(repair=first, by=by), "it has been replaced"
    assert points(choice(assignment)) == [1]


def test_other_classes_with_the_same_version_are_done_with_it_or_none_is(
    assignment: Assignment, by: User
) -> None:
    other = AssignmentFactory(version=assignment.version)
    for given in (assignment, other):
        hand_in(given, {"choice": "o1"})
    item = choice(assignment)
    with pytest.raises(RepairRefused, match="another version"):
        do(assignment, item, Wanted(Policy.FULL_CREDIT), by, others=[AssignmentFactory()])
    assert not KeyRepair.objects.exists()
    do(assignment, item, Wanted(Policy.REPLACE, "o1"), by, others=[other])
    assert points(item) == [1, 1]
    assert {row.assignment for row in Audit.objects.filter(action=REPAIRED)} == {assignment, other}


def test_the_record_tells_what_held_and_what_holds_in_words(assignment: Assignment, by: User) -> None:
    undo_repair(repair=do(assignment, choice(assignment), Wanted(Policy.REPLACE, "o1"), by), by=by)
    undone, made = Audit.objects.all()
    assert (made.action, made.actor, made.assignment, made.reason) == (
        REPAIRED,
        by,
        assignment,
        "A typing error.",
    )
    assert made.old == {"policy": None, "key": "The B Post"}
    assert made.new == {"policy": "replace", "key": "The A Post", "keeps_better": False}
    assert (undone.action, undone.old, undone.new) == (UNDONE, made.new, made.old)


@pytest.mark.parametrize("policy", [Policy.FULL_CREDIT, Policy.LEFT_OUT])
def test_an_open_answer_waits_no_more_and_its_mark_counts_again_after_undoing(
    assignment: Assignment, by: User, policy: Policy
) -> None:
    attempt = hand_in(assignment, {"open": "Two offices."})
    item = items_by_kind(assignment)["open"]
    made = do(assignment, item, Wanted(policy), by)
    assert points(item) == [4 if policy is Policy.FULL_CREDIT else 0]
    response = Response.objects.get(attempt=attempt, item=item)
    grade(assignment=assignment, responses=[response], level=1, comment="", grader=by)
    assert points(item) == [4 if policy is Policy.FULL_CREDIT else 0], "a mark given meanwhile is kept aside"
    undo_repair(repair=made, by=by)
    assert points(item) == [2]


@pytest.mark.parametrize(
    ("kind", "wanted", "reason", "told"),
    [
        ("choice", Wanted(Policy.REPLACE, "o1"), "  ", "Write why"),
        ("choice", Wanted(Policy.REPLACE, "o2"), "Why", "the key already"),
        ("choice", Wanted(Policy.ACCEPT_ALSO, "o9"), "Why", "no answer to this item"),
        ("choice", Wanted(Policy.ACCEPT_ALSO), "Why", "Give the answer"),
        ("multi", Wanted(Policy.REPLACE, ["o2", "o1"]), "Why", "the key already"),
        ("evidence", Wanted(Policy.REPLACE, [{"article": "A", "start": 1, "end": 5}]), "Why", "no answer"),
        ("open", Wanted(Policy.REPLACE, "Text"), "Why", "A grader marks"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    assignment: Assignment, by: User, kind: str, wanted: Wanted, reason: str, told: str
) -> None:
    hand_in(assignment, ANSWERS)
    before = earned()
    with pytest.raises(RepairRefused, match=told):
        repair_key(
            assignments=[assignment],
            item=items_by_kind(assignment)[kind],
            wanted=wanted,
            reason=reason,
            by=by,
        )
    assert (earned(), KeyRepair.objects.exists(), Audit.objects.exists()) == (before, False, False)


def test_a_large_class_takes_as_many_queries_as_a_small_one(
    assignment: Assignment, by: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    student, now = student_of(assignment), timezone.now()
    attempts = Attempt.objects.bulk_create(
        Attempt(
            assignment=assignment,
            membership=student,
            number=n,
            started_at=now,
            deadline_at=now,
            submitted_at=now,
        )
        for n in range(1, 501)
    )
    Response.objects.bulk_create(
        Response(attempt=a, item=choice(assignment), answer="o1", answered_at=now) for a in attempts
    )
    score_attempts(assignment=assignment, attempts=attempts)
    with django_assert_max_num_queries(20):
        do(assignment, choice(assignment), Wanted(Policy.REPLACE, "o1"), by)
    assert set(points(choice(assignment))) == {1}
    with django_assert_max_num_queries(11):
        preview(assignment, choice(assignment), None)
