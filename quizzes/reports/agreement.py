"""How far two graders agree who have marked the same answers without seeing each other's mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.models import Assignment, FrozenItem, RubricMark
from quizzes.reports.counting import attempts_to_grade
from quizzes.reports.grading import token_of
from quizzes.scoring.analysis.kappa import FEW_MARKS, Agreement, agreement
from quizzes.scoring.points import LEVELS


@dataclass(frozen=True)
class MarkedTwice:
    """An answer with its first and second mark; `settled` is a mark given after both."""

    token: str
    item: FrozenItem
    text: str
    response: int
    first: RubricMark
    second: RubricMark
    settled: RubricMark | None

    @property
    def differs(self) -> bool:
        return self.first.level != self.second.level

    @property
    def apart(self) -> int:
        return abs(self.first.level - self.second.level)


@dataclass(frozen=True)
class ItemAgreement:
    """The answers to one item that two have marked, and how far they agree on them."""

    item: FrozenItem
    found: Agreement
    differing: tuple[MarkedTwice, ...]

    @property
    def has_few(self) -> bool:
        return self.found.n < FEW_MARKS

    @property
    def unsettled(self) -> int:
        return sum(pair.settled is None for pair in self.differing)


def agreements(assignment: Assignment) -> list[ItemAgreement]:
    """Item by item, items without an answer marked twice left out; three queries, four where the best attempt counts.

    Compared are the marks that each gave alone: the first as it was when the second came, not what was settled after.
    """
    attempts = [attempt.pk for attempt in attempts_to_grade(assignment)]
    twice = RubricMark.objects.standing().filter(is_second=True, response__attempt__in=attempts)
    marks = RubricMark.objects.standing().filter(response__in=twice.values("response"))
    by_response: dict[int, list[RubricMark]] = defaultdict(list)
    for mark in marks.select_related("response__item", "grader").order_by("pk"):
        by_response[mark.response_id].append(mark)
    by_item: dict[FrozenItem, list[MarkedTwice]] = defaultdict(list)
    for given in by_response.values():
        pair = _pair(given)
        if pair:
            by_item[pair.item].append(pair)
    return [_of_item(item, by_item[item]) for item in sorted(by_item, key=lambda item: item.order)]


def _pair(marks: Sequence[RubricMark]) -> MarkedTwice | None:
    """The first mark as it was when the second came; where that was undone, the one given in its place."""
    second = next(mark for mark in reversed(marks) if mark.is_second)
    counting = [mark for mark in marks if not mark.is_second]
    before = [mark for mark in counting if mark.pk < second.pk]
    if not counting:
        return None
    first = before[-1] if before else counting[0]
    response = first.response
    return MarkedTwice(
        token=token_of(response.item_id, response.pk),
        item=response.item,
        text=str(response.answer),
        response=response.pk,
        first=first,
        second=second,
        settled=counting[-1] if counting[-1].pk > max(first.pk, second.pk) else None,
    )


def _of_item(item: FrozenItem, pairs: Sequence[MarkedTwice]) -> ItemAgreement:
    differing = [pair for pair in pairs if pair.differs]
    # Those still to be talked about first, far apart before near; by token, so that no order tells who wrote what.
    differing.sort(key=lambda pair: (pair.settled is not None, -pair.apart, pair.token))
    found = agreement([(pair.first.level, pair.second.level) for pair in pairs], LEVELS)
    return ItemAgreement(item, found, tuple(differing))
