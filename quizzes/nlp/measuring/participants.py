"""Who was hurt, killed or held: nationality and occupation of a counted group, or of a person named with an apposition."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.lexicons import harms
from quizzes.nlp.lexicons.attributes import NATIONALITIES, OCCUPATIONS
from quizzes.nlp.measuring.attribute import Attribute
from quizzes.nlp.measuring.counted import Counted
from quizzes.nlp.measuring.measures import ROWS, Framed
from quizzes.nlp.measuring.noun_phrases import lemma_of

SUFFERED = harms.KILL | harms.INJURE | harms.ARREST | harms.RESCUE | frozenset({"shoot"})
"""Verbs whose object (or passive subject) something befell."""


def of_group(counted: Counted, framed: Framed) -> Iterator[Attribute]:
    """Nationality and occupation of people that a harm's figure counts ("one Canadian nurse was killed")."""
    row, noun = ROWS.get(framed.measure), counted.noun
    if row is None or not row.is_harm or not row.people or noun is None or counted.quantity.high == 0:
        return
    yield from of_phrase(noun, (framed.measure,), counted.end)


def of_named(name: Token) -> Iterator[Attribute]:
    """Those of somebody by name whom something befell, from the apposition ("Ann Lee, a Canadian nurse, was killed")."""
    if not befell(name):
        return
    who = tuple(
        t.lower_ for t in name.subtree if t.ent_type_ == "PERSON" and t.is_alpha and t.i <= name.i + 3
    )
    for noun in name.children:
        if noun.dep_ == "appos" and noun.pos_ == "NOUN":
            yield from of_phrase(noun, who, noun.left_edge.i)


def befell(name: Token) -> bool:
    """True for the object of a harm, the subject of its passive or of dying."""
    lemma = harms.FORMS.get(name.head.lower_, name.head.lemma_.lower())
    if name.dep_ in {"obj", "nsubj:pass"}:
        return lemma in SUFFERED
    return name.dep_ == "nsubj" and lemma in harms.DIE


def of_phrase(noun: Token, who: tuple[str, ...], start: int) -> Iterator[Attribute]:
    """The attributes that a noun and the words between `start` and it give."""
    lemma = lemma_of(noun)
    for token in noun.doc[start : noun.i]:
        if token.lower_ in NATIONALITIES and not is_negated(token):
            yield Attribute("nationality", token.i, token.i + 1, token.lower_, (*who, lemma), noun)
        elif token.i > start and (double := f"{token.nbor(-1).lower_} {token.lower_}") in NATIONALITIES:
            yield Attribute("nationality", token.i - 1, token.i + 1, double, (*who, lemma), noun)
    if lemma in OCCUPATIONS:
        yield Attribute("occupation", noun.i, noun.i + 1, lemma, who, noun)


def is_negated(token: Token) -> bool:
    """True for the second half of "non-American"."""
    return token.i > 1 and token.nbor(-1).text in {"-", "‑"} and not token.nbor(-1).whitespace_
