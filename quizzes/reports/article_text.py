"""An article's text for the page: paragraphs by role, cut where marked claims and quotations begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quizzes.models import Article
from quizzes.nlp.texts.hints import OutletHint, outlet_hint
from quizzes.nlp.types import Manner, Passage, Role

ROLE_WORDS = {
    Role.HEADLINE: "headline",
    Role.BYLINE: "who wrote it",
    Role.DATELINE: "place and date",
    Role.CAPTION: "caption",
    Role.BODY: "",
    Role.LINK: "headline of another piece",
    Role.OTHER_STORY: "of another story: left out",
    Role.FURNITURE: "not part of the story: left out",
}
"""What the page says beside a passage; nothing beside the body."""


@dataclass(frozen=True)
class Segment:
    """Running words under the same marks; `anchor` names a place that links lead to (evidence begins here)."""

    text: str
    is_claim: bool = False
    is_quotation: bool = False
    anchor: str = ""
    title: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A passage under the role that counts; `role_read` is the reader's where the teacher has set another."""

    start: int
    role: str
    words: str
    segments: tuple[Segment, ...]
    role_read: str = ""


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    is_claim: bool
    title: str


def suggested_outlet(article: Article) -> OutletHint | None:
    """An outlet that the text hints at, where neither it nor the teacher has said which it is."""
    if article.outlet or article.outlet_set is not None:
        return None
    return outlet_hint(article.text, [Passage(Role(p.role), p.start, p.end) for p in article.passages.all()])


def paragraphs(article: Article) -> list[Paragraph]:
    """The article's passages in order; what stands between passages is white space."""
    marks = [
        Mark(c.value_start, c.value_end, True, f"{c.measure}: {c.value_text}") for c in article.claims.all()
    ]
    marks += [
        Mark(q.start, q.end, False, _speaker(q.speaker))
        for q in article.quotations.all()
        if q.manner != Manner.INDIRECT
    ]
    anchors = {s["start"] for s in article.reading.get("sentences", ())}
    anchors |= {c.start for c in article.claims.all()}
    anchors |= {e["start"] for p in article.positions.all() for e in p.evidence}
    return [
        Paragraph(
            p.start,
            role := p.role_set or p.role,
            ROLE_WORDS[Role(role)],
            tuple(segments(article.text, p.start, p.end, marks, anchors)),
            p.role if p.role_set else "",
        )
        for p in article.passages.all()
    ]


def segments(text: str, start: int, end: int, marks: list[Mark], anchors: set[int]) -> Iterable[Segment]:
    """The stretch cut at every mark's edge and every anchor: pieces that touch, without overlap."""
    edges = {start, end} | {a for a in anchors if start <= a < end}
    edges |= {edge for m in marks for edge in (m.start, m.end) if start < edge < end}
    for here, there in pairwise(sorted(edges)):
        over = [m for m in marks if m.start <= here and there <= m.end]
        claims, quotations = [m for m in over if m.is_claim], [m for m in over if not m.is_claim]
        yield Segment(
            text[here:there],
            bool(claims),
            bool(quotations),
            anchor(here) if here in anchors else "",
            next((m.title for m in (*claims, *quotations)), ""),
        )


def anchor(start: int) -> str:
    """The id of the place where evidence begins, as links name it."""
    return f"at-{start}"


def _speaker(speaker: dict[str, str] | None) -> str:
    return f"quotation: {speaker['name'] or speaker['text']}" if speaker else "quotation: no speaker named"
