"""How an article lets its readers hear a person: in the person's own words, retold, only spoken of, or not at all.

| question | an answer is | it is right where |
|---|---|---|
| `lets-speak(name)` | article | it has words between marks that are surely the person's; wrong where it surely has none |
| `quoted-in(article)` | name | that article has words between marks that are surely the person's; wrong where it surely has none |
| `heard-how(name)` | article + `quoted`, `retold`, `named` or `absent` | that is surely the way in which the article has the person |
"""

from __future__ import annotations

import re
from functools import cache

from quizzes.items.asking import Arguments, Question, Undecided, name_in, outlet_text
from quizzes.items.expressions import Term
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.speakers import speaks_of
from quizzes.items.speech_questions import speaks_of_office
from quizzes.items.texts import SAYING
from quizzes.items.whose_words import is_between_marks, shares_surname, sure_speaker, words_of
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.speech import NAMING, PLAIN, inflected
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Quotation, Reading, Role, Span

QUOTED, RETOLD, NAMED, ABSENT = "quoted", "retold", "named", "absent"
WAYS = {
    QUOTED: "It quotes this person’s own words between quotation marks",
    RETOLD: "It retells what this person said and quotes no word of it",
    NAMED: "It writes about this person but gives nothing this person said",
    ABSENT: "It does not mention this person anywhere in the article",
}

MARK = re.compile(r"[“”\"]|(?<!\w)['‘](?=\w)")
PRONOUN = re.compile(r"\b(?:he|she|his|her|him|they|their|who)\b", re.IGNORECASE)
FEWEST = 5
"""Words of a quotation in which somebody speaks, and is not only called something."""
BEHIND = 2
"""Sentences behind a name in which a pronoun may stand for it."""


@once
def way_heard(matrix: Matrix, article: str, name: str) -> str:
    """In which way the article has the person; Undecided where a careful reader could dispute it."""
    reading = matrix.reading(article)
    if shares_surname(matrix, name):
        raise Undecided("two persons of that name")
    if own_words(reading, name):
        return QUOTED
    if not speaks_of(reading, name):
        if speaks_of_office(matrix, reading, name):
            raise Undecided("perhaps heard by the office alone")
        return ABSENT
    near = sentences_near(reading, name)
    own = [q for q in reading.quotations if q.speaker and surname(q.speaker.name) == surname(name)]
    if not _is_named_in_full(reading, name) or any(_may_hold_words(reading, s, name) for s in near):
        raise Undecided("perhaps quoted, or another of that name")
    if any(is_between_marks(q) for q in own):
        raise Undecided("perhaps quoted")
    if any(sure_speaker(reading, q) for q in own):
        return RETOLD
    if own or any(_may_tell_of_saying(reading, s) for s in near):
        raise Undecided("perhaps retold")
    return NAMED


def own_words(reading: Reading, name: str) -> Quotation | None:
    """The first words between marks that are surely the person's and more than a phrase ("options of service")."""
    return next(
        (
            q
            for q in reading.quotations
            if is_between_marks(q)
            and len(q.text.split()) >= FEWEST
            and q.speaker
            and surname(q.speaker.name) == surname(name)
            and sure_speaker(reading, q)
        ),
        None,
    )


def sentences_near(reading: Reading, name: str) -> list[Span]:
    """The sentences that name the person, with those right behind in which a pronoun may mean them."""
    every = reading.sentences
    naming = [n for n, s in enumerate(every) if surname(name) in words_of(s.of(reading.text))]
    behind = [
        at
        for n in naming
        for at in range(n + 1, min(n + 1 + BEHIND, len(every)))
        if PRONOUN.search(every[at].of(reading.text))
    ]
    return [every[n] for n in sorted({*naming, *behind})]


def _is_named_in_full(reading: Reading, name: str) -> bool:
    """True where a sentence of the body has the first name right before the surname, a middle one between them at most."""
    first, last = fold(name).split()[0], surname(name)
    found = re.compile(rf"\b{re.escape(first)}(?:\s+[\w.]+)?\s+{re.escape(last)}\b")
    return any(
        role_at(reading, s.start) is Role.BODY and found.search(fold(s.of(reading.text)))
        for s in reading.sentences
    )


def _may_hold_words(reading: Reading, sentence: Span, name: str) -> bool:
    """True for a sentence with a quotation mark that is not surely around another's words."""
    if not MARK.search(sentence.of(reading.text)):
        return False
    held = [
        q
        for q in reading.quotations
        if is_between_marks(q) and q.start < sentence.end and sentence.start < q.end
    ]
    return not held or any(q.speaker is None or surname(q.speaker.name) == surname(name) for q in held)


def _may_tell_of_saying(reading: Reading, sentence: Span) -> bool:
    """True where more words of saying stand in a sentence than its other speaker needs."""
    text = sentence.of(reading.text)
    saying = {m.start() for m in SAYING.finditer(text)}
    saying |= {m.start() for m in re.finditer(r"[^\W\d_]+", text) if m[0].casefold() in _verbs_of_saying()}
    others = [
        q
        for q in reading.quotations
        if q.start < sentence.end and sentence.start < q.end and sure_speaker(reading, q)
    ]
    return len(saying) > (1 if others else 0)


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(form for verb in PLAIN | NAMING for form in inflected(verb))


def lets_speak(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return way_heard(matrix, name_in(answer, 0), name_in(arguments, 0)) == QUOTED


def is_quoted_in(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return way_heard(matrix, name_in(arguments, 0), name_in(answer, 0)) == QUOTED


def is_heard_how(matrix: Matrix, arguments: Arguments, answer: Term) -> bool:
    return way_heard(matrix, name_in(answer, 0), name_in(arguments, 0)) == name_in(answer, 1)


def _name(matrix: Matrix, term: Term) -> str:
    return name_in(term, 0)


def _way(matrix: Matrix, term: Term) -> str:
    if name_in(term, 1) not in WAYS:
        raise NotInMatrix(name_in(term, 1))
    return WAYS[name_in(term, 1)]


HEARING_QUESTIONS: dict[str, Question] = {
    "lets-speak": Question(lets_speak, outlet_text),
    "quoted-in": Question(is_quoted_in, _name),
    "heard-how": Question(is_heard_how, _way),
}
