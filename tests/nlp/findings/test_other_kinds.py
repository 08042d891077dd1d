"""Unnamed sources, figures without a source, headlines, spellings, intruders: a few sentences each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.nlp.findings.anonymous_sources import find_anonymous_sources
from quizzes.nlp.findings.headline_angles import find_headline_angles
from quizzes.nlp.findings.intruders import find_intruders
from quizzes.nlp.findings.name_variants import find_name_variants
from quizzes.nlp.findings.side_by_side import SHOWN, SideBySide, article_names, letters
from quizzes.nlp.findings.unattributed_figures import find_unattributed_figures
from quizzes.nlp.types import (
    Happening,
    HeadlineFrame,
    Occurrence,
    Passage,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
)
from tests.nlp.hand_made import claim, figure, quotation, reading, side, source


def test_the_mentions_of_one_unnamed_source_are_one_finding() -> None:
    text = "An official said no. The ferry left. An official said yes."
    unnamed = tuple(Source("An official", at, at + 11, "official", SourceKind.ANONYMOUS) for at in (0, 37))
    findings = list(find_anonymous_sources(side(reading("a", text, unnamed=unnamed))))
    assert [[e.text for p in f.positions for e in p.evidence] for f in findings] == [
        ["An official", "An official"]
    ]


@pytest.mark.parametrize(
    ("words", "is_shown"),
    [
        ("Officials", True),
        ("critics", True),
        ("Two officials", True),
        ("Meteorologists", False),
        ("authorities", False),
        ("The officials", False),
    ],
)
def test_a_trade_that_speaks_in_public_hides_nobody(words: str, is_shown: bool) -> None:
    unnamed = (Source(words, 0, len(words), words, SourceKind.ANONYMOUS),)
    (finding,) = find_anonymous_sources(side(reading("a", f"{words} said no.", unnamed=unnamed)))
    assert (finding.confidence >= SHOWN) is is_shown


@pytest.mark.parametrize(
    ("before", "words", "behind", "is_shown"),
    [
        ("", "Two harbour officials", " said no.", True),
        ("", "A pilot", " called the pier a mess.", True),
        ("", "A spokeswoman for the port", " said no.", False),
        ("", "Many", " said no.", False),
        ("", "some coastal lawmakers", " welcomed the pier.", False),
        ("", "a man", " wrote to the captain.", False),
        ("A poll found that 40 percent of ", "dockers", " said no.", False),
        ("", "Officials", " urged residents to stay ashore.", False),
        ("", "Officials", " urged the captain to resign.", True),
    ],
)
def test_a_body_a_crowd_and_a_survey_hide_nobody(
    before: str, words: str, behind: str, is_shown: bool
) -> None:
    start = len(before)
    unnamed = (Source(words, start, start + len(words), words, SourceKind.ANONYMOUS),)
    (finding,) = find_anonymous_sources(side(reading("a", before + words + behind, unnamed=unnamed)))
    assert (finding.confidence >= SHOWN) is is_shown


@pytest.mark.parametrize(("words", "is_shown"), [("Dock experts", False), ("Dock officials", True)])
def test_a_crowd_of_whom_one_is_named_next_hides_nobody(words: str, is_shown: bool) -> None:
    text = f"{words} objected. “It is a mess all along,” Ann Roe said."
    unnamed = (Source(words, 0, len(words), words, SourceKind.ANONYMOUS),)
    named = quotation("a", text, "It is a mess all along", speaker=source("Ann Roe", kind=SourceKind.PERSON))
    (finding,) = find_anonymous_sources(side(reading("a", text, unnamed=unnamed, quotations=(named,))))
    assert (finding.confidence >= SHOWN) is is_shown


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        ({}, {"source": source("The clinic")}, 1),
        ({}, {}, 0),
        ({"source": source("The navy")}, {"source": source("The clinic")}, 0),
        ({"measure": "photos"}, {"measure": "photos", "source": source("The clinic")}, 0),
        ({"occurrence": "o2"}, {"source": source("The clinic")}, 0),
    ],
)
def test_a_toll_without_a_source_beside_one_with_it(
    own: dict[str, Any], other: dict[str, Any], found: int
) -> None:
    claims = [claim("a", figure("22", 22), **own), claim("b", figure("one", 1), **other)]
    findings = list(find_unattributed_figures(side(reading("a"), reading("b"), claims=claims)))
    assert [f.positions[0].article for f in findings] == ["a"] * found


def headlined(
    article: str, headline: str, subject: str | None, act: str | None, thing: str | None
) -> Reading:
    frame = HeadlineFrame(subject, act, thing)
    return reading(
        article, headline, headline=headline, headline_frame=frame, headline_span=Span(0, len(headline))
    )


@pytest.mark.parametrize(
    ("one", "other", "aspect"),
    [
        (("Navy", "shells", "village"), ("Villagers", "flee", "shells"), "subject"),
        (("Navy", "shells", "village"), ("The Navy", "defends", "village"), "act"),
        (("Roe", "opens", "bridge"), ("Ann Roe", "opens", "market"), "object"),
        (("Roe", "opens", "bridge"), ("Ann Roe", "Opens", "the bridge"), None),
        (("Navy", "shells", "village"), ("A bridge too late", None, None), None),
    ],
)
def test_the_first_part_in_which_headlines_differ(one: Any, other: Any, aspect: str | None) -> None:
    readings = [
        headlined(a, " ".join(filter(None, parts)), *parts) for a, parts in (("a", one), ("b", other))
    ]
    findings = list(find_headline_angles(side(*readings)))
    assert [f.aspect for f in findings] == ([aspect] if aspect else [])
    assert all(len(f.positions) == 2 for f in findings)


def test_two_spellings_of_a_place_are_one_name() -> None:
    readings = []
    for article, name in (("a", "Arbil"), ("b", "Erbil")):
        happening = Happening(f"h{article}", article, "raid", "raid", places=(name.lower(),))
        readings.append(reading(article, f"The raid on {name} came at night.", happenings=(happening,)))
    occurrence = Occurrence("o1", "raid", ("ha", "hb"))
    findings = list(find_name_variants(side(*readings, occurrences=(occurrence,))))
    assert [[p.value for p in f.positions] for f in findings] == [["Arbil", "Erbil"]]
    assert list(find_name_variants(side(*readings))) == []


@pytest.mark.parametrize(
    ("text", "measure", "named", "is_found"),
    [
        ("The storm will cost the town $9 million.", "cost", None, True),
        ("The storm will cost the town $9 million.", "cost", "Harbour Watch", False),
        ("The storm cost the town $9 million.", "cost", None, False),
        ("The mayor will get $9 million.", "paid", None, False),
    ],
)
def test_an_estimate_in_the_outlets_own_voice(
    text: str, measure: str, named: str | None, is_found: bool
) -> None:
    sum_of_money = replace(figure("$9 million", 9_000_000), unit="dollars")
    facts = {
        "measure": measure,
        "occurrence": None,
        "counted": (),
        "source": source(named) if named else None,
    }
    told = claim("a", sum_of_money, text=text, **facts)
    findings = list(find_unattributed_figures(side(reading("a", text), reading("b"), claims=[told])))
    assert [f.confidence < SHOWN for f in findings] == [True] * is_found


def test_a_figure_without_a_source_that_contradicts_one_with_a_source() -> None:
    facts = {"measure": "turnout", "occurrence": None, "counted": ()}
    texts = [f"Turnout in the harbour town was {n} percent." for n in (48, 58)]
    values = [replace(figure(f"{n} percent", n), unit="percent") for n in (48, 58)]
    claims = [
        claim("a", values[0], text=texts[0], source=source("Harbour Watch"), **facts),
        claim("b", values[1], text=texts[1], **facts),
    ]
    findings = find_unattributed_figures(side(reading("a", texts[0]), reading("b", texts[1]), claims=claims))
    assert [[(p.article, p.value) for p in f.positions] for f in findings] == [[("b", "58 percent")]]


def test_an_estimate_that_contradicts_one_with_a_source_is_one_finding() -> None:
    facts = {"measure": "cost", "occurrence": None, "counted": ()}
    texts = [f"The storm will cost the harbour town ${n} million." for n in (9, 12)]
    values = [replace(figure(f"${n} million", n * 1e6), unit="dollars") for n in (9, 12)]
    claims = [
        claim("a", values[0], text=texts[0], source=source("Harbour Watch"), **facts),
        claim("b", values[1], text=texts[1], **facts),
    ]
    both = side(reading("a", texts[0]), reading("b", texts[1]), claims=claims)
    assert [[p.value for p in f.positions] for f in find_unattributed_figures(both)] == [["$12 million"]]


def test_a_passage_of_another_story_is_an_intruder() -> None:
    text = "The ferry left.\n\nA rover landed on Mars."
    passages = (Passage(Role.BODY, 0, 15), Passage(Role.OTHER_STORY, 17, len(text)))
    findings = list(find_intruders(side(reading("a", text, passages=passages), reading("b", text))))
    assert [[e.text for e in p.evidence] for f in findings for p in f.positions] == [
        ["A rover landed on Mars."]
    ]


def test_an_article_is_called_by_its_outlet_or_by_its_letter() -> None:
    outlets = ["The Herald", None, "The Post", "The Post"]
    readings = [reading(str(n), outlet=outlet) for n, outlet in enumerate(outlets)]
    assert list(article_names(readings).values()) == [
        "The Herald",
        "Article B",
        "The Post (Article C)",
        "The Post (Article D)",
    ]
    assert [letters(n) for n in (0, 25, 26)] == ["A", "Z", "AA"]


def test_an_unknown_occurrence_has_no_label() -> None:
    assert SideBySide((), ()).label("o1") is None
