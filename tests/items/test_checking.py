"""What can be checked of an unnamed source's word, and where to look next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.checking import can_it_be_checked, credits, is_second_check, what_is_hidden, where_to_look
from quizzes.items.matrix import Matrix
from quizzes.items.source_questions import is_broader, told_of
from quizzes.nlp.types import Evidence, FindingKind, Manner, Quotation, Reading, Source, SourceKind
from tests.items.readings import article, of_kind, position, quotation, quoting, story

WEIR = "the weir gates had been left open all night"
NEARLY = "The weir gates were left open for one whole night."


def nameless(mention: str, at: int = 0, via: str | None = None) -> Source:
    name = mention.removeprefix("a ").removeprefix("an ")
    return Source(mention, at, at + len(mention), name, SourceKind.ANONYMOUS, via=via)


def telling(sentence: str, mention: str = "a port official", outlet: str = "The Quay Ledger") -> Reading:
    reading = article("a1", outlet, sentence)
    found = quotation(reading, mention, WEIR)
    speaker = nameless(mention, reading.text.index(mention))
    return replace(reading, quotations=(replace(found, speaker=speaker, manner=Manner.INDIRECT),))


LEDGER = telling(f"On Monday a port official said {WEIR}.")


def statement(reading: Reading) -> tuple[Quotation, Source]:
    said = reading.quotations[0]
    assert said.speaker is not None
    return said, said.speaker


@pytest.mark.parametrize(
    "mention",
    [
        "a source",
        "a harbour source",
        "a harbour source familiar with the repairs",
        "a source with knowledge of the repairs",
        "a port official",
    ],
)
def test_what_is_hidden_agrees_with_the_closed_question(mention: str) -> None:
    source = nameless(mention)
    hidden = what_is_hidden(source)
    assert ("not even learn what kind" in hidden) is (told_of(source) == "bare")
    assert ("what kind of source it is" in hidden) is (told_of(source) == "kind")


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("A port official told the Quay Ledger so.", "The Quay Ledger", True),
        ("As Quayledger reported, the gates were open.", "www.quayledger.example", True),
        ("The quay was quiet.", "The Quay Ledger", False),
        ("The quay was quiet.", None, False),
    ],
)
def test_an_article_that_names_the_first_outlet_credits_it(
    text: str, outlet: str | None, expected: bool
) -> None:
    assert credits(article("a2", "Saltmarsh Wire", text), outlet) is expected


@pytest.mark.parametrize(
    ("line", "expected"), [("The Quay Ledger wrote of open gates.", False), ("It rained.", True)]
)
def test_who_credits_the_first_is_no_second_check(line: str, expected: bool) -> None:
    matrix = Matrix(story(LEDGER, article("a2", "Saltmarsh Wire", line)))
    assert is_second_check(matrix, "a1", "a2") is expected


def test_the_next_step_is_no_outlet_without_a_named_source() -> None:
    others = (
        article("a2", "Saltmarsh Wire", "The Quay Ledger wrote of open gates."),
        article("a3", "The Herald", "It rained."),
    )
    said, source = statement(LEDGER)
    step = where_to_look(Matrix(story(LEDGER, *others)), whole(LEDGER), source, said.text)
    assert "The Herald" not in step and "Saltmarsh Wire" not in step


def whole(reading: Reading) -> Evidence:
    span = reading.sentences[-1]
    return Evidence(reading.article, span.start, span.end, span.of(reading.text))


def test_no_outlet_without_a_named_source_is_a_next_step_but_a_paper_of_the_article_is() -> None:
    reading = article(
        "a1",
        "The Quay Ledger",
        "It rained in Penwick.",
        "The council published letters on the open weir gates.",
        f"On Monday a port official said {WEIR}.",
    )
    step = where_to_look(Matrix(story(reading)), whole(reading), nameless("a port official"), WEIR)
    assert "published letters on the open weir gates" in step
    bare = article(
        "a1", "The Quay Ledger", "It rained in Penwick.", f"On Monday a port official said {WEIR}."
    )
    step = where_to_look(Matrix(story(bare)), whole(bare), nameless("a port official"), WEIR)
    assert "a document that shows it" in step


def test_without_a_second_check_none_is_named() -> None:
    other = article("a2", "Saltmarsh Wire", "The Quay Ledger wrote of open gates.")
    said, source = statement(LEDGER)
    assert "Saltmarsh Wire" not in where_to_look(
        Matrix(story(LEDGER, other)), whole(LEDGER), source, said.text
    )


def test_an_outlet_with_a_named_source_for_the_same_comes_first() -> None:
    other = quoting(
        article("a2", "Saltmarsh Wire", f"“{NEARLY}” said Ingrid Vale.", "It rained."), Ingrid_Vale=NEARLY
    )
    said, source = statement(LEDGER)
    step = where_to_look(Matrix(story(LEDGER, other)), whole(LEDGER), source, said.text)
    assert "Saltmarsh Wire has something like it from Ingrid Vale" in step


def test_whoever_spoke_to_the_source_is_named() -> None:
    step = where_to_look(
        Matrix(story(LEDGER)), whole(LEDGER), nameless("a port official", via="Saltmarsh Wire"), WEIR
    )
    assert step.startswith("it was Saltmarsh Wire that spoke to the source")


@pytest.mark.parametrize(
    ("sentence", "is_asked"),
    [
        (f"On Monday a port official said {WEIR}.", True),
        (f"At a hearing a port official said {WEIR}.", False),
        (f"On Monday a port official, cited by the Wire, said {WEIR}.", False),
    ],
)
def test_what_is_said_in_public_or_handed_on_is_not_asked_about(sentence: str, is_asked: bool) -> None:
    reading = telling(sentence)
    said, source = statement(reading)
    finding = of_kind(FindingKind.ANONYMOUS_SOURCE, position(reading, said.text))
    matrix = Matrix(story(reading, findings=(finding,)))
    assert (can_it_be_checked(matrix, finding, 0, said, source) is not None) is is_asked


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("unnamed sources", "port officials", True),
        ("a source", "a port official", True),
        ("officials", "a dock worker", True),
        ("law enforcement officials", "two police officers", True),
        ("a government source", "a White House official", True),
        ("a port official", "two police officers", False),
        ("two dock workers", "a port official", False),
        ("a harbour source", "a dock worker", False),
    ],
)
def test_a_broader_name_may_be_true_too(one: str, other: str, expected: bool) -> None:
    assert is_broader(nameless(one), nameless(other)) is expected
