"""Two versions of one utterance laid word by word against each other: what is the same, cut, added or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from quizzes.nlp.reuse import Word, fold_words

MOST_SHOWN = 12
"""Words of a stretch that a summary shows."""


class Change(StrEnum):
    SAME = "same"
    CUT = "cut"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True)
class Stretch:
    """A part of two versions, as each writes it ("" where it has nothing there). All parts of a version make its text."""

    change: Change
    one: str
    other: str


def compare_words(one: str, other: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order; case, marks and spelling make no difference between words."""
    left, right = fold_words(one, 0, len(one)), fold_words(other, 0, len(other))
    matcher = SequenceMatcher(None, [w.folded for w in left], [w.folded for w in right], autojunk=False)
    codes = matcher.get_opcodes()
    return tuple(
        Stretch(KINDS[kind], stretch(one, left, a, b), stretch(other, right, c, d))
        for kind, a, b, c, d in codes
    )


KINDS = {"equal": Change.SAME, "delete": Change.CUT, "insert": Change.ADDED, "replace": Change.CHANGED}


def stretch(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """The text from one word up to another, with the marks and blanks behind; the first takes what stands before it."""
    if first == last:
        return ""
    start = words[first].start if first else 0
    return text[start : words[last].start if last < len(words) else len(text)]


def told_changes(
    name: str, one: str, name_of_other: str, other: str, slips: frozenset[str] = frozenset()
) -> str:
    """The stretch that tells most as a sentence: "The Herald has “hardest”, the Post has “easiest”."; "" for none.

    What is changed inside tells more than what is cut at an end; `slips` are words that tell nothing.
    """
    stretches = compare_words(one, other)
    differing = [
        (s.change is not Change.CHANGED, n in {0, len(stretches) - 1}, n, s)
        for n, s in enumerate(stretches)
        if s.change is not Change.SAME and set(folded(s.one) + folded(s.other)) - slips
    ]
    found = min(differing)[-1] if differing else None
    if found is None:
        return ""
    if found.change is Change.CHANGED:
        return f"{name} has {marked(found.one)}, {name_of_other} has {marked(found.other)}."
    lacking = name_of_other if found.change is Change.CUT else name
    return f"{lacking} leaves out {marked(found.one or found.other)}."


def folded(text: str) -> list[str]:
    return [w.folded for w in fold_words(text, 0, len(text))]


def marked(words: str) -> str:
    """Words between marks, without what stands at their ends; the first and last of many."""
    parts = words.strip(" \n,.;:!?…–—-“”\"'‘’").split()
    if len(parts) > MOST_SHOWN:
        parts = [*parts[: MOST_SHOWN // 2], "…", *parts[-MOST_SHOWN // 2 :]]
    return f"“{' '.join(parts)}”"
