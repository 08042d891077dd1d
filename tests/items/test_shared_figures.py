"""Items on the figure that two articles both give for a thing, among other figures of theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.expressions import parse_proof
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.nlp.types import Comparison, FindingKind
from tests.items.readings import asked, shown
from tests.items.stories import Telling, compared, finding, source

ASKED_FOR = "The mayor asked for 40 million euros for a new bridge, while the council wanted none."
OTHERS = ("A school needs 25 million euros.", "The port lent 12 million euros to the town.")
RETOLD = "Taxpayers may never see the 40 million euros that the mayor wants for the bridge."
THIRD = "The old bridge sold for 18 million euros."


def money(measure: str) -> dict[str, object]:
    return {"measure": measure, "counted": (), "unit": "euros", "occurrence": None}


def budget(opening: str = ASKED_FOR, others: tuple[str, ...] = OTHERS, third: str = THIRD) -> Comparison:
    ledger = Telling("a1", "The Quay Ledger", (opening, *others))
    ledger.says("40 million", 4e7, 4e7, source("the mayor"), **money("cost"))  # type: ignore[arg-type]
    for number, text in ((25, OTHERS[0]), (12, OTHERS[1])):
        if text in others:
            ledger.says(f"{number} million", number * 1e6, number * 1e6, **money(f"m{number}"))  # type: ignore[arg-type]
    wire = Telling("a2", "Saltmarsh Wire", (RETOLD, third))
    wire.says("40 million", 4e7, 4e7, **money("cost"))  # type: ignore[arg-type]
    if third == THIRD:
        wire.says("18 million", 1.8e7, 1.8e7, **money("price"))  # type: ignore[arg-type]
    found = finding(FindingKind.AGREEMENT, ledger.claims[0], wire.claims[0])
    return compared(ledger, wire, findings=(found,))


def test_the_figure_that_both_give_is_chosen_among_others_of_theirs() -> None:
    comparison = budget()
    [item] = asked(comparison, "both-give(")
    assert "“The mayor asked for ____ for a new bridge.”" in item.stem
    assert "40" not in item.stem
    assert shown(item)[item.key] == "40 million euros"
    assert set(shown(item).values()) == {
        "40 million euros",
        "25 million euros",
        "12 million euros",
        "18 million euros",
    }
    assert not prove(replace(item, key=next(o for o in shown(item) if o != item.key)), comparison)


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(budget(third="The sea was calm."), id="two foils are too few"),
        pytest.param(budget(others=OTHERS[:1]), id="two foils of two articles"),
        pytest.param(
            budget("The mayor asked for 40 million euros for 3 new bridges in the town."), id="another figure"
        ),
        pytest.param(
            budget("By then, the mayor of the town, Ann Roe, asked for 40 million euros."),
            id="nothing behind",
        ),
    ],
)
def test_no_figure_is_asked_for_without_a_statement_and_three_foils(comparison: Comparison) -> None:
    assert asked(comparison, "both-give(") == []


def test_one_figure_is_asked_for_once() -> None:
    comparison = budget()
    [one] = comparison.findings
    again = replace(comparison, findings=(one, replace(one, id="f-again")))
    assert len(asked(again, "both-give(")) == 1


def test_a_figure_that_stands_in_both_articles_is_no_sure_foil() -> None:
    comparison = budget(third="The old bridge sold for 25 million euros.")
    key, other = comparison.claims[:2]
    call = parse_proof(asked(budget(), "both-give(")[0].proof).call
    arguments = (comparison.findings[0].id, *map(str, call.arguments[1:]))
    holds = QUESTIONS["both-give"].holds
    assert holds(Matrix(comparison), arguments, (key.id,))
    with pytest.raises(Undecided):
        holds(Matrix(comparison), arguments, (other.id,))
