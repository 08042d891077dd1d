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
| `stands(claim, claim)` | `rounder`, `scope` or `apart` | the two numbers stand so to each other |
| `says-so(claim)` | article | it counts the same people in the claim's words, where others deny them |

`max-figure(cell)` for `max(cell)` compares the figures without their fences. An answer that is neither surely right
nor surely wrong raises Undecided: it can be neither key nor distractor. Questions on words are in `word_questions.py`, on facts
that are left out in `fact_questions.py`, on who says what in `speech_questions.py`.
"""

from __future__ import annotations

from quizzes.items import texts
from quizzes.items.agencies import AGENCY_QUESTIONS
from quizzes.items.asking import (
    Arguments,
    Question,
    Undecided,
    cell_in,
    name_in,
    no_doubt_when,
    outlet_text,
)
from quizzes.items.bounds import (
    articles_disagree,
    disjoint,
    figure,
    is_exact,
    is_listed,
    lower,
    upper,
)
from quizzes.items.expressions import Cell, Term
from quizzes.items.fact_questions import FACT_QUESTIONS
from quizzes.items.groups import agreed_groups, bare_groups, figure_groups
from quizzes.items.headline_questions import HEADLINE_QUESTIONS
from quizzes.items.hearings import HEARING_QUESTIONS
from quizzes.items.highest import top_claims
from quizzes.items.introductions import INTRODUCTION_QUESTIONS
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.missing_views import VIEW_QUESTIONS
from quizzes.items.name_questions import NAME_QUESTIONS
from quizzes.items.own_voice import OWN_VOICE_QUESTIONS
from quizzes.items.parties import PARTY_QUESTIONS
from quizzes.items.reports import REPORT_QUESTIONS
from quizzes.items.source_questions import SOURCE_QUESTIONS
from quizzes.items.sourced_figures import SOURCED_FIGURE_QUESTIONS
from quizzes.items.speech_questions import SPEECH_QUESTIONS
from quizzes.items.told_questions import TOLD_QUESTIONS
from quizzes.items.tone_questions import TONE_QUESTIONS
from quizzes.items.untold import UNTOLD_QUESTIONS
from quizzes.items.word_questions import WORD_QUESTIONS
from quizzes.items.wording import (
    about_occurrence,
    alike_sources,
    capitalised,
    is_telling,
    measure_words,
    same_source,
    shown_count,
    shown_value,
    source_phrase,
)
from quizzes.nlp.findings.comparable import Kinship, denies, head, kinship, modifiers
from quizzes.nlp.types import Claim

NOBODY = "nobody"
NOBODY_TEXT = "Nobody: no source is given"

STANDINGS = {
    "rounder": "Both can be right: one is vaguer than the other",
    "scope": "Both can be right: they count different things",
    "apart": "They cannot both be right: no number fits both",
}


def claims_of(matrix: Matrix, arguments: Arguments) -> tuple[Claim, ...]:
    match arguments:
        case (Cell(measure, occurrence),):
            return matrix.cell(measure, occurrence)
        case _:
            raise Undecided("a cell is expected")


def is_reporter_and_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, claim = name_in(answer, 0), matrix.claim(name_in(answer, 1))
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
    if not all(texts.has_no_source(matrix, c) for c in claims if c.source is None):
        raise Undecided("the sentence may name a source")


def is_reporter(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    top = top_claims(matrix, *arguments)
    return matrix.reading(name_in(answer, 0)).article == top[0].article


def is_told(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, told = name_in(answer, 0), matrix.claim(name_in(answer, 1))
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
    own = [c for c in claims if c.article == name_in(answer, 0)]
    if not own:
        raise Undecided("the article gives no number")
    return any(is_exact(c.value) for c in own)


def is_source_of(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    claim = matrix.claim(name_in(arguments, 0))
    siblings = [
        c
        for c in matrix.claims.values()
        if c.article == claim.article and c.measure == claim.measure and _same_number(c, claim)
    ]
    if name_in(answer, 0) == NOBODY:
        if not all(c.source is None for c in siblings):
            return no_doubt_when(
                all(c.source for c in siblings), "told with and without a source", answer=False
            )
        return no_doubt_when(texts.has_no_source(matrix, claim), "may have a source", answer=True)
    offered = matrix.claim(name_in(answer, 0)).source
    if offered is None:
        raise Undecided("nobody is offered as a claim's source by its own word")
    if any(same_source(offered, c.source) for c in siblings):
        return True
    return no_doubt_when(
        not any(alike_sources(offered, c.source) for c in siblings), "too close to its source", answer=False
    )


def is_without_source(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    own = [c for c in claims_of(matrix, arguments) if c.article == name_in(answer, 0)]
    if own and all(c.source is None for c in own):
        return no_doubt_when(
            all(texts.has_no_source(matrix, c) for c in own), "may have a source", answer=True
        )
    return no_doubt_when(bool(own) and all(c.source for c in own), "not every number has one", answer=False)


def is_agreed(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    agreed = agreed_figure(matrix, arguments)
    return figure(matrix.claim(name_in(answer, 0)).value) == agreed


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
    cell = cell_in(answer)
    claims = matrix.cell(cell.measure, cell.occurrence)
    if articles_disagree(claims):
        return False
    agreed_figure(matrix, (cell,))
    return True


def is_standing(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    """How two numbers of the same things stand to each other; where they may count different things, nobody can tell."""
    one, other = (matrix.claim(name_in(arguments, i)) for i in (0, 1))
    if (one.measure, one.occurrence) != (other.measure, other.occurrence):
        raise Undecided("two rows")
    if kinship(one, other) is not Kinship.SAME or is_listed(one) or is_listed(other):
        raise Undecided("perhaps not the same things")
    if disjoint(one.value, other.value):
        return name_in(answer, 0) == "apart"
    # "three" beside "several": one leaves room that the other does not
    if is_exact(one.value) is is_exact(other.value):
        raise Undecided("neither is surely the vaguer")
    return name_in(answer, 0) == "rounder"


def says_so(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    claim = matrix.claim(name_in(arguments, 0))
    own = [
        c
        for c in matrix.cell(claim.measure, claim.occurrence or "")
        if c.article == name_in(answer, 0)
        and head(c.counted) == head(claim.counted)
        and figure(c.value) == figure(claim.value)
    ]
    agree, deny = (
        any(modifiers(c) == modifiers(claim) for c in own),
        any(denies(c, claim) for c in own),
    )
    return no_doubt_when(agree is not deny, "neither said nor denied, or both", answer=agree)


def _standing(matrix: Matrix, term: Term) -> str:
    if (name := name_in(term, 0)) in STANDINGS:
        return STANDINGS[name]
    raise NotInMatrix(name)


def _outlet_and_source(matrix: Matrix, term: Term) -> str:
    return f"{outlet_text(matrix, term)}: {source_phrase(matrix.claim(name_in(term, 1)).source)}"


def _outlet_or_value(matrix: Matrix, term: Term) -> str:
    name = name_in(term, 0)
    if name in matrix.readings:
        return matrix.name(name)
    claim = matrix.claim(name)
    return f"{shown_count(claim)}: {source_phrase(claim.source)}"


def _source(matrix: Matrix, term: Term) -> str:
    if name_in(term, 0) == NOBODY:
        return NOBODY_TEXT
    return capitalised(source_phrase(matrix.claim(name_in(term, 0)).source))


def _value(matrix: Matrix, term: Term) -> str:
    return shown_value(matrix.claim(name_in(term, 0)))


def _topic(matrix: Matrix, term: Term) -> str:
    cell = cell_in(term)
    words = measure_words(cell.measure, matrix.cell(cell.measure, cell.occurrence))
    occurrence = matrix.occurrences.get(cell.occurrence)
    if words is None or occurrence is None:
        raise NotInMatrix(str(cell))
    return f"The {words.topic} in {about_occurrence(occurrence.label)}"


QUESTIONS: dict[str, Question] = {
    "reporter-and-source": Question(is_reporter_and_source, _outlet_and_source, figure_groups),
    "reporter": Question(is_reporter, outlet_text, figure_groups),
    "tells": Question(is_told, _outlet_or_value),
    "exact": Question(is_exact_one, outlet_text),
    "source-of": Question(is_source_of, _source),
    "without-source": Question(is_without_source, outlet_text, bare_groups),
    "all-equal": Question(is_agreed, _value, agreed_groups),
    "agree": Question(is_agreement, _topic),
    "stands": Question(is_standing, _standing),
    "says-so": Question(says_so, outlet_text),
    **WORD_QUESTIONS,
    **AGENCY_QUESTIONS,
    **FACT_QUESTIONS,
    **UNTOLD_QUESTIONS,
    **TOLD_QUESTIONS,
    **NAME_QUESTIONS,
    **REPORT_QUESTIONS,
    **SPEECH_QUESTIONS,
    **OWN_VOICE_QUESTIONS,
    **HEARING_QUESTIONS,
    **PARTY_QUESTIONS,
    **VIEW_QUESTIONS,
    **INTRODUCTION_QUESTIONS,
    **SOURCE_QUESTIONS,
    **SOURCED_FIGURE_QUESTIONS,
    **TONE_QUESTIONS,
    **HEADLINE_QUESTIONS,
}
