"""The matrix of a story: what each article says, row by row, grouped by occurrence; then how it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from quizzes.models import Article, Finding, Story
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.reports.matrix_rows import Group, Row, RowBuilder
from quizzes.reports.row_titles import FILTERS, TOLD


@dataclass(frozen=True)
class Filter:
    """What of the matrix is shown. `show` names a kind: one of FILTERS, or a kind of finding under "How it is told"."""

    show: str = ""
    unsure: bool = False
    """With findings that are less sure than makes an item."""
    differences: bool = False
    """Only rows on which the articles differ."""

    @property
    def query(self) -> str:
        """The filter as the end of an address: "?show=conflict&unsure=1", or ""."""
        asked = {"show": self.show, "unsure": self.unsure and "1", "differences": self.differences and "1"}
        said = urlencode({name: value for name, value in asked.items() if value})
        return f"?{said}" if said else ""

    def with_show(self, show: str) -> str:
        """The address of another kind, on the same page."""
        return replace(self, show=show).query or "?"

    @property
    def other_unsure(self) -> str:
        return replace(self, unsure=not self.unsure).query or "?"

    @property
    def other_differences(self) -> str:
        return replace(self, differences=not self.differences).query or "?"


@dataclass(frozen=True)
class Matrix:
    heads: tuple[Article, ...]
    groups: tuple[Group, ...]
    told: Group
    alone: tuple[Group, ...]
    """Rows that one article tells and nothing can be held against."""
    filter: Filter
    counts: dict[str, int] = field(default_factory=dict)
    total: int = 0
    hidden: int = 0
    """Findings below the bar."""
    dismissed: tuple[Finding, ...] = ()
    changes: int = 0
    set_aside: tuple[Article, ...] = ()

    @property
    def filters(self) -> list[tuple[str, str, int, str]]:
        """Name, words, rows and address of each kind that some row has, or that is chosen."""
        return [
            (name, label, self.counts.get(name, 0), self.filter.with_show(name))
            for name, label in FILTERS.items()
            if self.counts.get(name) or name == self.filter.show
        ]

    @property
    def told_filters(self) -> list[tuple[str, str, int, str]]:
        """The same for the kinds under "How it is told"; none unless these are asked for."""
        if self.filter.show != "framing" and self.filter.show not in TOLD:
            return []
        kinds = [(kind.value, words) for kind, words in TOLD.items() if self.counts.get(kind.value)]
        return [(kind, words, self.counts[kind], self.filter.with_show(kind)) for kind, words in kinds]

    @property
    def all_rows(self) -> str:
        """The address of every kind."""
        return self.filter.with_show("")


def story_matrix(story: Story, chosen: Filter | None = None) -> Matrix:
    """The matrix of a story that has been read, with what the teacher has corrected laid over it."""
    chosen = chosen or Filter()
    articles = list(
        story.articles.filter(state=Article.State.READ).defer("reading").order_by("added_at", "pk")
    )
    heads = tuple(a for a in articles if a.letter not in story.set_aside)
    findings = list(
        story.findings.select_related("occurrence").prefetch_related("positions").order_by("-is_own", "order")
    )
    shown = [f for f in findings if not f.is_dismissed]
    builder = RowBuilder(story, heads, [f for f in shown if chosen.unsure or f.confidence >= SHOWN])
    groups, told = builder.claim_groups(), builder.told_group()
    if chosen.differences:
        groups = list(_only(groups, lambda row: row.differs))
    counts = Counter(
        name
        for group in (*groups, told)
        for row in group.rows
        for name in {name for b in row.badges for name in b.filters}
    )
    alone = tuple(_only(groups, lambda row: row.told_by < 2 and not row.badges))
    shared = tuple(_only(groups, lambda row: row.told_by >= 2 or bool(row.badges)))
    total = sum(len(g.rows) for g in (*shared, told))
    if chosen.show:
        shared, told = (
            tuple(_only(shared, lambda row: _is_shown(row, chosen.show))),
            replace(told, rows=tuple(row for row in told.rows if _is_shown(row, chosen.show))),
        )
        alone = ()
    return Matrix(
        heads,
        shared,
        told,
        alone,
        chosen,
        dict(counts),
        total,
        sum(f.confidence < SHOWN for f in shown),
        tuple(f for f in findings if f.is_dismissed),
        len(builder.overlay.corrections) + builder.names,
        tuple(a for a in articles if a.letter in story.set_aside),
    )


def _is_shown(row: Row, show: str) -> bool:
    return any(show in badge.filters for badge in row.badges)


def _only(groups: Iterable[Group], wanted: Callable[[Row], bool]) -> Iterable[Group]:
    for group in groups:
        rows = tuple(row for row in group.rows if wanted(row))
        if rows:
            yield replace(group, rows=rows)
