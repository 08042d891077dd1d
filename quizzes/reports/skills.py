"""Students × skills over one quiz or several: shares of points, and whether they allow a word about the student."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import FloatField
from django.db.models.functions import Cast

from quizzes.items.skills import SKILLS, SkillInfo
from quizzes.items.types import Skill
from quizzes.models import Assignment, Attempt, Classroom, FrozenItem, Membership, Score
from quizzes.reports.counting import counted_across
from quizzes.reports.misconceptions import Scored, Shown, shown_in
from quizzes.scoring.analysis.intervals import Interval, mastery, wilson

ENOUGH_ITEMS = 3
"""Below this a skill is only counted: two items say more about the items than about the student."""
SECURE_ABOVE, NOT_YET_BELOW = 0.8, 0.5
"""Between which bounds a student's share must not lie for a word: the whole 80 % interval above, or below."""


class Level(StrEnum):
    SECURE = "secure"
    OPEN = "between, or not yet sure"
    NOT_YET = "not yet"
    FEW = "too few items to say"
    NONE = "not asked"


@dataclass(frozen=True)
class Cell:
    """One student's points in one skill; `interval` is that of her share where there are items enough."""

    earned: float
    possible: int
    items: int
    interval: Interval | None
    level: Level

    @property
    def share(self) -> float:
        return self.earned / self.possible if self.possible else 0.0


@dataclass(frozen=True)
class SkillRow:
    student: Membership
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class SkillColumn:
    """A skill over the class: the mean of the students' shares, with an interval no narrower than theirs."""

    info: SkillInfo
    students: int
    items: int
    share: float | None
    interval: Interval | None
    secure: tuple[Membership, ...]
    not_yet: tuple[Membership, ...]


@dataclass(frozen=True)
class SkillMap:
    columns: tuple[SkillColumn, ...]
    rows: tuple[SkillRow, ...]
    shown: tuple[Shown, ...]
    """The misconceptions that the same answers show."""
    attempts: int
    quizzes: int

    @property
    def to_reteach(self) -> tuple[SkillColumn, ...]:
        """The skills that some students have not yet, most of them first."""
        return tuple(sorted((c for c in self.columns if c.not_yet), key=lambda c: -len(c.not_yet)))


def assignment_skills(assignment: Assignment) -> SkillMap:
    """The map of one quiz, over who took it, in seven queries whatever the size of the class."""
    taken = counted_across([assignment])
    students = Membership.objects.admitted().filter(pk__in=[a.membership_id for a in taken])
    return skill_map([assignment], taken, students)


def classroom_skills(classroom: Classroom) -> SkillMap:
    """The map over all quizzes of a class, of the students who are in it now, in eight queries."""
    given = list(classroom.assignments.all())
    return skill_map(given, counted_across(given), classroom.memberships.admitted())


def skill_map(
    assignments: Collection[Assignment],
    taken: Collection[Attempt],
    students: Collection[Membership],
) -> SkillMap:
    """The map of counted attempts, by name; students without one are left out."""
    known = {student.pk: student for student in students}
    taken = [attempt for attempt in taken if attempt.membership_id in known]
    items = items_of(assignments)
    scored = _scored(taken)
    points = _points(scored, items)
    asked = [skill for skill in SKILLS if any(skill in of for of in points.values())]
    rows = tuple(
        SkillRow(student, tuple(_cell(points[pk].get(skill)) for skill in asked))
        for pk, student in known.items()
        if pk in points
    )
    return SkillMap(
        columns=tuple(_column(SKILLS[skill], n, rows, items) for n, skill in enumerate(asked)),
        rows=rows,
        shown=shown_in(taken, scored, items, known),
        attempts=len(taken),
        quizzes=len({attempt.assignment_id for attempt in taken}),
    )


def items_of(assignments: Collection[Assignment]) -> dict[int, FrozenItem]:
    """The items of the quizzes by id, each with its version."""
    versions = {assignment.version_id for assignment in assignments}
    return {i.pk: i for i in FrozenItem.objects.filter(version__in=versions).select_related("version")}


def _scored(taken: Collection[Attempt]) -> list[Scored]:
    """What is scored; what waits to be graded and what was left out is not counted."""
    student = {attempt.pk: attempt.membership_id for attempt in taken}
    found = Score.objects.filter(attempt__in=list(student), points__isnull=False, maximum__gt=0).order_by()
    rows = found.values_list("attempt_id", "item_id", Cast("points", FloatField()), "maximum")
    return [
        Scored(student[attempt], item, earned or 0.0, possible) for attempt, item, earned, possible in rows
    ]


Points = dict[int, dict[Skill, tuple[float, int, int]]]
"""student → skill → points earned, points possible, number of items."""


def _points(scored: Collection[Scored], items: Mapping[int, FrozenItem]) -> Points:
    found: Points = defaultdict(dict)
    for one in scored:
        of, skill = found[one.student], Skill(items[one.item].skill)
        earned, possible, count = of.get(skill, (0.0, 0, 0))
        of[skill] = (earned + one.earned, possible + one.possible, count + 1)
    return found


def _cell(points: tuple[float, int, int] | None) -> Cell:
    if points is None:
        return Cell(0.0, 0, 0, None, Level.NONE)
    earned, possible, items = points
    if items < ENOUGH_ITEMS:
        return Cell(earned, possible, items, None, Level.FEW)
    interval = mastery(earned, possible)
    return Cell(earned, possible, items, interval, _level(interval))


def _level(interval: Interval | None) -> Level:
    if interval is None:
        return Level.FEW
    if interval.lies_above(SECURE_ABOVE):
        return Level.SECURE
    return Level.NOT_YET if interval.lies_below(NOT_YET_BELOW) else Level.OPEN


def _column(
    info: SkillInfo, n: int, rows: Collection[SkillRow], items: Mapping[int, FrozenItem]
) -> SkillColumn:
    asked = [row for row in rows if row.cells[n].possible]
    share = sum(row.cells[n].share for row in asked) / len(asked) if asked else None
    return SkillColumn(
        info=info,
        students=len(asked),
        items=sum(item.skill == info.skill for item in items.values()),
        share=share,
        # A mean of shares spreads no wider than one of rights and wrongs of the same size.
        interval=None if share is None else wilson(share, len(asked)),
        secure=tuple(row.student for row in asked if row.cells[n].level == Level.SECURE),
        not_yet=tuple(row.student for row in asked if row.cells[n].level == Level.NOT_YET),
    )
