"""A student's result after release: answers, keys, reasons, and the matrix row with the sentences that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch

from quizzes.dealing import dealt_items
from quizzes.items.types import ItemKind
from quizzes.models import (
    Attempt,
    FrozenArticle,
    FrozenItem,
    GradeOverride,
    KeyRepair,
    Response,
    RubricMark,
    Score,
    StudentQuestion,
)
from quizzes.nlp.types import FindingKind
from quizzes.reports.attempt_sheet import SheetArticle, sheet_article
from quizzes.reports.next_time import next_time
from quizzes.reports.proofs import Column, Quote, proof_of
from quizzes.reports.skill_points import SkillPoints, skill_points
from quizzes.reports.wording import Line, answer_lines, lines_of_key

WITH_SOURCE = frozenset(
    {
        FindingKind.DISCREPANCY,
        FindingKind.AGREEMENT,
        FindingKind.UNATTRIBUTED_FIGURE,
        FindingKind.ANONYMOUS_SOURCE,
    }
)
"""Findings of which it matters that no source is given; a label or a headline is the outlet's own."""
OF_FIGURES = frozenset({FindingKind.DISCREPANCY, FindingKind.AGREEMENT})
"""Findings about what is reported; the others are about how it is told."""
LONG_REASON = 260
"""Characters: past this a reason would be a column of words beside the answers."""
CORRECTED = {
    KeyRepair.Policy.ACCEPT_ALSO: "another answer counts as right too.",
    KeyRepair.Policy.REPLACE: "the key was wrong, and this is the right one.",
    KeyRepair.Policy.FULL_CREDIT: "everybody has the full points.",
    KeyRepair.Policy.LEFT_OUT: "it counts for nobody and was taken out of the total.",
}


@dataclass(frozen=True)
class ItemFeedback:
    """`points` is None while an open answer waits to be graded; `level` is its rubric level, 0 to 2.

    `also` is what counts as right beside the key since the teacher has corrected the item.
    """

    pk: int
    number: int
    kind: str
    skill: str
    stem: str
    points: float | None
    maximum: int
    answer: tuple[Line, ...]
    key: tuple[Line, ...]
    rationale: str
    next_time: tuple[str, ...]
    row_title: str
    finding_kind: str
    relation: str
    row: tuple[Column, ...]
    proof: tuple[Quote, ...]
    stray: tuple[Quote, ...]
    level: int | None
    comments: tuple[Any, ...]
    also: tuple[Line, ...] = ()
    repair: KeyRepair | None = None
    questions: tuple[StudentQuestion, ...] = ()

    @property
    def is_right(self) -> bool:
        return self.points is not None and self.points >= self.maximum and not self.is_left_out

    @property
    def is_left_out(self) -> bool:
        return self.maximum == 0

    @property
    def corrected(self) -> str:
        """What the teacher has done about a wrong key, in words; "" where nothing was to be done."""
        return CORRECTED[KeyRepair.Policy(self.repair.policy)] if self.repair else ""

    @property
    def is_wordy(self) -> bool:
        """True where the reason needs the width of the page."""
        return len(self.rationale) > LONG_REASON

    @property
    def names_sources(self) -> bool:
        return self.finding_kind in WITH_SOURCE

    @property
    def silence(self) -> str:
        """What is said of an article without a cell in the row, as the matrix of the teacher says it."""
        return "not reported" if self.finding_kind in OF_FIGURES else "none found"

    @property
    def is_unfolded(self) -> bool:
        """True where points were lost, something was written, asked or corrected: that is what there is to look at."""
        is_told_about = bool(self.comments or self.questions or self.repair)
        return is_told_about or (self.points is not None and not self.is_right)

    @property
    def is_open(self) -> bool:
        return self.kind == ItemKind.OPEN

    @property
    def levels(self) -> tuple[tuple[str, bool], ...]:
        """The rubric's levels by name, and which was given."""
        return tuple((str(level.label), level.value == self.level) for level in RubricMark.Level)


@dataclass(frozen=True)
class Given:
    """An answer with what it earned: no points while it waits, rubric levels the newest first.

    `maximum` where it is not the item's own; `repair` where its key was found to be wrong and put right.
    """

    answer: Any
    points: float | None
    levels: tuple[int, ...] = ()
    comments: tuple[Any, ...] = ()
    maximum: int | None = None
    repair: KeyRepair | None = None


@dataclass(frozen=True)
class Feedback:
    """A result; without `items` where the points are all that is shown. `set_points` are the teacher's for the whole quiz."""

    points: float
    maximum: int
    pending: int
    items: tuple[ItemFeedback, ...] = ()
    articles: tuple[SheetArticle, ...] = ()
    set_points: float | None = None

    @property
    def pending_points(self) -> int:
        return sum(item.maximum for item in self.items if item.points is None)

    @property
    def skills(self) -> tuple[SkillPoints, ...]:
        return skill_points(self.items)

    @property
    def hint(self) -> str:
        """The one piece of advice that would have won the most points; "" where no answer shows what misled her."""
        lost: dict[str, float] = {}
        for item in self.items:
            for advice in item.next_time[:1] if item.points is not None and not item.is_right else ():
                lost[advice] = lost.get(advice, 0) + item.maximum - (item.points or 0)
        return max(lost, key=lambda advice: lost[advice], default="")


