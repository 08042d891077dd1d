"""A row of the matrix with the sentences behind it, from one of its claims; and what can be corrected of that claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizzes.flows.corrections import Overlay, corrections_of
from quizzes.flows.records import claim_of, reading_of
from quizzes.models import Article, Correction, Finding, Occurrence, Story
from quizzes.models import Claim as ClaimRow
from quizzes.nlp.types import Claim, Reading, ValueType
from quizzes.reports.cells import read_as
from quizzes.reports.findings import Citation, Pane, place_of, sentence_around
from quizzes.reports.matrix_rows import BESIDE, row_id, rows_of_findings
from quizzes.reports.row_titles import FIGURES, measure_title


@dataclass(frozen=True)
class Told:
    """A claim with the article that makes it: as it was `read`, and as it is `now` (None: she says it is none).

    `occurrence` is that of its row: a claim stands where the finding stands that holds it.
    """

    article: Article
    read: Claim
    now: Claim | None
    occurrence: Occurrence | None
    corrections: Sequence[Correction] = ()

    @property
    def current(self) -> Claim:
        return self.now or self.read

    @property
    def key(self) -> tuple[int, str]:
        return (self.occurrence.pk if self.occurrence else 0, self.current.measure)

    @property
    def citation(self) -> Citation:
        claim, article = self.current, self.article
        start, end = sentence_around(article, claim.value.start) or (claim.start, claim.end)
        source = claim.source
        return Citation(
            article.text[start : claim.value.start],
            article.text[claim.value.start : claim.value.end],
            article.text[claim.value.end : end],
            place_of(article, claim.value.start),
            start,
            {"name": source.name, "text": source.text, "kind": source.kind.value, "via": source.via}
            if source
            else None,
            claim=claim.id,
            is_corrected=bool(self.corrections),
            read_as=read_as(claim) if self.corrections else "",
        )


@dataclass(frozen=True)
class RowSheet:
    """The claims of one row, and the claim from which it was opened."""

    story: Story
    chosen: Told
    told: tuple[Told, ...]
    findings: tuple[Finding, ...]
    silent: tuple[Article, ...]
    others: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = field(default=())
    """The other rows: for each happening the rows' claims and titles."""

    @property
    def title(self) -> str:
        measure = measure_title(self.chosen.current.measure)
        occurrence = self.chosen.occurrence
        return f"{measure}: {occurrence.name}" if occurrence else measure

    @property
    def measure_title(self) -> str:
        return measure_title(self.chosen.current.measure)

    @property
    def row_id(self) -> str:
        return row_id(*self.chosen.key)

    @property
    def marks_no_source(self) -> bool:
        return self.chosen.current.value.type in (ValueType.NUMBER, ValueType.TEXT)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """A pane for each article that tells it, the chosen claim's first."""
        of: dict[int, list[Told]] = {}
        for told in sorted(self.told, key=lambda t: t.article != self.chosen.article):
            of.setdefault(told.article.pk, []).append(told)
        return tuple(Pane(group[0].article, tuple(t.citation for t in group)) for group in of.values())


def row_sheet(story: Story, uid: str) -> RowSheet:
    """The row in which the claim stands. Raises LookupError where the story has no such claim (any more)."""
    told = told_claims(story)
    chosen = next((t for t in told if t.read.id == uid), None)
    if chosen is None:
        raise LookupError(uid)
    row = tuple(t for t in told if t.now and t.key == chosen.key)
    articles = {t.article.pk for t in row}
    occurrence, measure = chosen.occurrence, chosen.current.measure
    findings = story.findings.shown().sure().filter(occurrence=occurrence, measure=measure, kind__in=FIGURES)
    read = story.articles.filter(state=Article.State.READ).defer("text", "reading")
    return RowSheet(
        story,
        chosen,
        row,
        tuple(findings),
        tuple(a for a in read if a.pk not in articles),
        tuple(_other_rows(told, chosen)),
    )


def told_claims(story: Story) -> list[Told]:
    """All claims of a story's articles, as read and as corrected."""
    articles = {a.pk: a for a in story.articles.filter(state=Article.State.READ).prefetch_related("passages")}
    rows = list(ClaimRow.objects.filter(article__in=articles).order_by("value_start"))
    read = [claim_of(articles[row.article_id], row) for row in rows]
    overlay = Overlay(corrections_of(story), read)
    held = rows_of_findings(story.findings.shown().sure().prefetch_related("positions").order_by("order"))
    occurrences = {o.pk: o for o in story.occurrences.all()}
    told = []
    for row, claim in zip(rows, read, strict=True):
        now = overlay.corrected(claim)
        at, _ = held.get((claim.id, (now or claim).measure), (row.occurrence_id or 0, ""))
        single = [c for c in overlay.of_claim.get(claim.id, ()) if c.kind != Correction.Kind.SAME]
        told.append(Told(articles[row.article_id], claim, now, occurrences.get(at), single))
    return told


def reading_around(told: Told) -> Reading:
    """The reading of the article that makes the claim."""
    return reading_of(told.article)


def _other_rows(told: Sequence[Told], chosen: Told) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    groups: dict[str, dict[tuple[int, str], tuple[str, str]]] = {}
    for t in told:
        if t.now and t.key != chosen.key:
            group = groups.setdefault(t.occurrence.name if t.occurrence else BESIDE, {})
            said = f"{measure_title(t.current.measure)} ({t.article.letter}: {t.current.value.text})"
            group.setdefault(t.key, (t.read.id, said))
    return [(name, tuple(rows.values())) for name, rows in groups.items()]
