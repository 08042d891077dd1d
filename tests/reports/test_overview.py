"""What the results page counts, and what it says stands out."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from quizzes.factories import AssignmentFactory, AttemptFactory, FrozenItemFactory, StudentFactory
from quizzes.models import Assignment, KeyRepair, Score
from quizzes.reports.mark_sheet import mark_sheet
from quizzes.reports.overview import Overview, overview
from tests.reports.listing import handed_in, listed
from tests.simulated import simulate, thirteen_items

pytestmark = pytest.mark.django_db


@pytest.fixture
def assignment() -> Assignment:
    return AssignmentFactory()


def seen(assignment: Assignment) -> Overview:
    return overview(mark_sheet(assignment))


def test_it_counts_who_has_handed_in_who_works_and_who_has_not_begun(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    handed_in(assignment, item, "o2", 1)
    AttemptFactory(assignment=assignment)
    StudentFactory(classroom=assignment.classroom)
    found = listed(assignment)
    assert (found.expected, found.handed_in, found.working, found.not_started) == (3, 1, 1, 1)


def test_the_last_attempt_handed_in_counts(assignment: Assignment) -> None:
    item, student = (
        FrozenItemFactory(version=assignment.version),
        StudentFactory(classroom=assignment.classroom),
    )
    handed_in(assignment, item, "o2", 1, membership=student, number=1)
    handed_in(assignment, item, "o1", 0, membership=student, number=2)
    assert [line.points for line in listed(assignment).page] == [0.0]
    Assignment.objects.update(attempts_allowed=2, counting="best")
    again = Assignment.objects.get()
    assert [line.points for line in listed(again).page] == [1.0]
    assert seen(again).counts == "1 student, the best attempt of each"


def test_points_are_compared_over_the_items_of_which_nothing_waits(assignment: Assignment) -> None:
    first, second = (FrozenItemFactory(version=assignment.version, order=n, points=n) for n in (1, 2))
    for points in (1, None):
        attempt = handed_in(assignment, first, "o2", 1)
        Score.objects.create(attempt=attempt, item=second, points=points, maximum=2)
    spread = seen(assignment).spread
    assert spread
    assert (spread.items, spread.maximum, spread.mean, spread.n) == ("item 1", 1, 1.0, 2)
    assert [line.points for line in listed(assignment, sort="-points").page] == [2.0, 1.0]


def test_time_is_told_as_median_and_range_but_for_attempts_given_back(assignment: Assignment) -> None:
    item, now = FrozenItemFactory(version=assignment.version), timezone.now()
    for minutes in (10, 14, 30):
        handed_in(assignment, item, "o2", 1, started_at=now - dt.timedelta(minutes=minutes))
    handed_in(assignment, item, "o2", 1, started_at=now - dt.timedelta(days=3), reopened_until=now)
    used = seen(assignment).minutes
    assert used
    assert (used.n, round(used.median), round(used.least), round(used.most)) == (3, 14, 10, 30)


def test_fewer_than_ten_give_no_reliability_and_nothing_stands_out(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for _ in range(9):
        handed_in(assignment, item, "o1", 0)
    found = seen(assignment)
    assert (found.is_few, found.trust, found.standouts) == (True, None, ())


def test_nobody_gives_no_figures(assignment: Assignment) -> None:
    FrozenItemFactory(version=assignment.version)
    found = seen(assignment)
    assert (found.counted, found.spread, found.minutes, found.trust) == (0, None, None, None)


def test_an_item_left_out_is_out_of_every_figure() -> None:
    assignment = thirteen_items()
    simulate(assignment, handed_in=12, seed=3)
    item = assignment.version.items.get(order=10)
    before = seen(assignment).spread
    item.scores.update(points=0, maximum=0)
    KeyRepair.objects.create(assignment=assignment, item=item, policy="left_out", reason="Wrong.")
    found = seen(assignment)
    assert before and found.spread and found.trust
    assert found.left_out == (10,)
    assert found.spread.maximum == before.maximum - item.points
    assert len(found.trust.figures.items) == 12
    assert item not in [one.item for one in found.standouts]


def test_a_class_gets_its_reliability_in_points_and_what_stands_out() -> None:
    assignment = thirteen_items()
    simulate(assignment, handed_in=40, seed=3)
    found = seen(assignment)
    assert found.trust and found.trust.figures.interval and found.trust.words
    assert found.trust.figures.interval.low < found.trust.figures.alpha < found.trust.figures.interval.high
    assert found.trust.figures.error
    assert len(found.standouts) <= 5


def test_the_list_is_narrowed_sorted_and_paged(assignment: Assignment) -> None:
    item = FrozenItemFactory(version=assignment.version)
    for name, points in (("Zoë Ash", 1), ("Ben", 0)):
        student = StudentFactory(classroom=assignment.classroom, display_name=name)
        handed_in(assignment, item, "o2", points, membership=student)
    StudentFactory.create_batch(60, classroom=assignment.classroom)
    assert [line.name for line in listed(assignment, name="zoe").page] == ["Zoë Ash"]
    assert [line.name for line in listed(assignment, state="handed in").page] == ["Ben", "Zoë Ash"]
    assert [line.name for line in listed(assignment, sort="-points").page][:2] == ["Zoë Ash", "Ben"]
    second = listed(assignment, sort="name", page="2")
    assert len(second.page) == 12
    assert second.kept == "sort=name&"
