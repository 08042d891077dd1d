"""One tab writes an attempt at a time; which of the answers of several tabs stands does not hang on how they arrive."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.factories import FrozenItemFactory
from quizzes.flows.holding import FORM_DEVICE, hold_attempt, let_go
from quizzes.flows.saving import Saved, flag_item, save_answer, save_form
from quizzes.flows.taking import start_attempt, submit_attempt
from quizzes.models import Attempt, FrozenItem, Response
from quizzes.models.attempts import NETWORK_GRACE
from tests.frozen import frozen_quiz, items_by_kind, student_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
FIRST, SECOND, THIRD = "first-tab", "second-tab", "third-tab"


@pytest.fixture
def attempt() -> Attempt:
    assignment = frozen_quiz(limit_minutes=40)
    return start_attempt(assignment=assignment, student=student_of(assignment), at=NOW)


@pytest.fixture
def item(attempt: Attempt) -> FrozenItem:
    return items_by_kind(attempt.assignment)["choice"]


def hold(attempt: Attempt, device: str, *, takes_over: bool = False) -> bool:
    return hold_attempt(attempt=attempt, device=device, takes_over=takes_over, at=NOW).holder == device


def save(
    attempt: Attempt, item: FrozenItem, answer: Any, device: str, number: int = 1, **given: Any
) -> Saved:
    return save_answer(
        attempt=attempt, item=item, answer=answer, device=device, sequence=number, **{"at": NOW, **given}
    )


def standing(item: FrozenItem) -> Any:
    return Response.objects.get(item=item).answer


# Who holds


def test_the_first_tab_holds_and_the_next_only_when_it_takes_over(attempt: Attempt) -> None:
    assert [hold(attempt, FIRST), hold(attempt, SECOND), hold(attempt, FIRST)] == [True, False, True]
    assert hold(attempt, SECOND, takes_over=True)
    assert list(attempt.holds.values_list("device", flat=True)) == [FIRST, SECOND]


def test_a_tab_that_has_lost_the_attempt_needs_a_new_key(attempt: Attempt) -> None:
    hold(attempt, FIRST)
    hold(attempt, SECOND, takes_over=True)
    assert not hold(attempt, FIRST, takes_over=True)
    assert hold(attempt, THIRD, takes_over=True)


def test_who_ends_her_session_lets_go(attempt: Attempt) -> None:
    hold(attempt, FIRST)
    let_go(student=attempt.membership)
    assert hold(attempt, SECOND)


def test_what_is_handed_in_is_held_by_nobody_new(attempt: Attempt) -> None:
    submit_attempt(attempt=attempt, at=NOW)
    assert not hold(attempt, FIRST, takes_over=True)


def test_a_save_button_takes_over_and_gives_way_to_the_next_tab(attempt: Attempt, item: FrozenItem) -> None:
    hold(attempt, FIRST)
    save_form(attempt=attempt, item=item, answer="o1", at=NOW)
    attempt.refresh_from_db()
    assert attempt.holder == FORM_DEVICE
    assert not hold(attempt, FIRST)
    assert hold(attempt, SECOND)


# What stands


def test_what_waited_in_the_older_tab_stands_where_the_newer_has_not_answered(
    attempt: Attempt, item: FrozenItem
) -> None:
    hold(attempt, FIRST)
    hold(attempt, SECOND, takes_over=True)
    saved = save(attempt, item, "o1", FIRST)
    assert (saved.is_stale, saved.attempt.holder, standing(item)) == (False, SECOND, "o1")


def test_where_the_newer_has_answered_it_is_kept_and_does_not_stand(
    attempt: Attempt, item: FrozenItem
) -> None:
    hold(attempt, FIRST)
    hold(attempt, SECOND, takes_over=True)
    save(attempt, item, "o2", SECOND)
    assert save(attempt, item, "o1", FIRST).is_stale
    assert (standing(item), attempt.events.count()) == ("o2", 2)


def test_an_answer_from_before_it_took_over_does_not_make_the_other_stale(
    attempt: Attempt, item: FrozenItem
) -> None:
    hold(attempt, FIRST)
    save(attempt, item, "o2", FIRST)
    hold(attempt, SECOND, takes_over=True)
    hold(attempt, THIRD, takes_over=True)
    assert not save(attempt, item, "o1", SECOND).is_stale


def test_a_page_without_script_does_not_write_over_an_answer_that_it_has_not_seen(
    attempt: Attempt, item: FrozenItem
) -> None:
    hold(attempt, FIRST)
    seen = save(attempt, item, "o1", FIRST).event.pk
    save(attempt, item, "o2", FIRST, number=2)
    kept = save_form(attempt=attempt, item=item, answer=None, at=NOW, seen=seen)
    assert kept
    assert kept.is_stale
    attempt.refresh_from_db()
    assert (standing(item), attempt.holder) == ("o2", FIRST)


def test_devices_that_no_tab_of_ours_are_stand_as_they_arrive(attempt: Attempt, item: FrozenItem) -> None:
    save(attempt, item, "o1", FIRST)
    assert not save(attempt, item, "o2", SECOND).is_stale
    assert standing(item) == "o2"


@dataclass(frozen=True)
class Sent:
    """An answer that a tab has given; `arrivals` are the seconds at which it reaches the server."""

    tab: int
    number: int
    item: int
    arrivals: tuple[int, ...]

    @property
    def answer(self) -> str:
        return f"{self.tab}.{self.number}"


END = 40
"""The second after which answers are late; the tabs take over at 0, 10 and 20."""


@st.composite
def answers_of_tabs(draw: st.DrawFn) -> list[Sent]:
    """Up to four answers of each of three tabs to two items; each reaches the server once or more, in any order."""
    return [
        Sent(tab, number, draw(st.integers(0, 1)), tuple(draw(arrivals(tab))))
        for tab in range(3)
        for number in range(draw(st.integers(0, 4)))
    ]


def arrivals(tab: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(10 * tab + 1, END + 10), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=answers_of_tabs(), order=st.randoms(use_true_random=False))
def test_however_answers_arrive_each_is_stored_once_and_the_newest_tab_stands(
    attempt: Attempt, sent: list[Sent], order: Any
) -> None:
    with transaction.atomic():
        items = FrozenItemFactory.create_batch(
            2, version=attempt.assignment.version, kind="number", options=[]
        )
        deliver(attempt, items, sent, order)
        assert attempt.events.count() == len(sent)
        for place, item in enumerate(items):
            in_time = [s for s in sent if s.item == place and min(s.arrivals) <= END]
            newest = max(in_time, key=lambda s: (s.tab, s.number), default=None)
            stored = Response.objects.filter(attempt=attempt, item=item).first()
            assert (stored.answer if stored else None) == (newest.answer if newest else None)
        transaction.set_rollback(True)


def deliver(attempt: Attempt, items: list[FrozenItem], sent: list[Sent], order: Any) -> None:
    """All that the tabs do, second by second; what falls into one second in any order."""
    Attempt.objects.filter(pk=attempt.pk).update(deadline_at=second(END) - NETWORK_GRACE)
    steps: list[tuple[int, float, int, Sent | None]] = [(10 * tab, 0.0, tab, None) for tab in range(3)]
    steps += [(at, order.random(), one.tab, one) for one in sent for at in one.arrivals]
    for at, _, tab, one in sorted(steps, key=lambda step: step[:2]):
        if one is None:
            hold_attempt(attempt=attempt, device=f"tab-{tab}", takes_over=True, at=second(at))
            continue
        saved = save_answer(
            attempt=attempt,
            item=items[one.item],
            answer=one.answer,
            device=f"tab-{tab}",
            sequence=one.number,
            at=second(at),
        )
        assert saved.event.answer == one.answer


def second(number: int) -> dt.datetime:
    return NOW + dt.timedelta(seconds=number)


# Flags


def test_an_item_is_flagged_once_and_not_after_handing_in(attempt: Attempt, item: FrozenItem) -> None:
    for is_flagged, expected in ((True, [item.pk]), (True, [item.pk]), (False, []), (False, [])):
        assert flag_item(attempt=attempt, item=item, is_flagged=is_flagged).flagged == expected
    submit_attempt(attempt=attempt, at=NOW)
    assert flag_item(attempt=attempt, item=item, is_flagged=True).flagged == []
