from __future__ import annotations

import pytest

from quizzes.nlp.findings.name_variants import find_name_variants
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.findings.voices import find_unique_voices
from quizzes.nlp.types import Reading, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

WORDS = "We will never sail again from here"


def quoting(article: str, name: str, title: str | None = None, also: str = "") -> Reading:
    text = f"“{WORDS},” {name} said. {also}"
    speaker = source(name, kind=SourceKind.PERSON, title=title)
    return reading(article, text, quotations=(quotation(article, text, WORDS, speaker=speaker),))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Nikolai Roe", "Nikolay Roe"),
        ("Ann Castellane", "Ann Castelane"),
        ("Maja Lindqvist", "Maya Lindquist"),
        ("Catherine Roe", "Katherine Roe"),
        ("Sara Roe", "Sarah Roe"),
        ("Jon Roe", "John Roe"),
        ("Mike Roe", "Michael Roe"),
        ("Delores Roe", "Dolores Roe"),
        ("Ann Harrowclough", "Ann Harraclough"),
    ],
)
def test_one_person_in_two_spellings_is_a_variant_and_no_voice_of_one_article(name: str, other: str) -> None:
    both = side(quoting("a", name), quoting("b", other))
    [finding] = find_name_variants(both)
    assert [(p.article, p.value) for p in finding.positions] == [("a", name), ("b", other)]
    assert finding.confidence >= SHOWN
    assert list(find_unique_voices(both)) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ann Roe", "Ann Roe"),
        ("Ann Roe", "Ann B. Roe"),
        ("Ian Roe", "Ian B. Roe Jr."),
        ("Maria Roe", "Mario Roe"),
        ("Joan Roe", "John Roe"),
        ("Mike Roe", "Michael Rowe"),
        ("Mike Roe", "Michael Roe Jr."),
        ("Jan Roe", "Ian Roe"),
        ("Ann Roe", "Ann Rowe Berg"),
        ("Ann Hart", "Ann Hurt"),
        ("Alan Prewitt", "Alan Pruitt"),
        ("Delores Roe", "Dolores Poe"),
        ("Ann Harrington", "Ann Herrington"),
    ],
)
def test_other_names_are_other_persons(name: str, other: str) -> None:
    assert list(find_name_variants(side(quoting("a", name), quoting("b", other)))) == []


def test_a_slip_in_a_long_surname_is_one_where_the_title_is_the_same() -> None:
    both = side(quoting("a", "Alan Prewitt", "mayor"), quoting("b", "Alan Pruitt", "Mayor"))
    assert [p.value for f in find_name_variants(both) for p in f.positions] == ["Alan Prewitt", "Alan Pruitt"]
    other = side(quoting("a", "Alan Prewitt", "mayor"), quoting("b", "Alan Pruitt", "captain"))
    assert list(find_name_variants(other)) == []


def test_two_names_in_one_article_are_two_persons() -> None:
    both = side(quoting("a", "Jon Roe", also="John Roe, his cousin, left."), quoting("b", "John Roe"))
    assert list(find_name_variants(both)) == []


def test_an_accent_alone_is_kept_for_the_teacher() -> None:
    [finding] = find_name_variants(side(quoting("a", "Tomas Roe"), quoting("b", "Tomás Roe")))
    assert finding.confidence < SHOWN


def test_short_names_are_known_of_those_who_do_not_speak_too() -> None:
    both = side(
        reading("a", "A stone hit Zack Orrin, a clerk."), reading("b", "Zachary Orrin, a clerk, was hurt.")
    )
    assert [p.value for f in find_name_variants(both) for p in f.positions] == ["Zack Orrin", "Zachary Orrin"]


def test_a_name_nearly_that_of_somebody_heard_elsewhere_is_a_variant() -> None:
    heard = quoting("a", "Kieran Roe")
    told = reading(
        "b", "One of the divers is Kieren Roe, who married in March. Woman Roe and Women Roe are boats."
    )
    [finding] = find_name_variants(side(heard, told))
    assert [p.value for p in finding.positions] == ["Kieran Roe", "Kieren Roe"]
