"""Items on figures for which one article names a source and others do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.expressions import Cell
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.sources import unattributed_items
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import Comparison, FindingKind, Role, Source, SourceKind
from tests.items.readings import shown
from tests.items.stories import FIRE, Telling, compared, finding

WARDEN = Source("the harbour warden", 0, 18, "harbour warden", SourceKind.ANONYMOUS)


def bare(letter: str, outlet: str) -> Telling:
    return Telling(letter, outlet, ("The ferry fire killed 14 people.", "Smoke rose all day.")).says(
        "14", 14, 14
    )


def sourced(letter: str = "a3", outlet: str = "The Herald") -> Telling:
    lines = ("Fourteen were mourned.", "The harbour warden said 15 people were killed.")
    return Telling(letter, outlet, lines).says("15", 15, 15, WARDEN)


def told(*tellings: Telling) -> Comparison:
    first = tellings[0]
    found = finding(FindingKind.UNATTRIBUTED_FIGURE, first.claims[0])
    return compared(*tellings, findings=(found,))


def drafts(comparison: Comparison) -> list[ItemDraft]:
    matrix = Matrix(comparison)
    found = [d for f in comparison.findings for d in unattributed_items(matrix, f, 0) if d]
    assert all(prove(d, comparison) for d in found)
    return found


def closed(comparison: Comparison) -> list[ItemDraft]:
    return [d for d in drafts(comparison) if d.kind is ItemKind.CLAIM_EVIDENCE]


def test_the_one_outlet_that_names_a_source_is_asked_for_with_its_sentence() -> None:
    last = sourced()
    [item] = closed(told(bare("a1", "The Quay Ledger"), bare("a2", "Saltmarsh Wire"), last))
    assert item.proof.startswith("with-source(")
    assert shown(item)[item.key["choice"]] == "The Herald"
    start = last.text.index("The harbour warden")
    assert [[s["start"] for s in group] for group in item.key["groups"]] == [[start]]


def test_where_one_outlet_alone_gives_no_source_that_one_is_asked_for() -> None:
    [item] = closed(told(bare("a1", "The Quay Ledger"), sourced(), sourced("a4", "Gull Point News")))
    assert item.proof.startswith("without-source(")
    assert shown(item)[item.key["choice"]] == "The Quay Ledger"


def test_a_further_bare_figure_of_the_row_is_not_asked_about_again() -> None:
    one, two = bare("a1", "The Quay Ledger"), bare("a2", "Saltmarsh Wire")
    comparison = told(one, two, sourced())
    again = replace(finding(FindingKind.UNATTRIBUTED_FIGURE, two.claims[0]), id="f-again")
    both = replace(comparison, findings=(*comparison.findings, again))
    assert [d.finding for d in drafts(both)] == [d.finding for d in drafts(comparison)]


@pytest.mark.parametrize(
    "sentence", ["The ferry fire killed 14 people, officials announced.", "“The fire killed 14.”"]
)
def test_a_figure_that_may_have_a_source_is_no_wrong_answer(sentence: str) -> None:
    doubtful = Telling("a2", "Saltmarsh Wire", (sentence,)).says("14", 14, 14)
    matrix = Matrix(told(bare("a1", "The Quay Ledger"), doubtful, sourced()))
    with pytest.raises(Undecided):
        QUESTIONS["with-source"].holds(matrix, (Cell("killed", FIRE),), ("a2",))


def test_a_source_in_the_headline_alone_is_none() -> None:
    last = sourced()
    last.claims[0] = replace(last.claims[0], role=Role.HEADLINE)
    matrix = Matrix(told(bare("a1", "The Quay Ledger"), bare("a2", "Saltmarsh Wire"), last))
    with pytest.raises(Undecided):
        QUESTIONS["with-source"].holds(matrix, (Cell("killed", FIRE),), ("a3",))
