"""A comparison and its item drafts as plain JSON values: the shape that `manage.py analyze --json` prints.

Pure functions without Django or spaCy. Offsets count characters of the article's text as read, and every
`text` beside them is that slice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quizzes.items.types import ItemDraft, Option, Pairing
from quizzes.nlp.types import (
    Claim,
    Comparison,
    Evidence,
    Finding,
    Passage,
    Position,
    Quantity,
    Quotation,
    Reading,
    Source,
)

VERSION = "0.1.0"
"""The program's version, as pyproject.toml gives it (a test keeps them alike)."""

Json = dict[str, Any]


def analysis(comparison: Comparison, items: Iterable[ItemDraft], pipeline: str) -> Json:
    """Everything that was read, compared and asked, ready for `json.dumps`; `pipeline` names the parser."""
    return {
        "engine": {"version": VERSION, "pipeline": pipeline},
        "articles": [article_json(r) for r in comparison.readings],
        "quotations": [quotation_json(q) for r in comparison.readings for q in r.quotations],
        "claims": [claim_json(c) for c in comparison.claims],
        "occurrences": [{"id": o.id, "label": o.label} for o in comparison.occurrences],
        "findings": [finding_json(f) for f in comparison.findings],
        "items": [item_json(i) for i in items],
        "set_aside": list(comparison.set_aside),
        "copies": dict(sorted(comparison.copies.items())),
    }


def article_json(reading: Reading) -> Json:
    return {
        "id": reading.article,
        "outlet": reading.outlet,
        "headline": reading.headline,
        "byline": reading.byline,
        "published": reading.published,
        "passages": [passage_json(p, reading.text) for p in reading.passages],
        "sentences": [{"start": s.start, "end": s.end} for s in reading.sentences],
    }


def passage_json(passage: Passage, text: str) -> Json:
    return {
        "role": passage.role.value,
        "start": passage.start,
        "end": passage.end,
        "text": text[passage.start : passage.end],
    }


def quotation_json(quotation: Quotation) -> Json:
    return {
        "id": quotation.id,
        "article": quotation.article,
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "manner": quotation.manner.value,
        "cue": quotation.cue,
        "speaker": source_json(quotation.speaker),
        "continues": quotation.continues,
    }


def source_json(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {
        "text": source.text,
        "start": source.start,
        "end": source.end,
        "name": source.name,
        "kind": source.kind.value,
        "via": source.via,
        "title": source.title,
        "affiliation": source.affiliation,
        "reason": source.reason,
    }


def quantity_json(value: Quantity) -> Json:
    return {
        "text": value.text,
        "start": value.start,
        "end": value.end,
        "type": value.type.value,
        "low": plain_figure(value.low),
        "high": plain_figure(value.high),
        "about": None if value.about is None else [plain_figure(n) for n in value.about],
        "norm": value.norm,
        "bound": value.bound.value,
        "unit": value.unit,
    }


def plain_figure(figure: float | None) -> float | int | None:
    """22 rather than 22.0: a whole figure as an integer."""
    return int(figure) if figure is not None and float(figure).is_integer() else figure


def claim_json(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "occurrence": claim.occurrence,
        "measure": claim.measure,
        "value": quantity_json(claim.value),
        "source": source_json(claim.source),
        "counted": list(claim.counted),
        "role": claim.role.value,
    }


def finding_json(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "relation": finding.relation and finding.relation.value,
        "aspect": finding.aspect,
        "measure": finding.measure,
        "occurrence": finding.occurrence,
        "summary": finding.summary,
        "confidence": round(finding.confidence, 2),
        "positions": [position_json(p) for p in finding.positions],
        "silent": list(finding.silent),
    }


def position_json(position: Position) -> Json:
    return {
        "article": position.article,
        "claims": list(position.claims),
        "value": position.value,
        "source": source_json(position.source),
        "evidence": [{"start": e.start, "end": e.end, "text": e.text} for e in position.evidence],
    }


def item_json(item: ItemDraft) -> Json:
    found: Json = {
        "id": item.id,
        "finding": item.finding,
        "kind": item.kind.value,
        "skill": item.skill.value,
        "difficulty": round(item.difficulty, 2),
        "stem": item.stem,
        "options": options_json(item.options),
        "key": item.key,
        "proof": item.proof,
        "rationale": item.rationale,
        "evidence": [evidence_json(e) for e in item.evidence],
        "points": item.points,
        "form": item.form,
    }
    if item.misconceptions:
        found["misconceptions"] = dict(item.misconceptions)
    return found


def evidence_json(evidence: Evidence) -> Json:
    return asdict(evidence)


def options_json(options: tuple[Option, ...] | Pairing) -> list[Json] | Json:
    if isinstance(options, Pairing):
        return {
            "left": [option_json(o) for o in options.left],
            "right": [option_json(o) for o in options.right],
        }
    return [option_json(o) for o in options]


def option_json(option: Option) -> Json:
    return {"id": option.id, "text": option.text, "misconception": option.misconception}
