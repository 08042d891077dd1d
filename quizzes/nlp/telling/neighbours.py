"""Pairs of what shares a key, few enough for hundreds of articles, and groups joined pair by pair. Free of spaCy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

REACH = 24
"""With how many of those behind it in its list each is paired: of hundreds of articles on one event each meets some that
tell it alike, and joins the rest through them. A pair for each two would cost the square of their number."""


def near_pairs(lists: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of numbers that stand near each other in one of the (rising) lists, in order."""
    return sorted(
        {(i, j) for numbers in lists for n, i in enumerate(numbers) for j in numbers[n + 1 : n + 1 + REACH]}
    )


def by_key(keys: Iterable[Iterable[Hashable]]) -> list[list[int]]:
    """For each key the places of those that have it."""
    at: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, mine in enumerate(keys):
        for key in frozenset(mine):
            at[key].append(n)
    return list(at.values())


class Groups:
    """Numbers joined into groups, each alone at first. Two groups of which members may not be together stay apart for good."""

    def __init__(self, size: int, may_join: Callable[[list[int], list[int]], bool]) -> None:
        self.group_of = {n: [n] for n in range(size)}
        self.apart: defaultdict[int, set[int]] = defaultdict(set)
        self.may_join = may_join

    def are_settled(self, i: int, j: int) -> bool:
        """True where the two are in one group already, or in two that cannot be joined."""
        one, other = self.group_of[i], self.group_of[j]
        return one is other or other[0] in self.apart[one[0]]

    def join(self, i: int, j: int) -> None:
        """Join the groups of two numbers if no member speaks against it."""
        one, other = self.group_of[i], self.group_of[j]
        if self.are_settled(i, j):
            return
        first, gone = one[0], other[0]
        if not self.may_join(one, other):
            self.apart[first].add(gone)
            self.apart[gone].add(first)
            return
        one.extend(other)
        self.group_of.update((n, one) for n in other)
        for third in self.apart.pop(gone, ()):
            self.apart[third].discard(gone)
            self.apart[third].add(first)
            self.apart[first].add(third)

    def __iter__(self) -> Iterator[list[int]]:
        return (group for n, group in self.group_of.items() if group[0] == n)
