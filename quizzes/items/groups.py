"""The sentences that prove a key: a group for each proving article, any sentence of a group counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quizzes.items.asking import Arguments, Groups, Undecided, name_in
from quizzes.items.expressions import Call, Cell, Term
from quizzes.items.highest import top_claims
from quizzes.items.matrix import Matrix
from quizzes.items.sharing import shared_sentences, telling
from quizzes.nlp.types import Claim, Span

MOST_GROUPS = 3
"""More sentences than this make a student tick, not think: then the key's article alone proves."""


class NoSentence(ValueError):
    """A proving passage lies in no sentence that a student could pick."""


def figure_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """Every sentence that gives the highest number, and where few articles give one, those of each other article too."""
    match arguments:
        case (Call(_, (Cell() as cell,)) as highest,):
            proving = list(top_claims(matrix, highest))
        case _:
            raise Undecided("the highest of a cell is expected")
    top = proving[0].article
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in matrix.cell(cell.measure, cell.occurrence):
        by_article[claim.article].append(claim)
    by_article[top] = proving
    articles = [a for a in matrix.readings if a in by_article]
    if len(articles) > MOST_GROUPS:
        articles = [top]
    return [_group(matrix, by_article[a]) for a in articles]


def agreed_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences that give the cell's number, a group for each of the first articles that do."""
    match arguments:
        case (Cell(measure, occurrence),):
            claims = matrix.cell(measure, occurrence)
        case _:
            raise Undecided("a cell is expected")
    articles = [a for a in matrix.readings if any(c.article == a for c in claims)]
    return [_group(matrix, (c for c in claims if c.article == a)) for a in articles[:MOST_GROUPS]]


def bare_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences in which the key's article gives the cell's number."""
    match arguments:
        case (Cell(measure, occurrence),):
            claims = [c for c in matrix.cell(measure, occurrence) if c.article == name_in(key, 0)]
        case _:
            raise Undecided("a cell is expected")
    return [_group(matrix, claims)]


def _group(matrix: Matrix, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    spans = [(c.article, matrix.sentence(c.article, c.value.start, c.value.end)) for c in claims]
    sentences = sorted({(article, s.start, s.end) for article, s in spans if s is not None})
    if not sentences:
        raise NoSentence
    return [{"article": article, "start": start, "end": end} for article, start, end in sentences]


def shared_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences in the text of either article that the other repeats."""
    articles = name_in(key, 0), name_in(key, 1)
    readings = [matrix.reading(a) for a in articles]
    shared = shared_sentences(*readings)
    if shared is None:
        raise NoSentence
    told = [telling(r, spans) for r, spans in zip(readings, (shared.left, shared.right), strict=True)]
    return [sentence_group(a, spans) for a, spans in zip(articles, told, strict=True)]


def sentence_group(article: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
    """The sentences of one article, any of which counts."""
    return [{"article": article, "start": s.start, "end": s.end} for s in spans]
