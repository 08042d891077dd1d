from __future__ import annotations

import pytest

from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.text_reuse import find_text_reuse
from quizzes.nlp.types import Manner, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

SENTENCE = "The ferry had left the small harbour at dawn with forty crates of lemons on its deck."
MORE = (
    "The crew waited for the tide all morning long. Two boys waved from the pier until it was out of sight."
)


def test_a_sentence_in_three_articles_is_one_finding() -> None:
    near = SENTENCE.replace("small ", "")
    readings = [
        reading("a", f"Rain. {SENTENCE}"),
        reading("b", f"{near} Wind."),
        reading("c", f"{SENTENCE} Fog."),
    ]
    findings = list(find_text_reuse(side(*readings)))
    assert [[p.article for p in f.positions] for f in findings] == [["a", "b", "c"]]
    assert [p.value for p in findings[0].positions] == [SENTENCE, near, SENTENCE]
    assert findings[0].aspect == "narrative"
    assert "nearly word for word" in findings[0].summary


def test_a_quotation_that_two_articles_print_lies_below_the_bar() -> None:
    words = "we will not leave the harbour before the last crate is on land"
    text = f"“{words},” said the captain."
    readings = [reading(a, text, quotations=(quotation(a, text, words),)) for a in ("a", "b")]
    readings[1] = reading("b", f"{text} {MORE}", quotations=readings[1].quotations)
    finding = next(find_text_reuse(side(*readings)))
    assert finding.aspect == "quotation"
    assert finding.confidence < SHOWN


def test_a_copy_makes_one_finding_with_all_its_sentences() -> None:
    readings = [reading(a, f"{SENTENCE} {MORE}") for a in ("a", "b")]
    findings = list(find_text_reuse(side(*readings, copies={"b": "a"})))
    assert [f.aspect for f in findings] == ["whole text"]
    assert [len(p.evidence) for p in findings[0].positions] == [3, 3]


def test_articles_in_their_own_words_share_nothing() -> None:
    assert list(find_text_reuse(side(reading("a", SENTENCE), reading("b", MORE)))) == []


@pytest.mark.parametrize(
    ("more", "is_shown"),
    [("", False), ("The mayor of Penwick opened the new pier with a glass of cold water on Monday.", True)],
)
def test_a_few_words_alike_are_no_copy_unless_the_articles_share_more(more: str, is_shown: bool) -> None:
    one = f"The town used $84,000 in public money to settle a suit, the Herald said.\n{more}"
    other = f"A captain who paid $84,000 in public money to settle a suit with his cook has gone.\n{more}"
    found = list(find_text_reuse(side(reading("a", one), reading("b", other))))
    assert [f.confidence >= SHOWN for f in found if "$84,000" in (f.positions[0].value or "")] == [is_shown]


def test_words_that_one_article_quotes_are_a_speakers() -> None:
    words = "We will never again sail from this harbour without a pilot"
    text = f"“{words}.”"
    quoting = reading("a", text, quotations=(quotation("a", text, words),))
    (found,) = find_text_reuse(side(quoting, reading("b", f"{words}.")))
    assert (found.aspect, found.confidence) == ("quotation", 0.5)


@pytest.mark.parametrize(("speaker", "count"), [("Roe", 1), ("Jim Poe", 0)])
def test_a_short_sentence_is_one_where_one_person_says_it(speaker: str, count: int) -> None:
    readings = []
    for article, name in (("a", "Ann Roe"), ("b", speaker)):
        text = f"“Well, which is better?” {name} asked."
        by = source(name, kind=SourceKind.PERSON)
        words = quotation(article, text, "Well, which is better?", speaker=by)
        readings.append(reading(article, text, quotations=(words,)))
    assert [f.aspect for f in find_text_reuse(side(*readings))] == ["quotation"] * count


def test_what_one_person_said_told_in_nearly_the_same_words_is_no_copy() -> None:
    told = "that the ferry had lost two thirds of its passengers in one long winter"
    roe = source("Ann Roe", kind=SourceKind.PERSON)
    one, other = f"Roe said {told}.", f"Ann Roe admitted {told}."
    readings = [
        reading(a, text, quotations=(quotation(a, text, told, speaker=roe, manner=Manner.INDIRECT),))
        for a, text in (("a", one), ("b", other))
    ]
    assert [f.confidence < SHOWN for f in find_text_reuse(side(*readings))] == [True]
