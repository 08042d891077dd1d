"""The sentences that prove a claim_evidence key: a group for each proving article, any sentence of a group counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quizzes.items.asking import Undecided
from quizzes.items.expressions import Call, Cell, Term
from quizzes.items.matrix import Matrix
from quizzes.items.questions import top_claims
from quizzes.items.sharing import shared_sentences
from quizzes.nlp.types import Claim, Span

Groups = list[list[dict[str, Any]]]

MOST_GROUPS = 3
"""More sentences than this make a student tick, not think: then the key's article alone proves."""


class NoSentence(ValueError):
    """A proving passage lies in no sentence that a student could pick."""


def proving_groups(matrix: Matrix, call: Call, key: Term) -> Groups:
    """Sentence groups for the right answer `key` to the question `call`, in the order of the articles."""
    match call:
        case Call("reporter-and-source" | "reporter", (Call(_, (Cell() as cell,)),)):
            return _of_figures(matrix, cell, list(top_claims(matrix, *call.arguments)))
        case Call("shares-text", ()):
            return _of_shared(matrix, str(key[0]), str(key[1]))
        case _:
            raise Undecided(f"{call.name} is proved by no sentence")


def _of_figures(matrix: Matrix, cell: Cell, proving: list[Claim]) -> Groups:
    """Every sentence that gives the highest number, and where few articles give one, those of each other article too."""
    top = proving[0].article
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in matrix.cell(cell.measure, cell.occurrence):
        by_article[claim.article].append(claim)
    by_article[top] = proving
    articles = [a for a in matrix.readings if a in by_article]
    if len(articles) > MOST_GROUPS:
        articles = [top]
    return [_group(matrix, by_article[a]) for a in articles]


def _group(matrix: Matrix, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    spans = [(c.article, matrix.sentence(c.article, c.value.start, c.value.end)) for c in claims]
    sentences = sorted({(article, s.start, s.end) for article, s in spans if s is not None})
    if not sentences:
        raise NoSentence
    return [{"article": article, "start": start, "end": end} for article, start, end in sentences]


def _of_shared(matrix: Matrix, one: str, other: str) -> Groups:
    shared = shared_sentences(matrix.reading(one), matrix.reading(other))
    if shared is None:
        raise NoSentence
    return [_spans(one, shared.left), _spans(other, shared.right)]


def _spans(article: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [{"article": article, "start": s.start, "end": s.end} for s in spans]
