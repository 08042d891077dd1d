"""What the calls of a proof mean: for each question that can be put to the matrix, whether an answer is right or wrong.

| question | an answer is | it is right where |
|---|---|---|
| `reporter-and-source(max(cell))` | (article, claim) | the article tells the highest number, by that claim's source |
| `reporter(max(cell))` | article | the article tells the highest number |
| `tells(cell)` | article + claim | the article gives that claim's value by that claim's source |
| `exact(cell)` | article | the article gives an exact figure where the others are rounder |
| `source-of(claim)` | claim or `nobody` | the claim has that claim's source, or none at all |
| `without-source(cell)` | article | all its numbers stand without a source |
| `all-equal(cell)` | claim | every article gives that claim's figure |
| `agree()` | cell | its figures are all the same |
| `uses(words)`, `uses()` | article, article + words | the words stand in the article |
| `unnamed(article)` | name of a source | the article does not name that source |
| `headline-actor(words)` | article | the words are the subject of the active verb in its headline |
| `shares-text()` | (article, article) | a sentence of the one stands in the other, nearly word for word |

`max-figure(cell)` for `max(cell)` compares the figures without their fences. An answer that is neither surely right
nor surely wrong raises Undecided: it can be neither key nor distractor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.items import texts
from quizzes.items.bounds import (
    articles_disagree,
    disjoint,
    figure,
    highest_figure,
    is_exact,
    is_listed,
    lower,
    surely_highest,
    upper,
)
from quizzes.items.expressions import Argument, Call, Cell, Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.sharing import share_nothing, shared_sentences
from quizzes.items.wording import (
    about_occurrence,
    alike_sources,
    capitalised,
    folded,
    is_telling,
    measure_words,
    quoted,
    same_source,
    shown_count,
    shown_value,
    source_phrase,
    with_article,
)
from quizzes.nlp.types import Claim, Source, SourceKind

NOBODY = "nobody"
NOBODY_TEXT = "Nobody: the article gives no source"

Arguments = tuple[Argument, ...]


class Undecided(ValueError):
    """The matrix does not say whether the answer is right."""


@dataclass(frozen=True)
class Question:
    """`holds(matrix, arguments, answer)` decides or raises Undecided; `text(matrix, answer)` is how an option shows it."""

    holds: Callable[[Matrix, Arguments, Term], bool]
    text: Callable[[Matrix, Term], str]


def top_claims(matrix: Matrix, argument: Argument) -> tuple[Claim, ...]:
    """The claims that hold the highest number of a `max(cell)` or `max-figure(cell)`."""
    match argument:
        case Call("max", (Cell(measure, occurrence),)):
            found = surely_highest(matrix.cell(measure, occurrence))
        case Call("max-figure", (Cell(measure, occurrence),)):
            found = highest_figure(matrix.cell(measure, occurrence))
        case _:
            raise Undecided("max() or max-figure() of a cell is expected")
    if not found:
        raise Undecided("no article surely has the highest number")
    return found


def claims_of(matrix: Matrix, arguments: Arguments) -> tuple[Claim, ...]:
    match arguments:
        case (Cell(measure, occurrence),):
            return matrix.cell(measure, occurrence)
        case _:
            raise Undecided("a cell is expected")


def is_reporter_and_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, claim = _name(answer, 0), matrix.claim(_name(answer, 1))
    top = top_claims(matrix, *arguments)
    _surely_sourced_so(matrix, claim)
    if article != top[0].article:
        return False
    if any(same_source(claim.source, c.source) for c in top):
        return True
    if claim.source is None or any(alike_sources(claim.source, c.source) for c in top):
        raise Undecided("too close to the key's source")
    if claim.article == article and upper(claim.value) >= lower(top[0].value):
        raise Undecided("a second source may stand behind the same number")
    in_article = [c for c in matrix.claims.values() if c.article == article]
    if claim.article != article and any(same_source(claim.source, c.source) for c in in_article):
        raise Undecided("the article quotes that source too")
    return False


def _surely_sourced_so(matrix: Matrix, *claims: Claim) -> None:
    """Raises Undecided where a claim stands for "no source is given" but its sentence may name one."""
    if not all(texts.stands_alone(matrix, c) for c in claims if c.source is None):
        raise Undecided("the sentence may name a source")


def is_reporter(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    top = top_claims(matrix, *arguments)
    return matrix.reading(_name(answer, 0)).article == top[0].article


def is_told(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, told = _name(answer, 0), matrix.claim(_name(answer, 1))
    own = [c for c in claims_of(matrix, arguments) if c.article == article]
    if not own:
        raise Undecided("the article gives no number")
    _surely_sourced_so(matrix, told)
    if not is_telling(told):
        raise Undecided("no figure to speak of")
    alike = [c for c in own if _same_number(c, told)]
    if any(same_source(c.source, told.source) for c in alike):
        return True
    if any(alike_sources(c.source, told.source) for c in alike):
        raise Undecided("the same number, perhaps by the same source")
    _surely_sourced_so(matrix, *alike)
    return False


def _same_number(one: Claim, other: Claim) -> bool:
    return (lower(one.value), upper(one.value)) == (lower(other.value), upper(other.value))


def is_exact_one(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    claims = claims_of(matrix, arguments)
    exact = [c for c in claims if is_exact(c.value)]
    if not exact or any(disjoint(c.value, exact[0].value) for c in claims):
        raise Undecided("the figures contradict each other, or none is exact")
    own = [c for c in claims if c.article == _name(answer, 0)]
    if not own:
        raise Undecided("the article gives no number")
    return any(is_exact(c.value) for c in own)


def is_source_of(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    claim = matrix.claim(_name(arguments, 0))
    siblings = [
        c
        for c in matrix.claims.values()
        if c.article == claim.article and c.measure == claim.measure and _same_number(c, claim)
    ]
    if _name(answer, 0) == NOBODY:
        if not all(c.source is None for c in siblings):
            return _no_doubt_when(
                all(c.source for c in siblings), "told with and without a source", answer=False
            )
        return _no_doubt_when(
            all(texts.stands_alone(matrix, c) for c in siblings), "may have a source", answer=True
        )
    offered = matrix.claim(_name(answer, 0)).source
    if offered is None:
        raise Undecided("nobody is offered as a claim's source by its own word")
    if any(same_source(offered, c.source) for c in siblings):
        return True
    return _no_doubt_when(
        not any(alike_sources(offered, c.source) for c in siblings), "too close to its source", answer=False
    )


def is_without_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    own = [c for c in claims_of(matrix, arguments) if c.article == _name(answer, 0)]
    if own and all(c.source is None for c in own):
        return _no_doubt_when(
            all(texts.stands_alone(matrix, c) for c in own), "may have a source", answer=True
        )
    return _no_doubt_when(bool(own) and all(c.source for c in own), "not every number has one", answer=False)


def is_agreed(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    agreed = agreed_figure(matrix, arguments)
    return figure(matrix.claim(_name(answer, 0)).value) == agreed


def agreed_figure(matrix: Matrix, arguments: Arguments) -> float:
    """The one exact figure that at least two articles give (a copy is no second one) and none contradicts."""
    claims = claims_of(matrix, arguments)
    figures = {figure(c.value) for c in claims}
    articles = {c.article for c in claims} - matrix.comparison.copies.keys()
    if (
        len(figures) > 1
        or len(articles) < 2
        or not all(is_exact(c.value) and is_telling(c) and not is_listed(c) for c in claims)
    ):
        raise Undecided("the articles do not give one exact figure")
    return lower(claims[0].value)


def is_agreement(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    cell = _cell(answer)
    claims = matrix.cell(cell.measure, cell.occurrence)
    if articles_disagree(claims):
        return False
    agreed_figure(matrix, (cell,))
    return True


def is_used(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, *rest = answer
    words = _name(tuple(rest) or arguments, 0)
    reading = matrix.reading(_name((article,), 0))
    if texts.has_words(reading.text, words):
        return True
    return _no_doubt_when(
        not texts.nearly_has_words(reading.text, words), "nearly the same words", answer=False
    )


def is_unnamed(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, name = _name(arguments, 0), folded(_name(answer, 0))
    sources = texts.sources_of(matrix, article)
    unnamed = [s for s in sources if s.kind is SourceKind.ANONYMOUS]
    kinds = {s.kind for s in sources if folded(s.name) == name}
    if kinds == {SourceKind.ANONYMOUS}:
        return True
    sure = kinds <= {SourceKind.PERSON} and len(name.split()) > 1
    close = any(alike_sources(s, u) for s in sources if folded(s.name) == name for u in unnamed)
    return _no_doubt_when(bool(kinds) and sure and not close, "named or not is not sure", answer=False)


def is_headline_actor(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    words = _name(arguments, 0)
    frame = matrix.reading(_name(answer, 0)).headline_frame
    if frame is None or frame.subject is None or not texts.says_who_acts(frame):
        raise Undecided("the headline has no sure subject and verb")
    if folded(frame.subject) == folded(words):
        return _no_doubt_when(not frame.is_passive, "the subject is acted on", answer=True)
    return _no_doubt_when(
        not texts.share_words(frame.subject, words), "nearly the same subject", answer=False
    )


def shares_text(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    one, other = (matrix.reading(_name(answer, i)) for i in (0, 1))
    if shared_sentences(one, other):
        return True
    return _no_doubt_when(share_nothing(one, other), "they share something", answer=False)


def _no_doubt_when(sure: bool, doubt: str, *, answer: bool) -> bool:
    if not sure:
        raise Undecided(doubt)
    return answer


def _name(term: Term | Arguments, at: int) -> str:
    if at < len(term) and isinstance(found := term[at], str):
        return found
    raise Undecided("a name is expected")


def _cell(term: Term) -> Cell:
    match term:
        case (Cell() as cell,):
            return cell
    raise Undecided("a cell is expected")


def _outlet(matrix: Matrix, term: Term) -> str:
    return matrix.name(_name(term, 0))


def _outlet_and_source(matrix: Matrix, term: Term) -> str:
    return f"{_outlet(matrix, term)}: {source_phrase(matrix.claim(_name(term, 1)).source)}"


def _outlet_or_value(matrix: Matrix, term: Term) -> str:
    name = _name(term, 0)
    if name in matrix.readings:
        return matrix.name(name)
    claim = matrix.claim(name)
    return f"{shown_count(claim)}: {source_phrase(claim.source)}"


def _source(matrix: Matrix, term: Term) -> str:
    if _name(term, 0) == NOBODY:
        return NOBODY_TEXT
    return capitalised(source_phrase(matrix.claim(_name(term, 0)).source))


def _value(matrix: Matrix, term: Term) -> str:
    return shown_value(matrix.claim(_name(term, 0)))


def _topic(matrix: Matrix, term: Term) -> str:
    cell = _cell(term)
    words = measure_words(cell.measure, matrix.cell(cell.measure, cell.occurrence))
    occurrence = matrix.occurrences.get(cell.occurrence)
    if words is None or occurrence is None:
        raise NotInMatrix(str(cell))
    return f"The {words.topic} in {about_occurrence(occurrence.label)}"


def _outlet_or_words(matrix: Matrix, term: Term) -> str:
    name = _name(term, 0)
    return matrix.name(name) if name in matrix.readings else quoted(name)


def _source_name(matrix: Matrix, term: Term) -> str:
    name = _name(term, 0)
    every = [s for article in matrix.readings for s in texts.sources_of(matrix, article)]
    found: Source | None = next((s for s in every if folded(s.name) == folded(name)), None)
    if found is None:
        raise NotInMatrix(name)
    return capitalised(with_article(found))


def _two_outlets(matrix: Matrix, term: Term) -> str:
    return f"{matrix.name(_name(term, 0))} and {matrix.name(_name(term, 1))}"


QUESTIONS: dict[str, Question] = {
    "reporter-and-source": Question(is_reporter_and_source, _outlet_and_source),
    "reporter": Question(is_reporter, _outlet),
    "tells": Question(is_told, _outlet_or_value),
    "exact": Question(is_exact_one, _outlet),
    "source-of": Question(is_source_of, _source),
    "without-source": Question(is_without_source, _outlet),
    "all-equal": Question(is_agreed, _value),
    "agree": Question(is_agreement, _topic),
    "uses": Question(is_used, _outlet_or_words),
    "unnamed": Question(is_unnamed, _source_name),
    "headline-actor": Question(is_headline_actor, _outlet),
    "shares-text": Question(shares_text, _two_outlets),
}
