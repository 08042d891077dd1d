"""Items that hold one article's sentence against the others, whatever is measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.topics import thing
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import (
    Bound,
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Position,
    Relation,
)
from tests.items.readings import article, of_kind, position, story
from tests.items.stories import FIRE, Telling, compared, finding, source

MAYOR = source("Lena Voss")


def telling(letter: str, outlet: str, *sentences: str, published: str | None = None) -> Telling:
    return Telling(letter, outlet, sentences, published)


def drafts(comparison: Comparison) -> dict[ItemKind, ItemDraft]:
    found = draft_items(comparison)
    assert all(prove(d, comparison) for d in found)
    return {d.kind: d for d in found}


def bridge(*, agree: bool, occurrence: str | None = None, cue: str = "said") -> Comparison:
    """Two articles on what a bridge costs, in sentences that differ, and one that says nothing of it."""
    ledger = telling(
        "a1", "The Quay Ledger", "The new bridge will cost 40 million euros.", "It opens in spring."
    )
    wire = telling(
        "a2",
        "Saltmarsh Wire",
        f"Taxpayers will pay {'40' if agree else '55'} million euros for the bridge, the mayor {cue}.",
        "The old one had cost 12 million euros.",
    )
    herald = telling("a3", "The Herald", "Swans have come back to the harbour.")
    money = {"measure": "cost", "counted": (), "unit": "euros", "occurrence": occurrence}
    ledger.says("40 million", 4e7, 4e7, **money)
    amount = 4e7 if agree else 5.5e7
    wire.says(f"{'40' if agree else '55'} million", amount, amount, MAYOR, **money)
    wire.says("12 million", 1.2e7, 1.2e7, **{**money, "measure": "price of the old one"})
    kind = FindingKind.AGREEMENT if agree else FindingKind.DISCREPANCY
    relation = None if agree else Relation.CONFLICT
    return compared(
        ledger,
        wire,
        herald,
        findings=(finding(kind, ledger.claims[0], wire.claims[0], relation=relation),),
    )


def test_a_sum_without_an_occurrence_is_asked_about_in_several_ways() -> None:
    found = drafts(bridge(agree=False))
    assert len(found) >= 2
    assert {ItemKind.CLAIM_EVIDENCE, ItemKind.OPEN} <= found.keys()
    stem = found[ItemKind.CLAIM_EVIDENCE].stem
    assert "One of the articles writes: “The new bridge will cost 40 million euros.”" in stem
    assert "Which outlet gives another figure for this?" in stem


@pytest.mark.parametrize(("cue", "is_source"), [("said", True), ("wrote", True), ("demanded", False)])
def test_who_asks_for_a_sum_is_not_called_its_source(cue: str, is_source: bool) -> None:
    item = drafts(bridge(agree=False, cue=cue))[ItemKind.CLAIM_EVIDENCE]
    assert ("(source: Lena Voss)" in item.rationale) is is_source


def test_the_proof_of_another_figure_is_the_sentence_that_gives_it() -> None:
    comparison = bridge(agree=False)
    [item] = [d for d in draft_items(comparison) if d.kind is ItemKind.CLAIM_EVIDENCE]
    [group] = item.key["groups"]
    text = next(r.text for r in comparison.readings if r.article == "a2")
    assert [text[s["start"] : s["end"]][:29] for s in group] == ["Taxpayers will pay 55 million"]


def test_a_figure_on_which_articles_agree_is_not_printed_and_looked_for() -> None:
    assert drafts(bridge(agree=True)) == {}


def test_an_article_that_may_give_the_figure_elsewhere_is_no_distractor() -> None:
    comparison = bridge(agree=False)
    third = telling("a3", "The Herald", "The bridge will cost taxpayers some 55 million euros, people say.")
    readings = (*comparison.readings[:2], third.reading())
    kinds = drafts(replace(comparison, readings=readings))
    assert ItemKind.CLAIM_EVIDENCE not in kinds


def test_silence_is_no_answer() -> None:
    comparison = bridge(agree=False)
    verdicts = {
        d.key for seed in range(4) for d in draft_items(comparison, seed=seed) if d.kind is ItemKind.TF3
    }
    assert verdicts <= {False, "unknown"}


def positions(aspect: str, *told: tuple[str, str, str, str], measure: str | None = None) -> Comparison:
    readings = [article(letter, outlet, sentence) for letter, outlet, sentence, _ in told]
    found = of_kind(
        FindingKind.DISCREPANCY,
        *(position(r, value, sentence) for r, (_, _, sentence, value) in zip(readings, told, strict=True)),
        relation=Relation.CONFLICT,
        aspect=aspect,
        measure=measure,
    )
    return story(*readings, findings=(found,))


@pytest.mark.parametrize(
    ("aspect", "one", "other"),
    [
        ("date", ("The vote takes place on 3 May 2031.", "3 May 2031"), ("Members vote on 9 May 2031.", "9 May 2031")),
        ("place", ("The talks were held in Norrport.", "Norrport"), ("They met in Karfan for talks.", "Karfan")),
        ("name", ("The captain is Ann Roe.", "Ann Roe"), ("Captain Mary Lund steered the boat.", "Mary Lund")),
        ("status", ("The captain is in custody.", "in custody"), ("The captain was released at noon.", "released")),
        ("attribute", ("The boat was built of wood.", "of wood"), ("A steel boat lay at the pier.", "steel")),
    ],
)  # fmt: skip
def test_every_aspect_has_items_of_two_kinds(
    aspect: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    comparison = positions(
        aspect,
        ("a1", "The Quay Ledger", *one),
        ("a2", "Saltmarsh Wire", *other),
        ("a3", "The Herald", *other),
    )
    assert len(drafts(comparison)) >= 2


def test_what_may_be_one_day_in_two_forms_is_not_called_another() -> None:
    told = (
        ("a1", "The Quay Ledger", "The vote takes place on Monday.", "Monday"),
        ("a2", "Saltmarsh Wire", "Members vote on 5 May 2031.", "5 May 2031"),
        ("a3", "The Herald", "The vote is due on Friday.", "Friday"),
    )
    found = drafts(positions("date", *told))
    assert not {ItemKind.CLAIM_EVIDENCE, ItemKind.EVIDENCE, ItemKind.TF3} & found.keys()


def runners(*numbers: int) -> Comparison:
    """Outlets that count the runners of a race, each its own number."""
    tellings = []
    for n, number in enumerate(numbers):
        one = telling(f"a{n}", f"Outlet {n}", f"Race {n}: the harbour run drew {number} runners to the quay.")
        unit = {"measure": "runners", "counted": ("runner",), "unit": "runners", "occurrence": None}
        tellings.append(one.says(str(number), number, number, **unit))
    claims = [t.claims[0] for t in tellings]
    found = finding(FindingKind.DISCREPANCY, *claims, relation=Relation.CONFLICT)
    return compared(*tellings, findings=(found,))


def of_all_forms(comparison: Comparison) -> dict[ItemKind, ItemDraft]:
    return {d.kind: d for seed in range(8) for d in draft_items(comparison, seed=seed)}


def test_outlets_are_put_in_the_order_of_their_figures() -> None:
    item = of_all_forms(runners(310, 250, 400))[ItemKind.ORDER]
    texts = {o.id: o.text for o in item.options}
    assert [texts[o] for o in item.key] == ["Outlet 1", "Outlet 0", "Outlet 2"]


def test_outlets_with_more_than_the_lowest_figure_are_asked_for() -> None:
    item = of_all_forms(runners(310, 250, 400))[ItemKind.MULTI]
    texts = {o.id: o.text for o in item.options}
    assert {texts[o] for o in item.key} == {"Outlet 0", "Outlet 2"}
    assert "higher than 250" in item.stem


def test_a_figure_that_leaves_room_has_no_place_in_the_order() -> None:
    comparison = runners(310, 250, 400)
    open_ended = replace(
        comparison.claims[1], value=replace(comparison.claims[1].value, high=None, bound=Bound.AT_LEAST)
    )
    claims = (comparison.claims[0], open_ended, comparison.claims[2])
    assert ItemKind.ORDER not in of_all_forms(replace(comparison, claims=claims))


def test_two_figures_of_one_article_are_weighed() -> None:
    ledger = telling(
        "a1",
        "The Quay Ledger",
        "The coast guard counted 17 dead in the fire.",
        "Late at night the coast guard spoke of 22 dead.",
    )
    guard = source("the coast guard")
    ledger.says("17", 17, 17, guard).says("22", 22, 22, guard)
    other = telling("a2", "Saltmarsh Wire", "Smoke rose over the strait.")
    found = finding(FindingKind.DISCREPANCY, *ledger.claims, relation=Relation.UPDATE)
    items = draft_items(compared(ledger, other, findings=(found,)))
    assert [d.kind for d in items] == [ItemKind.OPEN]
    assert "The same article also has:" in items[0].stem


def test_the_thing_differed_on_is_named() -> None:
    evidence = (Evidence("a1", 0, 1, "x"),)
    told = (Position("a1", (), "noon", None, evidence),)
    assert (
        thing(Finding("f", FindingKind.DISCREPANCY, "", 0.8, told, aspect="date", measure="time")) == "time"
    )
    assert (
        thing(Finding("f", FindingKind.DISCREPANCY, "", 0.8, told, aspect="place", occurrence=FIRE))
        == "place"
    )
