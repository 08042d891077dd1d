"""Articles that are about something else than the others of their story. Free of spaCy."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quizzes.nlp.reuse import told_passages
from quizzes.nlp.types import Claim, Reading, ValueType

FEWEST = 3
"""Of two articles none can be called the stranger."""

KIN = 0.2
"""Likeness from which an article belongs to a story. Of 99 articles of 31 real stories none was less like its nearest
companion (least 0.23); of 2,970 articles put into a story not theirs 93 in a hundred were."""

STEM = 7

STOP = frozenset(
    """that this these those with from have were been they their there which would about after into over under said
    says more than when what where while also most some such other only very just like could should will before
    between because being does during each even first since still through until upon well whom whose your year years
    week month time people told according last many much made make news monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december""".split()
)
"""Words that every report shares: function words, words of time and of telling."""


def find_strangers(readings: Sequence[Reading], claims: Sequence[Claim]) -> frozenset[str]:
    """The articles that share no occurrence with any other and few words; none where they would be half the story."""
    if len(readings) < FEWEST:
        return frozenset()
    weights = {r.article: word_weights(r) for r in readings}
    strangers = frozenset(
        r.article
        for r in readings
        if not shares_occurrence(r, claims)
        and all(likeness(weights[r.article], w) < KIN for a, w in weights.items() if a != r.article)
    )
    return strangers if 2 * len(strangers) < len(readings) else frozenset()


def shares_occurrence(reading: Reading, claims: Sequence[Claim]) -> bool:
    # Two articles may well date one election in passing: only what they count makes them tell of one thing.
    counts = [c for c in claims if c.value.type in {ValueType.NUMBER, ValueType.TIME}]
    own = {c.occurrence for c in counts if c.article == reading.article} - {None}
    return any(c.occurrence in own for c in counts if c.article != reading.article)


def word_weights(reading: Reading) -> dict[str, float]:
    """The stems of the told text, each with 1 + log of how often it stands there (dampened term frequency)."""
    texts = " ".join(reading.text[p.start : p.end] for p in told_passages(reading))
    words = re.findall(r"[^\W\d_]{4,}", texts.casefold())
    counts = Counter(w[:STEM] for w in words if w not in STOP)
    return {word: 1 + math.log(n) for word, n in counts.items()}


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two texts' word weights, 0 to 1."""
    size = math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return sum(w * b[word] for word, w in a.items() if word in b) / size if size else 0.0
