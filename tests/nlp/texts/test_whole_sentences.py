"""No sentence that students are shown begins in the middle."""

from __future__ import annotations

import re

import pytest

from quizzes.nlp.texts.whole_sentences import LONGEST, whole_sentences
from quizzes.nlp.types import Passage, Role, Span


def spans(cut: str) -> tuple[str, list[Span]]:
    """The text without its bars, and the stretches between the bars without white space at their ends."""
    text = cut.replace("|", "")
    found, at = [], 0
    for part in cut.split("|"):
        left = len(part) - len(part.lstrip())
        found.append(Span(at + left, at + len(part.rstrip())))
        at += len(part)
    return text, found


def put_together(cut: str) -> list[str]:
    text, sentences = spans(cut)
    passages = tuple(Passage(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return [s.of(text) for s in whole_sentences(text, sentences, passages)]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("She spoke to host| Ben Okoro of the ferry.", ["She spoke to host Ben Okoro of the ferry."]),
        ('Speaking on "Port| Monday," Ms. Roe denied it.', ['Speaking on "Port Monday," Ms. Roe denied it.']),
        ("“The pier is closed,”| Ann Roe said.", ["“The pier is closed,” Ann Roe said."]),
        ("HARBOUR CITY —| The pier is closed.", ["HARBOUR CITY — The pier is closed."]),
        ('"It is shut!"| he said.| Nobody came.', ['"It is shut!" he said.', "Nobody came."]),
        ("“It is shut.| ”| Nobody came.", ["“It is shut. ”", "Nobody came."]),
        ("“| And we will sail,” he said.", ["“ And we will sail,” he said."]),
        ("A ferry| of the| Trust sank.", ["A ferry of the Trust sank."]),
    ],
)
def test_what_was_cut_in_two_is_one_again(cut: str, whole: list[str]) -> None:
    assert put_together(cut) == whole


@pytest.mark.parametrize(
    "cut",
    [
        "The pier is closed.| Nobody came.",
        "Is it closed?| Nobody knows!| It was “shut.”| He left (again.)| So…| And then.",
        "This is the rule:| no ferry sails.",
        "The pier is closed.| iPhones were lost.",
        "The pier is closed.| example.com has more.",
        "Ferries\n| Timetables\n| Fares",
    ],
)
def test_what_ends_stays_apart(cut: str) -> None:
    _, sentences = spans(cut)
    assert len(put_together(cut)) == len(sentences)


def test_a_text_without_stops_does_not_become_one_sentence() -> None:
    assert all(len(s) <= LONGEST for s in put_together("|".join(["ferry and pier "] * 100)))


def test_no_sentences_are_none() -> None:
    assert whole_sentences("", [], ()) == ()
