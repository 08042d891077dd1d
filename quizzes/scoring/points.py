"""Points of one response: the one door from item kind, key and response to a number."""

from __future__ import annotations

from typing import Any

from quizzes.items.types import ItemKind
from quizzes.scoring.evidence import claim_evidence_share, evidence_share
from quizzes.scoring.figures import number_share
from quizzes.scoring.responses import blank
from quizzes.scoring.selection import choice_share, match_share, multi_share, order_share

LEVELS = 3
"""Levels of an open item's rubric: Basic, Emergent, Proficient."""


def score(kind: ItemKind, key: Any, response: Any, points: float) -> float | None:
    """Points from 0 to `points`; None for an open answer, which waits for its grade (see `level_points`).

    Blank is 0, the key gives `points`, and a further right choice never lowers the score. The
    response must have passed `check_response`.
    """
    if blank(kind, response):
        return 0.0
    share = _share(kind, key, response)
    return None if share is None else points * share


def level_points(level: int, points: float, scale: tuple[float, float, float] | None = None) -> float:
    """Points of a rubric level (0 Basic, 1 Emergent, 2 Proficient): 0, half, all; or a teacher's own `scale`."""
    if not 0 <= level < LEVELS:
        raise ValueError(f"level {level} is none of {LEVELS}")
    return scale[level] if scale else points * level / (LEVELS - 1)


def _share(kind: ItemKind, key: Any, response: Any) -> float | None:
    match kind:
        case ItemKind.CHOICE | ItemKind.TF3:
            return choice_share(key, response)
        case ItemKind.NUMBER:
            return number_share(key, response)
        case ItemKind.MULTI:
            return multi_share(key, response)
        case ItemKind.MATCH:
            return match_share(key, response)
        case ItemKind.ORDER:
            return order_share(key, response)
        case ItemKind.EVIDENCE:
            return evidence_share(key, response)
        case ItemKind.CLAIM_EVIDENCE:
            return claim_evidence_share(key, response)
        case ItemKind.OPEN:
            return None
