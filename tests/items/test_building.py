"""Items of every kind that a family can put together: each is proved, and nothing is offered that is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call, Term
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind, Skill
from quizzes.nlp.types import Comparison, Evidence, FindingKind
from tests.items.stories import Telling, compared, phrases

SHARED = "The striking deckhands blocked the long pier from early on Monday until nine in the evening."
LEDGER = Telling("a1", "The Quay Ledger", (SHARED, "Nobody was hurt."), "2031-05-06")
WIRE = Telling("a2", "Saltmarsh Wire", (SHARED, "Police stood by."), "2031-05-05")
HERALD = Telling("a3", "The Herald", ("An angry mob stood on the pier.", "The talks go on."), "2031-05-08")
ASTRAY = "words-of-another-outlet"


@pytest.fixture
def comparison() -> Comparison:
    found = phrases(FindingKind.LABEL_CHOICE, (LEDGER, "striking deckhands"), (HERALD, "angry mob"))
    return compared(LEDGER, WIRE, HERALD, findings=(found,))


@pytest.fixture
def ask(comparison: Comparison) -> Ask:
    matrix = Matrix(comparison)
    evidence = (Evidence("a1", 0, len(SHARED), SHARED),)
    return Ask(matrix, comparison.findings[0], 1, Skill.WORDING, "Which is it?", "It says so.", evidence, 0.4)


def texts(draft: ItemDraft) -> dict[str, str]:
    assert isinstance(draft.options, tuple)
    return {o.id: o.text for o in draft.options}


def multi(ask: Ask, *keys: str, wrong: tuple[str, ...] = ("a3",)) -> ItemDraft | None:
    call = Call("uses", ("striking deckhands",))
    return building.multi(ask, call, [(k,) for k in keys], [((w,), ASTRAY) for w in wrong])


def test_a_multi_item_has_every_right_option_and_a_wrong_one(ask: Ask, comparison: Comparison) -> None:
    draft = multi(ask, "a1", "a2")
    assert draft is not None
    assert draft.kind is ItemKind.MULTI
    assert {texts(draft)[o] for o in draft.key} == {"The Quay Ledger", "Saltmarsh Wire"}
    assert prove(draft, comparison)


@pytest.mark.parametrize("change", [["o1"], ["o1", "o2", "o3"], []])
def test_a_multi_item_with_another_key_is_refuted(
    ask: Ask, comparison: Comparison, change: list[str]
) -> None:
    draft = multi(ask, "a1", "a2")
    assert draft is not None
    assert not prove(replace(draft, key=change), comparison)


@pytest.mark.parametrize(("keys", "wrong"), [(("a1",), ("a3",)), (("a1", "a2"), ()), (("a1", "a3"), ("a2",))])
def test_one_right_option_or_no_wrong_one_makes_no_multi_item(
    ask: Ask, keys: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    assert multi(ask, *keys, wrong=wrong) is None


def test_an_evidence_item_takes_every_proving_sentence(ask: Ask, comparison: Comparison) -> None:
    draft = building.evidence(ask, Call("shares-text"), ("a1", "a2"))
    assert draft is not None
    size = len(SHARED)
    assert draft.key == [
        [{"article": "a1", "start": 0, "end": size}],
        [{"article": "a2", "start": 0, "end": size}],
    ]
    assert prove(draft, comparison)
    assert not prove(replace(draft, key=draft.key[:1]), comparison)


def test_what_no_sentence_proves_makes_no_evidence_item(ask: Ask) -> None:
    assert building.evidence(ask, Call("shares-text"), ("a1", "a3")) is None
    assert building.evidence(ask, Call("uses", ("angry mob",)), ("a3",)) is None


@pytest.mark.parametrize(("article", "verdict"), [("a3", True), ("a1", False)])
def test_a_statement_is_borne_out_or_refuted(
    ask: Ask, comparison: Comparison, article: str, verdict: bool
) -> None:
    wrong = (("true", ASTRAY), ("false", ASTRAY), ("unknown", ASTRAY))
    draft = building.tf3(ask, Call("uses", ("angry mob",)), (article,), misconceptions=wrong)
    assert draft is not None
    assert draft.key is verdict
    assert {w for w, _ in draft.misconceptions} == {"true", "false", "unknown"} - {str(verdict).lower()}
    assert prove(draft, comparison)
    assert not prove(replace(draft, key=not verdict), comparison)
    assert not prove(replace(draft, key="unknown"), comparison)


def test_a_statement_that_is_neither_sure_nor_surely_untold_is_not_asked(ask: Ask) -> None:
    assert building.tf3(ask, Call("uses", ("striking deckhand",)), ("a1",)) is None


def test_options_are_put_in_order_and_never_offered_in_it(ask: Ask, comparison: Comparison) -> None:
    terms: list[Term] = [("a2",), ("a1",), ("a3",)]
    for seed in range(6):
        draft = building.order(replace(ask, seed=seed), Call("earlier"), terms)
        assert draft is not None
        assert [texts(draft)[o] for o in draft.key] == ["Saltmarsh Wire", "The Quay Ledger", "The Herald"]
        assert list(texts(draft)) != draft.key
        assert prove(draft, comparison)
        assert not prove(replace(draft, key=draft.key[::-1]), comparison)


@pytest.mark.parametrize(
    "terms", [[("a1",), ("a2",), ("a3",)], [("a2",), ("a1",)], [("a2",), ("a1",), ("a9",)]]
)
def test_a_wrong_or_short_order_is_not_asked(ask: Ask, terms: list[Any]) -> None:
    assert building.order(ask, Call("earlier"), terms) is None


def test_what_was_published_on_one_day_has_no_order(ask: Ask) -> None:
    same = replace(WIRE, published="2031-05-06", claims=[])
    found = phrases(FindingKind.LABEL_CHOICE, (LEDGER, "striking deckhands"), (HERALD, "angry mob"))
    matrix = Matrix(compared(LEDGER, same, HERALD, findings=(found,)))
    assert building.order(replace(ask, matrix=matrix), Call("earlier"), [("a2",), ("a1",), ("a3",)]) is None
