"""Which answers are put together for one mark."""

from __future__ import annotations

import random

import pytest

from quizzes.scoring.likeness import Piece, alike, differences, fold_answer, is_slip


def is_same(one: str, other: str) -> bool:
    return not any(piece.is_other for piece in differences(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They copied it.", "they  COPIED it!"),
        ("You can’t know", "you cant know"),
        ("because they are different newspapers", "becuase they are diffrent newspapers"),
        ("Two news papers say so", "Two newspapers say so"),
        ("A café burned down", "a cafe burned down"),
    ],
)
def test_case_marks_space_and_slips_make_no_difference(one: str, other: str) -> None:
    assert is_same(one, other)
    assert alike((one, other)) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("possible", "impossible"),
        ("reliable", "unreliable"),
        ("eight", "eighty"),
        ("same", "some"),
        ("could", "couldnt"),
        ("2021", "2020"),
        ("a", "b"),
    ],
)
def test_what_may_be_another_word_is_no_slip(one: str, other: str) -> None:
    assert not is_slip(one, other)


def test_near_answers_stand_together_with_their_difference() -> None:
    first, other = "They did copy the sentence", "They did not copy the sentence"
    assert alike((first, other)) == ((0, 1),)
    assert differences(first, other) == (
        Piece("They did "),
        Piece("not", is_other=True),
        Piece(" copy the sentence"),
    )


def test_what_only_the_first_says_is_told() -> None:
    pieces = differences("They did not copy the sentence", "They did copy the sentence")
    assert [p.missing for p in pieces if p.is_other] == ["not"]
    assert "".join(p.text for p in pieces) == "They did copy the sentence"


@pytest.mark.parametrize(
    "pair", [("yes", "no"), ("A does", "B does"), ("they lie", "they differ in the source")]
)
def test_other_answers_stand_apart(pair: tuple[str, str]) -> None:
    assert sorted(alike(pair)) == [(0,), (1,)]


def test_the_order_of_answers_changes_no_group() -> None:
    draw = random.Random(3)
    word_list = "officials said that the rocket hit a base near the border and nobody else was there".split()
    texts = [" ".join(draw.choices(word_list, k=draw.randint(3, 9))) for _ in range(60)] * 2
    shuffled = draw.sample(texts, len(texts))

    def groups(of: list[str]) -> set[frozenset[str]]:
        return {frozenset(fold_answer(of[place]) for place in group) for group in alike(tuple(of))}

    assert groups(texts) == groups(shuffled)
    assert sorted(place for group in alike(tuple(texts)) for place in group) == list(range(len(texts)))


def test_answers_without_words_are_one_group() -> None:
    assert alike(("?", "…", "!!")) == ((0, 1, 2),)
