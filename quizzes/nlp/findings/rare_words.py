"""How firmly two sentences of two articles are tied to one thing: by the words they share that hardly another sentence has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.types import Claim, Reading

BARE = words(
    """
    the and for was were are has have had having with that this these those there here then than them they their from his her
    its him she you your our not but who whom which when where what how why been being said says say saying told tell tells
    all any both each every few many more most much other another some several such only just even very still yet also too
    one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion first second third
    new last next out off over under into onto upon about around nearly almost least according after before during between
    because while since until till against among within without through across along would could should will shall can may
    might must does did done doing let put get got make made making take took taken come came coming give gave given year
    years month months week weeks day days people person persons percent per cent like well back again
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december
    """
)
"""Words that any two sentences may share (own list of general English)."""
ENDINGS = re.compile(r"(?:ings?|ed|es|s|ers?|ors?|ions?|ments?|ations?)$")
DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
SOFT = re.compile(r"[eyi]+$")
WORD = re.compile(r"[^\W\d_]{3,}")
LONG, KEPT = 4, 6
"""Letters of a word that can lose an ending, and of a stem."""

BREAK = re.compile(r"[,;:—–()](?=\s)|\s-\s|\s(?:and|but|while|which|who|where|when)\s")
ENOUGH = 4
"""Stems of a part of a sentence that tells something by itself."""
FAR, FARTHER = 0.5, 0.25
"""What a shared word counts that stands in another part of one of the sentences than the value, or of both."""
RARE = 6
"""Sentences of an article up to which a word can tie one of them to another's: words of the whole story tie nothing."""
KEPT_ANSWERS = 8192
"""Claims and words of a large story whose parts are remembered."""
OF_UNIT = 0.5
"""What the word of a unit counts: two lengths in meters may well be of two things."""


@lru_cache(maxsize=KEPT_ANSWERS)
def stem(word: str) -> str:
    """A rough stem: "wait" for "waited", "waiting"."""
    cut = ENDINGS.sub("", word) if len(word) > LONG else word.removesuffix("s")
    return SOFT.sub("", DOUBLED.sub(r"\1", cut))[:KEPT]


@lru_cache(maxsize=KEPT_ANSWERS)
def stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in WORD.findall(text.casefold()) if w not in BARE)


@lru_cache(maxsize=KEPT_ANSWERS)
def part_of(claim: Claim) -> tuple[int, int]:
    """Where in its sentence the part begins and ends in which a claim's value stands."""
    at = claim.value.start - claim.start
    end = at + len(claim.value.text)
    cuts = [m.span() for m in BREAK.finditer(claim.text)]
    return max((e for _, e in cuts if e <= at), default=0), min(
        (s for s, _ in cuts if s >= end), default=len(claim.text)
    )


def part(claim: Claim) -> str:
    left, right = part_of(claim)
    return claim.text[left:right]


@lru_cache(maxsize=KEPT_ANSWERS)
def part_around(claim: Claim) -> str:
    """The part with the value, with the parts beside it where it says too little alone."""
    left, right = part_of(claim)
    cuts = [m.span() for m in BREAK.finditer(claim.text)]
    if len(stems(claim.text[left:right])) < ENOUGH:
        left = max((e for s, e in cuts if e < left), default=0)
    if len(stems(claim.text[left:right])) < ENOUGH:
        right = min((s for s, e in cuts if s > right), default=len(claim.text))
    return claim.text[left:right]


class RareWords:
    """The words of each article with the number of its sentences that have them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.times = {
            r.article: Counter(w for s in r.sentences for w in stems(s.of(r.text))) for r in readings
        }

    def tied_pairs(self, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
        """The places in the row of each two claims of two articles whose sentences share a rare word; in order. Looked up by
        word: the cost grows with what is shared, not with the pairs."""
        having: defaultdict[str, list[int]] = defaultdict(list)
        for n, claim in enumerate(claims):
            for word in stems(claim.text):
                if self.times[claim.article][word] <= RARE:
                    having[word].append(n)
        pairs = {pair for places in having.values() for pair in combinations(places, 2)}
        yield from sorted((a, b) for a, b in pairs if claims[a].article != claims[b].article)

    def bond(self, a: Claim, b: Claim) -> float:
        """The sum over the words that two claims' sentences share of one part in so many sentences that have the word: 1 for
        a word that each article has but once. The value's own words and those of who says it tie nothing."""
        own = idle(a) | idle(b)
        shared = stems(a.text) & stems(b.text) - own
        near, by = stems(part_around(a)), stems(part_around(b))
        units = stems(a.value.unit or "") - stems(" ".join(a.counted))
        return sum(
            self.rareness(w, a, b)
            * (OF_UNIT if w in units else 1)
            * (1 if w in near and w in by else FAR if w in near or w in by else FARTHER)
            for w in shared
        )

    def rareness(self, word: str, a: Claim, b: Claim) -> float:
        return 1 / max(1, self.times[a.article][word], self.times[b.article][word])


@lru_cache(maxsize=KEPT_ANSWERS)
def idle(claim: Claim) -> frozenset[str]:
    """The stems of a value's own words and of who says it."""
    said_by = f"{claim.source.text} {claim.source.name}" if claim.source else ""
    return stems(f"{claim.value.text} {said_by}")
