"""Items on how an article describes a source that it does not name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.checking import is_bodys_word
from quizzes.items.described import described_items, outlets_and_sources
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.nameless import anonymous_items
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.source_questions import may_be_one, told_of
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import Finding, FindingKind, Manner, Quotation, Reading, Source, SourceKind
from tests.items.readings import article, of_kind, position, quotation, shown, story

WEIR = "the weir gates had been left open all night"
LAMPS = "the lamps on the pier had no oil"
BOATS = "three boats were missing at dawn"


def nameless(mention: str, at: int = 0, **more: str) -> Source:
    name = mention.removeprefix("a ").removeprefix("an ")
    return Source(mention, at, at + len(mention), name, SourceKind.ANONYMOUS, **more)


def retold(reading: Reading, mention: str, words: str, **more: str) -> Quotation:
    found = quotation(reading, mention, words)
    source = nameless(mention, reading.text.index(mention), **more)
    return replace(found, speaker=source, manner=Manner.INDIRECT)


def telling(letter: str, outlet: str, *said: tuple[str, str]) -> Reading:
    reading = article(letter, outlet, *(f"Late on Monday {who} said {words}." for who, words in said))
    quotations = tuple(retold(reading, who, words) for who, words in said)
    return replace(reading, quotations=quotations, unnamed=tuple(q.speaker for q in quotations if q.speaker))


def drafts(*readings: Reading) -> list[ItemDraft]:
    """The items on the first statement of the first article."""
    finding = of_kind(FindingKind.ANONYMOUS_SOURCE, position(readings[0], readings[0].quotations[0].text))
    matrix = Matrix(story(*readings, findings=(finding,)))
    found = [d for d in described_items(matrix, finding, 0, readings[0].quotations[0]) if d]
    assert all(prove(d, matrix.comparison) for d in found)
    return found


def key(item: ItemDraft) -> str:
    return shown(item)[item.key["choice"]]


def test_the_description_is_told_from_those_of_other_nameless_sources() -> None:
    first = telling("a1", "The Quay Ledger", ("a port official", WEIR), ("a dock worker", LAMPS))
    [item] = drafts(first, telling("a2", "Saltmarsh Wire", ("two ferry passengers", BOATS)))
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert key(item) == "A port official"
    assert set(shown(item).values()) == {"A port official", "A dock worker", "Two ferry passengers"}


def test_without_other_nameless_sources_it_is_asked_how_much_is_told() -> None:
    [item] = drafts(telling("a1", "The Quay Ledger", ("a port official", WEIR)))
    assert key(item) == "What kind of source it is, but no name"
    assert len(shown(item)) == 4


def test_a_statement_that_hangs_on_another_is_not_set_out() -> None:
    assert drafts(telling("a1", "The Quay Ledger", ("a port official", f"they knew that {WEIR}"))) == []


@pytest.mark.parametrize(
    ("mention", "told"),
    [
        ("a port official", "kind"),
        ("two harbour sources", "kind"),
        ("eyewitnesses", "kind"),
        ("a source", "bare"),
        ("an unnamed source", "bare"),
        ("officials", None),
        ("a source with knowledge of the repairs", "knows"),
        ("a source who waved", None),
        ("critics", None),
        ("the inspector", None),
    ],
)
def test_what_a_description_tells(mention: str, told: str | None) -> None:
    assert told_of(nameless(mention)) == told


@pytest.mark.parametrize(("name", "told"), [("Ingrid Vale", "name"), ("Vale", None)])
def test_a_full_name_alone_is_a_name(name: str, told: str | None) -> None:
    assert told_of(Source(name, 0, len(name), name, SourceKind.PERSON)) == told


@pytest.mark.parametrize("answer", ["name", "bare", "nothing"])
def test_all_else_is_refuted(answer: str) -> None:
    first = telling("a1", "The Quay Ledger", ("a port official", WEIR))
    call = Call("told-of-source", ("a1", str(first.quotations[0].start)))
    assert QUESTIONS[call.name].holds(Matrix(story(first)), call.arguments, (answer,)) is False


def test_what_another_outlet_was_told_is_left_open() -> None:
    first = telling("a1", "The Quay Ledger", ("a port official", WEIR))
    told = replace(first, quotations=(retold(first, "a port official", WEIR, via="Saltmarsh Wire"),))
    call = Call("told-of-source", ("a1", str(told.quotations[0].start)))
    with pytest.raises(Undecided):
        QUESTIONS[call.name].holds(Matrix(story(told)), call.arguments, ("kind",))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("officials", "a port official", True),
        ("a dock worker", "two dock workers", True),
        ("a port official", "a dock worker", False),
        ("a port official", "a harbour official", False),
    ],
)
def test_descriptions_of_which_one_says_no_more_may_be_one(one: str, other: str, expected: bool) -> None:
    assert may_be_one(nameless(one), nameless(other)) is expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("fire brigade officials", True),
        ("a port official", False),
        ("two port officials", False),
        ("eyewitnesses", False),
    ],
)
def test_the_officials_of_a_body_hide_from_nobody(mention: str, expected: bool) -> None:
    assert is_bodys_word(nameless(mention)) is expected


def anonymous(reading: Reading, nth: int) -> Finding:
    said = reading.quotations[nth]
    found = replace(position(reading, said.text), source=said.speaker)
    return of_kind(FindingKind.ANONYMOUS_SOURCE, found, nth=nth)


def test_what_reads_alike_is_asked_once_of_an_article() -> None:
    first = telling("a1", "The Quay Ledger", ("a port official", WEIR), ("two port officials", LAMPS))
    comparison = story(first, findings=(anonymous(first, 0), anonymous(first, 1)))
    matrix = Matrix(comparison)
    kinds = [
        [d.kind for d in anonymous_items(matrix, finding, 0) if d is not None]
        for finding in comparison.findings
    ]
    assert kinds == [[ItemKind.CLAIM_EVIDENCE, ItemKind.OPEN], []]


LEDGER = telling("a1", "The Quay Ledger", ("a port official", WEIR))
WIRE = telling("a2", "Saltmarsh Wire", ("two dock workers", LAMPS))
HERALD = telling("a3", "The Herald", ("a ferry passenger", BOATS))


def matched(*readings: Reading) -> ItemDraft | None:
    matrix = Matrix(story(*readings, findings=(anonymous(readings[0], 0),)))
    item = outlets_and_sources(matrix, matrix.comparison.findings[0], 0)
    assert item is None or prove(item, matrix.comparison)
    return item


def test_outlets_are_matched_with_the_nameless_sources_that_they_alone_have() -> None:
    item = matched(LEDGER, WIRE, HERALD)
    assert item is not None
    text = shown(item)
    assert {(text[a], text[b]) for a, b in item.key} == {
        ("The Quay Ledger", "A port official"),
        ("Saltmarsh Wire", "Two dock workers"),
        ("The Herald", "A ferry passenger"),
    }


@pytest.mark.parametrize(
    "other",
    [
        telling("a3", "The Herald", ("an official", BOATS)),
        article("a3", "The Herald", "Port officials waved from the pier.", "A ferry passenger slept."),
    ],
)
def test_a_source_that_another_outlet_may_have_too_is_not_matched(other: Reading) -> None:
    assert matched(LEDGER, WIRE, other) is None


def test_two_outlets_are_too_few_to_match() -> None:
    assert matched(LEDGER, WIRE) is None


@pytest.mark.parametrize("answer", [("a1", "port official"), ("a2", "two dock workers")])
def test_an_outlet_rests_on_its_own_source(answer: tuple[str, str]) -> None:
    assert QUESTIONS["rests-on"].holds(Matrix(story(LEDGER, WIRE)), (), answer) is True
    other = ({"a1": "a2", "a2": "a1"}[answer[0]], answer[1])
    assert QUESTIONS["rests-on"].holds(Matrix(story(LEDGER, WIRE)), (), other) is False


def test_what_the_article_reports_in_its_own_voice_too_rests_on_no_nameless_word() -> None:
    told = article(
        "a1", "The Quay Ledger", f"Late on Monday a port official said {WEIR}.", f"{WEIR.capitalize()} long."
    )
    said = retold(told, "a port official", WEIR)
    reading = replace(told, quotations=(said,), unnamed=(said.speaker,) if said.speaker else ())
    comparison = story(reading, findings=(anonymous(reading, 0),))
    assert not [d for d in anonymous_items(Matrix(comparison), comparison.findings[0], 0) if d]


def test_how_much_is_told_is_not_asked_of_one_statement_in_two_articles() -> None:
    again = telling("a2", "Saltmarsh Wire", ("a port official", WEIR))
    comparison = story(LEDGER, again, findings=(anonymous(LEDGER, 0), anonymous(again, 0)))
    matrix = Matrix(comparison)
    asked = [
        [d.proof.split("(")[0] for d in anonymous_items(matrix, f, 0) if d is not None]
        for f in comparison.findings
    ]
    assert [a.count("told-of-source") for a in asked] == [1, 0]
