"""What an answer earns once the key of its item was found to be wrong: the four policies, as Canvas has them.

Canvas's "both corrected and previously correct" is ACCEPT_ALSO, its "only the correct answer" REPLACE, its "everyone full
credit" FULL_CREDIT (app/models/quizzes/quiz_regrader/answer.rb); LEFT_OUT takes the item out of the total, as Moodle does
with a maximum of 0. One difference: where an answer earned a part before and earns less by the new key, ACCEPT_ALSO keeps
the part; Canvas keeps only full points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.nlp.written.figures import read_figure
from quizzes.scoring.points import score
from quizzes.scoring.responses import blank


class Policy(StrEnum):
    ACCEPT_ALSO = "accept_also"
    REPLACE = "replace"
    FULL_CREDIT = "full_credit"
    LEFT_OUT = "left_out"


TAKES_KEY = frozenset({Policy.ACCEPT_ALSO, Policy.REPLACE})
"""Policies that need a new key; an open item, which a grader marks, has only the other two."""


@dataclass(frozen=True)
class Repair:
    """`key` in the shape of the item's kind, for the policies of TAKES_KEY; `keeps_better` lets nobody lose by REPLACE."""

    policy: Policy
    key: Any = None
    keeps_better: bool = False


@dataclass(frozen=True)
class Earned:
    """Points out of `maximum`; `points` is None where an open answer waits to be graded."""

    points: float | None
    maximum: int


def repaired(kind: ItemKind, response: Any, own: float | None, points: int, repair: Repair) -> Earned:
    """What a response earns under a repair; `own` is what it earns by the item's own key or a grader's mark."""
    match repair.policy:
        case Policy.FULL_CREDIT:
            return Earned(points, points)
        case Policy.LEFT_OUT:
            return Earned(0, 0)
        case _:
            new = score(kind, repair.key, response, points)
            keeps = repair.policy is Policy.ACCEPT_ALSO or repair.keeps_better
            return Earned(max(own or 0, new or 0) if keeps else new, points)


class KeyMissing(ValueError):
    """The answer that is to count as right is not whole; its text says what is missing, to a teacher."""


def key_of(kind: ItemKind, answer: Any, own_key: Any) -> Any:
    """The key by which an answer of this kind earns every point; what is no part of an answer is as in the item's own key.

    Of ticked sentences one of each article is enough. Raises KeyMissing.
    """
    if blank(kind, answer):
        raise KeyMissing("Give the answer that is right.")
    match kind:
        case ItemKind.NUMBER:
            return {**own_key, **_figure(answer)}
        case ItemKind.MATCH:
            if len(answer) < len(own_key) or not all(answer.values()):
                raise KeyMissing("Choose a partner for each.")
            return [[left, answer[left]] for left, _ in own_key]
        case ItemKind.ORDER:
            if len(answer) < len(own_key) or None in answer:
                raise KeyMissing("Give each its own place.")
            return list(answer)
        case ItemKind.EVIDENCE:
            return _groups(answer)
        case ItemKind.CLAIM_EVIDENCE:
            if not answer.get("choice"):
                raise KeyMissing("Choose the right option too.")
            if not answer.get("evidence"):
                raise KeyMissing("Tick the sentences that prove it too.")
            return {**own_key, "choice": answer["choice"], "groups": _groups(answer["evidence"])}
        case _:
            return answer


def _figure(typed: str) -> dict[str, float]:
    figure = read_figure(typed)
    if figure is None:
        raise KeyMissing("Type a figure, such as 22, or two, such as 20 to 25.")
    low, high = (int(end) if float(end).is_integer() else end for end in figure)
    return {"low": low, "high": high}


def _groups(picks: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    letters = sorted({pick["article"] for pick in picks})
    return [[pick for pick in picks if pick["article"] == letter] for letter in letters]
