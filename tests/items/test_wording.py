from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.matrix import Matrix
from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.skills import SKILLS
from quizzes.items.types import Skill
from quizzes.items.wording import (
    about_occurrence,
    alike_sources,
    listed,
    measure_words,
    quoted,
    same_source,
    source_phrase,
    speech,
    stop,
    undated,
    with_article,
)
from quizzes.nlp.types import Source, SourceKind
from tests.items.stories import OWNER, TICKETS, Telling, compared, ferry, ferry_tellings, source


@pytest.mark.parametrize(
    ("mention", "name", "kind", "phrase"),
    [
        (
            "The Northern Coast Guard",
            "Northern Coast Guard",
            SourceKind.ORGANISATION,
            "the Northern Coast Guard",
        ),
        ("Harbour Ministry", "Harbour Ministry", SourceKind.ORGANISATION, "the Harbour Ministry"),
        ("Greenpeace", "Greenpeace", SourceKind.ORGANISATION, "Greenpeace"),
        ("she", "Ingrid Vale", SourceKind.PERSON, "Ingrid Vale"),
        ("A US official", "US official", SourceKind.ANONYMOUS, "a US official who is not named"),
        ("an FBI agent", "FBI agent", SourceKind.ANONYMOUS, "an FBI agent who is not named"),
        ("an officer", "officer", SourceKind.ANONYMOUS, "an officer who is not named"),
        ("a union man", "union man", SourceKind.ANONYMOUS, "a union man who is not named"),
        ("Port officials", "Port officials", SourceKind.ANONYMOUS, "port officials who are not named"),
        ("Iraqi officials", "Iraqi officials", SourceKind.ANONYMOUS, "Iraqi officials who are not named"),
        (
            "two people with keys",
            "two people with keys",
            SourceKind.ANONYMOUS,
            "two people with keys who are not named",
        ),
        ("Some residents", "Some residents", SourceKind.ANONYMOUS, "some residents who are not named"),
        ("the report", "report", SourceKind.DOCUMENT, "the report"),
    ],
)
def test_a_source_reads_as_in_a_sentence(mention: str, name: str, kind: SourceKind, phrase: str) -> None:
    assert source_phrase(Source(mention, 0, 1, name, kind)) == phrase


def test_no_source_is_said_to_be_none() -> None:
    assert source_phrase(None) == "no source is given"


@pytest.mark.parametrize(
    ("one", "other", "same", "alike"),
    [
        ("the Harbour Board", "Harbour Board", True, True),
        ("the Harbour Board", "the School Board", False, True),
        ("a US official", "militia officials", False, False),
        ("Ingrid Vale", "Mrs Vale", False, True),
    ],
)
def test_names_are_compared_folded(one: str, other: str, same: bool, alike: bool) -> None:
    assert same_source(source(one), source(other)) is same
    assert alike_sources(source(one), source(other)) is alike


def test_nobody_is_nobody_only() -> None:
    assert same_source(None, None)
    assert not same_source(None, source("the board"))
    assert not alike_sources(None, None)


@pytest.mark.parametrize(
    ("label", "phrase"),
    [
        ("ferry fire", "the ferry fire"),
        ("The ferry fire", "the ferry fire"),
        ("two fires", "two fires"),
        ("US vote", "the US vote"),
    ],
)
def test_an_occurrence_follows_a_preposition(label: str, phrase: str) -> None:
    assert about_occurrence(label) == phrase


def test_measures_are_named_or_counted_by_their_unit() -> None:
    ledger, wire, _ = ferry_tellings()
    killed = measure_words("killed", ())
    assert killed is not None
    assert killed.topic == "death toll"
    counted = measure_words("passengers", [ledger.claims[2], wire.claims[1]])
    assert counted is not None
    assert counted.topic == "number of passengers"
    assert measure_words("passengers", [ledger.claims[2], wire.claims[0]]) is None
    assert measure_words("ticket price", [TICKETS.claims[0]]) is None


