from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.telling.happening_labels import label_of
from quizzes.nlp.types import Happening


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (
            {"act": "strike", "agents": ("us",), "means": ("air",), "places": ("syria",)},
            "US air strike in Syria",
        ),
        ({"act": "shooting", "means": ("gun",), "places": ("elm school",)}, "shooting at Elm School"),
        ({"act": "fire", "noun": "blaze", "dates": ("2020-03-02",)}, "blaze, 2 March 2020"),
        ({"act": "resignation", "names": ("Lee", "Ann Lee")}, "resignation of Ann Lee"),
        ({"act": "vote", "names": ("senate",), "agents": ("us",)}, "Senate vote"),
        ({"act": "storm", "noun": "hurricane", "names": ("Ode",)}, "Hurricane Ode"),
        ({"act": "lawsuit", "places": ("acme",)}, "lawsuit"),
        ({"act": "matchs", "noun": "match"}, "matches"),
        (
            {"act": "election", "dates": ("2016",), "places": ("house of cards",)},
            "election in House of Cards, 2016",
        ),
        ({"act": "news conference", "noun": "conference"}, "news conference"),
    ],
)
def test_a_label_says_what_where_and_when(facts: dict[str, Any], label: str) -> None:
    assert label_of(Happening(id="h", article="a", label="", **facts)) == label
