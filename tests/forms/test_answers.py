"""What a page without JavaScript sends becomes the same answer as what its script sends."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from quizzes.forms.answers import answer_from, sentence
from quizzes.models import FrozenItem
from quizzes.scoring.responses import ResponseMalformed

MATCH = {"left": [{"id": "l1", "text": "A"}, {"id": "l2", "text": "B"}], "right": [{"id": "r1", "text": "1"}]}
HURT = {"article": "A", "start": 19, "end": 66}


@pytest.mark.parametrize(
    ("kind", "sent", "answer"),
    [
        ("choice", "choice=o2", "o2"),
        ("choice", "", None),
        ("number", "text=2%2C500", "2,500"),
        ("number", "text=+", None),
        ("open", "text=one%0D%0Atwo", "one\ntwo"),
        ("match", "match-l1=r1&match-l2=", {"l1": "r1", "l2": None}),
        ("match", "match-l1=&match-l2=", None),
        ("claim_evidence", "choice=o1&evidence=A:19:66", {"choice": "o1", "evidence": [HURT]}),
        ("claim_evidence", "evidence=A:19:66&evidence=A:19:66", {"choice": None, "evidence": [HURT]}),
        (
            "claim_evidence",
            "choice=o1&evidence=A:19:66&remove=A:19:66",
            {"choice": "o1", "evidence": []},
        ),
        ("claim_evidence", "evidence=A:19:66&remove=A:19:66", None),
    ],
)
def test_the_fields_of_each_kind_become_its_answer(kind: str, sent: str, answer: Any) -> None:
    item = FrozenItem(kind=kind, options=MATCH if kind == "match" else [])
    assert answer_from(item, QueryDict(sent)) == answer


@pytest.mark.parametrize("kind", ["multi", "order", "evidence", "tf3"])
def test_a_kind_that_is_not_asked_yet_is_refused(kind: str) -> None:
    with pytest.raises(ResponseMalformed):
        answer_from(FrozenItem(kind=kind), QueryDict("choice=o1"))


@pytest.mark.parametrize("value", ["", "A", "A:1", "A:x:2", ":1:2", "A:-1:2", "A:1:2:3", "A:²:3"])
def test_what_names_no_sentence_is_refused(value: str) -> None:
    with pytest.raises(ResponseMalformed):
        sentence(value)
