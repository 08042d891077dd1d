"""The queue of open answers: by item, names hidden, like answers together, in an order that tells nothing.

An answer is known to the page by a token alone: the number of its row would tell who was first. A token differs from
item to item, so that two answers of one student cannot be joined.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
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
    others: tuple[OpenItem, ...]
    """The assignment's other open items."""

    def find(self, token: str) -> AnswerGroup | None:
        groups = (*self.waiting, *self.graded, *self.second)
        return next((g for g in groups if any(token in line.tokens for line in g.lines)), None)

    def beside(self, group: AnswerGroup, step: int) -> AnswerGroup | None:
        """The free group after (1) or before (-1) one in its part of the queue, round the end; None where it is alone."""
        parts = [[g.token for g in part] for part in (self.waiting, self.second, self.graded)]
        of = next((n for n, tokens in enumerate(parts) if group.token in tokens), None)
        if of is None:
            return None
        part, at = (self.waiting, self.second, self.graded)[of], parts[of].index(group.token)
        others = [part[(at + step * n) % len(part)] for n in range(1, len(part))]
        return next((other for other in others if not other.held_by), None)


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark that stands; a thousand are read for a page, so that they are no rows of the model."""

    level: int
    grader_id: int | None
    is_second: bool


@dataclass(frozen=True, slots=True)
class Answer:
    pk: int
    attempt: int
    text: str


def open_items(assignment: Assignment) -> list[OpenItem]:
    """The open items of an assignment with how many handed-in answers are graded, in as many queries for any number."""
    return _open_items(assignment, [attempt.pk for attempt in attempts_to_grade(assignment)])


def _open_items(assignment: Assignment, attempts: list[int]) -> list[OpenItem]:
    items = list(assignment.version.items.filter(kind=ItemKind.OPEN.value))
    given = Response.objects.filter(attempt__in=attempts, item__in=items)
    rows = given.values_list("item_id", "attempt_id", "answer")
    answered = {(item, attempt) for item, attempt, answer in rows if _says(answer)}
    graded: dict[int, int] = defaultdict(int)
    left_out = set()
    scores = Score.objects.filter(attempt__in=attempts, item__in=items)
    for item_pk, attempt, points, maximum in scores.values_list("item_id", "attempt_id", "points", "maximum"):
        graded[item_pk] += points is not None and (item_pk, attempt) in answered
        if not maximum:
            left_out.add(item_pk)
    numbers = Counter(item for item, _ in answered)
    return [OpenItem(item, numbers[item.pk], graded[item.pk], item.pk in left_out) for item in items]


def grading_queue(assignment: Assignment, item: FrozenItem, grader: User, at: dt.datetime) -> Queue:
    """The answers to one open item of all attempts that are graded, as `grader` may see them."""
    attempts = [attempt.pk for attempt in attempts_to_grade(assignment)]
    scores = dict(item.scores.filter(attempt__in=attempts).values_list("attempt_id", "points"))
    rows = item.responses.filter(attempt__in=attempts).values_list("pk", "attempt_id", "answer")
    answers = [Answer(pk, attempt, str(answer).strip()) for pk, attempt, answer in rows if _says(answer)]
    marks = standing_marks([item.pk], attempts)
    waiting, second = set(), set()
    graded: dict[int | None, set[int]] = {2: set(), 1: set(), 0: set(), None: set()}
    for answer in answers:
        if scores.get(answer.attempt) is None:
            waiting.add(answer.pk)
        elif waits_for_second(assignment, answer.pk, marks[answer.pk], grader):
            second.add(answer.pk)
        else:
            counting = [mark.level for mark in marks[answer.pk] if not mark.is_second]
            graded[counting[-1] if counting else None].add(answer.pk)
    leases = _leases(item, grader, at)
    likes = _like_answers(answers, item)
    items = _open_items(assignment, attempts)
    return Queue(
        next(line for line in items if line.item.pk == item.pk),
        _groups(likes, waiting, leases),
        tuple(g for level, of in graded.items() for g in _groups(likes, of, leases, level)),
        _groups(likes, second, leases),
        tuple(line for line in items if line.item.pk != item.pk),
    )


def standing_marks(items: Iterable[int], attempts: Iterable[int]) -> Mapping[int, list[GivenMark]]:
    """response id → the marks that stand of answers to the items, first and second ones, the oldest first."""
    marks: dict[int, list[GivenMark]] = defaultdict(list)
    known = RubricMark.objects.standing().filter(response__attempt__in=attempts, response__item__in=items)
    rows = known.order_by("pk").values_list("response_id", "level", "grader_id", "is_second")
    for response, level, grader, is_second in rows:
        marks[response].append(GivenMark(level, grader, is_second))
    return marks


def waits_for_second(assignment: Assignment, response: int, marks: Iterable[GivenMark], grader: User) -> bool:
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


def _like_answers(answers: list[Answer], item: FrozenItem) -> list[list[tuple[str, str, int]]]:
    """Groups of (token, text, response id). By token, not by name or time: the order of handing in would tell who wrote what."""
    known = sorted((token_of(item.pk, a.pk), a.text, a.pk) for a in answers)
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
