from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.drafting import draft_items
from quizzes.items.fact_questions import FACT_QUESTIONS
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.omissions import omission_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison, FindingKind
from tests.items.readings import article, shown

OPENING = "The ferry Marigold left the harbour in the storm with its crew."
OWN = "The ferry carried 240 passengers out of the harbour that evening."
LEDGER = article(
    "a",
    "The Quay Ledger",
    OPENING,
    OWN,
    "A rope of 90 metres tore when the ferry met the storm.",
    "The mayor Ann Roe wept at the harbour wall.",
    "Divers later pulled 170 crates of frozen lemons from the cold hold of the ferry.",
    "The owner Carl Beck of the ferry waited near the harbour for news.",
)
WIRE = article(
    "b",
    "Saltmarsh Wire",
    OPENING,
    "The harbour closed when the storm came, and the mayor Ann Roe wept there.",
    "A rope of 90 metres tore as the ferry met the storm.",
)
HERALD = article(
    "c",
    "The Herald",
    "The storm sank the ferry Marigold near the harbour and its crew swam home.",
    "Mayor Ann Roe spoke of the ferry at the harbour.",
)


def omissions(comparison: Comparison, seed: int = 0) -> list[ItemDraft]:
    matrix = Matrix(comparison)
    found = [f for f in comparison.findings if f.kind is FindingKind.OMISSION]
    drafts = [d for f in found for d in omission_items(matrix, f, seed) if d is not None]
    assert all(prove(d, comparison) for d in drafts)
    return drafts


def test_an_omission_is_asked_about_in_several_ways() -> None:
    drafts = [d for seed in range(4) for d in omissions(compare([LEDGER, WIRE, HERALD]), seed)]
    assert {d.kind for d in drafts} >= {ItemKind.CHOICE, ItemKind.OPEN}
    assert len({d.kind for d in drafts}) >= 3
    assert all(d.evidence and d.rationale for d in drafts)


def test_the_items_are_proposed_with_the_others() -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    kinds = {f.id: f.kind for f in comparison.findings}
    assert FindingKind.OMISSION in {kinds[d.finding] for d in draft_items(comparison)}


def test_silence_is_no_denial() -> None:
    drafts = [d for d in omissions(compare([LEDGER, WIRE, HERALD])) if d.kind is ItemKind.TF3]
    assert drafts
    assert {d.key for d in drafts} == {"unknown"}
    assert dict(drafts[0].misconceptions)["false"] == "silence-read-as-denial"


def test_the_outlet_that_gives_it_stands_among_the_silent_ones() -> None:
    choices = [
        d
        for d in omissions(compare([LEDGER, WIRE, HERALD]))
        if d.proof.startswith("gives(") and d.kind is ItemKind.CHOICE
    ]
    for draft in choices:
        assert shown(draft)[draft.key] == "The Quay Ledger"


def question(name: str, arguments: tuple[str, ...], answer: tuple[str, ...]) -> bool | str:
    matrix = Matrix(compare([LEDGER, WIRE, HERALD]))
    try:
        return FACT_QUESTIONS[name].holds(matrix, arguments, answer)
    except (Undecided, NotInMatrix) as doubt:
        return type(doubt).__name__


PASSENGERS = ("a", str(LEDGER.text.index(OWN)), "240 passengers")
ROPE = ("a", str(LEDGER.text.index("A rope")), "90 metres")


@pytest.mark.parametrize(
    ("name", "arguments", "answer", "expected"),
    [
        ("gives", PASSENGERS, ("a",), True),
        ("gives", PASSENGERS, ("b",), False),
        ("gives", ROPE, ("b",), True),
        ("leaves-out", ROPE, ("c",), True),
        ("leaves-out", ROPE, ("b",), False),
        ("gives", ("a", PASSENGERS[1], "900 passengers"), ("a",), "NotInMatrix"),
        ("gives", ("a", "7", "240 passengers"), ("a",), "NotInMatrix"),
        ("gives", PASSENGERS, ("z",), "Undecided"),
        ("only-in", ("a",), PASSENGERS[1:], True),
        ("only-in", ("a",), ROPE[1:], False),
        ("going-by", ("b",), ROPE[:2], True),
    ],
)
def test_what_the_questions_hold(
    name: str, arguments: tuple[str, ...], answer: tuple[str, ...], expected: bool | str
) -> None:
    assert question(name, arguments, answer) == expected


def test_an_item_falls_with_its_fact() -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    late = article("c", "The Herald", *(s.of(HERALD.text) for s in HERALD.sentences), OWN)
    told = replace(comparison, readings=(LEDGER, WIRE, late))
    drafts = [d for d in omissions(comparison) if "240 passengers" in d.proof]
    assert drafts
    assert not any(prove(d, told) for d in drafts)


def test_a_bare_figure_is_no_option() -> None:
    aged = article(
        "a", "The Quay Ledger", OPENING, "The cook of the ferry, 47, swam through the storm to the harbour."
    )
    stems = [d.stem for d in omissions(compare([aged, WIRE, HERALD]))]
    assert not any("figure “47”" in stem for stem in stems)


def test_the_same_seed_gives_the_same_items() -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    assert omissions(comparison, 3) == omissions(comparison, 3)


def test_what_others_tell_but_for_a_name_is_not_called_left_out() -> None:
    named = article("a", "The Quay Ledger", OPENING, "The mayor Ann Roe wept at the Penwick harbour wall.")
    drafts = omissions(compare([named, WIRE, HERALD]))
    assert not [d for d in drafts if d.kind in (ItemKind.OPEN, ItemKind.TF3)]
