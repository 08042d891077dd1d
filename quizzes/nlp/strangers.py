"""Articles that are about something else than the others of their story. Free of spaCy."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from quizzes.nlp.reuse import told_passages
from quizzes.nlp.telling.kin import are_kin, cosine, names_of
from quizzes.nlp.types import Claim, Reading, ValueType
from quizzes.nlp.written.dates import anchor_of

FEWEST = 3
"""Of two articles none can be called the stranger."""

KIN = 0.2
"""Likeness from which an article belongs to a story. Of 99 articles of 31 real stories none was less like its nearest
companion (least 0.23); of 2,970 articles put into a story not theirs 98 in a hundred were set aside (with `APART`)."""

SEASON, APART = 60, 0.28
"""Days after which an article seldom tells the same news, and the likeness that it then needs: politics of two years shares its
people and many of its words."""

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
    """The articles that share no occurrence with any other and few words or names; none where they would be half the story."""
    if len(readings) < FEWEST:
        return frozenset()
    shared = articles_sharing(claims)
    alone = [r for r in readings if r.article not in shared]
    if not alone:
        return frozenset()
    weights = {r.article: word_weights(r) for r in readings}
    names = {r.article: names_of(r) for r in readings}
    days = {r.article: anchor_of(r.published) for r in readings}

    def are_companions(one: str, other: str) -> bool:
        needed = APART if are_seasons_apart(days[one], days[other]) else KIN
        return cosine(weights[one], weights[other]) >= needed and are_kin(names[one], names[other])

    strangers = frozenset(
        r.article
        for r in alone
        if not any(are_companions(r.article, o.article) for o in readings if o.article != r.article)
    )
    return strangers if 2 * len(strangers) < len(readings) else frozenset()


def are_seasons_apart(one: date | None, other: date | None) -> bool:
    """True for two articles known to be more than two months apart."""
    return one is not None and other is not None and abs((one - other).days) > SEASON


def articles_sharing(claims: Sequence[Claim]) -> frozenset[str]:
    """The articles with a count or time of what another one counts or times too.

    Two articles may well date one election in passing: only what they count makes them tell of one thing.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.occurrence is not None and claim.value.type in {ValueType.NUMBER, ValueType.TIME}:
            told[claim.occurrence].add(claim.article)
    return frozenset(a for articles in told.values() if len(articles) > 1 for a in articles)


def word_weights(reading: Reading) -> dict[str, float]:
    """The stems of the told text, each with 1 + log of how often it stands there (dampened term frequency)."""
    texts = " ".join(reading.text[p.start : p.end] for p in told_passages(reading))
    words = re.findall(r"[^\W\d_]{4,}", texts.casefold())
    counts = Counter(w[:STEM] for w in words if w not in STOP)
    return {word: 1 + math.log(n) for word, n in counts.items()}
