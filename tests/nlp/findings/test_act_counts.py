from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.act_counts import find_act_counts
from quizzes.nlp.findings.side_by_side import SHOWN, SideBySide
from quizzes.nlp.types import Finding, Happening, Occurrence, Reading, Relation, Span
from tests.nlp.hand_made import claim, figure, reading

ONE = "The single raid hit a depot."


def told(article: str, text: str, word: str) -> Reading:
    at = text.index(word)
    happening = Happening(f"h{article}", article, "attack", "raid", mentions=(Span(at, at + len(word)),))
    return replace(reading(article, text), happenings=(happening,))


def found(other: str, word: str, number: float = 1) -> list[Finding]:
    single = claim("a", figure("single", number), text=ONE, measure="raids", counted=("raid",))
    return list(
        find_act_counts(
            SideBySide(
                (told("a", ONE, "raid"), told("b", other, word)),
                (single,),
                (Occurrence("o1", "raid in Veld", ("ha", "hb")),),
            )
        )
    )


def test_one_act_here_and_several_there() -> None:
    (finding,) = found("Jets carried out raids on a depot.", "raids")
    assert (finding.relation, finding.aspect, finding.measure) == (Relation.CONFLICT, "acts", "raids")
    assert [(p.article, p.value) for p in finding.positions] == [("a", "a single raid"), ("b", "raids")]
    assert finding.confidence < SHOWN


@pytest.mark.parametrize(
    ("other", "word", "number"),
    [
        ("Jets carried out a raid on a depot.", "raid", 1),
        ("Jets carried out attacks on a depot.", "attacks", 1),
        ("Jets carried out raids on a depot.", "raids", 2),
    ],
)
def test_no_difference_without_one_and_many_of_one_word(other: str, word: str, number: float) -> None:
    assert found(other, word, number) == []
