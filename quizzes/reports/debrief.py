"""What to talk about with a class after a quiz: the items chosen and ranked from its results.

The rule, in full:

1. Only items with at least five graded answers (blanks are answers, and missed) and whose key stands are talked about.
2. Most missed first, in steps of ten points of the facility: a class of 25 cannot tell 0.52 from 0.58 (its standard
   error is ten points). Within a step first comes what shows a misconception that recurs: one that at least three
   students fell for in two items or more. Then a kind of finding not talked about yet, the exact facility, the order
   of the quiz.
3. Spread: for each item of the same finding kind that stands before it, an item moves back one step, so that the second
   death toll comes after a headline that was missed nearly as often, and not after one that all got right.
4. Proposed are the first five of which the class lost more than a fifth of the points (above that a skill is called
   secure), two minutes each for ten minutes; where that is fewer than three, the first three.
A teacher changes the order, skips what she likes and takes in what was not proposed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import FloatField, TextField
from django.db.models.functions import Cast

from quizzes.models import Assignment, FrozenItem, KeyRepair, Response, Score
from quizzes.reports.misconceptions import shown_by
from quizzes.reports.roll import roll_of
from quizzes.scoring.statistics import facility

ENOUGH = 5
"""Answers below which nothing is said of a class: who gave them could be guessed."""
RECURS = 3
"""Students who fall for one misconception in two items or more: one or two may have misread twice."""
STEPS = 10
SECURE = 0.8
PROPOSED, AT_LEAST = 5, 3

Repairs = Mapping[int, KeyRepair]


@dataclass(frozen=True)
class ClassAnswers:
    """What the attempts that count hold, who is excused left out: an entry in `given` for each, None for a blank."""

    items: tuple[FrozenItem, ...]
    students: tuple[int, ...]
    given: Mapping[int, Mapping[int, Any]]
    """item id → membership id → answer."""
    points: Mapping[int, Mapping[int, float | None]]
    """item id → membership id → points, None for what waits to be graded."""
    repairs: Repairs

    def answers(self, item: FrozenItem) -> list[Any]:
        given = self.given.get(item.pk, {})
        return [given.get(student) for student in self.students]

    def graded(self, item: FrozenItem) -> list[float]:
        return [points for points in self.points.get(item.pk, {}).values() if points is not None]


@dataclass(frozen=True)
class Topic:
    """An item as something to talk about. `misconception` is what most fell for, `why_not` why it is not talked about."""

    item: FrozenItem
    facility: float | None
    graded: int
    misconception: str = ""
    recurs: bool = False
    why_not: str = ""

    @property
    def lost(self) -> float:
        return 0.0 if self.facility is None else 1 - self.facility

    @property
    def step(self) -> int:
        """0 where nobody earned anything, 10 where all earned everything."""
        return int(round((self.facility or 0) * STEPS, 6))

    @property
    def is_proposed_by_points(self) -> bool:
        return self.facility is not None and self.facility < SECURE


@dataclass(frozen=True)
class Plan:
    """The topics of a debrief in order, and those left out: `skipped` may be taken in, `untold` cannot be talked about."""

    topics: tuple[Topic, ...]
    skipped: tuple[Topic, ...]
    untold: tuple[Topic, ...]
    students: int
    is_proposed: bool
    """True where the teacher has changed nothing."""

    @property
    def order(self) -> list[int]:
        return [topic.item.pk for topic in self.topics]

    def place(self, item: int) -> int:
        """The place of an item from 1, 0 where it is not among the topics."""
        return self.order.index(item) + 1 if item in self.order else 0


def class_answers(assignment: Assignment) -> ClassAnswers:
    """The answers and points that count, in six queries whatever the size of the class, seven where the best counts."""
    items = tuple(assignment.version.items.all())
    roll = roll_of(assignment)
    counted = {pk: attempt for pk, attempt in roll.counted.items() if not roll.is_excused(pk)}
    student_of = {attempt.pk: pk for pk, attempt in counted.items()}
    given: dict[int, dict[int, Any]] = defaultdict(dict)
    found = Response.objects.filter(attempt__in=student_of).order_by()
    parsed = cache(json.loads)  # of thousands of answers few differ
    for attempt, item, text in found.values_list("attempt_id", "item_id", Cast("answer", TextField())):
        given[item][student_of[attempt]] = None if text is None else parsed(text)
    points: dict[int, dict[int, float | None]] = defaultdict(dict)
    scores = Score.objects.filter(attempt__in=student_of).order_by()
    earned = scores.values_list("attempt_id", "item_id", Cast("points", FloatField()))
    for attempt, item, number in earned:
        points[item][student_of[attempt]] = number
    standing = {
        repair.item_id: repair for repair in KeyRepair.objects.filter(assignment=assignment).standing()
    }
    return ClassAnswers(items, tuple(counted), given, points, standing)


def topics_of(answers: ClassAnswers) -> list[Topic]:
    """Every item of the quiz as a topic, in the order of the quiz."""
    shown = {item.pk: _shown(item, answers) for item in answers.items}
    held = _held_twice(shown.values())
    return [_topic(item, answers, shown[item.pk], held) for item in answers.items]


def _shown(item: FrozenItem, answers: ClassAnswers) -> dict[int, frozenset[str]]:
    """membership id → the misconceptions that the student's answer to the item shows."""
    given = answers.given.get(item.pk, {})
    different = {repr(answer): answer for answer in given.values()}
    shown = {text: frozenset(shown_by(item, answer)) for text, answer in different.items()}
    return {student: shown[repr(answer)] for student, answer in given.items()}


