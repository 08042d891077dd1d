"""Readings and comparisons as rows, and rows as readings and comparisons: both directions of one mapping.

Nothing is decided here. An article's id in the dataclasses is its letter, which never changes. What is sliced
from the article's text (a claim's sentence, a quotation's words) is not stored twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from quizzes import models
from quizzes.flows.corrections import corrections_of, laid_over, overlay_of
from quizzes.nlp.comparing import claim_place
from quizzes.nlp.types import (
    Bound,
    Claim,
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Happening,
    HeadlineFrame,
    Label,
    Manner,
    Occurrence,
    Passage,
    Position,
    Quantity,
    Quotation,
    Reading,
    Relation,
    Role,
    Source,
    SourceKind,
    Span,
    Tone,
    ToneKind,
    ValueType,
)

Json = dict[str, Any]


# --- One article -------------------------------------------------------------------------------


def known_of(article: models.Article) -> dict[str, str | None]:
    """What is known of an article before it is read: the teacher's word, else what the file or text stated."""
    return {
        "outlet": article.outlet or None,
        "headline": article.headline or None,
        "byline": article.byline or None,
        "published": article.published.isoformat() if article.published else None,
    }


def roles_of(passages: Iterable[models.Passage]) -> dict[int, Role]:
    """The roles that the teacher has set, by where the passage starts."""
    return {p.start: Role(p.role_set) for p in passages if p.role_set}


def passage_rows(article: models.Article, passages: Iterable[Passage]) -> list[models.Passage]:
    return [models.Passage(article=article, role=p.role.value, start=p.start, end=p.end) for p in passages]


def quotation_rows(article: models.Article, reading: Reading) -> list[models.Quotation]:
    return [
        models.Quotation(
            article=article,
            uid=q.id,
            start=q.start,
            end=q.end,
            manner=q.manner.value,
            cue=(q.cue or "")[:200],
            speaker=source_json(q.speaker),
            continues=q.continues or "",
        )
        for q in reading.quotations
    ]


def claim_rows(article: models.Article, claims: Iterable[Claim]) -> list[models.Claim]:
    """Rows without an occurrence: comparison gives them one."""
    return [
        models.Claim(
            article=article,
            uid=c.id,
            start=c.start,
            end=c.end,
            measure=c.measure[:120],
            value_text=c.value.text[:300],
            value_start=c.value.start,
            value_end=c.value.end,
            value_type=c.value.type.value,
            low=c.value.low,
            high=c.value.high,
            about=list(c.value.about) if c.value.about else None,
            norm=(c.value.norm or "")[:300],
            bound=c.value.bound.value,
            unit=(c.value.unit or "")[:200],
            source=source_json(c.source),
            source_kind=c.source.kind.value if c.source else "",
            happening=c.happening or "",
            counted=list(c.counted),
            role=c.role.value,
        )
        for c in claims
    ]


def reading_json(reading: Reading) -> Json:
    """What has no table of its own: `Article.reading`."""
    return {
        "sentences": [asdict(s) for s in reading.sentences],
        "happenings": [asdict(h) for h in reading.happenings],
        "labels": [asdict(label) for label in reading.labels],
        "tones": [asdict(tone) | {"kind": tone.kind.value} for tone in reading.tones],
        "unnamed": [source_json(s) for s in reading.unnamed],
        "headline_frame": asdict(reading.headline_frame) if reading.headline_frame else None,
        "headline_span": asdict(reading.headline_span) if reading.headline_span else None,
    }


def reading_of(article: models.Article) -> Reading:
    """The Reading of an article that has been read, under what is known of it now; its rows should be prefetched."""
    more = article.reading
    return Reading(
        article=article.uid,
        text=article.text,
        **known_of(article),
        passages=tuple(Passage(Role(p.role_set or p.role), p.start, p.end) for p in article.passages.all()),
        sentences=tuple(Span(**s) for s in more.get("sentences", ())),
        quotations=tuple(quotation_of(article, q) for q in article.quotations.all()),
        claims=tuple(claim_of(article, c) for c in article.claims.all()),
        happenings=tuple(happening_of(h) for h in more.get("happenings", ())),
        labels=tuple(Label(**label) for label in more.get("labels", ())),
        tones=tuple(tone_of(tone) for tone in more.get("tones", ())),
        unnamed=tuple(s for s in map(source_of, more.get("unnamed", ())) if s),
        headline_frame=HeadlineFrame(**more["headline_frame"]) if more.get("headline_frame") else None,
        headline_span=Span(**more["headline_span"]) if more.get("headline_span") else None,
    )


def quotation_of(article: models.Article, row: models.Quotation) -> Quotation:
    return Quotation(
        id=row.uid,
        article=article.uid,
        start=row.start,
        end=row.end,
        text=article.text[row.start : row.end],
        manner=Manner(row.manner),
        cue=row.cue or None,
        speaker=source_of(row.speaker),
        continues=row.continues or None,
    )


