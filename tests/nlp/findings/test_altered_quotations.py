from __future__ import annotations

import pytest

from quizzes.nlp.findings.altered_quotations import find_altered_quotations
from quizzes.nlp.types import Finding, Relation, SourceKind
from tests.nlp.hand_made import quotation, reading, side, source

WORDS = "We will never again sail from this harbour without a pilot"


def found(one: str, other: str, **speakers: str) -> list[Finding]:
    readings = []
    for article, words in (("a", one), ("b", other)):
        text = f"“{words},” said the captain."
        name = speakers.get(article)
        speaker = source(name, kind=SourceKind.PERSON) if name else None
        readings.append(
            reading(article, text, quotations=(quotation(article, text, words, speaker=speaker),))
        )
    return list(find_altered_quotations(side(*readings)))


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (WORDS, None),
        (WORDS.replace("harbour", "harbor").replace("We", "we"), None),
        (WORDS.replace("never again", "never"), Relation.CONFLICT),
        (WORDS.replace("this harbour", "that harbour"), Relation.CONFLICT),
        ("sail from this harbour without a pilot", Relation.PRECISION),
        ("The company has known of the fault for many months", None),
    ],
)
def test_what_changed_between_the_marks(other: str, relation: Relation | None) -> None:
    assert [f.relation for f in found(WORDS, other)] == ([relation] if relation else [])


def test_like_words_of_two_persons_are_two_utterances() -> None:
    changed = WORDS.replace("never again", "never")
    assert found(WORDS, changed, a="Ann Roe", b="Jim Poe") == []
    assert len(found(WORDS, changed, a="Ann Roe", b="Roe")) == 1


def test_a_quotation_given_without_its_marks_is_found() -> None:
    quoted = f"“{WORDS}.”"
    readings = [reading("a", quoted, quotations=(quotation("a", quoted, WORDS),)), reading("b", f"{WORDS}.")]
    assert [
        (f.aspect, [p.article for p in f.positions]) for f in find_altered_quotations(side(*readings))
    ] == [("marks", ["a", "b"])]
