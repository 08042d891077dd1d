"""Which articles are of one story and its days, so that silence says something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.omissions import find_omissions
from quizzes.nlp.findings.one_story import days_apart, told_with
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.voices import find_unique_voices
from quizzes.nlp.types import SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

FERRY = "The ferry Marigold left the harbour in the storm with its crew. The ferry carried 240 passengers out of the harbour."
PLAIN = "The ferry left the harbour before the storm. The storm sank the ferry near the harbour wall."


def days(first: str | None, second: str | None) -> SideBySide:
    one, other = reading("a", FERRY), reading("b", PLAIN)
    return side(replace(one, published=first), replace(other, published=second))


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("2031-05-02", "2031-05-02", True),
        ("2031-05-02", "2031-05-05", True),
        ("2031-05-02", "2031-05-12T08:00", True),
        ("2031-05-02", "2031-06-12", False),
        ("2031-05-02", "2030-05-02", False),
        ("2031-05-02", None, True),
        ("May", "2031-05-02", True),
    ],
)
def test_articles_of_the_same_days_are_of_one_story(
    first: str | None, second: str | None, is_one: bool
) -> None:
    assert told_with(days(first, second), "a") == (frozenset("b") if is_one else frozenset())


def test_an_article_of_another_year_leaves_nothing_out() -> None:
    assert list(find_omissions(days("2031-05-02", "2031-05-02")))
    assert not list(find_omissions(days("2031-05-02", "2030-05-02")))


def test_a_voice_is_not_missing_where_the_others_are_of_another_month() -> None:
    text = "“We will never sail again from here,” Ann Roe said."
    said = quotation(
        "a", text, "We will never sail again from here", speaker=source("Ann Roe", kind=SourceKind.PERSON)
    )
    quoting = reading("a", text, quotations=(said,))
    early, late = (replace(reading("b", PLAIN), published=d) for d in ("2031-05-02", "2031-07-02"))
    first = replace(quoting, published="2031-05-03")
    assert list(find_unique_voices(side(first, early)))
    assert not list(find_unique_voices(side(first, late)))


def test_days_are_counted_either_way() -> None:
    one, other = days("2031-05-02", "2031-04-30").readings
    assert (days_apart(one, other), days_apart(other, one)) == (2, 2)