def test_names_are_listed_and_words_quoted_as_people_do() -> None:
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]
    assert quoted('the “old”\n"pier"') == "“the ‘old’ ‘pier’”"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("She said: “The pier is shut.", "“She said: ‘The pier is shut.’”"),
        ("The pier is shut.” She left.", "“‘The pier is shut.’ She left.”"),
        ('"The pier is shut', "“‘The pier is shut’”"),
        ('The pier is shut."', "“‘The pier is shut.’”"),
        ("the pier's gates", "“the pier's gates”"),
    ],
)
def test_a_single_mark_gets_its_neighbour(words: str, shown: str) -> None:
    assert quoted(words) == shown


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Harbour Wire", SourceKind.ANONYMOUS, "Harbour Wire"),
        ("port official", SourceKind.ANONYMOUS, "a port official"),
        ("Official", SourceKind.ANONYMOUS, "an official"),
    ],
)
def test_a_name_takes_no_article(name: str, kind: SourceKind, shown: str) -> None:
    assert with_article(Source(name, 0, len(name), name, kind)) == shown


def test_who_is_called_unnamed_is_not_called_so_twice() -> None:
    assert source_phrase(Source("an unnamed source", 0, 17, "unnamed source", SourceKind.ANONYMOUS)) == (
        "an unnamed source"
    )


def test_an_article_without_an_outlet_goes_by_its_letter() -> None:
    assert [Matrix(ferry()).names[a] for a in ("a1", "a2", "a3")] == [
        "The Quay Ledger",
        "Saltmarsh Wire",
        "Article C",
    ]


def test_an_article_that_was_set_aside_is_in_no_cell() -> None:
    matrix = Matrix(replace(ferry(), set_aside=("a2",)))
    assert {c.article for c in matrix.cell("killed", "occ-fire")} == {"a1", "a3"}


def test_every_skill_has_a_name_and_standards() -> None:
    assert set(SKILLS) == set(Skill)
    assert SKILLS[Skill.SOURCING].name == "Ask who says so"
    assert all(info.standards and all(s.code and s.name for s in info.standards) for info in SKILLS.values())


def test_every_misconception_speaks_to_teacher_and_student() -> None:
    for name, misconception in MISCONCEPTIONS.items():
        assert name == misconception.name
        assert len(name) <= 60
        assert misconception.shows.endswith(".")
        assert misconception.next_time.endswith((".", "?"))


def test_what_would_be_is_in_no_cell() -> None:
    feared = Telling(
        "a4", "The Evening Post", ("Vale had warned that if 50 people died, the board would resign.",)
    )
    feared.says("50", 50, 50, OWNER)
    matrix = Matrix(compared(*ferry_tellings(), feared))
    assert {c.article for c in matrix.cell("killed", "occ-fire")} == {"a1", "a2", "a3"}


@pytest.mark.parametrize(
    ("label", "shown", "without_day"),
    [
        ("ferry fire", "the ferry fire", "ferry fire"),
        (
            "air strike in Norrland, 4 May 2031",
            "the air strike in Norrland on 4 May 2031",
            "air strike in Norrland",
        ),
        ("raid, Thursday", "the raid on Thursday", "raid"),
        ("raid on Karfan, 15 February", "the raid on Karfan on 15 February", "raid on Karfan"),
        ("fire in Norrport Airport", "the fire at Norrport Airport", "fire in Norrport Airport"),
        ("two raids", "two raids", "two raids"),
    ],
)
def test_an_occurrence_is_told_with_its_day_once(label: str, shown: str, without_day: str) -> None:
    assert about_occurrence(label) == shown
    assert undated(label) == without_day


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We stay,", "“We stay”."),
        ("We stay.", "“We stay.”"),
        ("Why us?", "“Why us?”"),
        (" it ‘sank’ ", "“it ‘sank’”."),
    ],
)
def test_speech_ends_with_one_mark(words: str, shown: str) -> None:
    assert f"{speech(words)}{stop(speech(words))}" == shown
