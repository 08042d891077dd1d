"""Whatever the text, reading raises nothing, every offset lies inside it, and the same text is read the same way twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.types import Reading

MARKS = "\"'“”‘’«»„`"
CONTROLS = "\t\x0b\x0c\x1c\x85\u200b\u200e\u200f\u202e\u2028\ufeff"
PIECES = (
    "The mayor said", "according to police", "At least 12 people were killed", "on Monday", "he said", "she added:",
    "(Reuters)", "PORT ROE —", "By Ann Lee", "May 3, 2021", "Ann Lee, the mayor,", "$4.5 million", "40 percent",
    "<b>", "</p>", "<script>alert(1)</script>", "&amp;", "&#x27;", "https://example.org/a?b=c", "Read more:", "# Storm",
    "No one was hurt", "nearly two dozen", "U.S.", "it claimed", "“We", "sail,”", "‘no’", "don't", "...", "—", "3:30 p.m.",
    "3-1", "22", "1,000,000", "😀", "é", "中", "ا", "\n", "\n\n", " ", ".", ",", ":", ";", "?", "!",
)  # fmt: skip
SENTENCES = (
    "A storm killed at least {n} people in Port Roe on Monday, the coastguard said.",
    "“We lost {n} boats,” said Ann Lee, who owns the {n} others.",
    'Officials "did not know" how many of the {n} were missing, according to a report seen by the Herald.',
    "Ruritania-backed fighters fired {n} rockets at the harbour, wounding {n} sailors and a guard.",
    "The fare rose by {n} percent to ${n} in 2021, up from ${n} a year ago.",
)


class Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def written() -> st.SearchStrategy[str]:
    """Texts of news-like pieces, marks, control characters and anything else."""
    anything = st.text(max_size=12)
    marks = st.text(alphabet=MARKS + CONTROLS + " \n", min_size=1, max_size=6)
    figures = st.integers(min_value=0, max_value=10**9).map(str)
    told = st.builds(lambda s, n: s.replace("{n}", n), st.sampled_from(SENTENCES), figures)
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), told, marks, figures, anything), max_size=14)
    return st.builds(lambda parts, glue: glue.join(parts), pieces, st.sampled_from(("", " ", "\n", " ")))


def read(text: str, nlp: Language) -> Reading:
    return next(read_articles([ArticleText("a", text)], nlp))


def spans(reading: Reading) -> Iterator[Placed]:
    """Everything in a reading that has a place in the text."""
    yield from reading.passages
    yield from reading.sentences
    yield from (s for s in (reading.headline_span,) if s)


def placed_words(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Everything in a reading that has a place and the words there: start, end, words."""
    found = [*reading.quotations, *reading.claims, *reading.labels, *reading.tones, *reading.unnamed]
    found += [c.value for c in reading.claims]
    found += [s for s in (q.speaker for q in reading.quotations) if s]
    found += [s for s in (c.source for c in reading.claims) if s]
    yield from ((thing.start, thing.end, thing.text) for thing in found)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=written())
def test_any_text_is_read_within_its_bounds_and_the_same_way_twice(text: str, nlp: Language) -> None:
    reading = read(text, nlp)
    assert reading.text == text
    assert [s for s in spans(reading) if not 0 <= s.start < s.end <= len(text)] == []
    assert [w for w in placed_words(reading) if text[w[0] : w[1]] != w[2] or not w[2]] == []
    assert read(text, nlp) == reading


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "“", '"', "12", "😀", "\ufeff"])
def test_next_to_nothing_is_read_as_nothing(text: str, nlp: Language) -> None:
    reading = read(text, nlp)
    assert (reading.quotations, reading.labels) == ((), ())
    assert all(0 <= p.start <= p.end <= len(text) for p in reading.passages)


def test_texts_read_together_are_read_as_each_alone(nlp: Language) -> None:
    texts = [s.replace("{n}", str(7 + n)) for n, s in enumerate(SENTENCES)]
    together = tuple(read_articles([ArticleText("a", t) for t in texts], nlp))
    assert together == tuple(read(t, nlp) for t in texts)
