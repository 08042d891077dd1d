"""Sentences that two articles have in common: sure enough to ask about, or surely absent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizzes.items.texts import spaced
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.reuse import RUN, Sentence, SharedSentence, shared_among, shingles, told_sentences
from quizzes.nlp.types import Reading, Role, Span

SAID = 4
"""Words of a sentence that is worth being shared."""
CLOSE = 0.8
"""Share of words (Dice) from which a reader calls two sentences "the same, or nearly so"; a common phrase in two
longer sentences stays below."""

CREDIT = re.compile(
    r"^\W*(?:copyright\b|©|all rights reserved|information from|this (?:story|article|report) (?:has been|was))|\bmay not be published, broadcast\b",
    re.IGNORECASE,
)
"""How lines begin that say whose text it is, and tell nothing."""

MOST_SHARED = 0.5
"""Share of the sentences of a text from which nearly any that is picked is a shared one: then finding one is no work."""


@dataclass(frozen=True)
class Shared:
    """The sentences of either article that the other repeats, and the pair that shows it best."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    pair: tuple[Span, Span]


@lru_cache(maxsize=512)
def shared_sentences(one: Reading, other: Reading) -> Shared | None:
    """What the two share in their own words and nearly alike; None where no body sentence is so."""
    every = _across(one, other)
    found = [p for p in every if not p.is_quotation]
    close = [p for p in found if _closeness(p) >= CLOSE and {p.left.role, p.right.role} == {Role.BODY}]
    if not close:
        return None
    best = max(
        close,
        key=lambda p: (not _has_marks(one, other, p), round(_closeness(p), 1), p.shared, -p.left.span.start),
    )
    ours, theirs = _word_for_word(one, other)
    return Shared(
        _picked(one, [*(p.left.span for p in every), *ours]),
        _picked(other, [*(p.right.span for p in every), *theirs]),
        (best.left.span, best.right.span),
    )


def telling(reading: Reading, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the sentences that tell something in the article's text: no headline, no caption, no line of credit or rights."""
    return tuple(
        s
        for s in spans
        if role_at(reading, s.start) is Role.BODY and not CREDIT.search(s.of(reading.text).strip())
    )


def is_hard_to_miss(reading: Reading, spans: tuple[Span, ...]) -> bool:
    """True where more than half of an article's text is shared, so that any sentence that is picked is likely to count."""
    return len(telling(reading, spans)) > MOST_SHARED * len(telling(reading, reading.sentences))


def _word_for_word(one: Reading, other: Reading) -> tuple[list[Span], list[Span]]:
    """The sentences of either that stand in the other word for word, too short as they may be to prove a copy alone: who
    ticks one has found what the two share."""
    texts = [{spaced(s.of(r.text)): s for s in r.sentences} for r in (one, other)]
    common = [t for t in texts[0].keys() & texts[1].keys() if len(t.split()) >= SAID]
    return [texts[0][t] for t in common], [texts[1][t] for t in common]


@lru_cache(maxsize=512)
def share_nothing(one: Reading, other: Reading) -> bool:
    """True where surely no sentence is common to both, not even as a quotation or in a caption."""
    return _runs(one.text).isdisjoint(_runs(other.text)) and not _across(one, other)


def _across(one: Reading, other: Reading) -> list[SharedSentence]:
    """Shared sentences of the two, `left` in the first."""
    if _signs(one).isdisjoint(_signs(other)):
        return []  # most pairs of a large story: nothing is aligned for them
    return [
        p
        for p in shared_among([*_told(one), *_told(other)])
        if (p.left.article, p.right.article) == (one.article, other.article)
    ]


@lru_cache(maxsize=256)
def _told(reading: Reading) -> tuple[Sentence, ...]:
    return tuple(told_sentences(reading))


@lru_cache(maxsize=256)
def _signs(reading: Reading) -> frozenset[tuple[str, ...]]:
    """The runs of words of which two articles with a shared sentence have one in common at least, and the sentences too short for
    such a run."""
    told = [tuple(w.folded for w in s.words) for s in _told(reading)]
    return frozenset(told).union(*map(shingles, told))


def _closeness(pair: SharedSentence) -> float:
    return 2 * pair.shared / (len(pair.left.words) + len(pair.right.words))


def _has_marks(one: Reading, other: Reading, pair: SharedSentence) -> bool:
    """True where either holds quoted words: two outlets that quote one speaker may each have heard her."""
    return has_marks(pair.left.span.of(one.text)) or has_marks(pair.right.span.of(other.text))


def has_marks(text: str) -> bool:
    return any(mark in f" {text}" for mark in ('"', "“", "”", "‘", " '", " ’", "’”"))


def _picked(reading: Reading, spans: list[Span]) -> tuple[Span, ...]:
    """The sentences, as students pick them, that the shared ones lie in."""
    return tuple(s for s in reading.sentences if any(s.start < x.end and x.start < s.end for x in spans))


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[str]:
    words = spaced(text).split()
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
