"""Marks by which one thing is told from another: on which side it is ("her right knee"), which colour it has ("a white van")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import names_in
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.sides import COLOURS, LAID_OUT, PAIRED, QUARTERS, SEEN, SIDES
from quizzes.nlp.measuring.attribute import Attribute
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.parties import name_of, subject_of

IRREGULAR = {row[0]: row[1] for row in rows_of("irregular_verbs")}
FLIGHT = frozenset({"flee", "escape", "drive", "speed", "leave", "get", "run"})
NEAR = 2
"""Words between a side and its part ("left front wing")."""


def find_marks(sentence: DocSpan) -> Iterator[Attribute]:
    """The sides and colours of a sentence's things in the singular."""
    for token in sentence:
        things = marked_by(token)
        noun = thing_behind(token, things) if things else None
        if noun is None or noun.tag_ not in {"NN", "NNP"}:
            continue
        small = token.lower_
        measure = "colour" if things is SEEN else "side"
        norm = QUARTERS.get(small, small.replace("gray", "grey"))
        who = done_with(noun) if things is SEEN else bearer_of(noun, sentence)
        yield Attribute(measure, token.i, noun.i + 1, norm, (*who, lemma_of(noun)), noun)


def marked_by(token: Token) -> frozenset[str] | None:
    """The things that a word can be a mark of; "West Bank" is a name."""
    if token.lower_ in SIDES:
        return PAIRED
    if token.text in QUARTERS:
        return LAID_OUT
    return SEEN if token.lower_ in COLOURS else None


def thing_behind(mark: Token, things: frozenset[str]) -> Token | None:
    """The noun right behind a mark, with a word or two between at most."""
    for i in range(mark.i + 1, min(mark.i + 2 + NEAR, mark.sent.end)):
        token = mark.doc[i]
        if lemma_of(token) in things:
            return token
        if token.is_punct or token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return None
    return None


def done_with(noun: Token) -> tuple[str, ...]:
    """What somebody does with a thing by one folded verb: those of getting away are one."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return ()
    lemma = IRREGULAR.get(verb.lower_, verb.lemma_.lower())
    return ("flee" if lemma in FLIGHT else lemma,)


def bearer_of(noun: Token, sentence: DocSpan) -> tuple[str, ...]:
    """Whose it is, by name or one noun: who possesses it, the subject of its clause, the only person the sentence names
    before it; () where none of these tells."""
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    if owner is not None and owner.pos_ != "PRON":
        return name_of(owner) if owner.pos_ == "PROPN" else (lemma_of(owner),)
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    subject = subject_of(verb) if verb is not None else None
    if subject is not None and subject.ent_type_ == "PERSON":
        return name_of(subject)
    named = [n for n in names_in(sentence) if n.label_ == "PERSON" and n.end <= noun.i]
    return name_of(named[0].root) if len(named) == 1 and owner is not None else ()
