"""Which distractors to offer together: the sets of two or three that show most apart, lazily, since of two hundred articles
there are a million."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import combinations_with_replacement, permutations
from typing import TypeVar

Answer = TypeVar("Answer")

MADE_UP = frozenset({"outlet-swapped", "source-from-elsewhere"})
"""Distractors that no article tells: they stand in where too few real ones differ from the key."""


def best_sets(
    distractors: Sequence[tuple[Answer, str]], sizes: Iterable[int]
) -> Iterator[tuple[tuple[Answer, str], ...]]:
    """Sets of these sizes, each distractor with its misconception; the best first: of more misconceptions, larger ones, with
    fewer made up; else in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, misconception) in enumerate(distractors):
        places[misconception].append(at)
    alike: defaultdict[tuple[int, int, int], list[tuple[str, ...]]] = defaultdict(list)
    for size in sizes:
        for kinds in combinations_with_replacement(sorted(places), size):
            alike[-len(set(kinds)), -size, sum(k in MADE_UP for k in kinds)] += set(permutations(kinds))
    for _, orders in sorted(alike.items()):
        for found in merge(*(in_order(places, kinds) for kinds in orders)):
            yield tuple(distractors[at] for at in found)


def in_order(
    places: Mapping[str, Sequence[int]], kinds: Sequence[str], after: int = -1
) -> Iterator[tuple[int, ...]]:
    """Ascending places, one of each kind in this order."""
    if not kinds:
        yield ()
        return
    own = places[kinds[0]]
    for at in own[bisect_right(own, after) :]:
        for rest in in_order(places, kinds[1:], at):
            yield (at, *rest)
