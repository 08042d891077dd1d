"""The rows of the matrix: one for each measure of each happening, then one for each way of telling."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.flows.corrections import Overlay, corrections_of
from quizzes.flows.records import claim_of
from quizzes.models import Article, Finding, Item, Occurrence, Story
from quizzes.models import Claim as ClaimRow
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Claim, FindingKind
from quizzes.reports.cells import (
    Cells,
    Entry,
    capitalised,
    cells_of,
    claim_entry,
    phrase_entry,
    position_entry,
)
from quizzes.reports.row_titles import FIGURES, MERGED, TOLD, measure_title

RELATIONS = frozenset({"conflict", "precision", "scope", "update"})
BESIDE = "Beside the happenings"


@dataclass(frozen=True)
class Badge:
    """A finding as its sign: what `relation_badge` takes, and where it leads."""

    pk: int
    kind: str
    relation: str
    is_sure: bool = True
    is_own: bool = False

    @property
    def filter(self) -> str:
        """The filter that shows it."""
        if self.relation in RELATIONS and self.kind in FIGURES:
            return self.relation
        return self.kind if self.kind == FindingKind.AGREEMENT else "framing"

    @property
    def filters(self) -> frozenset[str]:
        """All filters that show it: how it is told also by its very kind."""
        return frozenset({self.filter, self.kind if self.filter == "framing" else self.filter})


@dataclass(frozen=True)
class Row:
    title: str
    badges: tuple[Badge, ...]
    """The findings that rest on the row."""
    cells: Cells
    """One for each article, in the order of the heads; an empty one says that the article does not tell it."""
    items: int = 0
    is_merged: bool = False
    """True where several findings share the row: each entry leads to its own."""
    id: str = ""
    claim: str = ""
    """A claim that stands for the row where it is made of claims."""

    @property
    def told_by(self) -> int:
        return sum(bool(cell) for cell in self.cells)

    @property
    def differs(self) -> bool:
        return any(badge.kind != FindingKind.AGREEMENT for badge in self.badges)


@dataclass(frozen=True)
class Group:
    title: str
    rows: tuple[Row, ...]
    note: str = ""
    occurrence: int | None = None
    is_named: bool = False
    """True where the teacher has named the occurrence."""


def row_id(occurrence: int | None, measure: str) -> str:
    """The name of a row in the page, the same after a new comparison."""
    return f"row-{zlib.crc32(f'{occurrence or 0} {measure}'.encode()):x}"


RowKey = tuple[int, str]


def rows_of_findings(findings: Iterable[Finding]) -> dict[tuple[str, str], RowKey]:
    """By claim and measure the row of the finding that holds the claim: what it sets side by side stands in one row,
    also where one article's claim was placed with another happening."""
    rows: dict[tuple[str, str], RowKey] = {}
    for finding in findings:
        if finding.kind in FIGURES:
            for position in finding.positions.all():
                for uid in position.claims:
                    rows.setdefault((uid, finding.measure), (finding.occurrence_id or 0, finding.measure))
    return rows


