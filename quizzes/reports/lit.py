"""Evidence in its article: the sentences that prove, lit, with the sentence before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.models import FrozenArticle

Span = tuple[int, int]


@dataclass(frozen=True)
class Stretch:
    """Running words of an article, lit or not."""

    text: str
    is_lit: bool


@dataclass(frozen=True)
class LitPart:
    """Sentences that follow one another; `first` is the number of the first lit one in its article."""

    stretches: tuple[Stretch, ...]
    first: int


@dataclass(frozen=True)
class LitArticle:
    letter: str
    outlet: str
    headline: str
    parts: tuple[LitPart, ...]


def lit_articles(
    evidence: Iterable[Mapping[str, Any]], articles: Iterable[FrozenArticle]
) -> list[LitArticle]:
    """The articles that an item's evidence is from, in the order of their letters."""
    spans: dict[str, list[Span]] = {}
    for piece in evidence:
        spans.setdefault(piece["article"], []).append((piece["start"], piece["end"]))
    return [
        LitArticle(a.letter, a.outlet, a.headline, tuple(_parts(a, sorted(set(spans[a.letter])))))
        for a in articles
        if a.letter in spans
    ]


def _parts(article: FrozenArticle, lit: Sequence[Span]) -> Iterable[LitPart]:
    sentences = [(s["start"], s["end"]) for s in article.sentences]
    proving = {
        n
        for n, (start, end) in enumerate(sentences)
        if any(start < there and here < end for here, there in lit)
    }
    around = sorted({m for n in proving for m in (n - 1, n, n + 1) if 0 <= m < len(sentences)})
    runs: list[list[int]] = []
    for n in around:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    if not runs:  # evidence outside every sentence, as in a headline that is none
        return [LitPart((Stretch(article.text[start:end], True),), 0) for start, end in lit]
    return [
        LitPart(
            tuple(_stretches(article.text, sentences[run[0]][0], sentences[run[-1]][1], lit)),
            min(n for n in run if n in proving) + 1,
        )
        for run in runs
    ]


def _stretches(text: str, start: int, end: int, lit: Sequence[Span]) -> Iterable[Stretch]:
    at = start
    for here, there in lit:
        here, there = max(here, at), min(there, end)
        if here >= there:
            continue
        if at < here:
            yield Stretch(text[at:here], False)
        yield Stretch(text[here:there], True)
        at = there
    if at < end:
        yield Stretch(text[at:end], False)
