"""Which pairs of claims to judge. What is true of two articles is true of their copies, so that a story with many copies costs
no more than its originals: copies are found here by their claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from quizzes.nlp.types import Claim

Pair = tuple[Claim, Claim]


@dataclass(frozen=True)
class ToJudge:
    """A pair of claims with all that their articles claim, and the pairs that stand and fall with it.

    Of these there are only so many as connect every claim that some such pair has.
    """

    pair: Pair
    beside: tuple[Claim, ...]
    alike: tuple[Pair, ...]


def pairs_to_judge(group: Sequence[Claim], published: dict[str, str | None]) -> Iterator[ToJudge]:
    """Every pair of the claims, in order of article and place; those of copies stand behind one of them."""
    of_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        of_article[claim.article].append(claim)
    copies: defaultdict[Hashable, list[list[Claim]]] = defaultdict(list)
    for article, claims in of_article.items():
        copies[published.get(article), tuple(map(bare, claims))].append(claims)
    texts = list(copies.values())
    for text in texts:
        for m, n in combinations(range(len(text[0])), 2):
            yield ToJudge((text[0][m], text[0][n]), tuple(text[0]), tuple((own[m], own[n]) for own in text))
    for ones, others in product(texts, repeat=2):
        first, last = ones[0], others[-1]
        if first[0].article >= last[0].article:
            continue
        earlier = [own for own in ones if own[0].article < last[0].article]
        later = [own for own in others if first[0].article < own[0].article]
        for m, n in product(range(len(first)), range(len(last))):
            yield ToJudge(
                (first[m], last[n]),
                (*first, *last),
                (*((own[m], last[n]) for own in earlier), *((first[m], own[n]) for own in later[:-1])),
            )


def bare(claim: Claim) -> Claim:
    """The claim as every copy of its article makes it."""
    return replace(claim, article="", id="", happening=None)
