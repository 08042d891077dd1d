"""Passages of an article that belong to another story: a headline amid the body with the paragraph under it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizzes.nlp.types import Passage, Role

# Below these sizes too little text is left to say that a paragraph is foreign to it.
LEAST_OWN_WORDS = 60
# Two texts on different events still share everyday words (week, site, year).
MOST_SHARED_WORDS = 0.25
COMMON = frozenset(
    """about after again against also another because been before being between both could does down during each
    even every first from have having here however into just last least less like made make many more most much
    must near need never next only other over said same says should since some still such take than that their
    them then there these they this those three through time today told took under until upon very want week well
    went were what when where which while will with without would year years your""".split()
)


def other_stories(text: str, passages: list[Passage]) -> tuple[Passage, ...]:
    """The passages, with a headline amid the body and the paragraph under it marked where both are foreign to the rest."""
    vocabulary = [telling_words(text[p.start : p.end]) for p in passages]
    whole: Counter[str] = Counter(w for words in vocabulary for w in words)
    found = list(passages)
    for at in range(2, len(passages) - 1):
        if not heads_a_piece(text, passages, at):
            continue
        block = vocabulary[at] | vocabulary[at + 1]
        inside = Counter([*vocabulary[at], *vocabulary[at + 1]])
        rest = {w for w in block if whole[w] > inside[w]}
        own = vocabulary[at] & vocabulary[at + 1]
        named = {w.casefold() for w in names_in(text[passages[at].start : passages[at + 1].end])}
        if sum(whole.values()) - sum(inside.values()) < LEAST_OWN_WORDS or not own:
            continue
        if vocabulary[at] & rest or named & rest or len(rest) > MOST_SHARED_WORDS * len(block):
            continue
        found[at] = replace(passages[at], role=Role.OTHER_STORY)
        found[at + 1] = replace(passages[at + 1], role=Role.OTHER_STORY)
    return tuple(found)


def heads_a_piece(text: str, passages: list[Passage], at: int) -> bool:
    """True for a line amid the body that reads like a headline, with a paragraph right under it."""
    line = passages[at]
    below = passages[at + 1]
    words = text[line.start : line.end].split()
    return (
        line.role in {Role.BODY, Role.LINK}
        and below.role is Role.BODY
        and 4 <= len(words) <= 20
        and text[line.end - 1] not in ".,:;\"”'’"
        and below.end - below.start > 2 * (line.end - line.start)
    )


def telling_words(text: str) -> set[str]:
    """The words of four letters and more that say what a text is about, folded, without a plural's s."""
    words = {w.casefold() for w in re.findall(r"[^\W\d_]{4,}", text)}
    return {w.removesuffix("s") for w in words - COMMON}


def names_in(text: str) -> set[str]:
    """Words with a capital that do not begin a sentence."""
    return {w.removesuffix("s") for w in re.findall(r"(?<=[a-z,;’'] )[A-Z][^\W\d_]{3,}", text)}
