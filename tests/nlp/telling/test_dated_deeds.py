from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Reading

Read = Callable[..., Reading]

PUBLISHED = "2031-05-08"


def occurrences_of(read: Read, *texts: str, published: str = PUBLISHED) -> dict[tuple[str, str], str | None]:
    """What each figure or date, by article and words, is said to be about."""
    readings = tuple(read(text, name, published=published) for text, name in zip(texts, "abc", strict=False))
    return {(c.article, c.value.text): c.occurrence for c in assign(readings)[0]}


ISSUED = "The council of Tarnbury issued a report on Monday about the parking on Marlow Street, Mayor Ann Lee noted."
RELEASED = (
    "Ann Lee, mayor of Tarnbury, released a 40-page report on Monday about the parking on Marlow Street."
)


def test_one_deed_of_one_day_is_one_occurrence(read: Read) -> None:
    found = occurrences_of(read, ISSUED, RELEASED)
    assert found["a", "Monday"] == found["b", "Monday"] is not None


def test_a_figure_beside_the_date_is_of_the_deed(read: Read) -> None:
    found = occurrences_of(read, ISSUED, RELEASED)
    assert found["b", "40"] == found["b", "Monday"] is not None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(RELEASED.replace("Monday", "Sunday"), id="another day"),
        pytest.param(
            "Bo Hale of Elmsford released a 40-page report on Monday about the bridge at Dorne.",
            id="another event",
        ),
    ],
)
def test_what_may_be_two_deeds_stays_apart(read: Read, other: str) -> None:
    found = occurrences_of(read, ISSUED, other)
    assert found["a", "Monday"] is None


def test_two_deeds_of_one_day_in_one_article_stay_apart(read: Read) -> None:
    text = (
        "Mayor Ann Lee toured the flooded houses of Tarnbury on Monday. Nobody spoke to Ann Lee there.\n\n"
        "The council of Tarnbury and Ann Lee filed a complaint about the flooded houses on Tuesday.\n\n"
        "Ann Lee of Tarnbury ordered pumps for the flooded houses on Monday."
    )
    readings = (read(text, "a", published=PUBLISHED),)
    assert all(c.occurrence is None for c in assign(readings)[0] if c.value.text == "Monday")


def test_a_day_ahead_is_one_in_both_articles(read: Read) -> None:
    first = "The deal between Tarnbury and Elmsford expires on 1 July, and the price of water may double, Ann Lee said."
    second = "Ann Lee said Tarnbury and Elmsford must sign another deal on 1 July to hold the price of water."
    found = occurrences_of(read, first, second)
    assert found["a", "1 July"] == found["b", "1 July"] is not None


def test_an_equal_figure_joins_the_deed_of_the_other_article(read: Read) -> None:
    third = "Shops were angry over the 40-page report of Tarnbury on the parking on Marlow Street, but Ann Lee defended it."
    found = occurrences_of(read, ISSUED, RELEASED, third)
    assert found["c", "40"] == found["b", "Monday"] is not None


def test_a_date_told_once_makes_no_occurrence(read: Read) -> None:
    readings = (read(ISSUED, "a", published=PUBLISHED),)
    assert assign(readings)[1] == ()
