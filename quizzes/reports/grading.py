"""The queue of open answers: by item, names hidden, like answers together, in an order that tells nothing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, FrozenItem, Response
from quizzes.reports.counting import attempts_to_grade


@dataclass(frozen=True)
class AnswerGroup:
    """Answers that say the same, case, marks and white space aside; `first` stands for all."""

    first: Response
    responses: tuple[Response, ...]

    @property
    def size(self) -> int:
        return len(self.responses)


@dataclass(frozen=True)
class OpenItem:
    item: FrozenItem
    answered: int
    graded: int

    @property
    def waiting(self) -> int:
        return self.answered - self.graded

    @property
    def share(self) -> float:
        return self.graded / self.answered if self.answered else 0.0


@dataclass(frozen=True)
class Queue:
    """What waits and what is graded for one item, each as groups of like answers."""

    open_item: OpenItem
    waiting: tuple[AnswerGroup, ...]
    graded: tuple[AnswerGroup, ...]

    def group_of(self, response_pk: int | None) -> AnswerGroup | None:
        """The group that holds a response; without one the first that waits."""
        groups = (*self.waiting, *self.graded)
        if response_pk is None:
            return self.waiting[0] if self.waiting else None
        return next((g for g in groups if any(r.pk == response_pk for r in g.responses)), None)


def open_items(assignment: Assignment) -> list[OpenItem]:
    """The open items of an assignment with how many handed-in answers are graded."""
    attempts = attempts_to_grade(assignment)
    lines = []
    for item in assignment.version.items.filter(kind=ItemKind.OPEN.value):
        scores = list(item.scores.filter(attempt__in=attempts).values_list("attempt", "points"))
        answered = {
            attempt
            for attempt, answer in item.responses.filter(attempt__in=attempts).values_list(
                "attempt", "answer"
            )
            if answer and str(answer).strip()
        }
        graded = sum(attempt in answered and points is not None for attempt, points in scores)
        lines.append(OpenItem(item, len(answered), graded))
    return lines


def grading_queue(assignment: Assignment, item: FrozenItem) -> Queue:
    """The answers to one open item of all attempts that are graded."""
    attempts = attempts_to_grade(assignment)
    points = dict(item.scores.filter(attempt__in=attempts).values_list("attempt", "points"))
    responses = [
        r
        for r in item.responses.filter(attempt__in=attempts).prefetch_related("marks__grader", "comments")
        if r.answer and str(r.answer).strip()
    ]
    waiting = [r for r in responses if points.get(r.attempt_id) is None]
    graded = [r for r in responses if points.get(r.attempt_id) is not None]
    return Queue(
        OpenItem(item, len(responses), len(graded)), _groups(waiting, item.pk), _groups(graded, item.pk)
    )


def fold_answer(text: str) -> str:
    """The words of an answer, by which like answers are put together."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _groups(responses: list[Response], seed: int) -> tuple[AnswerGroup, ...]:
    alike: dict[str, list[Response]] = {}
    for response in sorted(responses, key=lambda r: _shuffled(r, seed)):
        alike.setdefault(fold_answer(str(response.answer)), []).append(response)
    groups = [AnswerGroup(found[0], tuple(found)) for found in alike.values()]
    return tuple(sorted(groups, key=lambda g: -g.size))


def _shuffled(response: Response, seed: int) -> str:
    # By hash, not by name or time: the order of handing in would tell who wrote what.
    return hashlib.sha256(f"{seed}/{response.pk}".encode()).hexdigest()
