from __future__ import annotations

from quizzes.nlp.telling.neighbours import REACH, Groups, by_key, near_pairs


def test_what_shares_a_key_is_paired_once() -> None:
    assert near_pairs(by_key([("a", "b"), ("b", "a"), ("c",), ("b",)])) == [(0, 1), (0, 3), (1, 3)]


def test_pairs_grow_with_the_number_not_its_square() -> None:
    assert len(near_pairs([range(1000)])) <= 1000 * REACH


def test_groups_are_joined_through_a_common_member() -> None:
    groups = Groups(4, lambda one, other: True)
    groups.join(0, 1)
    groups.join(1, 2)
    assert list(groups) == [[0, 1, 2], [3]]
    assert groups.are_settled(0, 2)


def test_groups_apart_stay_apart_when_they_grow() -> None:
    groups = Groups(4, lambda one, other: {0, 3} - {*one, *other} != set())
    groups.join(0, 3)
    groups.join(3, 2)
    groups.join(0, 1)
    assert groups.are_settled(1, 2)
    groups.join(1, 2)
    assert sorted(map(sorted, groups)) == [[0, 1], [2, 3]]
