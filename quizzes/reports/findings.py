"""A finding with its evidence: each article's sentences with the words that prove it marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from quizzes.models import Article, Finding, Item, Passage, Position
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import FindingKind, Relation, Role
from quizzes.reports.cells import shortened
from quizzes.reports.row_titles import FIGURES, TOLD, measure_title

WHY = {
    Relation.CONFLICT: "They are about the same thing and do not fit together.",
    Relation.PRECISION: "They fit together: one is rounder, vaguer or fenced in differently than the other.",
    Relation.SCOPE: "They look alike but are about different things, so neither contradicts the other.",
    Relation.UPDATE: "A later report overtakes an earlier one.",
}
SOURCELESS = frozenset({"date", "place", "name"})
"""Aspects of which nobody expects a source: that none is given is no news."""


@dataclass(frozen=True)
class Citation:
    """The words that prove it (`marked`) within their sentence, and where that stands in the article."""

    before: str
    marked: str
    after: str
    place: str
    start: int
    source: dict[str, Any] | None
    claim: str = ""
    """The claim behind the words, where they are one: it can be corrected."""
    label: tuple[int, int] | None = None
    """Where the words stand as a name for somebody or something: they can be struck."""
    is_corrected: bool = False
    read_as: str = ""


@dataclass(frozen=True)
class Pane:
    """What one article says in the finding."""

    article: Article
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Shown:
    title: str
    why: str
    panes: tuple[Pane, ...]
    silent: tuple[Article, ...]
    items: int
    marks_no_source: bool
    """True where a citation without a source says so."""
    is_sure: bool = True


def shown_finding(finding: Finding) -> Shown:
    """The finding, side by side; `silent` are the articles of the story that have no part in it."""
    articles = {a.pk: a for a in finding.story.articles.prefetch_related("passages")}
    panes: dict[int, list[Citation]] = {}
    for position in finding.positions.all():
        article = articles[position.article_id]
        cited = panes.setdefault(article.pk, [])
        cited += _citations(finding, article, position)
    return Shown(
        title=finding_title(finding),
        why=WHY[Relation(finding.relation)] if finding.relation else "",
        panes=tuple(Pane(articles[pk], tuple(cited)) for pk, cited in panes.items()),
        silent=tuple(a for a in articles.values() if a.pk not in panes and a.letter in finding.silent),
        items=Item.objects.filter(finding=finding).exclude(state=Item.State.DROPPED).count(),
        marks_no_source=bool(finding.measure) and finding.aspect not in SOURCELESS and not finding.is_own,
        is_sure=finding.confidence >= SHOWN,
    )


def _citations(finding: Finding, article: Article, position: Position) -> Iterator[Citation]:
    for at, evidence in enumerate(position.evidence):
        start, end = evidence["start"], evidence["end"]
        yield replace(
            citation(article, start, end, position),
            claim=position.claims[at] if at < len(position.claims) else "",
            label=(start, end) if finding.kind == FindingKind.LABEL_CHOICE else None,
        )


def finding_title(finding: Finding) -> str:
    """ "People killed: rocket attack on Erbil", or what the row under "How it is told" is called."""
    kind = FindingKind(finding.kind)
    if kind not in FIGURES and kind in TOLD:
        return TOLD[kind]
    title = measure_title(finding.measure) or shortened(finding.summary)
    return f"{title}: {finding.occurrence.name}" if finding.occurrence else title


def citation(article: Article, start: int, end: int, position: Any) -> Citation:
    """The evidence within its sentence; where it is a whole sentence, the value's words are what is marked."""
    sentence = sentence_around(article, start)
    first, last = sentence or (start, end)
    at = article.text.find(position.value, start, end) if position.value else -1
    if (start, end) == (first, last) and at >= 0:
        start, end = at, at + len(position.value)
    return Citation(
        article.text[first:start],
        article.text[start:end],
        article.text[end:last],
        place_of(article, start),
        first,
        position.source,
    )


def sentence_around(article: Article, offset: int) -> tuple[int, int] | None:
    spans = [(s["start"], s["end"]) for s in article.reading.get("sentences", ())]
    at = bisect_right(spans, (offset, 1 << 60)) - 1
    return spans[at] if at >= 0 and offset < spans[at][1] else None


def place_of(article: Article, offset: int) -> str:
    """ "caption", "headline" or "sentence 7" of the body."""
    role = role_at(article.passages.all(), offset)
    if role != Role.BODY:
        return role.replace("_", " ")
    spans = [s["start"] for s in article.reading.get("sentences", ())]
    roles = Counter(role_at(article.passages.all(), s) for s in spans if s <= offset)
    return f"sentence {roles[Role.BODY]}" if roles[Role.BODY] else "body"


def role_at(passages: Any, offset: int) -> str:
    found: Passage | None = next((p for p in passages if p.start <= offset < p.end), None)
    return (found.role_set or found.role) if found else Role.BODY.value
