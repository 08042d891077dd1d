from __future__ import annotations

from typing import Any

import pytest

from quizzes.items.types import ItemKind, Option, Pairing
from quizzes.scoring.responses import MAX_NUMBER, MAX_TEXT, ResponseMalformed, blank, check_response

OPTIONS = (Option("o1", "one"), Option("o2", "two"), Option("o3", "three"))
COLUMNS = Pairing((Option("l1", "A"), Option("l2", "B")), (Option("r1", "x"), Option("r2", "y")))
PICK = {"article": "fair", "start": 0, "end": 9}

GIVEN = [
    (ItemKind.CHOICE, OPTIONS, "o2"),
    (ItemKind.TF3, (), False),
    (ItemKind.TF3, (), "unknown"),
    (ItemKind.NUMBER, (), "2,500"),
    (ItemKind.MULTI, OPTIONS, ["o3", "o1"]),
    (ItemKind.MATCH, COLUMNS, {"l1": "r2", "l2": None}),
    (ItemKind.ORDER, OPTIONS, ["o3", "o1", "o2"]),
    (ItemKind.EVIDENCE, (), [PICK]),
    (ItemKind.CLAIM_EVIDENCE, OPTIONS, {"choice": "o1", "evidence": [PICK]}),
    (ItemKind.CLAIM_EVIDENCE, OPTIONS, {"evidence": [PICK]}),
    (ItemKind.OPEN, (), "Because only one names its source."),
]
BLANK = [
    (ItemKind.CHOICE, OPTIONS, ""),
    (ItemKind.TF3, (), ""),
    (ItemKind.NUMBER, (), "  "),
    (ItemKind.MULTI, OPTIONS, []),
    (ItemKind.MATCH, COLUMNS, {}),
    (ItemKind.MATCH, COLUMNS, {"l1": None, "l2": ""}),
    (ItemKind.ORDER, OPTIONS, []),
    (ItemKind.EVIDENCE, (), []),
    (ItemKind.CLAIM_EVIDENCE, OPTIONS, {}),
    (ItemKind.CLAIM_EVIDENCE, OPTIONS, {"choice": None, "evidence": []}),
    (ItemKind.OPEN, (), " \n"),
]


@pytest.mark.parametrize(("kind", "options", "response"), GIVEN)
def test_what_a_page_sends_passes_and_is_an_answer(kind: ItemKind, options: Any, response: Any) -> None:
    check_response(kind, options, response)
    assert not blank(kind, response)


@pytest.mark.parametrize(("kind", "options", "response"), BLANK)
def test_an_empty_answer_passes_and_is_blank(kind: ItemKind, options: Any, response: Any) -> None:
    check_response(kind, options, response)
    assert blank(kind, response)


@pytest.mark.parametrize("kind", ItemKind)
def test_no_answer_is_blank(kind: ItemKind) -> None:
    check_response(kind, OPTIONS, None)
    assert blank(kind, None)


@pytest.mark.parametrize(
    ("kind", "options", "response"),
    [
        (ItemKind.CHOICE, OPTIONS, "o9"),
        (ItemKind.CHOICE, OPTIONS, ["o1"]),
        (ItemKind.CHOICE, COLUMNS, "l1"),
        (ItemKind.TF3, (), 1.5),
        (ItemKind.TF3, (), "maybe"),
        (ItemKind.NUMBER, (), 2500),
        (ItemKind.NUMBER, (), "9" * (MAX_NUMBER + 1)),
        (ItemKind.MULTI, OPTIONS, "o1"),
        (ItemKind.MULTI, OPTIONS, ["o1", "o1"]),
        (ItemKind.MULTI, OPTIONS, [{"id": "o1"}]),
        (ItemKind.ORDER, OPTIONS, ["o1", "o9"]),
        (ItemKind.MATCH, COLUMNS, ["r1"]),
        (ItemKind.MATCH, COLUMNS, {"r1": "l1"}),
        (ItemKind.MATCH, COLUMNS, {"l1": ["r1"]}),
        (ItemKind.MATCH, OPTIONS, {"o1": "o2"}),
        (ItemKind.EVIDENCE, (), PICK),
        (ItemKind.EVIDENCE, (), [{"article": "fair", "start": 0}]),
        (ItemKind.EVIDENCE, (), [PICK | {"start": True}]),
        (ItemKind.EVIDENCE, (), [PICK | {"start": 9}]),
        (ItemKind.EVIDENCE, (), [PICK | {"article": 3}]),
        (ItemKind.CLAIM_EVIDENCE, OPTIONS, "o1"),
        (ItemKind.CLAIM_EVIDENCE, OPTIONS, {"choice": "o9"}),
        (ItemKind.CLAIM_EVIDENCE, OPTIONS, {"choice": "o1", "points": 4}),
        (ItemKind.OPEN, (), {"text": "x"}),
        (ItemKind.OPEN, (), "x" * (MAX_TEXT + 1)),
    ],
)
def test_what_no_page_sends_is_refused(kind: ItemKind, options: Any, response: Any) -> None:
    with pytest.raises(ResponseMalformed):
        check_response(kind, options, response)


def test_a_picked_span_must_be_a_sentence_where_the_sentences_are_known() -> None:
    check_response(ItemKind.EVIDENCE, (), [PICK], sentences={"fair": {(0, 9)}})
    with pytest.raises(ResponseMalformed, match="no sentence"):
        check_response(ItemKind.EVIDENCE, (), [PICK], sentences={"fair": {(0, 8)}})


def test_options_may_be_json() -> None:
    check_response(ItemKind.CHOICE, [{"id": "o1"}], "o1")
    check_response(ItemKind.MATCH, {"left": [{"id": "l1"}], "right": [{"id": "r1"}]}, {"l1": "r1"})
