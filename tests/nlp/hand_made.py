"""Readings and claims made by hand: what comparing starts from, without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from quizzes.nlp.findings.side_by_side import SideBySide, article_names
from quizzes.nlp.types import (
    Bound,
    Claim,
    Label,
    Manner,
    Passage,
    Quantity,
    Quotation,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
    ValueType,
)


def source(name: str, **facts: Any) -> Source:
    return Source(name, 0, len(name), name, facts.pop("kind", SourceKind.ORGANISATION), **facts)


def figure(text: str, number: float, bound: Bound = Bound.EXACT, start: int = 0) -> Quantity:
    """A figure as reading gives it: the open end of "at least" and "at most" is None."""
    low = None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else number
    high = None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else number
    return Quantity(text, start, start + len(text), ValueType.NUMBER, low, high, bound=bound)


def vague(text: str, low: float, high: float, bound: Bound = Bound.VAGUE) -> Quantity:
    return Quantity(text, 0, len(text), ValueType.NUMBER, about=(low, high), bound=bound)


def claim(article: str, value: Quantity, *, start: int = 0, text: str | None = None, **facts: Any) -> Claim:
    """A claim about the killed of one occurrence, unless `facts` say otherwise."""
    sentence = text or f"{value.text} {' '.join(facts.get('counted', ('people',)))} were killed."
    at = start + max(sentence.find(value.text), 0)
    placed = replace(value, start=at, end=at + len(value.text))
    given: dict[str, Any] = {"measure": "killed", "source": None, "occurrence": "o1", "counted": ("person",)}
    given |= facts
    identity = f"{article}-{start}-{value.text}-{given['measure']}"
    return Claim(identity, article, start, start + len(sentence), sentence, value=placed, **given)


def reading(article: str, text: str = "", **facts: Any) -> Reading:
    """A reading of plain paragraphs of body, a sentence to each full stop."""
    passages = tuple(Passage(Role.BODY, m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
    sentences = tuple(
        Span(m.start(), m.end())
        for m in re.finditer(r"\S[^\n]*?(?:[.?!][”\"]?(?=\s+[A-Z“\"]|\s*$)|$)", text, re.M)
    )
    given: dict[str, Any] = {"outlet": None, "headline": None, "byline": None, "published": None}
    given |= {"passages": passages, "sentences": sentences} | facts
    return Reading(article, text, **given)


def quotation(article: str, text: str, words: str, **facts: Any) -> Quotation:
    at = text.index(words)
    given: dict[str, Any] = {"manner": Manner.DIRECT, "cue": None, "speaker": None} | facts
    return Quotation(f"q{at}", article, at, at + len(words), words, **given)


def label(article: str, text: str, words: str, actor: str) -> Label:
    at = text.index(words)
    return Label(article, at, at + len(words), words, actor)


def side(*readings: Reading, claims: Iterable[Claim] = (), **facts: Any) -> SideBySide:
    return SideBySide(tuple(readings), tuple(claims), names=article_names(readings), **facts)
