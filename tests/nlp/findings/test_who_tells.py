from __future__ import annotations

import pytest

from quizzes.nlp.findings.main_occurrence import main_occurrence
from quizzes.nlp.findings.told_words import meanings, stem, told_sentences
from quizzes.nlp.findings.who_tells import who_tells
from quizzes.nlp.types import Happening, Occurrence, Span
from tests.nlp.hand_made import reading


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("announced", "announcement"),
        ("carries", "carried"),
        ("mice", "mouse"),
        ("sank", "sink"),
        ("Roe’s", "roe"),
        ("stopped", "stopping"),
        ("café", "cafe"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("harbour", "ferry"), ("lemon", "lamp"), ("ship", "shop")])
def test_two_words_have_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_what_may_stand_for_a_word() -> None:
    assert stem("inquiry") in meanings(stem("investigation"))
    assert stem("resigned") in meanings(stem("quit"))
    assert stem("lemon") not in meanings(stem("ferry"))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Two hundred and forty crates fell.", {240}),
        ("It cost $3.5 million in 2031.", {3_500_000, 2031}),
        ("From 10 to 12 boats came.", {10, 12}),
        ("A dozen boats came.", {12}),
        ("A boat came.", set()),
    ],
)
def test_figures_in_any_form(sentence: str, figures: set[float]) -> None:
    (told,) = told_sentences(reading("a", sentence))
    assert {number for number, _ in told.figures} == figures


def test_the_article_with_most_of_a_sentence_is_most_like_it() -> None:
    told = who_tells(
        (
            reading("a", "The captain began an inquiry into the broken lamp."),
            reading("b", "An investigation was started by the captain. The lamp was broken."),
            reading("c", "The captain slept."),
        )
    )
    likeness = told.likeness(told.by_article["a"][0])
    assert likeness["a"] == 1.0
    assert likeness["b"] > 0.7 > 0.3 > likeness["c"]


def test_the_main_occurrence_is_told_by_most_articles() -> None:
    def telling(article: str, *acts: str) -> list[Happening]:
        return [Happening(f"{article}-{act}", article, act, act, mentions=(Span(0, 1),)) for act in acts]

    readings = [
        reading("a", happenings=tuple(telling("a", "fire", "storm"))),
        reading("b", happenings=tuple(telling("b", "fire"))),
    ]
    occurrences = [Occurrence("o1", "storm", ("a-storm",)), Occurrence("o2", "fire", ("a-fire", "b-fire"))]
    assert main_occurrence(readings, occurrences) == occurrences[1]
    assert main_occurrence(readings, []) is None
