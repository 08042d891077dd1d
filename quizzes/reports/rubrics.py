"""The rubric of an open item as it holds in an assignment, its versions, and whom a change would change."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.flows.scoring import Scale, points_of_level
from quizzes.models import Assignment, FrozenItem, Rubric, RubricMark, Score
from quizzes.reports.counting import attempts_to_grade


@dataclass(frozen=True)
class LevelLine:
    """A level of the rubric: `value` 0 to 2, its name, text and points."""

    value: int
    name: str
    text: str
    points: float

    @property
    def key(self) -> int:
        """The key on which a grader presses for it."""
        return self.value + 1


@dataclass(frozen=True)
class RubricVersion:
    """`number` is 1 for the item's own, which nobody has changed: it has no author and no moment."""

    number: int
    levels: tuple[LevelLine, ...]
    reason: str = ""
    changed_by: str = ""
    changed_at: dt.datetime | None = None


@dataclass(frozen=True)
class Change:
    """A student whose points a new rubric changes."""

    name: str
    level: str
    old: float
    new: float


@dataclass(frozen=True)
class Preview:
    """What a new rubric does to the answers that are graded. `waiting` ones are graded by the new one."""

    changes: tuple[Change, ...]
    by_level: tuple[tuple[str, float, float, int], ...]
    """(level, old points, new points, how many answers), of the levels whose points change."""
    unchanged: int
    waiting: int


def rubric_now(assignment: Assignment, item: FrozenItem) -> RubricVersion:
    """The rubric that holds, in one query."""
    newest = Rubric.objects.filter(assignment=assignment, item=item).select_related("changed_by").first()
    return _version(newest) if newest else own_rubric(item)


def rubric_versions(assignment: Assignment, item: FrozenItem) -> list[RubricVersion]:
    """The newest first, the item's own last."""
    changed = Rubric.objects.filter(assignment=assignment, item=item).select_related("changed_by")
    return [*map(_version, changed), own_rubric(item)]


def own_rubric(item: FrozenItem) -> RubricVersion:
    return RubricVersion(1, _levels(item.key["levels"], (0, item.points / 2, item.points)))


def preview(assignment: Assignment, item: FrozenItem, points: Scale) -> Preview:
    """Whom other points for the levels would change: each mark keeps its level."""
    attempts = {a.pk: a for a in attempts_to_grade(assignment)}
    now = points_of_level(assignment, item)
    scores = list(Score.objects.filter(item=item, attempt__in=attempts).select_related("attempt__membership"))
    marks = RubricMark.objects.counting().filter(response__item=item, response__attempt__in=attempts)
    levels = {m.response.attempt_id: m.level for m in marks.select_related("response").order_by("pk")}
    graded = [(s, levels[s.attempt_id]) for s in scores if s.points is not None and s.attempt_id in levels]
    # Where a repaired key has given or taken the points, the rubric has no say.
    by_rubric = [(s, level) for s, level in graded if s.maximum and float(s.points or 0) == now[level]]
    moved = [(s, level) for s, level in by_rubric if points[level] != now[level]]
    counts = Counter(level for _, level in moved)
    names = [str(level.label) for level in RubricMark.Level]
    changes = [
        Change(str(s.attempt.membership), names[level], float(s.points or 0), points[level])
        for s, level in moved
    ]
    return Preview(
        tuple(sorted(changes, key=lambda change: change.name.casefold())),
        tuple((names[n], now[n], points[n], counts[n]) for n in range(3) if points[n] != now[n]),
        len(graded) - len(moved),
        sum(score.points is None for score in scores),
    )


def _version(rubric: Rubric) -> RubricVersion:
    who = str(rubric.changed_by) if rubric.changed_by else "somebody whose account is deleted"
    levels = _levels(rubric.levels, rubric.points)
    return RubricVersion(rubric.number, levels, rubric.reason, who, rubric.changed_at)


def _levels(texts: Sequence[str], points: Sequence[float]) -> tuple[LevelLine, ...]:
    together = zip(RubricMark.Level, texts, points, strict=True)
    return tuple(LevelLine(level.value, str(level.label), text, worth) for level, text, worth in together)
