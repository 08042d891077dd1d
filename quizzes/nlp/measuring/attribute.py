"""What a sentence says in words of somebody or something: the plain value that the finders of attributes pass on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

LONGEST = 9
"""Words of a value: a longer phrase tells more than one thing."""


@dataclass(frozen=True)
class Attribute:
    """A measure, the tokens that give its value, the folded form it is compared by, whom or what it is said of, and the word
    that says so."""

    measure: str
    start: int
    end: int
    norm: str
    said_of: tuple[str, ...]
    trigger: Token


def phrase_of(noun: Token) -> tuple[int, int] | None:
    """The tokens of a noun's phrase without what leads up to it (a preposition, an article); None for a long one."""
    left, right = noun.left_edge.i, noun.i + 1
    doc = noun.doc
    while left < noun.i and (doc[left].dep_ in {"case", "det", "punct", "cc"} or doc[left].is_space):
        left += 1
    for child in noun.children:
        if (
            child.i > noun.i
            and child.dep_ in {"flat", "nmod", "compound"}
            and child.right_edge.i - left < LONGEST
        ):
            right = max(right, child.right_edge.i + 1)
    return (left, right) if right - left <= LONGEST else None


def folded(noun: Token, start: int, end: int) -> str:
    return " ".join(noun.doc[start:end].text.lower().split())
