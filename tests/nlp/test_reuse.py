from __future__ import annotations

import pytest

from quizzes.nlp.reuse import find_copies, find_shared, fold_words
from tests.nlp.hand_made import quotation, reading

SENTENCE = "The ferry had left the small harbour at dawn with forty crates of lemons on its deck."


def shared(one: str, other: str) -> list[tuple[str, str, bool]]:
    pairs = find_shared([reading("a", one), reading("b", other)])
    return [(p.left.article, p.right.article, p.is_verbatim) for p in pairs]


def test_a_sentence_in_two_articles_is_found() -> None:
    assert shared(f"Rain fell. {SENTENCE}", f"{SENTENCE} Nobody was hurt.") == [("a", "b", True)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The USA sent two ships to the bay on Monday.", "The U.S. sent two ships to the bay on Monday."),
        ("The United States sent two ships to the bay.", "The US sent two ships to the bay."),
        ("It’s the ferry’s last trip of the year.", "It's the ferry's last trip of the year."),
        ("THE ferry sank in calm water near the pier.", "The ferry sank in calm water near the pier."),
    ],
)
def test_case_marks_and_the_ways_to_write_us_make_no_difference(one: str, other: str) -> None:
    assert shared(one, other) == [("a", "b", True)]


def test_a_near_copy_is_told_apart_from_a_verbatim_one() -> None:
    assert shared(SENTENCE, SENTENCE.replace("at dawn ", "")) == [("a", "b", False)]


@pytest.mark.parametrize(
    "other",
    [
        "The ferry left for the islands.",
        "A truck with forty crates of lemons was found in a ditch by two boys who had been sent for bread that day.",
        "Prime Minister Anna Maria Roe-Castle of North Ruritania Minor was there.",
    ],
)
def test_few_words_or_names_alone_are_no_reuse(other: str) -> None:
    assert (
        shared(f"{SENTENCE} Prime Minister Anna Maria Roe-Castle of North Ruritania Minor wept.", other) == []
    )


def test_a_sentence_twice_in_one_article_is_found() -> None:
    text = f"{SENTENCE}\n\nNobody was hurt.\n\n{SENTENCE}"
    assert [p.left.article == p.right.article for p in find_shared([reading("a", text)])] == [True]


def test_a_shared_quotation_is_told_apart_from_narrative() -> None:
    words = "we will not leave the harbour before the last crate is on land"
    one, other = f"“{words},” said the captain.", f"The captain said: “{words}”."
    readings = [
        reading("a", one, quotations=(quotation("a", one, words),)),
        reading("b", other, quotations=(quotation("b", other, words),)),
    ]
    assert [p.is_quotation for p in find_shared(readings)] == [True]


def test_words_keep_their_offsets() -> None:
    text = "In the U.S. Navy’s view"
    words = fold_words(text, 0, len(text))
    assert [(w.folded, text[w.start : w.end]) for w in words][2:] == [
        ("us", "U.S."),
        ("navy's", "Navy’s"),
        ("view", "view"),
    ]


TEXT = (
    f"{SENTENCE} The crew waited for the tide. Two boys waved from the pier. It was a quiet morning in May."
)


def test_the_same_text_is_a_copy_of_the_earlier_article() -> None:
    readings = [
        reading("a", TEXT, published="2021-05-03"),
        reading("b", TEXT.upper(), published="2021-05-02"),
        reading("c", "Something else was in the news on that day, and nobody thought of ferries."),
    ]
    assert find_copies(readings) == {"a": "b"}


def test_copies_of_one_article_all_point_to_it() -> None:
    readings = [reading(a, TEXT) for a in ("c", "a", "b")]
    assert find_copies(readings) == {"b": "a", "c": "a"}


def test_a_text_with_a_paragraph_of_its_own_is_no_copy() -> None:
    own = " The captain had warned the owners of the cargo in a letter that nobody had answered for weeks."
    assert find_copies([reading("a", TEXT), reading("b", TEXT + own)]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the harbour is twelve kilometres away", "the harbor is 12 kilometers away"),
        ("10 per cent of the labour", "10% of the labor"),
        ("they cancelled and organised 1,200 parties", "they canceled and organized 1200 parties"),
        ("the U.S. defence programme", "the USA defense program"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert [w.folded for w in fold_words(one, 0, len(one))] == [
        w.folded for w in fold_words(other, 0, len(other))
    ]


def test_words_of_like_spelling_stay_two() -> None:
    for one, other in [("four", "for"), ("hour", "hor"), ("one", "1"), ("tour", "tor")]:
        assert fold_words(one, 0, len(one))[0].folded != fold_words(other, 0, len(other))[0].folded
