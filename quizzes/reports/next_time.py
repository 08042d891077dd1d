"""What a student may do next time, from what her wrong answer shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.types import ItemKind
from quizzes.models import FrozenItem
from quizzes.nlp.written.figures import read_figure
from quizzes.reports.wording import options_of
from quizzes.scoring.responses import blank


def next_time(item: FrozenItem, answer: Any) -> tuple[str, ...]:
    """What to do next time, for each misconception that the answer shows."""
    names = dict.fromkeys(_misconceptions(item, answer))
    return tuple(MISCONCEPTIONS[name].next_time for name in names if name in MISCONCEPTIONS)


def _misconceptions(item: FrozenItem, answer: Any) -> Iterable[str]:
    kind, options = ItemKind(item.kind), options_of(item)
    if blank(kind, answer):
        return []
    match kind:
        case ItemKind.CHOICE:
            chosen = [answer]
        case ItemKind.CLAIM_EVIDENCE:
            chosen = [answer.get("choice")]
        case ItemKind.MULTI:
            chosen = [code for code in answer if code not in item.key]
        case ItemKind.TF3:
            return [item.misconceptions.get(str(answer).lower(), "")]
        case ItemKind.MATCH:
            key = dict(item.key)
            chosen = [
                code for left, right in answer.items() if right != key.get(left) for code in (right, left)
            ]
        case ItemKind.NUMBER:
            given = read_figure(answer)
            return [
                name for figure, name in item.misconceptions.items() if given and read_figure(figure) == given
            ]
        case _:
            return []
    return [options[code]["misconception"] for code in chosen if code and options[code].get("misconception")]
