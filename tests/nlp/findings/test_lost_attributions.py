from __future__ import annotations

import pytest

from quizzes.nlp.findings.lost_attributions import find_lost_attributions
from quizzes.nlp.types import Finding
from tests.nlp.hand_made import quotation, reading, side

BARE = "The old ferry sank off the northern harbour wall with forty crates of lemons on its deck."
LATER = "Two boys waved from the pier."


def lost(giving: str, dropping: str) -> list[Finding]:
    return list(
        find_lost_attributions(side(reading("a", f"Rain. {giving}"), reading("b", f"{dropping} Fog.")))
    )


@pytest.mark.parametrize(
    ("giving", "words"),
    [
        (f"{BARE[:-1]}, port officials said.", "port officials said"),
        (f"Port officials said {BARE[0].lower()}{BARE[1:]}", "Port officials said"),
        (f"According to the Quay Post, {BARE[0].lower()}{BARE[1:]}", "According to the Quay Post"),
        (f"Several papers report that {BARE[0].lower()}{BARE[1:]}", "Several papers report that"),
    ],
)
def test_a_source_that_the_copy_drops(giving: str, words: str) -> None:
    (finding,) = lost(giving, BARE)
    assert [(p.article, p.value) for p in finding.positions] == [("a", words), ("b", None)]
    assert [p.evidence[0].text for p in finding.positions] == [giving, BARE]
    assert finding.silent == ("b",)
    assert "Article B does not" in finding.summary


@pytest.mark.parametrize(
    ("giving", "dropping"),
    [
        (BARE, BARE),
        (f"{BARE[:-1]}, port officials said.", f"{BARE[:-1]}, the coast guard reported."),
        (f"{BARE[:-1]}, port officials said.", f"{BARE} That is what officials told reporters."),
        (f"{BARE[:-1]}, port officials said.", f"“{BARE}”"),
        (f"{BARE[:-1]}, port officials said.", LATER),
        (f"{BARE[:-1]} on a cold and windy night in March.", BARE),
        (f"{BARE[:-1]}, port officials said.", f"Reportedly {BARE[0].lower()}{BARE[1:]}"),
    ],
)
def test_nothing_is_lost(giving: str, dropping: str) -> None:
    assert lost(giving, dropping) == []


def test_one_quotation_in_two_articles_loses_no_source() -> None:
    words = BARE[:-1]
    one, two = f"“{words},” port officials said.", f"“{words}.”"
    readings = [reading(a, t, quotations=(quotation(a, t, words),)) for a, t in (("a", one), ("b", two))]
    assert list(find_lost_attributions(side(*readings))) == []
