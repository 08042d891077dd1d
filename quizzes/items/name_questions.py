"""Questions on one name that the articles write in several ways.

| question | an answer is | it is right where |
|---|---|---|
| `one-name(word, …)` | `one`, `person`, `several`, `people`, `mistake` or `mistaken` | the words are one name |
| `names(name)` | article | it has the name in this form |
"""

from __future__ import annotations

from quizzes.items.asking import Arguments, Groups, Question, name_in, no_doubt_when, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.groups import NoSentence, sentence_group
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.texts import has_words
from quizzes.nlp.lexicons.short_names import is_short_for
from quizzes.nlp.telling.spellings import fold, skeleton
from quizzes.nlp.types import FindingKind

READS_AS = {
    "one": "One name in different spellings",
    "person": "One person, whose first name has a short form",
    "several": "Names of different places",
    "people": "Two people who share a family name",
    "mistake": "The right name and a mistaken one",
    "mistaken": "One person, whose name one outlet has got wrong",
}
"""What words that look alike may be; the first two are right of one name."""


def is_one_name(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    names = [name_in(arguments, i) for i in range(len(arguments))]
    folded = {fold(n) for n in names}
    listed = any(
        folded <= {fold(p.value or "") for p in f.positions}
        for f in matrix.comparison.findings
        if f.kind is FindingKind.NAME_VARIANT
    )
    sure = listed and len(folded) > 1 and (len({skeleton(n) for n in folded}) == 1 or has_short_form(names))
    return no_doubt_when(sure, "perhaps two names", answer=name_in(answer, 0) in ("one", "person"))


def has_short_form(names: list[str]) -> bool:
    """True for a full name and one that has the short form of its first name ("Michael Roe", "Mike Roe")."""
    words = [n.split() for n in names]
    if len(names) != 2 or min(map(len, words)) < 2:
        return False
    (given, surname), (other, other_surname) = ((fold(w[0]), fold(w[-1])) for w in words)
    return surname == other_surname and (is_short_for(given, other) or is_short_for(other, given))


def is_plainly_short(names: list[str]) -> bool:
    """True where the short form can be heard in the full one ("Mike", "Michael"; "Liz", "Elizabeth"): nobody doubts who is meant."""
    given, other = (fold(n.split()[0]) for n in names)
    return given[:1] == other[:1] or given in other or other in given


def is_named_so(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return has_words(matrix.reading(name_in(answer, 0)).text, name_in(arguments, 0))


def name_groups(matrix: Matrix, arguments: Arguments, key: Term) -> Groups:
    """The sentences of the key's article that have the name in this form."""
    reading = matrix.reading(name_in(key, 0))
    own = [s for s in reading.sentences if has_words(s.of(reading.text), name_in(arguments, 0))]
    if not own:
        raise NoSentence
    return [sentence_group(reading.article, own)]


def _reads_as(matrix: Matrix, term: Term) -> str:
    if (name := name_in(term, 0)) in READS_AS:
        return READS_AS[name]
    raise NotInMatrix(name)


NAME_QUESTIONS: dict[str, Question] = {
    "one-name": Question(is_one_name, _reads_as),
    "names": Question(is_named_so, outlet_text, name_groups),
}
