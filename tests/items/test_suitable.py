"""What is shown to a class."""

from __future__ import annotations

import pytest

from quizzes.items.suitable import is_suitable
from quizzes.items.types import ItemDraft, ItemKind, Option, Skill


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
    assert is_suitable(draft(text, "The Ledger")) is is_fit
    assert is_suitable(draft("Who says so?", text)) is is_fit
