"""One group of like answers as the grading page shows it: wordings with their differences, comments, draft, what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from quizzes.models import Comment, GradingDraft, RubricMark, SavedComment, User
from quizzes.reports.grading import AnswerGroup, Line, Queue
from quizzes.scoring.likeness import Piece, differences

PER_PAGE = 12
"""Groups in one list beside the answer: what fits on a screen."""


@dataclass(frozen=True)
class LineSheet:
    """A wording beside the first; `is_same` where it differs in case, marks, space and slips alone."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return not any(piece.is_other for piece in self.pieces)


@dataclass(frozen=True)
class CommentSheet:
    """A comment that answers of the group have already, and how many."""

    text: str
    author: str
    is_own: bool
    size: int


@dataclass(frozen=True)
class GroupSheet:
    group: AnswerGroup
    others: tuple[LineSheet, ...]
    comments: tuple[CommentSheet, ...]
    draft: GradingDraft | None

    @property
    def level(self) -> int | None:
        """The level chosen so far: the draft's, or the one that the answers have."""
        return self.draft.level if self.draft else self.group.level

    @property
    def comment(self) -> str:
        return self.draft.comment if self.draft else ""


@dataclass(frozen=True)
class SavedLevel:
    """What a grader has kept for answers of one level."""

    value: int
    name: str
    comments: tuple[SavedComment, ...]


@dataclass(frozen=True)
class QueueList:
    """A part of the queue, a page of it: the one that holds the group shown, unless another is asked for."""

    name: str
    title: str
    count: int
    page: Page[AnswerGroup]


def group_sheet(group: AnswerGroup, grader: User, *, is_second: bool) -> GroupSheet:
    """In two queries. A second grader sees no comment of the first: it would tell the mark."""
    lines = [LineSheet(line, differences(group.first.text, line.text)) for line in group.lines[1:]]
    drafts = GradingDraft.objects.filter(response__in=group.pks, grader=grader)
    return GroupSheet(
        group,
        tuple(sorted(lines, key=lambda sheet: not sheet.is_same)),
        () if is_second else _comments(group, grader),
        drafts.order_by("-saved_at").first(),
    )


def saved_comments(grader: User) -> list[SavedLevel]:
    """What the grader has kept, level by level, the last used first; one query."""
    kept = list(SavedComment.objects.filter(author=grader).order_by("-used_at", "-pk"))
    return [
        SavedLevel(level.value, str(level.label), tuple(s for s in kept if s.level == level.value))
        for level in RubricMark.Level
    ]


def queue_lists(queue: Queue, group: AnswerGroup | None, asked: dict[str, str]) -> list[QueueList]:
    """The parts of the queue that are not empty; `asked` is the page asked for by the part's name."""
    parts = (
        ("waiting", "Waiting", queue.waiting),
        ("second", "For a second mark", queue.second),
        ("graded", "Graded", queue.graded),
    )
    return [
        QueueList(name, title, sum(g.size for g in of), _page(of, group, asked.get(name, "")))
        for name, title, of in parts
        if of or name == "waiting"
    ]


def _page(of: Sequence[AnswerGroup], group: AnswerGroup | None, asked: str) -> Page[AnswerGroup]:
    at = of.index(group) // PER_PAGE + 1 if group in of else 1
    return Paginator(of, PER_PAGE).get_page(asked or at)


def _comments(group: AnswerGroup, grader: User) -> tuple[CommentSheet, ...]:
    found: dict[tuple[str, str, bool], int] = {}
    for comment in Comment.objects.filter(response__in=group.pks).select_related("author"):
        key = (comment.text, str(comment.author or ""), comment.author_id == grader.pk)
        found[key] = found.get(key, 0) + 1
    return tuple(CommentSheet(*key, size) for key, size in found.items())
