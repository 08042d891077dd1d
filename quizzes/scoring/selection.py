"""Shares of the points for what is chosen, matched or put in order; 0.0 to 1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations


def choice_share(key: object, response: object) -> float:
    """1.0 for the key, else 0.0; serves choice and tf3. `1` is no `True` here."""
    return float(type(response) is type(key) and response == key)


def multi_share(key: Sequence[str], response: Sequence[str]) -> float:
    """max(0, (right − wrong) / keys): the rule that Canvas, Moodle and QTI can all be told."""
    chosen, keys = set(response), set(key)
    return max(0.0, (len(chosen & keys) - len(chosen - keys)) / len(keys))


def match_share(key: Sequence[Sequence[str]], response: Mapping[str, str | None]) -> float:
    """right / all pairs of the key; a wrong partner costs nothing more than its own pair."""
    return sum(response.get(left) == right for left, right in key) / len(key)


def order_share(key: Sequence[str], response: Sequence[str | None]) -> float:
    """max(0, (right pairs − wrong pairs) / all pairs), as Kendall's tau counts them; what has no place makes no pair.

    None stands for a place that is still free.
    """
    place = {option: i for i, option in enumerate(response)}
    pairs = list(combinations(key, 2))
    placed = [(a, b) for a, b in pairs if a in place and b in place]
    right = sum(place[a] < place[b] for a, b in placed)
    return max(0.0, (2 * right - len(placed)) / len(pairs))
