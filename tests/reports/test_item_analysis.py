"""What the answers tell of each item."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    ClassroomFactory,
    FrozenItemFactory,
    ItemFactory,
    QuizVersionFactory,
    StudentFactory,
)
from quizzes.models import Assignment, FrozenItem, KeyRepair, Membership
from quizzes.reports.answer_events import answer_events
from quizzes.reports.item_analysis import ItemFigures, item_figures
from quizzes.reports.item_page import item_page
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.overview import overview
from quizzes.reports.pooling import Pooled, pooled_figures
from quizzes.reports.result_list import Asked, student_list
from quizzes.scoring.analysis.flags import Flag
from tests.frozen import HURT_A, HURT_B, TOWED_A, fill_other_kinds
from tests.reports.listing import handed_in
from tests.simulated import simulate, thirteen_items

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory()


def figures(assignment: Assignment, kind: str = "choice") -> ItemFigures:
    return next(f for f in item_figures(mark_sheet(assignment)) if f.item.kind == kind)


def rows(found: ItemFigures) -> list[tuple[str, int, str]]:
    return [(option.text, option.count, option.mark) for option in found.options]


def test_below_ten_there_are_counts_only_and_blanks_are_a_row(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for answer, points in (("o2", 1), ("o2", 1), ("o1", 0), (None, 0)):
        handed_in(assignment, item, answer, points)
    found = figures(assignment)
    assert (found.facility, found.discrimination, found.blanks, found.flags) == (None, None, 1, ())
    assert rows(found) == [
        ("The A Post", 1, ""),
        ("The B Post", 2, "key"),
        ("The C Post", 0, ""),
        ("left blank", 1, "blank"),
    ]


def test_an_answer_that_waits_counts_in_no_figure_of_its_item(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version, kind="open", key={"levels": ["", "", ""]}, points=2)
    for n in range(12):
        handed_in(assignment, item, f"Because {n}.", 2 if n < 10 else None)
    found = figures(assignment, "open")
    assert found.facility
    assert (found.facility.value, found.facility.n, found.waiting, found.n) == (1.0, 10, 2, 12)
    assert found.discrimination is None  # all the same points: not nought
    assert rows(found) == [("2 points", 10, "points"), ("waits to be graded", 2, "waiting")]


def test_typed_figures_are_counted_and_the_key_is_marked(assignment: Assignment) -> None:
    key = {"low": 22, "high": None, "unit": "people", "tolerance": 0}
    item = FrozenItemFactory(version=assignment.version, kind="number", key=key, options=[])
    for answer in ("22", "22 ", "17"):
        handed_in(assignment, item, answer, 0)
    assert rows(figures(assignment, "number")) == [("22", 2, "key"), ("17", 1, "")]


@pytest.mark.parametrize(
    ("kind", "answers", "lines"),
    [
        (
            "multi",
            (["o1", "o2"], ["o1", "o3"], None),
            [
                ("The A Post", 2, "key"),
                ("Article B", 1, "key"),
                ("The Wire", 1, ""),
                ("left blank", 1, "blank"),
            ],
        ),
        (
            "tf3",
            ("unknown", False, True, True),
            [("true", 2, ""), ("false", 1, ""), ("cannot tell from these articles", 1, "key")],
        ),
        (
            "order",
            (["o2", "o1", "o3"], ["o1", "o2", "o3"], [None, "o1"]),
            [("1. Article B", 1, "key"), ("2. The A Post", 2, "key"), ("3. The Wire", 2, "key")],
        ),
        (
            "evidence",
            ([HURT_A, HURT_B], [HURT_A, TOWED_A]),
            [
                ("a proving sentence", 2, "key"),
                ("a proving sentence", 1, "key"),
                ("a sentence that does not prove it", 1, ""),
            ],
        ),
    ],
)
def test_each_kind_is_counted_in_its_own_way(
    assignment: Assignment, kind: str, answers: tuple[Any, ...], lines: list[tuple[str, int, str]]
) -> None:
    fill_other_kinds(assignment.version)
    item = assignment.version.items.get(kind=kind)
    for answer in answers:
        handed_in(assignment, item, answer, 0)
    assert rows(figures(assignment, kind)) == lines


@pytest.fixture
def wrong_key(assignment: Assignment) -> FrozenItem:
    """Twelve students; the six who know the other items choose o1, the rest o2, which is said to be the key."""
    items = [FrozenItemFactory(version=assignment.version, order=n) for n in (1, 2, 3)]
    for n in range(12):
        knows = n < 7
        attempt = handed_in(assignment, items[0], "o1" if knows else "o2", 0 if knows else 1)
        for item in items[1:]:
            attempt.scores.create(item=item, points=int((knows and n % 3 > 0) or n == 11), maximum=1)
    return items[0]


def test_a_possible_wrong_key_is_flagged_and_stands_out_first(
    wrong_key: FrozenItem, assignment: Assignment
) -> None:
    found = item_figures(mark_sheet(assignment))[0]
    assert [flag.flag for flag in found.flags] == [Flag.WRONG_KEY]
    assert "7 gave “The A Post”, 5 the key “The B Post”." in found.flags[0].seen
    first = overview(mark_sheet(assignment)).standouts[0]
    assert (first.item, first.is_wrong_key) == (wrong_key, True)


def test_a_corrected_key_is_marked_and_no_longer_flagged(
    wrong_key: FrozenItem, assignment: Assignment
) -> None:
    KeyRepair.objects.create(
        assignment=assignment, item=wrong_key, policy="accept_also", key="o1", reason="Both."
    )
    found = item_figures(mark_sheet(assignment))[0]
    assert [option.text for option in found.keys] == ["The A Post", "The B Post"]
    assert found.flags == ()


def test_changes_and_times_come_from_the_events(assignment: Assignment) -> None:
    """First item: 60 s until a first choice, 20 s for another; second: 30 s; back to the first for 10 s."""
    first, second = (FrozenItemFactory(version=assignment.version, order=n) for n in (1, 2))
    attempt = handed_in(assignment, first, "o2", 1)
    at = attempt.started_at
    for n, (item, answer, seconds) in enumerate(
        [(first, "o1", 60), (first, "o3", 20), (second, "o2", 30), (first, "o2", 10), (second, "o1", 3600)]
    ):
        at += dt.timedelta(seconds=seconds)
        attempt.events.create(
            item=item, device="d", sequence=n, answer=answer, received_at=at, is_late=n == 4
        )
    found = answer_events(mark_sheet(assignment))
    one, other = found[first.pk], found[second.pk]
    assert (one.seconds, one.changed, one.gained, one.lost) == (90, 1, 1, 0)
    assert (other.seconds, other.changed) == (30, 0)


def same_in(assignment: Assignment, item: FrozenItem, **fields: Any) -> tuple[Assignment, FrozenItem]:
    """The item in another version of its quiz, given to another class."""
    version = QuizVersionFactory(quiz=item.version.quiz, number=2)
    copy = FrozenItemFactory(version=version, item=item.item, order=1, **fields)
    return AssignmentFactory(version=version, classroom=ClassroomFactory(owner=owner_of(assignment))), copy


def owner_of(assignment: Assignment) -> Any:
    return assignment.classroom.memberships.get(role=Membership.Role.OWNER).user


def pooled_of(assignment: Assignment, user: Any = None) -> Pooled | None:
    return pooled_figures(mark_sheet(assignment), 0, user or owner_of(assignment))


def test_the_same_item_is_pooled_over_the_classes_of_the_user(assignment: Assignment) -> None:
    item = FrozenItemFactory(
        version=assignment.version, order=1, item=ItemFactory(story=assignment.version.quiz.story)
    )
    other, copy = same_in(assignment, item, points=2)
    for _ in range(6):
        handed_in(assignment, item, "o2", 1)
    assert pooled_of(assignment) is None  # nobody there yet
    for _ in range(6):
        handed_in(other, copy, "o1", 0)
    found = pooled_of(assignment)
    assert found and found.figures.facility
    assert (found.figures.n, found.figures.facility.value) == (12, 0.5)
    assert [(line.is_this, line.n) for line in found.lines] == [(True, 6), (False, 6)]
    colleague = StudentFactory(classroom=assignment.classroom)
    assert colleague
    stranger = ClassroomFactory().memberships.get(role=Membership.Role.OWNER).user
    assert pooled_of(assignment, stranger) is None


def test_another_wording_is_another_item(assignment: Assignment) -> None:
    item = FrozenItemFactory(
        version=assignment.version, order=1, item=ItemFactory(story=assignment.version.quiz.story)
    )
    other, copy = same_in(assignment, item, stem="Which outlet reported the fewest?")
    handed_in(assignment, item, "o2", 1)
    handed_in(other, copy, "o2", 1)
    assert pooled_of(assignment) is None


@pytest.mark.parametrize("n", [20, 200])
def test_a_large_class_asks_no_more_than_a_small_one(
    n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assignment = thirteen_items()
    simulate(assignment, handed_in=n, working=2, not_begun=2)
    assignment = Assignment.objects.select_related("classroom", "version__quiz").get(pk=assignment.pk)
    with django_assert_num_queries(7):  # items, attempts, own terms, scores; answers, repairs; students
        sheet = mark_sheet(assignment)
        overview(sheet)
        student_list(sheet, Asked())
    with django_assert_num_queries(7):  # items, attempts, own terms, scores; answers, repairs; events
        sheet = mark_sheet(assignment)
        item_figures(sheet)
        answer_events(sheet)


def test_one_items_page_finds_its_neighbours_and_what_the_articles_say() -> None:
    assignment = thirteen_items()
    simulate(assignment, handed_in=12)
    first, second = assignment.version.items.all()[:2]
    found = item_page(assignment, first, owner_of(assignment))
    assert (found.before, found.after, found.figures.n) == (None, second, 12)
    assert found.key