class RowBuilder:
    """What the rows are built from: the articles' claims as corrected, and the findings that are shown."""

    def __init__(self, story: Story, heads: Sequence[Article], findings: Sequence[Finding]) -> None:
        self.columns = {a.pk: n for n, a in enumerate(heads)}
        self.findings = findings
        self.occurrences = {o.pk: o for o in Occurrence.objects.filter(story=story)}
        self.names = sum(bool(o.label_set) for o in self.occurrences.values())
        of_pk = {a.pk: a for a in heads}
        rows = list(ClaimRow.objects.filter(article__in=of_pk).order_by("value_start"))
        read = [claim_of(of_pk[row.article_id], row) for row in rows]
        self.overlay = Overlay(corrections_of(story), read)
        self.claims: dict[RowKey, list[tuple[ClaimRow, Claim]]] = defaultdict(list)
        held = rows_of_findings(findings)
        for row, claim in zip(rows, read, strict=True):
            if now := self.overlay.corrected(claim):
                own = (row.occurrence_id or 0, now.measure)
                self.claims[held.get((row.uid, now.measure), own)].append((row, now))
        items = Item.objects.filter(story=story, finding__isnull=False).exclude(state=Item.State.DROPPED)
        self.items = Counter(items.values_list("finding", flat=True))

    def claim_groups(self) -> list[Group]:
        """A group for each occurrence in its order, the facts that belong to none at the end."""
        badges: dict[RowKey, list[Badge]] = defaultdict(list)
        grouped: dict[int, list[Row]] = defaultdict(list)
        figures = [f for f in self.findings if f.kind in FIGURES]
        for finding in figures:
            badges[finding.occurrence_id or 0, finding.measure].append(_badge(finding))
        for (occurrence, measure), told in self.claims.items():
            grouped[occurrence].append(
                self._claim_row(occurrence, measure, told, badges[occurrence, measure])
            )
        for finding in figures:
            occurrence = finding.occurrence_id or 0
            if (occurrence, finding.measure) not in self.claims:  # told in words: the day, the place
                grouped[occurrence].append(self._position_row(finding))
        order = sorted((o for o in grouped if o), key=lambda o: self.occurrences[o].order)
        groups = [self._group(self.occurrences[o], grouped[o]) for o in order]
        if grouped.get(0):
            groups.append(Group(BESIDE, tuple(_ranked(grouped[0])), "standing facts"))
        return groups

    def _group(self, occurrence: Occurrence, rows: list[Row]) -> Group:
        named = bool(occurrence.label_set)
        note = "named by you" if named else ""
        return Group(capitalised(occurrence.name), tuple(_ranked(rows)), note, occurrence.pk, named)

    def _claim_row(
        self, occurrence: int, measure: str, told: list[tuple[ClaimRow, Claim]], badges: list[Badge]
    ) -> Row:
        entries = (
            (claim_entry(claim, row.article_id, claim.id in self.overlay.of_claim), row.article_id)
            for row, claim in told
        )
        return Row(
            measure_title(measure),
            tuple(badges),
            cells_of(entries, self.columns),
            sum(self.items[b.pk] for b in badges),
            id=row_id(occurrence, measure),
            claim=told[0][1].id,
        )

    def _position_row(self, finding: Finding) -> Row:
        entries = ((position_entry(finding, p), p.article_id) for p in finding.positions.all())
        return Row(
            measure_title(finding.measure) or finding.summary,
            (_badge(finding),),
            cells_of(entries, self.columns),
            self.items[finding.pk],
            id=f"finding-{finding.pk}",
        )

    def told_group(self) -> Group:
        by_kind: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.kind not in FIGURES:
                by_kind[finding.kind].append(finding)
        rows = [row for kind in TOLD for row in self._told_rows(kind, by_kind.get(kind.value, []))]
        return Group("How it is told", tuple(rows), "words, sources, copies")

    def _told_rows(self, kind: FindingKind, found: list[Finding]) -> Iterable[Row]:
        for together in [found] if kind in MERGED and found else [[f] for f in found]:
            entries: Iterable[tuple[Entry, int]] = (
                (phrase_entry(finding, position), position.article_id)
                for finding in together
                for position in finding.positions.all()
            )
            yield Row(
                TOLD[kind],
                tuple(_badge(f) for f in together),
                cells_of(entries, self.columns),
                sum(self.items[f.pk] for f in together),
                is_merged=kind in MERGED,
                id=f"told-{kind.value}" if kind in MERGED else f"finding-{together[0].pk}",
            )


def _ranked(rows: Iterable[Row]) -> list[Row]:
    """Rows on which findings rest first, then those that most articles tell."""
    return sorted(rows, key=lambda row: (not row.badges, -row.told_by, row.title))


def _badge(finding: Finding) -> Badge:
    return Badge(finding.pk, finding.kind, finding.relation, finding.confidence >= SHOWN, finding.is_own)
