from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.lost_attributions import DATELINE, lost_attribution_items
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison, FindingKind
from tests.items.readings import article, shown

BARE = "The old ferry sank off the northern harbour wall with forty crates of lemons on its deck."
FULL = f"{BARE[:-1]}, port officials said."
LEDGER = article("a", "The Quay Ledger", "Rain fell all night.", FULL)
WIRE = article("b", "Saltmarsh Wire", BARE, "Fog came up.")
HERALD = article("c", "The Herald", "A boat full of fruit went down in the bay.", "Nobody was hurt.")
POST = article("d", "Evening Post", "Lemons float in the bay this morning.", "Children catch them with nets.")


def items(comparison: Comparison) -> list[ItemDraft]:
    matrix = Matrix(comparison)
    (finding,) = [f for f in comparison.findings if f.kind is FindingKind.LOST_ATTRIBUTION]
    drafts = [d for d in lost_attribution_items(matrix, finding, 0) if d is not None]
    assert all(prove(d, comparison) for d in drafts)
    return drafts


def test_which_outlet_drops_the_source_which_sentence_keeps_it_and_what_is_lost() -> None:
    drafts = {d.kind: d for d in items(compare([LEDGER, WIRE, HERALD, POST]))}
    assert set(drafts) == {ItemKind.CHOICE, ItemKind.EVIDENCE, ItemKind.OPEN}
    choice = drafts[ItemKind.CHOICE]
    assert shown(choice)[choice.key] == "Saltmarsh Wire"
    assert "attribution-overlooked" in {o.misconception for o in choice.options}
    (group,) = drafts[ItemKind.EVIDENCE].key
    assert [LEDGER.text[s["start"] : s["end"]] for s in group] == [FULL]
    assert "port officials said" in drafts[ItemKind.OPEN].key["model"]


def test_two_articles_leave_no_choice_of_outlets() -> None:
    assert {d.kind for d in items(compare([LEDGER, WIRE]))} == {ItemKind.EVIDENCE, ItemKind.OPEN}


def test_an_item_falls_when_the_source_comes_back() -> None:
    comparison = compare([LEDGER, WIRE, HERALD, POST])
    named = article("b", "Saltmarsh Wire", f"{BARE[:-1]}, the coast guard said.", "Fog came up.")
    told = replace(comparison, readings=(LEDGER, named, HERALD, POST))
    drafts = [d for d in items(comparison) if d.kind is not ItemKind.OPEN]
    assert drafts
    assert not any(prove(d, told) for d in drafts)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("EASTPORT — Port officials say", "Port officials say"),
        ("EASTPORT (HP) - Port officials say", "Port officials say"),
        ("Port officials say", "Port officials say"),
        ("UN officials say", "UN officials say"),
    ],
)
def test_the_town_of_a_dateline_is_no_source(words: str, rest: str) -> None:
    assert DATELINE.sub("", words) == rest
