"""Quotation marks of every shape: which stretches stand between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.nlp.saying.marks import find_marked
from quizzes.nlp.types import Passage, Role


def marked(text: str) -> list[str]:
    passage = Passage(Role.BODY, 0, len(text))
    return [text[m.start : m.end] for m in find_marked(text, [passage])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” she said. “Go home.”", ["It is over,", "Go home."]),
        ('"It is over," she said. "Go home."', ["It is over,", "Go home."]),
        ("''It is over,'' she said. ''Go home.''", ["It is over,", "Go home."]),
        ("'It is over,' she said. 'Go home.'", ["It is over,", "Go home."]),
        ("‘It’s over,’ she said.", ["It’s over,"]),
        ("'Let's wait, the dogs' owner isn't here.'", ["Let's wait, the dogs' owner isn't here."]),
        ("“He told me ‘go home’ twice,” she said.", ["He told me ‘go home’ twice,"]),
        ('"It is over,” she said of the ‘great’ storm.', ["It is over,", "great"]),
        ('She wrote: " The sea took it all.', ["The sea took it all."]),
        ("“The first paragraph stays open.", ["The first paragraph stays open."]),
        ("“He wrote “go home” notes,” she said.", ["He wrote “go home” notes,"]),
        ('"One is open. Then "two" is not.', ["One is open. Then", "two"]),
    ],
)
def test_shapes(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The captain's crew didn't see the sailors' boats.",
        "The plank is 6\" wide and 5' long.",
        "Rock 'n' roll was big in the '60s, wasn't it?",
        "Nothing is quoted here.",
        "",
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert marked(text) == []


def test_straight_and_curly_marks_find_the_same_words() -> None:
    curly = "“It is over,” she said, “and they won’t come back.”"
    straight = curly.translate(str.maketrans("“”’", '""\''))
    assert marked(curly) == [m.replace("'", "’") for m in marked(straight)]


@given(st.text(alphabet="aS .,\n'\"“”‘’`", max_size=200))
def test_any_marks_give_stretches_in_order_that_do_not_overlap(text: str) -> None:
    at = 0
    for m in find_marked(text, [Passage(Role.BODY, 0, len(text))]):
        assert at <= m.opened <= m.start < m.end <= m.closed <= len(text)
        at = m.closed
