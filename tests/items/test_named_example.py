"""The named example: who reports the highest death toll, over the source articles and over their teaching editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from quizzes.items.drafting import draft_items
from quizzes.items.types import ItemDraft, ItemKind, Option
from quizzes.nlp.comparing import compare
from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.texts.intake import read_file
from quizzes.nlp.types import Comparison, Finding, FindingKind, Relation

EDITIONS = Path(__file__).parents[2] / "seeds" / "air_strike"

OBSERVATORY = "the Syrian Observatory for Human Rights"
WRONG = {
    ("1", "a USA official who is not named"),
    ("1", "a US official who is not named"),
    ("3", "no source is given"),
    ("4", "militia officials who are not named"),
}
"""Article and source of every other answer on offer; the Observatory's own 17 stands behind the same name as the key."""


def compared(folder: Path, nlp: Language) -> Comparison:
    """The five articles of a folder, called "0" to "4" in the order of their names."""
    files = [read_file(p.name, p.read_bytes()) for p in sorted(folder.glob("*.txt"))]
    texts = [ArticleText(str(n), f.text, f.known) for n, f in enumerate(files)]
    return compare(read_articles(texts, nlp))


@pytest.fixture(scope="module")
def editions(nlp: Language) -> Comparison:
    return compared(EDITIONS, nlp)


@pytest.fixture(scope="module")
def sources(nlp: Language, source_articles: Path) -> Comparison:
    return compared(source_articles, nlp)


@pytest.fixture(
    scope="module", params=["editions", pytest.param("sources", marks=pytest.mark.source_articles)]
)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    found: Comparison = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def item(comparison: Comparison) -> ItemDraft:
    """The example as it is asked first: to draft every item of the five articles takes a second."""
    return example(comparison)


def example(comparison: Comparison, seed: int = 0) -> ItemDraft:
    [item] = [
        d
        for d in draft_items(comparison, seed=seed)
        if "Which outlet reported the highest death toll, and who was its source?" in d.stem
    ]
    return item


def said(option: Option) -> tuple[str | None, str]:
    """The article that an option names, and the source."""
    return option.article, option.text.partition(": ")[2]


def offered(item: ItemDraft) -> tuple[Option, ...]:
    assert isinstance(item.options, tuple)
    return item.options


def test_it_leads_and_is_asked_with_its_proof(comparison: Comparison, item: ItemDraft) -> None:
    assert draft_items(comparison)[0] == item
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert item.stem.count("2021") == 1


def test_its_key_is_the_best_named_source_of_the_highest_toll(item: ItemDraft) -> None:
    [key] = [o for o in offered(item) if o.misconception is None]
    assert said(key) == ("4", OBSERVATORY)
    assert item.key["choice"] == key.id


@pytest.mark.parametrize("seed", range(4))
def test_its_distractors_are_the_other_tolls_of_the_strike(comparison: Comparison, seed: int) -> None:
    wrong = {said(o) for o in offered(example(comparison, seed)) if o.misconception is not None}
    assert len(wrong) >= 2
    assert wrong <= WRONG


def test_every_sentence_with_the_highest_toll_proves_it(comparison: Comparison, item: ItemDraft) -> None:
    text = {r.article: r.text for r in comparison.readings}
    groups = {
        g[0]["article"]: [text[s["article"]][s["start"] : s["end"]] for s in g] for g in item.key["groups"]
    }
    assert set(groups) == {"1", "3", "4"}
    assert len(groups["4"]) == 2
    assert all("at least 22" in sentence for sentence in groups["4"])


def killed(comparison: Comparison) -> Finding:
    """The conflict on the dead of the story's own strike."""
    [found] = [
        f
        for f in comparison.findings
        if (f.kind, f.relation, f.measure, f.aspect)
        == (FindingKind.DISCREPANCY, Relation.CONFLICT, "killed", "number")
    ]
    return found


def test_the_other_tolls_stand_beside_it_in_the_finding(comparison: Comparison) -> None:
    told = {(p.article, (p.value or "").lower()) for p in killed(comparison).positions}
    assert {("1", "up to a handful"), ("3", "one"), ("4", "one"), ("4", "at least 22")} <= told
    assert told <= {
        ("1", "up to a handful"),
        ("3", "one"),
        ("4", "one"),
        ("4", "at least one"),
        ("4", "at least 17"),
        ("4", "at least 22"),
    }


def test_its_caption_gives_the_observatorys_earlier_toll(comparison: Comparison) -> None:
    caption = [
        c
        for c in comparison.claims
        if c.article == "4" and c.measure == "killed" and c.value.text.lower() == "at least 17"
    ]
    assert {c.occurrence for c in caption} == {killed(comparison).occurrence}
    assert "Syrian Observatory for Human Rights" in {c.source.name for c in caption if c.source}


def test_the_dead_of_the_other_attacks_are_in_no_answer(comparison: Comparison, item: ItemDraft) -> None:
    strike = killed(comparison).occurrence
    claims = {c.id: c for c in comparison.claims}
    named = [c for i, c in claims.items() if i in item.proof]
    assert named
    assert {c.occurrence for c in named} == {strike}
