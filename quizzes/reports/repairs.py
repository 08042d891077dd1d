"""An item whose key may be wrong: what the class answered, what the articles say, and whom a repair would move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from quizzes.access import MANAGERS
from quizzes.flows.scoring import own_points, rounded, under
from quizzes.models import (
    Assignment,
    Attempt,
    FrozenArticle,
    FrozenItem,
    GradeOverride,
    KeyRepair,
    Membership,
    Score,
    User,
)
from quizzes.reports.answers_given import AnswerLine, answer_lines
from quizzes.reports.attempt_sheet import SheetArticle, sheet_article
from quizzes.reports.counting import counted_attempts
from quizzes.reports.feedback import Given, ItemFeedback, feedback_on
from quizzes.reports.roll import answers_of, roll_of, students_of
from quizzes.reports.wording import Line, lines_of_key
from quizzes.scoring.repairs import Earned, Repair


@dataclass(frozen=True)
class RepairPage:
    """`counted` attempts answered as `lines` count; `shown` holds what the articles say."""

    lines: tuple[AnswerLine, ...]
    lines_title: str
    counted: int
    key: tuple[Line, ...]
    shown: ItemFeedback
    articles: tuple[SheetArticle, ...]
    standing: KeyRepair | None
    standing_key: tuple[Line, ...]


def repair_page(assignment: Assignment, item: FrozenItem) -> RepairPage:
    """Everything that a teacher needs to see whether a key is wrong, in eight queries at the most."""
    articles = list(assignment.version.articles.all())
    roll = roll_of(assignment)
    counted = [attempt for pk, attempt in roll.counted.items() if not roll.is_excused(pk)]
    answers = answers_of(counted, [item])
    scores = list(Score.objects.filter(attempt__in=counted, item=item))
    title, lines = answer_lines(item, [answers.get((a.pk, item.pk)) for a in counted], scores)
    standing = repairs_of(assignment).get(item.pk)
    key = standing.key if standing else None
    return RepairPage(
        lines=tuple(lines),
        lines_title=title,
        counted=len(counted),
        key=lines_of_key(item, item.key),
        shown=evidence_of(item, articles),
        articles=tuple(sheet_article(article) for article in articles),
        standing=standing,
        standing_key=lines_of_key(item, key) if key is not None else (),
    )


def repairs_of(assignment: Assignment) -> dict[int, KeyRepair]:
    """item id → the repair that stands, with who made it."""
    rows = KeyRepair.objects.standing().filter(assignment=assignment).select_related("made_by")
    return {row.item_id: row for row in rows}


def evidence_of(item: FrozenItem, articles: Iterable[FrozenArticle]) -> ItemFeedback:
    """The item's matrix row and proof as a student's feedback shows them, with nobody's answer."""
    return feedback_on([item], list(articles), [Given(None, None)]).items[0]


def same_elsewhere(assignment: Assignment, user: User) -> list[Assignment]:
    """Where else the user may repair the same version: each with `handed_in`, students who have; one query."""
    mine = Q(classroom__memberships__user=user, classroom__memberships__role__in=MANAGERS)
    found = Assignment.objects.filter(mine, version=assignment.version_id, classroom__deleted_at__isnull=True)
    done = Count("attempts__membership", filter=Q(attempts__submitted_at__isnull=False), distinct=True)
    others = found.exclude(pk=assignment.pk).select_related("classroom", "version")
    return list(others.annotate(handed_in=done).order_by("classroom__name", "pk"))


# --- Before and after ---


@dataclass(frozen=True)
class Total:
    """What an attempt adds up to; `waiting` open answers come on top."""

    points: float
    maximum: int
    waiting: int = 0

    @property
    def share(self) -> float | None:
        """0 to 1; None where nothing counts."""
        return self.points / self.maximum if self.maximum else None


@dataclass(frozen=True)
class Change:
    """A student's counted total before and after a repair."""

    student: Membership
    before: Total
    after: Total

    @property
    def direction(self) -> int:
        """1 up, -1 down by the share of what counts; 0 where it stays, as where one of the two has none."""
        one, other = self.before.share, self.after.share
        if one is None or other is None:
            return 0
        return (other > one) - (other < one)


@dataclass(frozen=True)
class Preview:
    """Whom a repair moves; `fixed` students have points set by hand, which stay whatever their answers earn."""

    changes: tuple[Change, ...]
    counted: int
    fixed: int

    @property
    def up(self) -> int:
        return sum(change.direction > 0 for change in self.changes)

    @property
    def down(self) -> int:
        return sum(change.direction < 0 for change in self.changes)

    @property
    def same(self) -> int:
        return self.counted - len(self.changes) - self.fixed


def preview(assignment: Assignment, item: FrozenItem, repair: Repair | None) -> Preview:
    """Each student's total as it stands and as it would be, in nine queries whatever the size of the class."""
    attempts = list(assignment.attempts.submitted().order_by("membership", "number"))
    before = totals_of(attempts)
    own = own_points(assignment=assignment, attempts=attempts, items=[item])
    now = {s.attempt_id: s for s in Score.objects.filter(attempt__in=attempts, item=item)}
    after = {
        a.pk: _after(before.get(a.pk), now.get(a.pk), under(repair, item, own[a.pk, item.pk]))
        for a in attempts
    }
    students = {student.pk: student for student in students_of(assignment)}
    fixed = set(GradeOverride.objects.filter(assignment=assignment).values_list("membership", flat=True))
    counted = _counted(assignment, attempts, before), _counted(assignment, attempts, after)
    changes = [
        Change(students[pk], before[counted[0][pk].pk], after[attempt.pk])
        for pk, attempt in counted[1].items()
        if pk in students and pk not in fixed and counted[0][pk].pk in before
    ]
    moved = [change for change in changes if change.before != change.after]
    moved.sort(key=lambda change: (change.direction, change.student.name_key))
    return Preview(tuple(moved), len(counted[1]), len(fixed & counted[1].keys()))


def _counted(
    assignment: Assignment, attempts: Iterable[Attempt], totals: Mapping[int, Total]
) -> dict[int, Attempt]:
    return counted_attempts(assignment, attempts, {pk: total.points for pk, total in totals.items()})


def totals_of(attempts: Iterable[Attempt]) -> dict[int, Total]:
    """attempt id → what it adds up to; one query."""
    sums: Any = Score.objects.filter(attempt__in=list(attempts)).order_by().values("attempt")
    rows = sums.annotate(p=Sum("points"), m=Sum("maximum"), w=Count("pk", filter=Q(points__isnull=True)))
    return {row["attempt"]: Total(float(row["p"] or 0), row["m"], row["w"]) for row in rows}


def _after(before: Total | None, now: Score | None, earned: Earned) -> Total:
    before = before or Total(0, 0)
    was = float(now.points) if now and now.points is not None else 0.0
    points = rounded(earned.points)
    return Total(
        points=round(before.points - was + float(points or 0), 3),
        maximum=before.maximum - (now.maximum if now else 0) + earned.maximum,
        waiting=before.waiting - bool(now and now.points is None) + (points is None),
    )
