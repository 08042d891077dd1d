from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.findings.zero_arrests import find_zero_arrests
from quizzes.nlp.types import Claim, Relation
from tests.nlp.hand_made import claim, figure, reading, side


def nobody(article: str, text: str = "Nobody was arrested at the fair.", **facts: Any) -> Claim:
    return claim(article, figure("Nobody", 0), text=text, measure="arrested", occurrence=None, **facts)


def two(article: str, **facts: Any) -> Claim:
    text = facts.pop("text", "Police arrested two men at the fair.")
    return claim(article, figure("two", 2), text=text, **({"measure": "arrested"} | facts))


def relations(*claims: Claim, **published: str) -> list[Relation | None]:
    readings = [reading(a, published=published.get(a)) for a in sorted({c.article for c in claims})]
    return [f.relation for f in find_zero_arrests(side(*readings, claims=claims))]


@pytest.mark.parametrize(
    ("text", "published", "relation"),
    [
        ("Nobody was arrested at the fair.", {}, Relation.CONFLICT),
        ("Nobody was arrested at the fair.", {"a": "2031-05-02", "b": "2031-05-03"}, Relation.UPDATE),
        ("Nobody was arrested at the fair.", {"a": "2031-05-03", "b": "2031-05-02"}, Relation.CONFLICT),
        ("Nobody had been arrested as of 9 p.m.", {}, Relation.UPDATE),
    ],
)
def test_nobody_beside_somebody_arrested(text: str, published: dict[str, str], relation: Relation) -> None:
    assert relations(nobody("a", text), two("b"), **published) == [relation]


@pytest.mark.parametrize(
    "claims",
    [
        (nobody("a"),),
        (nobody("a"), two("b", occurrence=None)),
        (nobody("a"), two("a", start=90)),
        (nobody("a"), two("b"), two("c", occurrence="o2")),
        (nobody("a"), two("b", text="Two men were arrested in 2019.")),
    ],
)
def test_arrests_of_another_occasion_are_left_alone(claims: tuple[Claim, ...]) -> None:
    assert relations(*claims) == []
