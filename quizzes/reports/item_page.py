"""One item of an assignment beside what the articles say: for a teacher who wants to know what went wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.models import Assignment, FrozenItem, User
from quizzes.reports.answer_events import AnswerEvents, answer_events
from quizzes.reports.feedback import ItemFeedback
from quizzes.reports.item_analysis import ItemFigures, figures_at
from quizzes.reports.mark_sheet import given_answers, mark_sheet
from quizzes.reports.overview import counts_words
from quizzes.reports.pooling import Pooled, pooled_figures
from quizzes.reports.repairs import evidence_of
from quizzes.reports.wording import Line
from quizzes.reports.wording import key_lines as lines_of_key


@dataclass(frozen=True)
class ItemPage:
    """`evidence` is what the articles say; `pooled` None where no other class adds attempts."""

    figures: ItemFigures
    events: AnswerEvents
    counts: str
    waiting: int | None
    key: tuple[Line, ...]
    evidence: ItemFeedback
    pooled: Pooled | None
    before: FrozenItem | None
    after: FrozenItem | None


def item_page(assignment: Assignment, item: FrozenItem, user: User) -> ItemPage:
    """Everything about an item, in a number of queries that no class changes."""
    sheet = mark_sheet(assignment)
    place = next(n for n, other in enumerate(sheet.items) if other.pk == item.pk)
    answers = given_answers([assignment], {item.pk: item.pk}, sheet.counted)[item.pk]
    figures = figures_at(sheet, place, answers)
    return ItemPage(
        figures=figures,
        events=answer_events(sheet)[item.pk],
        counts=counts_words(sheet),
        waiting=sheet.waiting,
        key=lines_of_key(item),
        evidence=evidence_of(item, assignment.version.articles.all()),
        pooled=None if figures.policy else pooled_figures(sheet, place, user),
        before=sheet.items[place - 1] if place else None,
        after=sheet.items[place + 1] if place + 1 < len(sheet.items) else None,
    )
