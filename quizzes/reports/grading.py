"""The queue of open answers: by item, names hidden, like answers together, in an order that tells nothing.

An answer is known to the page by a token alone: the number of its row would tell who was first. A token differs from
item to item, so that two answers of one student cannot be joined.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from quizzes.items.types import ItemKind
from quizzes.models import Assignment, FrozenItem, GradingLease, Response, RubricMark, Score, User
from quizzes.reports.counting import attempts_to_grade
from quizzes.scoring.likeness import alike

MOST_LINES = 40
"""Different wordings shown for one mark; the rest of a larger group comes next."""


@dataclass(frozen=True)
class Line:
    """Answers in the very same words: `pks` are those of the responses, `tokens` what the page calls them."""

    text: str
    tokens: tuple[str, ...]
    pks: tuple[int, ...]

    @property
    def token(self) -> str:
        return self.tokens[0]

    @property
    def size(self) -> int:
        return len(self.pks)


@dataclass(frozen=True)
class AnswerGroup:
    """Like answers of one state; the commonest wording first. `level` is the newest mark's where they are graded."""

    lines: tuple[Line, ...]
    level: int | None = None
    held_by: str = ""
    """Name of another grader who has one of them before her."""
    held_until: dt.datetime | None = None

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def token(self) -> str:
        return self.first.token

    @property
    def size(self) -> int:
        return sum(line.size for line in self.lines)

    @property
    def pks(self) -> tuple[int, ...]:
        return tuple(sorted(pk for line in self.lines for pk in line.pks))

    @property
    def level_name(self) -> str:
        return "" if self.level is None else str(RubricMark.Level(self.level).label)


@dataclass(frozen=True)
class OpenItem:
    """How far an open item is graded. `is_left_out` where its key was found wrong and it counts for nobody."""

    item: FrozenItem
    answered: int
    graded: int
    is_left_out: bool = False

    @property
    def waiting(self) -> int:
        return self.answered - self.graded

    @property
    def share(self) -> float:
        return self.graded / self.answered if self.answered else 0.0


@dataclass(frozen=True)
class Queue:
    """The answers to one item for one grader: what waits, what is graded, what she may mark a second time unseen."""

    open_item: OpenItem
    waiting: tuple[AnswerGroup, ...]
    graded: tuple[AnswerGroup, ...]
    second: tuple[AnswerGroup, ...]

    def find(self, token: str) -> AnswerGroup | None:
        groups = (*self.waiting, *self.graded, *self.second)
        return next((g for g in groups if any(token in line.tokens for line in g.lines)), None)

    def beside(self, group: AnswerGroup, step: int) -> AnswerGroup | None:
        """The free group after (1) or before (-1) one in its part of the queue, round the end; None where it is alone."""
        part = next((p for p in (self.waiting, self.second, self.graded) if group in p), ())
        if not part:
            return None
        at = part.index(group)
        others = [part[(at + step * n) % len(part)] for n in range(1, len(part))]
        return next((other for other in others if not other.held_by), None)

    def free(self, part: tuple[AnswerGroup, ...]) -> AnswerGroup | None:
        return next((group for group in part if not group.held_by), None)


def open_items(assignment: Assignment) -> list[OpenItem]:
    """The open items of an assignment with how many handed-in answers are graded, in as many queries for any number."""
    attempts = attempts_to_grade(assignment)
    items = list(assignment.version.items.filter(kind=ItemKind.OPEN.value))
    given = Response.objects.filter(attempt__in=attempts, item__in=items)
    answered = {(r.item_id, r.attempt_id) for r in given if _says(r.answer)}
    graded: dict[int, int] = defaultdict(int)
    left_out = set()
    for score in Score.objects.filter(attempt__in=attempts, item__in=items):
        graded[score.item_id] += score.points is not None and (score.item_id, score.attempt_id) in answered
        if not score.maximum:
            left_out.add(score.item_id)
    return [
        OpenItem(item, sum(of == item.pk for of, _ in answered), graded[item.pk], item.pk in left_out)
        for item in items
    ]


