"""What is shown to a class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.matrix import Matrix
from quizzes.items.suitable import is_suitable, tells_of_sexual_violence
from quizzes.items.types import ItemDraft, ItemKind, Option, Skill
from quizzes.nlp.types import Evidence
from tests.items.readings import article, story

PLAIN = Matrix(story(article("a1", "The Ledger", "It rained."), article("a2", "The Wire", "It snowed.")))


def draft(stem: str, option: str) -> ItemDraft:
    return ItemDraft(
        id="i1",
        finding="f1",
        kind=ItemKind.CHOICE,
        skill=Skill.WORDING,
        difficulty=0.5,
        stem=stem,
        options=(Option("o1", option, None, None),),
        key="o1",
        proof="",
        rationale="",
        evidence=(),
        points=1,
        form=0,
    )


@pytest.mark.parametrize(
    ("text", "is_fit"),
    [
        ("Sailors paid for sex in the harbour.", False),
        ("The pilot wrote of a naked man.", False),
        ("Police shut a brothel near the pier.", False),
        ("A couple fought for same-sex marriage.", True),
        ("She sued the port for sex discrimination.", True),
        ("He was accused of sexual harassment.", True),
        ("The court heard a sex bias suit.", True),
        ("The rapeseed harvest was poor in Essex.", True),
    ],
)
def test_sexual_content_is_not_shown(text: str, is_fit: bool) -> None:
    assert is_suitable(PLAIN, draft(text, "The Ledger")) is is_fit
    assert is_suitable(PLAIN, draft("Who says so?", text)) is is_fit


@pytest.mark.parametrize(
    ("text", "is_fit"),
    [
        ("He chained a woman to the mast.", False),
        ("The crew kept him against his will.", False),
        ("Guards tortured the pilot.", False),
        ("Police spoke of human trafficking.", False),
        ("Girls were trafficked through the port.", False),
        ("The club paid for a hired escort.", False),
        ("The chain of shops closed.", True),
        ("Police stopped drug trafficking at the pier.", True),
        ("A police escort led the parade.", True),
        ("The bear was born in captivity.", True),
    ],
)
def test_people_held_or_sold_are_not_shown(text: str, is_fit: bool) -> None:
    assert is_suitable(PLAIN, draft(text, "The Ledger")) is is_fit
    proved_by = replace(draft("Who says so?", "The Ledger"), evidence=(Evidence("a1", 0, len(text), text),))
    assert is_suitable(PLAIN, proved_by) is is_fit


def test_a_story_of_sexual_violence_gives_no_sentences() -> None:
    harsh = "The man was accused of rape. The court heard of sexual assault. Two women spoke of rape."
    matrix = Matrix(story(article("a1", "The Ledger", harsh), article("a2", "The Wire", harsh)))
    assert tells_of_sexual_violence(matrix)
    assert not tells_of_sexual_violence(PLAIN)
    assert not is_suitable(
        matrix, draft("The Ledger writes: “The pilot left the port on Monday.”", "The Wire")
    )
    assert is_suitable(matrix, draft("Which outlet uses “slam”?", "The Wire"))
