"""What a page without JavaScript sends becomes the same answer as what its script sends."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from quizzes.forms.answers import answer_from, sentence
from quizzes.models import FrozenItem
from quizzes.scoring.responses import ResponseMalformed

MATCH = {"left": [{"id": "l1", "text": "A"}, {"id": "l2", "text": "B"}], "right": [{"id": "r1", "text": "1"}]}
ORDER = [{"id": f"o{n}", "text": str(n)} for n in (1, 2, 3)]
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
        ("multi", "choice=o3&choice=o1&choice=o3", ["o3", "o1"]),
        ("multi", "", None),
        ("tf3", "choice=true", True),
        ("tf3", "choice=false", False),
        ("tf3", "choice=unknown", "unknown"),
        ("tf3", "", None),
        ("order", "place-o1=3&place-o2=1&place-o3=2", ["o2", "o3", "o1"]),
        ("order", "place-o1=3&place-o2=&place-o3=1", ["o3", None, "o1"]),
        ("order", "place-o1=1&place-o2=1", ["o1"]),
        ("order", "place-o1=0&place-o2=9&place-o3=x", None),
        ("evidence", "evidence=A:19:66&evidence=A:19:66", [HURT]),
        ("evidence", "evidence=A:19:66&remove=A:19:66", None),
    ],
)
def test_the_fields_of_each_kind_become_its_answer(kind: str, sent: str, answer: Any) -> None:
    item = FrozenItem(kind=kind, options={"match": MATCH, "order": ORDER}.get(kind, []))
    found = answer_from(item, QueryDict(sent))
    assert (found, type(found)) == (answer, type(answer))


@pytest.mark.parametrize("value", ["", "A", "A:1", "A:x:2", ":1:2", "A:-1:2", "A:1:2:3", "A:²:3"])
def test_what_names_no_sentence_is_refused(value: str) -> None:
    with pytest.raises(ResponseMalformed):
        sentence(value)
