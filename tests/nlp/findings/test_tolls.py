from __future__ import annotations

from typing import Any

import pytest

from quizzes.nlp.findings.discrepancies import find_discrepancies
from quizzes.nlp.types import Bound, Claim, Relation
from tests.nlp.hand_made import claim, figure, reading, side


def lost(article: str, text: str, number: int, noun: str, **facts: Any) -> Claim:
    given: dict[str, Any] = {"measure": "missing", "counted": (noun,) if noun else ()} | facts
    return claim(article, figure(text, number), text=f"{text} {noun}s are still missing.", **given)


def relations(*claims: Claim, **published: str) -> list[tuple[Relation | None, int]]:
    readings = [reading(a, published=published.get(a)) for a in sorted({c.article for c in claims})]
    return [(f.relation, len(f.positions)) for f in find_discrepancies(side(*readings, claims=claims))]


@pytest.mark.parametrize(
    ("one", "other", "published", "relation"),
    [
        ("passenger", "man", {}, Relation.CONFLICT),
        ("passenger", "man", {"a": "2031-05-02", "b": "2031-05-03"}, Relation.UPDATE),
        ("miner", "worker", {}, Relation.CONFLICT),
        ("miner", "mate", {}, Relation.CONFLICT),
        ("", "man", {}, Relation.CONFLICT),
        ("sailor", "officer", {}, None),
        ("child", "man", {}, None),
    ],
)
def test_one_toll_under_two_words(
    one: str, other: str, published: dict[str, str], relation: Relation | None
) -> None:
    found = relations(lost("a", "Four", 4, one), lost("b", "Two", 2, other), **published)
    assert [r for r, _ in found] == ([relation] if relation else [])


def test_an_article_that_gives_two_counts_has_no_single_toll() -> None:
    found = relations(
        lost("a", "Four", 4, "passenger"),
        lost("a", "Three", 3, "sailor", start=90),
        lost("b", "Two", 2, "man"),
    )
    assert found == []


def test_an_undated_article_that_repeats_the_overtaken_figure_is_overtaken_too() -> None:
    found = relations(
        lost("a", "Four", 4, "passenger"),
        lost("b", "Two", 2, "man"),
        lost("c", "Four", 4, "passenger"),
        a="2031-05-02",
        b="2031-05-03",
    )
    assert found == [(Relation.UPDATE, 3)]


def on_the_boat(article: str, number: int, noun: str, text: str) -> Claim:
    return claim(
        article,
        figure(str(number), number),
        text=text,
        measure=f"{noun}s".replace("persons", "people"),
        counted=(noun,),
    )


@pytest.mark.parametrize(
    ("people", "relation"), [(118, Relation.SCOPE), (104, None), (90, None), (310, None)]
)
def test_all_on_board_are_more_than_the_passengers(people: int, relation: Relation | None) -> None:
    passengers = on_the_boat("a", 104, "passenger", "The steamer left Ulm with 104 passengers.")
    everybody = on_the_boat(
        "b", people, "person", f"In all {people} people were on board, the cook among them."
    )
    assert [r for r, _ in relations(passengers, everybody)] == ([relation] if relation else [])


@pytest.mark.parametrize(
    ("coarse", "text", "relation"),
    [
        (70e6, "Nearly $70 million will go into the harbour tunnel.", Relation.PRECISION),
        (80e6, "Nearly $80 million will go into the harbour tunnel.", None),
        (70e6, "Nearly $70 million will be spent on school meals.", None),
    ],
)
def test_a_rounded_sum_meets_the_exact_one(coarse: float, text: str, relation: Relation | None) -> None:
    facts: dict[str, Any] = {"measure": "money", "counted": (), "occurrence": None}
    exact = claim(
        "a", figure("$67 million", 67e6), text="The town borrows $67 million for its tunnel.", **facts
    )
    words = text[: text.index(" will")]
    rounded = claim("b", figure(words, coarse, Bound.ABOUT), text=text, **facts)
    assert [r for r, _ in relations(exact, rounded)] == ([relation] if relation else [])


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Two men in green overalls took the safe.", "Four men in overalls drove off.", Relation.CONFLICT),
        ("Two men in green overalls took the safe.", "Four men in masks drove off.", None),
        ("Two men took the safe.", "Four men drove off.", None),
    ],
)
def test_strangers_in_one_dress_are_one_band(one: str, other: str, relation: Relation | None) -> None:
    facts: dict[str, Any] = {"measure": "men", "counted": ("man",), "occurrence": None}
    found = relations(
        claim("a", figure("Two", 2), text=one, **facts), claim("b", figure("Four", 4), text=other, **facts)
    )
    assert [r for r, _ in found] == ([relation] if relation else [])
