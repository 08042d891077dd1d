"""How many names two articles share: those about one event name the same people and places. Free of spaCy."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import TOLD, Reading, Role

NAME = re.compile(r"(?<![.!?:”\"“‘\[(-]\s)(?<![A-Z]\.\s)(?<=\s)[A-Z][a-zà-ÿ'’-]{2,}")
"""A word with a capital that opens no sentence."""
OPENER = re.compile(r"(?:^|(?<=[.!?”\"“] ))[A-Z][a-zà-ÿ'’-]{2,}")
"""A word that opens a sentence: a name only if the other article shows it to be one."""
EVERYWHERE = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december associated press news reuters president mrs sir sen rep gov new the
    """
)
"""Words with capitals that any two articles share."""
KINDRED = 0.15
"""Likeness of names from which two articles may be about one event. Of 140 pairs of articles of 31 real stories the pairs on
one event began at 0.30 (the three below it told of two); of 11,000 pairs across stories 95 in a hundred lay below 0.15."""
FEWEST = 12
"""Words that an article must have for its lack of shared names to say anything: a brief may name nobody."""


@dataclass(frozen=True, eq=False)
class Names:
    """An article's names with their weights, how many words it has, and the words that open its sentences."""

    weights: Mapping[str, float] = field(default_factory=dict)
    words: int = 0
    openers: frozenset[str] = frozenset()


def names_of(reading: Reading) -> Names:
    """The names of the told text, folded, each with 1 + log of how often it stands there."""
    texts = [
        reading.text[p.start : p.end]
        for p in reading.passages
        if p.role in TOLD and p.role is not Role.HEADLINE
    ]
    told = " ".join(texts)
    counts = Counter(name for m in NAME.finditer(told) if (name := fold(m[0])) not in EVERYWHERE)
    openers = frozenset(fold(word) for text in texts for word in OPENER.findall(text))
    return Names({name: 1 + math.log(n) for name, n in counts.items()}, len(told.split()), openers)


def are_kin(one: Names, other: Names) -> bool:
    """True where the articles share enough names to be about one event, or have too few to tell."""
    return min(one.words, other.words) < FEWEST or share_names(one, other)


@lru_cache(maxsize=16384)
def share_names(one: Names, other: Names) -> bool:
    """True where the articles are known to share enough names."""
    return cosine(seen_by(one, other), seen_by(other, one)) >= KINDRED


def seen_by(one: Names, other: Names) -> Mapping[str, float]:
    """An article's names with those that only open its sentences, where the other article shows them to be names."""
    return {**dict.fromkeys(one.openers & other.weights.keys(), 1.0), **one.weights}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two weightings, 0 to 1."""
    size = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return sum(w * other[word] for word, w in one.items() if word in other) / size if size else 0.0
