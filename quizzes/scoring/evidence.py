"""Shares of the points for picked sentences; 0.0 to 1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Pick = Mapping[str, Any]
"""A sentence: {"article", "start", "end"}."""


def evidence_share(groups: Sequence[Sequence[Pick]], picks: Sequence[Pick]) -> float:
    """max(0, (groups hit − wrong sentences) / groups).

    Any sentence of a group hits it, a second of the same group changes nothing; a sentence in no group is wrong.
    """
    picked = {_place(pick) for pick in picks}
    proving = [{_place(sentence) for sentence in group} for group in groups]
    wrong = picked - set().union(*proving)
    return max(0.0, (sum(bool(group & picked) for group in proving) - len(wrong)) / len(proving))


def claim_evidence_share(key: Mapping[str, Any], response: Mapping[str, Any]) -> float:
    """Half for the claim and half for its evidence; evidence counts only where the claim is right."""
    if response.get("choice") != key["choice"]:
        return 0.0
    return 0.5 + 0.5 * evidence_share(key["groups"], response.get("evidence") or [])


def _place(sentence: Pick) -> tuple[str, int, int]:
    return sentence["article"], sentence["start"], sentence["end"]
