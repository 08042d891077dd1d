"""The acceptance example: the tolls of the source articles, each with its own happening (figures only, none of their text)."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.telling.occurrences import assign
from quizzes.nlp.types import Claim

pytestmark = pytest.mark.source_articles


@pytest.fixture(scope="module")
def claims(nlp: Language, source_articles: Path) -> tuple[Claim, ...]:
    texts = [
        ArticleText(p.stem[:3], p.read_text(encoding="utf-8")) for p in sorted(source_articles.glob("*.txt"))
    ]
    return assign(tuple(read_articles(texts, nlp)))[0]


def tolls(claims: tuple[Claim, ...], occurrence: str | None) -> set[tuple[str, str]]:
    return {
        (c.article, c.value.text.lower())
        for c in claims
        if c.measure == "killed" and c.occurrence == occurrence
    }


def occurrence_of(claims: tuple[Claim, ...], article: str, figure: str, counted: str) -> str | None:
    return next(
        c.occurrence
        for c in claims
        if (c.article, c.measure, c.value.text.lower()) == (article, "killed", figure)
        and counted in c.counted
    )


def test_the_tolls_of_the_air_strike_are_one_occurrence(claims: tuple[Claim, ...]) -> None:
    strike = occurrence_of(claims, "004", "at least 22", "fighter")
    assert strike is not None
    assert tolls(claims, strike) == {
        ("001", "up to a handful"),
        ("003", "one"),
        ("004", "one"),
        ("004", "at least one"),
        ("004", "at least 17"),
        ("004", "at least 22"),
    }


def test_the_dead_of_erbil_and_of_al_asad_are_others(claims: tuple[Claim, ...]) -> None:
    strike = occurrence_of(claims, "004", "at least 22", "fighter")
    erbil = {occurrence_of(claims, article, "one", "contractor") for article in ("001", "002", "003")}
    asad = occurrence_of(claims, "003", "an", "contractor")
    assert len(erbil) == 1 and None not in erbil and asad is not None
    assert len({strike, asad, *erbil}) == 3