def claim_of(article: models.Article, row: models.Claim) -> Claim:
    """The claim as its article tells it, before any comparison (`occurrence` is None)."""
    return Claim(
        id=row.uid,
        article=article.uid,
        start=row.start,
        end=row.end,
        text=article.text[row.start : row.end],
        measure=row.measure,
        value=Quantity(
            text=article.text[row.value_start : row.value_end],
            start=row.value_start,
            end=row.value_end,
            type=ValueType(row.value_type),
            low=row.low,
            high=row.high,
            about=(row.about[0], row.about[1]) if row.about else None,
            norm=row.norm or None,
            bound=Bound(row.bound),
            unit=row.unit or None,
        ),
        source=source_of(row.source),
        happening=row.happening or None,
        counted=tuple(row.counted),
        role=Role(row.role),
    )


def happening_of(stored: Json) -> Happening:
    tuples = ("dates", "places", "agents", "targets", "means", "names")
    return Happening(
        **stored
        | {name: tuple(stored.get(name, ())) for name in tuples}
        | {"mentions": tuple(Span(**m) for m in stored["mentions"])}
    )


def tone_of(stored: Json) -> Tone:
    return Tone(**stored | {"kind": ToneKind(stored["kind"])})


def source_json(source: Source | None) -> Json | None:
    return asdict(source) | {"kind": source.kind.value} if source else None


def source_of(stored: Json | None) -> Source | None:
    return Source(**stored | {"kind": SourceKind(stored["kind"])}) if stored else None


# --- A story -----------------------------------------------------------------------------------


def readings_of(story: models.Story) -> tuple[Reading, ...]:
    """The readings of a story's articles in their order, with what the teacher has corrected laid over them;
    articles that could not be read are left out."""
    return laid_over(read := readings_as_read(story), overlay_of(read, corrections_of(story)))


def readings_as_read(story: models.Story) -> tuple[Reading, ...]:
    """The same without what she has corrected."""
    read = story.articles.filter(state=models.Article.State.READ)
    rows = read.prefetch_related("passages", "quotations", "claims")
    return tuple(reading_of(article) for article in rows)


def comparison_of(story: models.Story) -> Comparison:
    """The comparison as it is stored, to prove an item against or to draw the matrix from."""
    readings = readings_of(story)
    placed = dict(
        models.Claim.objects.filter(article__story=story, occurrence__isnull=False).values_list(
            "uid", "occurrence__uid"
        )
    )
    findings = story.findings.select_related("occurrence").prefetch_related("positions__article")
    return Comparison(
        readings=readings,
        claims=tuple(
            sorted(
                (replace(c, occurrence=placed.get(c.id)) for r in readings for c in r.claims), key=claim_place
            )
        ),
        occurrences=tuple(Occurrence(o.uid, o.name, tuple(o.happenings)) for o in story.occurrences.all()),
        findings=tuple(finding_of(f) for f in findings),
        set_aside=tuple(story.set_aside),
        copies=dict(story.copies),
    )


def finding_of(row: models.Finding) -> Finding:
    return Finding(
        id=row.uid,
        kind=FindingKind(row.kind),
        summary=row.summary,
        confidence=row.confidence,
        positions=tuple(position_of(p) for p in row.positions.all()),
        relation=Relation(row.relation) if row.relation else None,
        aspect=row.aspect or None,
        measure=row.measure or None,
        occurrence=row.occurrence.uid if row.occurrence else None,
        silent=tuple(row.silent),
    )


def position_of(row: models.Position) -> Position:
    letter = row.article.uid
    return Position(
        article=letter,
        claims=tuple(row.claims),
        value=row.value or None,
        source=source_of(row.source),
        evidence=tuple(Evidence(letter, e["start"], e["end"], e["text"]) for e in row.evidence),
    )


def fill_finding(row: models.Finding, finding: Finding, occurrence: models.Occurrence | None) -> None:
    """Put what the comparison says into the row; `is_dismissed` is the teacher's and stays."""
    row.kind = finding.kind.value
    row.relation = finding.relation.value if finding.relation else ""
    row.aspect = (finding.aspect or "")[:40]
    row.measure = (finding.measure or "")[:120]
    row.occurrence = occurrence
    row.summary = finding.summary
    row.confidence = min(1.0, max(0.0, finding.confidence))
    row.silent = list(finding.silent)


def position_rows(
    row: models.Finding, positions: Iterable[Position], articles: dict[str, models.Article]
) -> list[models.Position]:
    return [
        models.Position(
            finding=row,
            article=articles[p.article],
            claims=list(p.claims),
            value=(p.value or "")[:500],
            source=source_json(p.source),
            evidence=[{"start": e.start, "end": e.end, "text": e.text} for e in p.evidence],
            order=order,
        )
        for order, p in enumerate(positions)
    ]