def attempt_points(attempt: Attempt) -> Feedback:
    """The points of a submitted attempt and nothing of keys or reasons, in two queries."""
    scores = list(attempt.scores.values_list("points", "maximum"))
    return Feedback(
        points=float(sum(points or 0 for points, _ in scores)),
        maximum=sum(maximum for _, maximum in scores),
        pending=sum(points is None for points, _ in scores),
        set_points=_set_points(attempt),
    )


def attempt_feedback(attempt: Attempt) -> Feedback:
    """The whole result of a submitted attempt, in nine queries. Call it after release only."""
    articles = list(attempt.assignment.version.articles.all())
    marks = Prefetch("marks", RubricMark.objects.counting())
    responses = {r.item_id: r for r in attempt.responses.prefetch_related(marks, "comments__author")}
    scores = {s.item_id: s for s in attempt.scores.all()}
    repairs = {r.item_id: r for r in KeyRepair.objects.standing().filter(assignment=attempt.assignment_id)}
    asked = StudentQuestion.objects.filter(membership=attempt.membership_id, assignment=attempt.assignment_id)
    questions = list(asked.select_related("answered_by").order_by("asked_at", "pk"))
    items = []
    for number, item in enumerate(dealt_items(attempt), 1):
        given = _given(responses.get(item.pk), scores.get(item.pk), repairs.get(item.pk))
        mine = tuple(q for q in questions if q.item_id == item.pk)
        items.append(replace(_item(number, item, articles, given), questions=mine))
    return replace(_total(items, articles), set_points=_set_points(attempt))


def feedback_on(
    items: Sequence[FrozenItem], articles: Sequence[FrozenArticle], given: Sequence[Given]
) -> Feedback:
    """The result of answers that nobody has handed in, an entry of `given` for each item; no query."""
    together = enumerate(zip(items, given, strict=True), 1)
    return _total(
        [_item(number, item, articles, answered) for number, (item, answered) in together], articles
    )


def _set_points(attempt: Attempt) -> float | None:
    overrides = GradeOverride.objects.filter(
        assignment=attempt.assignment_id, membership=attempt.membership_id
    )
    points = overrides.values_list("points", flat=True).first()
    return None if points is None else float(points)


def _given(response: Response | None, score: Score | None, repair: KeyRepair | None) -> Given:
    points = None if score is None or score.points is None else float(score.points)
    maximum = score.maximum if score else None
    if response is None:
        return Given(None, points, maximum=maximum, repair=repair)
    return Given(
        response.answer,
        points,
        tuple(mark.level for mark in response.marks.all()),
        tuple(response.comments.all()),
        maximum,
        repair,
    )


def _total(items: Sequence[ItemFeedback], articles: Sequence[FrozenArticle]) -> Feedback:
    return Feedback(
        points=sum(item.points or 0 for item in items),
        maximum=sum(item.maximum for item in items),
        pending=sum(item.points is None for item in items),
        items=tuple(items),
        articles=tuple(map(sheet_article, articles)),
    )


def _item(number: int, item: FrozenItem, articles: Sequence[FrozenArticle], given: Given) -> ItemFeedback:
    answer, repair = given.answer, given.repair
    keys = keys_that_hold(item, repair)
    proof = proof_of(item, answer, articles, keys)
    return ItemFeedback(
        pk=item.pk,
        number=number,
        kind=item.kind,
        skill=item.skill,
        stem=item.stem,
        points=given.points,
        maximum=item.points if given.maximum is None else given.maximum,
        answer=answer_lines(item, answer),
        key=lines_of_key(item, keys[0]),
        also=tuple(line for key in keys[1:] for line in lines_of_key(item, key)),
        # Where the key was wrong, so was the reason that was given for it.
        rationale="" if is_replaced(repair) else item.rationale,
        next_time=next_time(item, answer),
        row_title=item.row_title,
        finding_kind=item.finding_kind,
        relation=item.relation,
        row=proof.row,
        proof=proof.cited,
        stray=proof.stray,
        level=given.levels[0] if given.levels else None,
        comments=given.comments,
        repair=repair,
    )


def keys_that_hold(item: FrozenItem, repair: KeyRepair | None) -> list[Any]:
    """The key that counts, and after it what counts as well."""
    if repair is None or repair.key is None:
        return [item.key]
    return [repair.key] if is_replaced(repair) else [item.key, repair.key]


def is_replaced(repair: KeyRepair | None) -> bool:
    return repair is not None and repair.policy == KeyRepair.Policy.REPLACE
