"""Of which party an article says that a person is: "Rep. Ann Roe (D-Ga.)", "Ann Roe, Republican of Ohio".

| question | an answer is | it is right where |
|---|---|---|
| `party-of(article, start)` | `republican`, `democrat`, `unsaid` | the article names that party beside its speaker of the quotation |
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.asking import Arguments, Question, Undecided, name_in
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.whose_words import quotation_at, surely_says
from quizzes.nlp.types import Reading

REPUBLICAN, DEMOCRAT, UNSAID = "republican", "democrat", "unsaid"
SHOWN = {
    REPUBLICAN: "The Republican Party",
    DEMOCRAT: "The Democratic Party",
    UNSAID: "The article does not say",
}
LETTERS = {"R": REPUBLICAN, "D": DEMOCRAT}
BEHIND = (
    r"(?:,? \(?(?P<letter>[RD])-[A-Z][\w.]+|, (?:an? )?(?:[A-Z][\w’']+ ){0,2}(?P<word>Republican|Democrat)\b)"
)


@lru_cache(maxsize=1024)
def parties_beside(reading: Reading, name: str) -> tuple[tuple[str, int], ...]:
    """The parties that the article names right behind the person's name, each with where the name stands."""
    words = [w for w in name.split() if w.strip(".") not in ("Jr", "Sr")]
    named = re.compile(rf"{re.escape(words[0])}(?: [\w.]+)? {re.escape(words[-1])}{BEHIND}")
    found = named.finditer(reading.text)
    return tuple((LETTERS[m["letter"]] if m["letter"] else m["word"].lower(), m.start()) for m in found)


def is_of_party(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    article, start = name_in(arguments, 0), name_in(arguments, 1)
    speaker = surely_says(matrix, quotation_at(matrix, article, start))
    every = {party for r in matrix.readings.values() for party, _ in parties_beside(r, speaker.name)}
    if len(every) != 1 or not parties_beside(matrix.reading(article), speaker.name):
        raise Undecided("not surely of one party")
    return name_in(answer, 0) in every


def _party(matrix: Matrix, term: Term) -> str:
    if name_in(term, 0) not in SHOWN:
        raise NotInMatrix(name_in(term, 0))
    return SHOWN[name_in(term, 0)]


PARTY_QUESTIONS: dict[str, Question] = {"party-of": Question(is_of_party, _party)}
