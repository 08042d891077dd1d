"""What an answer earns under the four policies, beside what Canvas gives (spec/models/quizzes/quiz_regrader/answer_spec.rb)."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.items.types import ItemKind
from quizzes.scoring.points import score
from quizzes.scoring.repairs import Earned, KeyMissing, Policy, Repair, key_of, repaired
from tests.frozen import HURT_A, HURT_B, TOWED_A

P, K = Policy, ItemKind
OLD, NEW, OTHER = "o2", "o1", "o3"


@pytest.mark.parametrize(
    ("policy", "answer", "canvas"),
    [
        (P.ACCEPT_ALSO, OLD, 15),  # previously correct, wrong now: no change
        (P.ACCEPT_ALSO, NEW, 15),  # previously wrong, correct now
        (P.ACCEPT_ALSO, OTHER, 0),  # wrong both times
        (P.ACCEPT_ALSO, None, 0),
        (P.REPLACE, OLD, 0),  # previously correct, wrong now: the points go
        (P.REPLACE, NEW, 15),
        (P.REPLACE, OTHER, 0),
        (P.REPLACE, None, 0),
        (P.FULL_CREDIT, OLD, 15),
        (P.FULL_CREDIT, NEW, 15),
        (P.FULL_CREDIT, OTHER, 15),
        (P.FULL_CREDIT, None, 15),  # everyone: also who left it blank
    ],
)
def test_a_choice_earns_what_canvas_gives(policy: Policy, answer: str | None, canvas: int) -> None:
    own = score(K.CHOICE, OLD, answer, 15)
    key = NEW if policy in (P.ACCEPT_ALSO, P.REPLACE) else None
    assert repaired(K.CHOICE, answer, own, 15, Repair(policy, key)) == Earned(canvas, 15)


def test_several_right_options_earn_their_part_again_as_canvas_does() -> None:
    """Previously partial and partial after: the difference counts."""
    answer, old, new = ["o1", "o2"], ["o1", "o3"], ["o1", "o2", "o3"]
    own = score(K.MULTI, old, answer, 15)
    assert own == 0
    assert repaired(K.MULTI, answer, own, 15, Repair(P.REPLACE, new)) == Earned(10, 15)
    assert repaired(K.MULTI, answer, own, 15, Repair(P.ACCEPT_ALSO, new)) == Earned(10, 15)


def test_accepting_another_answer_keeps_a_part_where_canvas_takes_it() -> None:
    answer = ["o1"]
    own = score(K.MULTI, ["o1", "o3"], answer, 4)
    assert repaired(K.MULTI, answer, own, 4, Repair(P.ACCEPT_ALSO, ["o2"])) == Earned(2, 4)


def test_nobody_loses_by_a_replaced_key_where_that_is_asked_for() -> None:
    kept = Repair(P.REPLACE, NEW, keeps_better=True)
    assert [repaired(K.CHOICE, a, score(K.CHOICE, OLD, a, 2), 2, kept).points for a in (OLD, NEW, OTHER)] == [
        2,
        2,
        0,
    ]


@pytest.mark.parametrize("own", [None, 0.0, 3.0])
def test_an_item_left_out_is_worth_nothing_also_while_it_waits(own: float | None) -> None:
    assert repaired(K.OPEN, "Because.", own, 4, Repair(P.LEFT_OUT)) == Earned(0, 0)
    assert repaired(K.OPEN, "Because.", own, 4, Repair(P.FULL_CREDIT)) == Earned(4, 4)


ANSWERS: list[tuple[ItemKind, Any, Any]] = [
    (K.CHOICE, "o1", "o2"),
    (K.TF3, False, "unknown"),
    (K.NUMBER, "20 to 25", {"low": 12, "high": 12, "unit": "people", "tolerance": 0}),
    (K.MULTI, ["o1", "o3"], ["o2"]),
    (K.MATCH, {"l1": "r2", "l2": "r1"}, [["l1", "r1"], ["l2", "r2"]]),
    (K.ORDER, ["o3", "o1", "o2"], ["o1", "o2", "o3"]),
    (K.EVIDENCE, [HURT_A, TOWED_A, HURT_B], [[HURT_A], [HURT_B]]),
    (K.CLAIM_EVIDENCE, {"choice": "o2", "evidence": [HURT_B]}, {"choice": "o1", "groups": [[HURT_A]]}),
]


@pytest.mark.parametrize(("kind", "answer", "own"), ANSWERS, ids=[str(a[0]) for a in ANSWERS])
def test_the_answer_that_makes_the_key_earns_every_point(kind: ItemKind, answer: Any, own: Any) -> None:
    assert score(kind, key_of(kind, answer, own), answer, 3) == 3


def test_of_the_sentences_ticked_one_of_each_article_is_enough() -> None:
    key = key_of(K.EVIDENCE, [HURT_A, TOWED_A, HURT_B], [[HURT_A]])
    assert key == [[HURT_A, TOWED_A], [HURT_B]]
    assert score(K.EVIDENCE, key, [TOWED_A, HURT_B], 2) == 2


@pytest.mark.parametrize(
    ("kind", "answer", "told"),
    [
        (K.CHOICE, None, "Give the answer"),
        (K.NUMBER, "many", "Type a figure"),
        (K.MATCH, {"l1": "r2", "l2": None}, "a partner for each"),
        (K.ORDER, ["o1", None, "o2"], "its own place"),
        (K.ORDER, ["o1", "o2"], "its own place"),
        (K.CLAIM_EVIDENCE, {"choice": None, "evidence": [HURT_A]}, "the right option"),
        (K.CLAIM_EVIDENCE, {"choice": "o1", "evidence": []}, "Tick the sentences"),
    ],
)
def test_half_a_key_is_refused(kind: ItemKind, answer: Any, told: str) -> None:
    own = {K.MATCH: [["l1", "r1"], ["l2", "r2"]], K.ORDER: ["o1", "o2", "o3"]}.get(kind, {})
    with pytest.raises(KeyMissing, match=told):
        key_of(kind, answer, own)
