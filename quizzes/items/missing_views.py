"""Whose view a reader of one outlet misses: people as they are introduced, not by name.

| question | an answer is | it is right where |
|---|---|---|
| `misses(article)` | article + name | that other article quotes the person and this one has nobody who could be it; wrong where this one quotes them |
| `hears-from(article, name)` | article | it quotes the person so introduced; wrong where nobody in it could be that person |
"""

from __future__ import annotations

from itertools import takewhile

from quizzes.items.asking import Arguments, Question, Undecided, name_in, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.hearings import ABSENT, QUOTED, way_heard
from quizzes.items.introductions import MODIFIERS, PUBLIC, ROLES, introduction_of
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.wording import folded
from quizzes.nlp.findings.voices import surname

LEAST = 2
SMALL = frozenset("of for at with in from and to by on former some".split())


def is_missed(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    asked, article, name = name_in(arguments, 0), name_in(answer, 0), name_in(answer, 1)
    if way_heard(matrix, asked, name) == QUOTED:
        if is_shared(matrix, introduced(matrix, article, name), name):
            raise Undecided("several are introduced so, and one of them may be missed")
        return False
    if way_heard(matrix, article, name) != QUOTED or not is_nowhere(matrix, asked, article, name):
        raise Undecided("perhaps heard of after all")
    return True


def hears_from(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, name, asked = name_in(arguments, 0), name_in(arguments, 1), name_in(answer, 0)
    if way_heard(matrix, asked, name) == QUOTED:
        return True
    if not is_nowhere(matrix, asked, article, name):
        raise Undecided("perhaps heard of after all")
    return False


def is_nowhere(matrix: Matrix, asked: str, article: str, name: str) -> bool:
    """True where an article has neither the person, nor a sentence with all that introduces them in another, nor somebody
    of the same body or side whom it lets speak."""
    if way_heard(matrix, asked, name) != ABSENT or asked in matrix.comparison.copies:
        return False
    reading = matrix.reading(asked)
    told = introduced(matrix, article, name)
    telling = _telling(told)
    if any(telling <= set(folded(s.of(reading.text)).split()) for s in reading.sentences):
        return False
    heard = {q.speaker.name for q in reading.quotations if q.speaker}
    return not any(_own(told) & _own(introduction_of(reading, n) or "") for n in heard)


def is_shared(matrix: Matrix, told: str, name: str) -> bool:
    """True where an article introduces somebody else whom it lets speak in the same words: "a senator" is then no one person."""
    telling = _telling(told)
    return any(
        telling <= set(folded(introduction_of(reading, other) or "").split())
        for reading in matrix.readings.values()
        for other in {q.speaker.name for q in reading.quotations if q.speaker}
        if surname(other) != surname(name)
    )


def _own(told: str) -> set[str]:
    """The words of an introduction that are of one body or side, and no word for what people do."""
    words = (w.removesuffix("'s") for w in folded(told).split())
    return {w for w in words if w not in SMALL | ROLES | MODIFIERS | PUBLIC}


def _telling(told: str) -> set[str]:
    """The words that say what somebody is, without the body or the name that follows where these are two or more."""
    every = [w for w in folded(told).split() if not w.endswith("'s")]
    head = set(takewhile(lambda w: w not in SMALL, every)) - SMALL
    return head if len(head) >= LEAST else set(every) - SMALL


def introduced(matrix: Matrix, article: str, name: str) -> str:
    """As what the article introduces the person."""
    found = introduction_of(matrix.reading(article), name)
    if found is None:
        raise NotInMatrix(name)
    return found


def _shown(matrix: Matrix, term: Term) -> str:
    return introduced(matrix, name_in(term, 0), name_in(term, 1))


VIEW_QUESTIONS: dict[str, Question] = {
    "misses": Question(is_missed, _shown),
    "hears-from": Question(hears_from, outlet_text),
}
