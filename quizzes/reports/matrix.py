"""The matrix of a story: what each article says, row by row, grouped by occurrence; then how it is told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quizzes.items.wording import MEASURES
from quizzes.models import Article, Claim, Finding, Item, Story
from quizzes.nlp.types import FindingKind

FIGURE = re.compile(r"\d(?:[\d.,\u00a0 ]*\d)?")
QUOTES = "\"“”‘’' "
FIGURES = frozenset({FindingKind.DISCREPANCY, FindingKind.AGREEMENT})
"""Kinds of findings that are badges on a row of claims; the others have rows of their own under "How it is told"."""

FILTERS = {
    "conflict": "Conflict",
    "precision": "Precision",
    "scope": "Scope",
    "update": "Update",
    "agreement": "Agree",
    "framing": "How it is told",
}

TOLD = {
    FindingKind.LABEL_CHOICE: "Words for one and the same",
    FindingKind.HEADLINE_ANGLE: "What the headline puts first",
    FindingKind.ANONYMOUS_SOURCE: "Sources without a name",
    FindingKind.UNATTRIBUTED_FIGURE: "Figures without a source",
    FindingKind.TEXT_REUSE: "The same sentence twice",
    FindingKind.QUOTATION_ALTERED: "One quotation, different words",
    FindingKind.QUOTATION_UNATTRIBUTED: "Quotations without a speaker",
    FindingKind.VOICE_UNIQUE: "Heard here alone",
    FindingKind.OMISSION: "Left out by some",
    FindingKind.LOADED_LANGUAGE: "Words that judge",
    FindingKind.REPORT_VERB: "Verbs of saying that judge",
    FindingKind.AGENTLESS: "Harm without who did it",
    FindingKind.LOST_ATTRIBUTION: "A source lost in the copy",
    FindingKind.NAME_VARIANT: "One name, several spellings",
    FindingKind.INTRUDER: "A passage of another story",
}
"""What the rows under "How it is told" are called."""

MERGED = frozenset(
    {
        FindingKind.ANONYMOUS_SOURCE,
        FindingKind.UNATTRIBUTED_FIGURE,
        FindingKind.TEXT_REUSE,
        FindingKind.LOADED_LANGUAGE,
    }
)
"""Kinds of which an article often holds several: they share one row, each entry with its own link."""


@dataclass(frozen=True)
class Entry:
    """One value in a cell: its words in three parts (before the figure, the figure, after), what it counts, who says so."""

    before: str
    figure: str
    after: str
    unit: str
    source: dict[str, Any] | None
    article_pk: int
    start: int
    finding_pk: int | None = None
    is_words: bool = False
    marks_no_source: bool = True
    """True where the cell says so when no source is given: of a figure, not of a day."""


@dataclass(frozen=True)
class Badge:
    """A finding as its sign: what `relation_badge` takes, and where it leads."""

    pk: int
    kind: str
    relation: str

    @property
    def filter(self) -> str:
        """The filter that shows it."""
        if self.relation:
            return self.relation
        return self.kind if self.kind == FindingKind.AGREEMENT else "framing"


@dataclass(frozen=True)
class Row:
    title: str
    badges: tuple[Badge, ...]
    """The findings that rest on the row."""
    cells: tuple[tuple[Entry, ...], ...]
    """One for each article, in the order of the heads; an empty one says that the article does not tell it."""
    items: int = 0
    note: str = ""
    is_merged: bool = False
    """True where several findings share the row: each entry leads to its own."""

    @property
    def told_by(self) -> int:
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True)
class Group:
    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Matrix:
    heads: tuple[Article, ...]
    groups: tuple[Group, ...]
    told: Group
    alone: tuple[Group, ...]
    """Rows that one article tells and nothing can be held against."""
    counts: dict[str, int] = field(default_factory=dict)
    total: int = 0
    set_aside: tuple[Article, ...] = ()

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        return [(name, label, self.counts.get(name, 0)) for name, label in FILTERS.items()]


def story_matrix(story: Story, show: str = "") -> Matrix:
    """The matrix of a story that has been read; `show` (a name of FILTERS) leaves only the rows of that kind."""
    articles = list(story.articles.filter(state=Article.State.READ).order_by("added_at", "pk"))
    heads = tuple(a for a in articles if a.letter not in story.set_aside)
    columns = {a.pk: n for n, a in enumerate(heads)}
    claims = [
        c
        for c in Claim.objects.filter(article__story=story)
        .select_related("occurrence")
        .order_by("value_start")
        if c.article_id in columns
    ]
    findings = list(
        story.findings.shown().select_related("occurrence").prefetch_related("positions").order_by("order")
    )
    items = Counter(
        Item.objects.filter(story=story, finding__isnull=False)
        .exclude(state=Item.State.DROPPED)
        .values_list("finding", flat=True)
    )
    groups = _claim_groups(claims, [f for f in findings if f.kind in FIGURES], columns, items)
    told = Group(
        "How it is told",
        tuple(_told_rows([f for f in findings if f.kind not in FIGURES], columns, items)),
        "words, sources, copies",
    )
    counts = Counter(
        name for group in (*groups, told) for row in group.rows for name in {b.filter for b in row.badges}
    )
    alone = tuple(_only(groups, lambda row: row.told_by < 2 and not row.badges))
    shared = tuple(_only(groups, lambda row: row.told_by >= 2 or bool(row.badges)))
    total = sum(len(g.rows) for g in (*shared, told))
    if show:
        shared = tuple(_only(shared, lambda row: show in {b.filter for b in row.badges}))
        told = replace(told, rows=told.rows if show == "framing" else ())
        alone = ()
    return Matrix(
        heads,
        shared,
        told,
        alone,
        dict(counts),
        total,
        tuple(a for a in articles if a.letter in story.set_aside),
    )


def _only(groups: Iterable[Group], wanted: Callable[[Row], bool]) -> Iterable[Group]:
    for group in groups:
        rows = tuple(row for row in group.rows if wanted(row))
        if rows:
            yield replace(group, rows=rows)


def _claim_groups(
    claims: Sequence[Claim], findings: Sequence[Finding], columns: dict[int, int], items: Counter[int]
) -> list[Group]:
    """A group for each occurrence in its order, the facts that belong to none at the end."""
    by_row: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    titles: dict[int, tuple[int, str]] = {}
    for claim in claims:
        by_row[(claim.occurrence_id or 0, claim.measure)].append(claim)
        if claim.occurrence:
            titles[claim.occurrence.pk] = (claim.occurrence.order, claim.occurrence.label)
    badges: dict[tuple[int, str], list[Badge]] = defaultdict(list)
    of_claim: dict[str, int] = {}
    for finding in findings:
        badges[(finding.occurrence_id or 0, finding.measure)].append(_badge(finding))
        for position in finding.positions.all():
            for uid in position.claims:
                of_claim.setdefault(uid, finding.pk)
    grouped: dict[int, list[Row]] = defaultdict(list)
    for (occurrence, measure), told in by_row.items():
        found = tuple(badges[(occurrence, measure)])
        cells = _cells(((_claim_entry(c, of_claim.get(c.uid)), c.article_id) for c in told), columns)
        grouped[occurrence].append(Row(measure_title(measure), found, cells, sum(items[b.pk] for b in found)))
    for finding in findings:
        occurrence = finding.occurrence_id or 0
        if (
            occurrence,
            finding.measure,
        ) not in by_row:  # told in words that are no figures: the day, the place
            entries = ((_position_entry(finding, p), p.article_id) for p in finding.positions.all())
            row = Row(
                measure_title(finding.measure),
                (_badge(finding),),
                _cells(entries, columns),
                items[finding.pk],
            )
            grouped[occurrence].append(row)
            if finding.occurrence:
                titles[occurrence] = (finding.occurrence.order, finding.occurrence.label)
    order = sorted((o for o in grouped if o), key=lambda o: titles[o])
    groups = [Group(capitalised(titles[o][1]), tuple(_ranked(grouped[o]))) for o in order]
    if grouped.get(0):
        groups.append(Group("Beside the happenings", tuple(_ranked(grouped[0])), "standing facts"))
    return groups


def _ranked(rows: Iterable[Row]) -> list[Row]:
    """Rows on which findings rest first, then those that most articles tell."""
    return sorted(rows, key=lambda row: (not row.badges, -row.told_by, row.title))


def _badge(finding: Finding) -> Badge:
    return Badge(finding.pk, finding.kind, finding.relation)


def _cells(entries: Iterable[tuple[Entry, int]], columns: dict[int, int]) -> tuple[tuple[Entry, ...], ...]:
    cells: list[list[Entry]] = [[] for _ in columns]
    for entry, article in entries:
        if article in columns and all(not same(entry, other) for other in cells[columns[article]]):
            cells[columns[article]].append(entry)
    return tuple(tuple(cell) for cell in cells)


def same(one: Entry, other: Entry) -> bool:
    """True where two values read the same to a person: one value said twice by one source is shown once."""

    def shown(entry: Entry) -> tuple[str, str, str]:
        words = f"{entry.before}{entry.figure}{entry.after}".casefold()
        return words, entry.unit.casefold(), (entry.source or {}).get("name", "").casefold()

    return shown(one) == shown(other)


def _claim_entry(claim: Claim, finding_pk: int | None) -> Entry:
    before, figure, after = split_figure(claim.value_text)
    unit = claim.unit if claim.unit.casefold() not in claim.value_text.casefold() else ""
    return Entry(before, figure, after, unit, claim.source, claim.article_id, claim.start, finding_pk)


def _position_entry(finding: Finding, position: Any) -> Entry:
    first = position.evidence[0]
    before, figure, after = split_figure(position.value or shortened(first["text"]))
    place = (position.article_id, first["start"], finding.pk)
    return Entry(before, figure, after, "", position.source, *place, marks_no_source=False)


def split_figure(text: str) -> tuple[str, str, str]:
    """The words before the first figure, the figure, the words after it; a text without one is all "before"."""
    found = FIGURE.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :]


def measure_title(measure: str) -> str:
    """How the page calls a measure: "People killed"."""
    words = MEASURES[measure].counted if measure in MEASURES else measure
    return capitalised(words)


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told_rows(findings: Sequence[Finding], columns: dict[int, int], items: Counter[int]) -> Iterable[Row]:
    by_kind: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_kind[finding.kind].append(finding)
    for kind in TOLD:
        found = by_kind.get(kind.value, [])
        for together in [found] if kind in MERGED and found else [[f] for f in found]:
            entries = (
                (_words(finding, position), position.article_id)
                for finding in together
                for position in finding.positions.all()
            )
            yield Row(
                TOLD[kind],
                tuple(_badge(f) for f in together),
                _cells(entries, columns),
                sum(items[f.pk] for f in together),
                together[0].summary if len(together) == 1 else "",
                is_merged=kind in MERGED,
            )


def _words(finding: Finding, position: Any) -> Entry:
    first = position.evidence[0]
    words = shortened((position.value or first["text"]).strip(QUOTES))
    return Entry(words, "", "", "", position.source, position.article_id, first["start"], finding.pk, True)


def shortened(words: str, most: int = 70) -> str:
    """The words, cut after a whole word with "…" where they are longer than a cell can show."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
