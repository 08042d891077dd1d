"""What a room may see of a class's answers: no answer that fewer than five gave, before and after a vote."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.models import FrozenItem, KeyRepair
from quizzes.reports.splits import OTHERS, Split, is_right, keyed, shift, split_of

OPTIONS = [{"id": f"o{n}", "text": f"answer {n}", "misconception": None, "article": ""} for n in range(1, 5)]


def item(kind: str = "choice", key: Any = "o1", **fields: Any) -> FrozenItem:
    return FrozenItem(kind=kind, key=key, options=OPTIONS, points=1, **fields)


def split(*counts: int, blanks: int = 0) -> Split:
    chosen: list[str | None] = [f"o{n}" for n, count in enumerate(counts, 1) for _ in range(count)]
    return split_of([item()], chosen + [None] * blanks)


def bars(found: Split) -> list[tuple[str, int | None]]:
    return [(bar.text, bar.count) for bar in found.bars]


def test_answers_of_fewer_than_five_are_put_together() -> None:
    found = split(9, 7, 4, 2)
    assert bars(found) == [("answer 1", 9), ("answer 2", 7), (OTHERS, 6)]
    assert [bar.is_key for bar in found.bars] == [True, False, False]
    assert found.right_words == "9 of 22 were right"


def test_where_they_are_fewer_than_five_together_the_next_smallest_joins_them() -> None:
    assert bars(split(9, 7, 3)) == [("answer 1", 9), (OTHERS, 10)]
    assert bars(split(9, 7, 12, 1)) == [("answer 1", 9), ("answer 3", 12), (OTHERS, 8)]


def test_blanks_are_an_answer_like_the_others() -> None:
    assert bars(split(9, 5, blanks=3)) == [("answer 1", 9), (OTHERS, 8)]


def test_with_nobody_else_to_join_no_number_is_said() -> None:
    found = split(20, 2)
    assert bars(found) == [("answer 1", 20), (OTHERS, None)]
    assert found.right_words == "nearly all were right"


def test_a_key_that_few_chose_is_not_singled_out() -> None:
    found = split(2, 9, 9)
    assert all(not bar.is_key for bar in found.bars)
    assert found.right_words == "fewer than 5 of 20 were right"


def test_of_fewer_than_five_students_nothing_is_shown() -> None:
    assert (split(4).is_enough, split(4).bars) == (False, ())


def test_where_one_gives_several_answers_a_small_number_is_not_said() -> None:
    given = [["o1", "o2"]] * 6 + [["o3"]] * 2
    assert bars(split_of([item("multi", ["o1", "o2"])], given)) == [
        ("answer 1", 6),
        ("answer 2", 6),
        ("answer 3", None),
        ("answer 4", None),
    ]


@given(st.lists(st.sampled_from(["o1", "o2", "o3", "o4", None]), max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_bar_ever_tells_of_one_to_four(given: list[str | None]) -> None:
    found = split_of([item()], given)
    assert all(bar.count is None or bar.count == 0 or bar.count >= 5 for bar in found.bars)
    said = sum(bar.count or 0 for bar in found.bars)
    assert said == len(given) or not found.bars or any(bar.count is None for bar in found.bars)


def moved(before: str, after: str) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """A class before and after: a figure a student, "1" for the first option, the same student at the same place."""
    first, second = ({n: f"o{digit}" for n, digit in enumerate(digits)} for digits in (before, after))
    found = shift([item()], first, second, tuple(first))
    return tuple((pair.text, pair.before, pair.after) for pair in found.pairs), found.words


def test_before_and_after_stand_side_by_side_and_the_shift_is_said() -> None:
    pairs, words = moved("1" * 6 + "2" * 12, "1" * 6 + "1" * 7 + "2" * 5)
    assert pairs == (("answer 1", 6, 13), ("answer 2", 12, 5))
    assert words == ("Before: 6 of 18 were right. Now: 13 of 18 were right.", "7 came over to the key.")


def test_few_who_moved_are_not_told_of() -> None:
    pairs, words = moved("1" * 8 + "2" * 10, "1" * 6 + "2" * 2 + "1" * 3 + "2" * 7)
    assert pairs == (("answer 1", 8, 9), ("answer 2", 10, 9))
    assert words == ("Before: 8 of 18 were right. Now: 9 of 18 were right.",)


def test_an_answer_that_shrank_below_five_keeps_its_place_without_a_number() -> None:
    pairs, _ = moved("1" * 9 + "2" * 9 + "3" * 2, "1" * 17 + "2" * 3)
    assert pairs == (("answer 1", 9, 17), ("answer 2", 9, None), (OTHERS, None, None))


def test_too_few_votes_say_nothing() -> None:
    first, second = dict.fromkeys(range(8), "o1"), {1: "o1"}
    assert shift([item()], first, second, tuple(first)).words == ()


def test_a_repaired_key_is_the_one_that_counts() -> None:
    own = item()
    also, instead = (KeyRepair(item=own, policy=policy, key="o2") for policy in ("accept_also", "replace"))
    assert [is_right(keyed(own, also), f"o{n}") for n in (1, 2, 3)] == [True, True, False]
    assert [is_right(keyed(own, instead), f"o{n}") for n in (1, 2)] == [False, True]
    found = split_of(keyed(own, also), ["o1"] * 5 + ["o2"] * 5)
    assert [(bar.text, bar.is_key) for bar in found.bars][:2] == [("answer 1", True), ("answer 2", True)]


def test_of_a_claim_with_its_proof_the_claim_is_counted() -> None:
    claim = item("claim_evidence", {"choice": "o1", "groups": []})
    assert is_right([claim], {"choice": "o1", "evidence": []})
    assert not is_right([claim], None)