def grading_queue(assignment: Assignment, item: FrozenItem, grader: User, at: dt.datetime) -> Queue:
    """The answers to one open item of all attempts that are graded, as `grader` may see them; seven queries."""
    attempts = attempts_to_grade(assignment)
    scores = {s.attempt_id: s for s in item.scores.filter(attempt__in=attempts)}
    responses = [r for r in item.responses.filter(attempt__in=attempts) if _says(r.answer)]
    marks = standing_marks(item, responses)
    waiting, second, graded = set(), set(), {}
    for response in responses:
        score = scores.get(response.attempt_id)
        if score is None or score.points is None:
            waiting.add(response.pk)
        elif waits_for_second(assignment, response.pk, marks[response.pk], grader):
            second.add(response.pk)
        else:
            counting = [mark.level for mark in marks[response.pk] if not mark.is_second]
            graded[response.pk] = counting[-1] if counting else None
    leases = _leases(item, grader, at)
    likes = _like_answers(responses, item)
    by_level = [{pk for pk, level in graded.items() if level == given} for given in (2, 1, 0, None)]
    is_left_out = any(not score.maximum for score in scores.values())
    return Queue(
        OpenItem(item, len(responses), len(responses) - len(waiting), is_left_out),
        _groups(likes, waiting, leases),
        tuple(
            g
            for of, level in zip(by_level, (2, 1, 0, None), strict=True)
            for g in _groups(likes, of, leases, level)
        ),
        _groups(likes, second, leases),
    )


def standing_marks(item: FrozenItem, responses: Iterable[Response]) -> Mapping[int, list[RubricMark]]:
    """response id → its marks that stand, first and second ones, the oldest first."""
    marks: dict[int, list[RubricMark]] = defaultdict(list)
    known = RubricMark.objects.standing().filter(response__in=[r.pk for r in responses]).order_by("pk")
    for mark in known:
        marks[mark.response_id].append(mark)
    return marks


def waits_for_second(
    assignment: Assignment, response: int, marks: Iterable[RubricMark], grader: User
) -> bool:
    """True where an answer is to be marked twice, has one mark, and that is not this grader's."""
    given = list(marks)
    return (
        bool(given)
        and is_marked_twice(assignment, response)
        and not any(mark.is_second or mark.grader_id == grader.pk for mark in given)
    )


def is_marked_twice(assignment: Assignment, response: int) -> bool:
    """Whether an answer is in the share that two graders mark. By hash: nobody picks, and a larger share only adds."""
    drawn = hashlib.sha256(
        f"twice/{assignment.pk}/{response}".encode()
    ).digest()  # no secret: a new one would draw anew
    return int.from_bytes(drawn[:4]) % 100 < assignment.double_marked


def token_of(item: int, response: int) -> str:
    """The name under which the grading page knows an answer."""
    key = settings.SECRET_KEY.encode()[:64]
    return hashlib.blake2b(f"answer/{item}/{response}".encode(), key=key, digest_size=8).hexdigest()


def _says(answer: object) -> bool:
    return bool(answer and str(answer).strip())


def _leases(item: FrozenItem, grader: User, at: dt.datetime) -> dict[int, GradingLease]:
    """response id → the lease that another grader holds now."""
    held = GradingLease.objects.filter(response__item=item, until__gt=at).exclude(grader=grader)
    return {lease.response_id: lease for lease in held.select_related("grader")}


def _like_answers(responses: list[Response], item: FrozenItem) -> list[list[tuple[str, str, int]]]:
    """Groups of (token, text, response id). By token, not by name or time: the order of handing in would tell who wrote what."""
    known = sorted((token_of(item.pk, r.pk), str(r.answer).strip(), r.pk) for r in responses)
    return [[known[place] for place in group] for group in alike(tuple(text for _, text, _ in known))]


def _groups(
    likes: list[list[tuple[str, str, int]]],
    of: set[int],
    leases: Mapping[int, GradingLease],
    level: int | None = None,
) -> tuple[AnswerGroup, ...]:
    """Those of the like answers that are in `of`: the largest groups first, so that a mark does the most."""
    groups = []
    for like in likes:
        wordings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for token, text, pk in like:
            if pk in of:
                wordings[text].append((token, pk))
        lines = [
            Line(text, tuple(t for t, _ in found), tuple(pk for _, pk in found))
            for text, found in wordings.items()
        ]
        lines.sort(key=lambda line: (-line.size, line.token))
        groups += [_group(lines[n : n + MOST_LINES], leases, level) for n in range(0, len(lines), MOST_LINES)]
    return tuple(sorted(groups, key=lambda group: (-group.size, group.token)))


def _group(lines: list[Line], leases: Mapping[int, GradingLease], level: int | None) -> AnswerGroup:
    held = next((leases[pk] for line in lines for pk in line.pks if pk in leases), None)
    return AnswerGroup(tuple(lines), level, str(held.grader) if held else "", held.until if held else None)
