"""Attributions: whose words a stretch of text is, and what is the outlet's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from quizzes.nlp.document import ArticleDoc, parse_targets
from quizzes.nlp.saying.attributions import find_attributions
from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.types import Attribution, SourceKind

INTRO = "Ferry runs aground off Penwick\n\nHarbour master Ada Quill closed the channel on Monday.\n\n"

Parse = Callable[[str], ArticleDoc]


@pytest.fixture
def article(nlp: Language) -> Parse:
    """A function from a text to its ArticleDoc with attributions."""

    def parse(text: str) -> ArticleDoc:
        passages = split_passages(text)
        doc = nlp(parse_targets(nlp, text, passages))
        told = ArticleDoc("a", text, None, passages, doc)
        return replace(told, attributions=find_attributions(told))

    return parse


def whose(told: ArticleDoc, words: str) -> Attribution | None:
    start = told.text.index(words)
    return told.attribution_at(start, start + len(words))


def name_of(attribution: Attribution | None) -> str | None:
    return attribution.source.name if attribution and attribution.source else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Quill said that four people were hurt.", "four people were hurt", "Ada Quill"),
        ("Four people were hurt, Quill said.", "Four people were hurt", "Ada Quill"),
        ("Four people, Quill said, were hurt and two are missing.", "two are missing", "Ada Quill"),
        ("According to the coastguard, four people were hurt.", "four people were hurt", "coastguard"),
        ("Four people were hurt, according to the coastguard.", "Four people were hurt", "coastguard"),
        ("A union leader told Reuters at least four people were hurt.", "at least four", "union leader"),
        ("The museum issued a statement saying four paintings were lost.", "four paintings", "museum"),
        (
            "Coast war monitoring groups said four boats were hit.",
            "four boats",
            "Coast war monitoring groups",
        ),
        ("State television reported four deaths.", "four deaths", "State television"),
        ("“Four people were hurt,” Quill said. “Two more are missing.”", "Two more", "Ada Quill"),
        ("Quill smiled and said four people were hurt.", "four people were hurt", "Ada Quill"),
        ("A pilot, who said four people were hurt, went home.", "four people were hurt", "pilot"),
        ("Records show that four boats were sold.", "four boats were sold", "Records"),
        (
            "Pilots said the plan would fail, but Quill said four boats would do.",
            "four boats would do",
            "Ada Quill",
        ),
        ("Quill said the blast hit a boat and was thought to have killed four.", "killed four", "Ada Quill"),
        (
            "A port official, who gave details on condition of anonymity, said the blast had hit a boat and that up to "
            "four people were thought to have been hurt.",
            "up to four people",
            "port official",
        ),
        (
            "According to Coast war monitoring groups, four boats were hit.",
            "four boats",
            "Coast war monitoring groups",
        ),
        (
            "Two former Rook administration officials said four boats were hit.",
            "four boats",
            "Two former Rook administration officials",
        ),
        (
            "The office of Ned Rook said four boats were hit.",
            "four boats",
            "office of Ned Rook",
        ),
        ("Early reports say four boats were hit.", "four boats", "Early reports"),
        ("Quill said to Harbour News that four boats were hit.", "four boats", "Ada Quill"),
        ("Quill said on Monday in a letter that four boats were hit.", "four boats", "Ada Quill"),
        ("Quill says the boats were old but would be sold for four pounds.", "four pounds", "Ada Quill"),
        ("In spring, Quill told the harbour paper, four boats would be sold.", "four boats", "Ada Quill"),
        ("The two pilots told Quill that four boats were hit.", "four boats", "two pilots"),
    ],
)
def test_content_is_the_sources(article: Parse, text: str, words: str, name: str) -> None:
    assert name_of(whose(article(INTRO + text), words)) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four people were hurt on Monday.", "Four people"),
        ("The crew answered in kind, and four boats were hit.", "four boats"),
        ("Quill said the channel was closed. Four people were hurt.", "Four people"),
        ("Four people were hurt, but Quill said the channel was safe.", "Four people"),
        ("While Quill said the channel was safe, four people were hurt.", "four people"),
        ("Quill did not say how many boats there were. Four were hit.", "Four were hit"),
        ("Quill declined to say more after four boats were hit.", "four boats"),
        ("Quill hurt four fingers.", "four fingers"),
        ("Penwick added four goals on the next drive to end the game.", "four goals"),
        ("Four people were believed to have been hurt.", "Four people"),
        ("It is believed that four people were hurt.", "four people"),
        ("Quill answered the strike within days: her crew cut four lines.", "four lines"),
        ("When the news of four deaths came out, Quill criticized the company.", "four deaths"),
    ],
)
def test_own_voice_is_nobodys(article: Parse, text: str, words: str) -> None:
    assert whose(article(INTRO + text), words) is None


@pytest.mark.parametrize(
    ("headline", "words", "name"),
    [
        ("Four hurt as ferry runs aground: coastguard", "Four hurt", "coastguard"),
        ("Ada Quill: Channel will stay closed", "Channel will", "Ada Quill"),
        ("Budget: What you need to know about it", "What you need", None),
    ],
)
def test_a_headlines_colon(article: Parse, headline: str, words: str, name: str | None) -> None:
    told = article(
        f"{headline}\n\nHarbour master Ada Quill closed the channel on Monday, the coastguard said."
    )
    assert name_of(whose(told, words)) == name


def test_an_outlet_that_passes_words_on_is_not_their_source(article: Parse) -> None:
    told = article(INTRO + "A port official told the Harbour Times that four boats were hit.")
    found = whose(told, "four boats")
    assert found is not None and found.source is not None
    assert (found.source.text, found.source.kind) == ("A port official", SourceKind.ANONYMOUS)
    assert found.source.via == "Harbour Times"


def test_the_innermost_of_two_sources_counts(article: Parse) -> None:
    told = article(INTRO + "The coastguard said four boats were hit, reports Reuters.")
    assert name_of(whose(told, "four boats")) == "coastguard"


def test_a_signed_part_is_its_writers_up_to_the_next_heading(article: Parse) -> None:
    told = article(
        INTRO + "Analysis by Ned Rook of Harbour News:\nThe channel was closed for ten days.\n\n"
        "What comes next\nThe ferry will be sold for parts in spring."
    )
    found = whose(told, "ten days")
    assert found is not None and found.source is not None
    assert (found.source.name, found.source.via) == ("Ned Rook", "Harbour News")
    assert whose(told, "sold for parts") is None


def test_an_outlet_that_passes_on_does_not_take_the_floor(article: Parse) -> None:
    told = article(
        INTRO
        + "The boats were old, the Harbour Ministry said, reports Reuters.\n\nIt said four boats were sold."
    )
    assert name_of(whose(told, "four boats were sold")) == "Harbour Ministry"
