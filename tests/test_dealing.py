"""The order in which a student meets items and options: drawn from a seed, the same at every look, told by no key."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from quizzes.dealing import deal_form, dealt_items, dealt_options, shuffled
from quizzes.flows.taking import start_attempt
from quizzes.models import Assignment, Attempt, FrozenItem
from tests.frozen import fill_other_kinds, frozen_quiz, student_of

CODES = st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12)
SEEDS = st.integers(0, 2**31 - 1)


@given(CODES, SEEDS)
def test_a_shuffle_is_a_permutation_and_the_same_for_the_same_seed(codes: list[str], seed: int) -> None:
    once = shuffled(codes, str, seed)
    assert sorted(once) == sorted(codes)
    assert shuffled(codes, str, seed) == once


@given(CODES, SEEDS)
def test_it_does_not_know_the_order_in_which_things_came(codes: list[str], seed: int) -> None:
    assert shuffled(sorted(codes), str, seed) == shuffled(codes, str, seed)


def test_each_order_is_as_likely_as_another() -> None:
    counts = Counter("".join(shuffled("abc", str, "quiz", seed)) for seed in range(6000))
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


@given(CODES.filter(lambda codes: len(codes) > 1), SEEDS)
def test_the_seed_of_one_quiz_says_nothing_of_another(codes: list[str], seed: int) -> None:
    orders = {tuple(shuffled(codes, str, quiz, seed)) for quiz in range(64)}
    assert len(orders) > 1


def option(code: str, text: str) -> dict[str, str]:
    return {"id": code, "text": text}


@pytest.mark.parametrize("last", ["None of these", "All of the above", "Cannot tell from these articles"])
def test_an_option_that_speaks_of_the_others_stays_behind_them(last: str) -> None:
    item = FrozenItem(pk=1, options=[option("o1", last), *(option(f"o{n}", f"no {n}") for n in range(2, 6))])
    for seed in range(20):
        assert dealt_options(item, seed)[-1]["text"] == last


def test_each_side_of_a_match_item_is_dealt_for_itself() -> None:
    sides = {side: [option(f"{side}{n}", str(n)) for n in range(6)] for side in ("left", "right")}
    found = dealt_options(FrozenItem(pk=1, options=sides), 7)
    assert {side: sorted(o["id"] for o in options) for side, options in found.items()} == {
        side: [o["id"] for o in options] for side, options in sides.items()
    }
    assert [o["text"] for o in found["left"]] != [o["text"] for o in found["right"]]


@given(SEEDS, st.permutations(["o1", "o2", "o3"]))
def test_the_order_is_the_same_whatever_the_key_is(seed: int, key: list[str]) -> None:
    options = [option(code, f"option {code}") for code in ("o1", "o2", "o3")]
    unlike = [o | {"misconception": None if o["id"] == key[0] else "newest-is-truest"} for o in options]
    one = dealt_options(FrozenItem(pk=1, options=options, key=["o1", "o2", "o3"]), seed)
    other = dealt_options(FrozenItem(pk=1, options=unlike, key=key), seed)
    assert [o["id"] for o in one] == [o["id"] for o in other]


# Forms


def dealt(assignment: Assignment, students: int) -> list[int]:
    now = timezone.now()
    return [
        start_attempt(assignment=assignment, student=student_of(assignment), at=now).form
        for _ in range(students)
    ]


@pytest.mark.django_db
def test_forms_are_dealt_out_in_turn() -> None:
    assert dealt(frozen_quiz(forms=3, shuffles_items=True), 7) == [1, 2, 3, 1, 2, 3, 1]


@pytest.mark.django_db
def test_with_forms_for_each_student_no_two_are_alike() -> None:
    forms = dealt(frozen_quiz(forms=0, shuffles_items=True), 5)
    assert len(set(forms)) == 5


@pytest.mark.django_db
def test_a_student_keeps_her_form_in_her_next_attempt() -> None:
    assignment = frozen_quiz(forms=2, attempts_allowed=2, shuffles_items=True)
    dealt(assignment, 1)
    student = student_of(assignment)
    first = start_attempt(assignment=assignment, student=student, at=timezone.now())
    Attempt.objects.update(submitted_at=timezone.now())
    dealt(assignment, 1)
    assert deal_form(assignment, student) == first.form == 2


@pytest.mark.django_db
def test_without_shuffles_everybody_has_the_quiz_s_own_order() -> None:
    assignment = frozen_quiz(forms=0)
    for form in dealt(assignment, 3):
        items = dealt_items(Attempt.objects.get(form=form))
        assert [item.order for item in items] == [1, 2, 3, 4, 5]
        assert [o["id"] for o in items[0].options] == ["o1", "o2", "o3"]


@pytest.mark.django_db
def test_shuffled_items_and_options_are_all_there_and_stay_so() -> None:
    assignment = frozen_quiz(forms=0, shuffles_items=True, shuffles_options=True)
    fill_other_kinds(assignment.version)
    orders = []
    for form in dealt(assignment, 4):
        attempt = Attempt.objects.get(form=form)
        once, again = dealt_items(attempt), dealt_items(Attempt.objects.get(pk=attempt.pk))
        assert [(i.pk, i.options) for i in once] == [(i.pk, i.options) for i in again]
        assert sorted(item.order for item in once) == list(range(1, 10))
        orders.append([item.order for item in once])
    assert any(one != other for one, other in pairwise(orders))
