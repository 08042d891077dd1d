from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind, Option
from quizzes.nlp.types import Bound, Comparison, Evidence
from tests.items.stories import OWNER, ferry, with_claim


def only(comparison: Comparison, kind: ItemKind, start: str, seed: int = 0) -> ItemDraft:
    return next(d for d in draft_items(comparison, seed=seed) if d.kind is kind and d.proof.startswith(start))


@pytest.fixture
def highest() -> ItemDraft:
    return only(ferry(), ItemKind.CLAIM_EVIDENCE, "reporter-and-source(max(killed[occ-fire]))")


def test_every_draft_is_proved_again() -> None:
    comparison = ferry()
    drafts = draft_items(comparison)
    assert drafts
    assert all(prove(d, comparison) for d in drafts)


@pytest.mark.parametrize(
    ("claim", "changes"),
    [
        ("claim-a3-1", {"low": 30.0, "high": 30.0}),
        ("claim-a1-2", {"low": 5.0, "bound": Bound.EXACT, "high": 5.0}),
        ("claim-a1-2", {"source": OWNER}),
        ("claim-a1-2", {"occurrence": "occ-storm"}),
        ("claim-a1-1", {"source": OWNER}),
        ("claim-a2-1", {"bound": Bound.MORE_THAN}),
    ],
)
def test_changing_a_claim_breaks_the_proof(highest: ItemDraft, claim: str, changes: dict[str, Any]) -> None:
    assert prove(highest, ferry())
    assert not prove(highest, with_claim(ferry(), claim, **changes))


def test_a_claim_that_is_gone_breaks_the_proof(highest: ItemDraft) -> None:
    comparison = ferry()
    rest = tuple(c for c in comparison.claims if c.id != "claim-a1-2")
    assert not prove(highest, replace(comparison, claims=rest))


def test_an_article_set_aside_breaks_the_proof(highest: ItemDraft) -> None:
    assert not prove(highest, replace(ferry(), set_aside=("a1",)))


def test_a_changed_text_breaks_the_evidence(highest: ItemDraft) -> None:
    comparison = ferry()
    changed = tuple(replace(r, text=r.text.replace("22", "23")) for r in comparison.readings)
    assert not prove(highest, replace(comparison, readings=changed))


def test_another_key_is_not_proved(highest: ItemDraft) -> None:
    assert isinstance(highest.options, tuple)
    wrong = next(o.id for o in highest.options if o.id != highest.key["choice"])
    assert not prove(replace(highest, key=highest.key | {"choice": wrong}), ferry())


def test_another_sentence_is_not_proved(highest: ItemDraft) -> None:
    groups = [[{"article": "a1", "start": 0, "end": 48}], *highest.key["groups"][1:]]
    assert not prove(replace(highest, key=highest.key | {"groups": groups}), ferry())


def test_a_second_right_option_is_not_proved(highest: ItemDraft) -> None:
    assert isinstance(highest.options, tuple)
    proof = highest.proof.replace("claim-a3-1", "claim-a1-2").replace("(a3,", "(a1,")
    assert not prove(replace(highest, proof=proof), ferry())


def test_an_option_that_the_proof_does_not_know_is_not_proved(highest: ItemDraft) -> None:
    assert isinstance(highest.options, tuple)
    options = (*highest.options, Option("o9", "The Evening Post: the mayor", "outlet-swapped"))
    assert not prove(replace(highest, options=options), ferry())


def test_a_teacher_may_reword_an_item_without_breaking_its_proof(highest: ItemDraft) -> None:
    assert isinstance(highest.options, tuple)
    reworded = tuple(replace(o, text=f"{o.text} (so it says)") for o in highest.options)
    assert prove(replace(highest, stem="Who counts most?", options=reworded), ferry())


@pytest.mark.parametrize(
    "proof",
    ["", "nonsense", "unheard-of(max(killed[occ-fire])); o1 = a1", "reporter(killed[occ-fire]); o1 = a1"],
)
def test_what_is_no_proof_proves_nothing(highest: ItemDraft, proof: str) -> None:
    assert not prove(replace(highest, proof=proof), ferry())


def test_no_item_is_proved_without_evidence(highest: ItemDraft) -> None:
    assert not prove(replace(highest, evidence=()), ferry())
    assert not prove(replace(highest, evidence=(Evidence("a1", 0, 0, ""),)), ferry())


def test_a_number_is_proved_by_the_matrix() -> None:
    number = only(ferry(), ItemKind.NUMBER, "highest(max-figure(killed[occ-fire]))", seed=1)
    assert prove(number, ferry())
    assert not prove(replace(number, key=number.key | {"low": 17, "high": 17}), ferry())
    assert not prove(replace(number, misconceptions=(("22", "first-figure-found"),)), ferry())


def test_an_open_item_rests_on_what_its_claims_say() -> None:
    weighed = only(ferry(), ItemKind.OPEN, "from()")
    assert prove(weighed, ferry())
    assert not prove(weighed, with_claim(ferry(), "claim-a1-2", source=OWNER))
    assert not prove(replace(weighed, key=weighed.key | {"levels": ["one"]}), ferry())


@pytest.mark.parametrize("kind", [ItemKind.MULTI, ItemKind.ORDER, ItemKind.EVIDENCE, ItemKind.TF3])
def test_kinds_that_nothing_drafts_yet_are_not_proved(highest: ItemDraft, kind: ItemKind) -> None:
    assert not prove(replace(highest, kind=kind), ferry())
