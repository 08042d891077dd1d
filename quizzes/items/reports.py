"""How many reports stand behind several articles: those that print one text count as one.

| question | an answer is | it is right where |
|---|---|---|
| `reports-in-all()` | a number | so many are left when articles that share sentences count as one |
| `own-text()` | article | it shares no sentence with any other, while others share theirs |
"""

from __future__ import annotations

from itertools import combinations

from quizzes.items.asking import Arguments, Question, Undecided, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, once
from quizzes.items.sharing import share_nothing, shared_sentences

NUMBERS = ("None", "One", "Two", "Three", "Four", "Five")


def are_one_report(matrix: Matrix, one: str, other: str) -> bool:
    """Whether two articles share sentences; Undecided where they share no more than a phrase."""
    readings = matrix.reading(one), matrix.reading(other)
    if shared_sentences(*readings):
        return True
    if share_nothing(*readings):
        return False
    raise Undecided("they share something")


def reports_in_all(matrix: Matrix) -> int:
    """How many texts the story's articles have between them."""
    articles = list(matrix.readings)
    one_text = {frozenset(p) for p in combinations(articles, 2) if are_one_report(matrix, *p)}
    firsts = [
        a
        for n, a in enumerate(articles)
        if not any(frozenset((a, before)) in one_text for before in articles[:n])
    ]
    return len(firsts)


def is_number_of_reports(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return name_in(answer, 0) == str(reports_in_all(matrix))


def has_own_text(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    has_own = _has_own_text(matrix, name_in(answer, 0))
    return no_doubt_when(has_own is not None, "they share something", answer=bool(has_own))


@once
def _has_own_text(matrix: Matrix, article: str) -> bool | None:
    """Whether the article shares no sentence with any other; None where it shares no more than a phrase."""
    reading = matrix.reading(article)
    others = [r for a, r in matrix.readings.items() if a != article]
    if any(shared_sentences(reading, other) for other in others):
        return False
    return True if all(share_nothing(reading, r) for r in others) else None


def _number(matrix: Matrix, term: Term) -> str:
    return NUMBERS[int(name_in(term, 0))]


REPORT_QUESTIONS: dict[str, Question] = {
    "reports-in-all": Question(is_number_of_reports, _number),
    "own-text": Question(has_own_text, outlet_text),
}