def _held_twice(shown: Iterable[Mapping[int, frozenset[str]]]) -> frozenset[str]:
    """The misconceptions that recur (see RECURS)."""
    times = Counter((student, name) for item in shown for student, names in item.items() for name in names)
    holders = Counter(name for (_, name), n in times.items() if n > 1)
    return frozenset(name for name, n in holders.items() if n >= RECURS)


def _topic(
    item: FrozenItem, answers: ClassAnswers, shown: Mapping[int, frozenset[str]], held: frozenset[str]
) -> Topic:
    graded = answers.graded(item)
    fell = Counter(name for names in shown.values() for name in names)
    most = min(fell, key=lambda name: (-fell[name], name), default="")
    most = most if fell[most] >= RECURS else ""
    repair = answers.repairs.get(item.pk)
    gone = repair is not None and repair.policy in (KeyRepair.Policy.LEFT_OUT, KeyRepair.Policy.FULL_CREDIT)
    why_not = ""
    if gone:
        why_not = "its key was found to be wrong"
    elif len(graded) < ENOUGH:
        waits = len(answers.points.get(item.pk, ())) - len(graded)
        why_not = f"{waits} answers wait to be graded" if waits else f"fewer than {ENOUGH} answers"
    return Topic(item, facility(graded, item.points), len(graded), most, most in held, why_not)


def ranked(topics: Iterable[Topic]) -> list[Topic]:
    """The topics by the rule above, those that cannot be talked about left out."""
    left = [topic for topic in topics if not topic.why_not]
    chosen: list[Topic] = []
    kinds: Counter[str] = Counter()
    while left:
        nearest = min(left, key=lambda topic: _rank(topic, kinds))
        left.remove(nearest)
        chosen.append(nearest)
        kinds[nearest.item.finding_kind] += 1
    return chosen


def _rank(topic: Topic, kinds: Counter[str]) -> tuple[int, bool, int, float, int]:
    spread = kinds[topic.item.finding_kind] if topic.item.finding_kind else 0
    return topic.step + spread, not topic.recurs, spread, topic.facility or 0.0, topic.item.order


def proposed(ranking: Sequence[Topic]) -> list[Topic]:
    """Those of a ranking that a debrief takes up by itself."""
    missed = [topic for topic in ranking if topic.is_proposed_by_points][:PROPOSED]
    return missed if len(missed) >= AT_LEAST else list(ranking[:AT_LEAST])


def plan(answers: ClassAnswers, chosen: Sequence[int] | None = None) -> Plan:
    """The debrief as proposed, or with the items that the teacher has `chosen`, in her order."""
    topics = topics_of(answers)
    ranking = ranked(topics)
    by_item = {topic.item.pk: topic for topic in ranking}
    taken = proposed(ranking) if chosen is None else [by_item[pk] for pk in chosen if pk in by_item]
    return Plan(
        topics=tuple(taken),
        skipped=tuple(topic for topic in ranking if topic not in taken),
        untold=tuple(topic for topic in topics if topic.why_not),
        students=len(answers.students),
        is_proposed=chosen is None,
    )
