"""Names settled over a whole article: Docs built by hand, as the recognizer might have marked them."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from quizzes.nlp.settled_names import settle_names
from quizzes.nlp.types import Passage, Role

VOCAB = English().vocab


def doc_of(text: str, *marks: tuple[str, str]) -> Doc:
    """A Doc of words apart by blanks ("/" between sentences); each mark is the next stretch of that text, with its kind.
    Words with a capital are proper nouns."""
    words = text.split()
    firsts = [n for n in range(len(words)) if n == 0 or words[n - 1] in {".", "/"}]
    doc = Doc(
        VOCAB,
        words=words,
        pos=["PROPN" if w[0].isupper() else "NOUN" for w in words],
        deps=["ROOT" if n in firsts else "dep" for n in range(len(words))],
        heads=[max(f for f in firsts if f <= n) for n in range(len(words))],
    )
    ents, at = [], 0
    for wanted, kind in marks:
        size = len(wanted.split())
        at = next(i for i in range(at, len(words)) if words[i : i + size] == wanted.split())
        ents.append(Span(doc, at, at + size, label=kind))
        at += size
    doc.ents = ents
    return doc


def settled(doc: Doc, role: Role = Role.BODY, headline: str | None = None) -> list[tuple[str, str]]:
    """The names after settling, with their kinds; `headline` is the text's first line."""
    cut = len(headline) if headline else 0
    passages = [Passage(Role.HEADLINE, 0, cut), Passage(role, cut, len(doc.text))] if cut else []
    settle_names(doc, passages or [Passage(role, 0, len(doc.text))])
    return [(e.text, e.label_) for e in doc.ents]


def test_a_full_name_decides_for_its_surname() -> None:
    doc = doc_of(
        "Martha Quellin spoke . Quellin left . Then Quellin wept .",
        ("Martha Quellin", "PERSON"),
        ("Quellin", "ORG"),
        ("Quellin", "LOC"),
    )
    assert settled(doc) == [("Martha Quellin", "PERSON"), ("Quellin", "PERSON"), ("Quellin", "PERSON")]


def test_what_the_recognizer_missed_is_marked_where_the_article_writes_it_again() -> None:
    doc = doc_of(
        "Martha Quellin spoke . Later Quellin left .", ("Martha Quellin", "PERSON"), ("Quellin", "PERSON")
    )
    doc.ents = doc.ents[:1]
    assert settled(doc) == [("Martha Quellin", "PERSON")], "a surname alone is not guessed"
    doc = doc_of("We met Quellin . She said Quellin left .", ("Quellin", "PERSON"))
    assert settled(doc) == [("Quellin", "PERSON"), ("Quellin", "PERSON")]


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        (
            "The Governor Martha Quellin spoke .",
            ("Governor Martha Quellin", "ORG"),
            [("Martha Quellin", "PERSON")],
        ),
        (
            "The Harbour Board Chairwoman Martha Quellin spoke .",
            ("Harbour Board Chairwoman Martha Quellin", "ORG"),
            [("Harbour Board", "ORG"), ("Martha Quellin", "PERSON")],
        ),
        ("They asked the Attorney General .", ("Attorney General", "ORG"), []),
        (
            "The Office of the Governor wrote .",
            ("Office of the Governor", "ORG"),
            [("Office of the Governor", "ORG")],
        ),
        (
            "The Governor Quellin Foundation wrote .",
            ("Governor Quellin Foundation", "ORG"),
            [("Governor Quellin Foundation", "ORG")],
        ),
        ("The Labour and Greens voted .", ("Labour and", "ORG"), [("Labour", "ORG")]),
        ("Here Khalid al Masri spoke .", ("al Masri", "PERSON"), [("al Masri", "PERSON")]),
    ],
)
def test_titles_and_small_words_are_cut_off_names(
    text: str, marked: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    assert settled(doc_of(text, marked)) == found


@pytest.mark.parametrize(
    ("text", "marked", "kind"),
    [
        ("Yesterday Mr. Quellin spoke .", ("Quellin", "ORG"), "PERSON"),
        ("Yesterday Martha Quellin , who lives here , spoke .", ("Martha Quellin", "LOC"), "PERSON"),
        ("Yesterday Obo Quellin , 45 , spoke .", ("Obo Quellin", "LOC"), "PERSON"),
        ("They went to Norway again .", ("Norway", "PERSON"), "LOC"),
        ("The Virginia Woods Center , who pays , opened .", ("Virginia Woods Center", "ORG"), "ORG"),
        ("We saw the Texas Republican who spoke .", ("Texas Republican", "ORG"), "ORG"),
    ],
)
def test_what_stands_beside_a_name_says_its_kind(text: str, marked: tuple[str, str], kind: str) -> None:
    assert settled(doc_of(text, marked)) == [(marked[0], kind)]


def test_a_word_that_the_article_also_writes_small_is_no_name_where_a_sentence_begins_with_it() -> None:
    doc = doc_of("Snow fell . The snow lay .", ("Snow", "PERSON"))
    assert settled(doc) == []
    doc = doc_of("Mark fell . The mark stayed .", ("Mark", "PERSON"))
    assert settled(doc) == [("Mark", "PERSON")], "a first name stays one"


def test_a_heading_in_capitals_has_the_names_that_the_article_has() -> None:
    headline = "Quellin Opens Harbour With Great Pride"
    doc = doc_of(
        f"{headline} / Yesterday Martha Quellin spoke . Then Quellin left .",
        ("Quellin Opens Harbour", "ORG"),
        ("Martha Quellin", "PERSON"),
        ("Quellin", "PERSON"),
    )
    names = settled(doc, headline=headline)
    assert names == [("Quellin", "PERSON"), ("Martha Quellin", "PERSON"), ("Quellin", "PERSON")]


def test_a_place_whose_name_a_person_bears_too_stays_a_place() -> None:
    doc = doc_of(
        "Denzel Washington came . In Washington it rained . From Washington he flew .",
        ("Denzel Washington", "PERSON"),
        ("Washington", "LOC"),
        ("Washington", "LOC"),
    )
    assert [kind for _, kind in settled(doc)] == ["PERSON", "LOC", "LOC"]


def test_dates_and_nationalities_stay_as_they_were_found() -> None:
    doc = doc_of("On Monday Kenyan troops came .", ("Monday", "DATE"), ("Kenyan", "NORP"))
    assert settled(doc) == [("Monday", "DATE"), ("Kenyan", "NORP")]


def test_an_empty_text_has_no_names() -> None:
    doc = Doc(VOCAB, words=[])
    settle_names(doc, [])
    assert doc.ents == ()
