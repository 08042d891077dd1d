"""Which article says whose word a figure is, where others give theirs on nobody's.

| question | an answer is | it is right where |
|---|---|---|
| `with-source(cell)` | article | it names a source of its number; wrong where all its numbers surely stand without one |
"""

from __future__ import annotations

from quizzes.items import texts
from quizzes.items.asking import Arguments, Groups, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Cell, Term
from quizzes.items.groups import NoSentence, sentence_group
from quizzes.items.matrix import Matrix
from quizzes.nlp.types import Claim, Role


def _of_article(matrix: Matrix, arguments: Arguments, article: str) -> list[Claim]:
    """The article's numbers below the headline."""
    match arguments:
        case (Cell(measure, occurrence),):
            claims = matrix.cell(measure, occurrence)
        case _:
            raise Undecided("a cell is expected")
    return [c for c in claims if c.article == article and c.role is not Role.HEADLINE]


def is_with_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    own = _of_article(matrix, arguments, name_in(answer, 0))
    if any(c.source is not None for c in own):
        return True
    is_bare = bool(own) and all(texts.has_no_source(matrix, c) for c in own)
    return no_doubt_when(is_bare, "it gives no number, or may have a source", answer=False)


def sourced_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences in which the article gives a number with its source."""
    article = name_in(key, 0)
    sourced = [c for c in _of_article(matrix, arguments, article) if c.source is not None]
    spans = {matrix.sentence(article, c.value.start, c.value.end) for c in sourced} - {None}
    if not spans:
        raise NoSentence
    return [sentence_group(article, sorted((s for s in spans if s), key=lambda s: s.start))]


SOURCED_FIGURE_QUESTIONS: dict[str, Question] = {
    "with-source": Question(is_with_source, outlet_text, sourced_groups)
}
