"""What a judging word is said of, as a key by which other articles' words for it are found."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Happening

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def described(head: Token, pos: str) -> str:
    """The folded lemma of what the word describes: an adjective's noun, what a noun has several of ("a rash of thefts") or is
    said of ("the talks were a farce"); "" where there is none. A verb describes an act, which nothing names by one word."""
    if pos == "adjective":
        return key_of(noun_of(head))
    if pos == "noun":
        return key_of(of_noun(head) or next((c for c in head.children if c.dep_ in SUBJECTS), None))
    return ""


def of_noun(noun: Token) -> Token | None:
    """The noun after "of", or None."""
    return next(
        (c for c in noun.children if c.dep_ == "nmod" and any(g.lower_ == "of" for g in c.children)), None
    )


def noun_of(adjective: Token) -> Token | None:
    """The noun that an adjective stands before, or that it is said of ("the plan was absurd")."""
    if adjective.dep_ in {"amod", "compound"} and adjective.head.pos_ in {"NOUN", "PROPN"}:
        return adjective.head
    return next((c for c in adjective.children if c.dep_ in SUBJECTS), None)


def key_of(token: Token | None) -> str:
    """A noun's folded lemma, a name's folded last word; "" for a pronoun, which is nothing's own name."""
    if token is None or token.pos_ not in {"NOUN", "PROPN"}:
        return ""
    if token.pos_ == "PROPN":
        last = [token, *(c for c in token.children if c.dep_ == "flat" and c.i > token.i)][-1]
        return fold(last.text)
    return fold(token.lemma_)


def happening_at(happenings: tuple[Happening, ...], start: int, end: int) -> str | None:
    """The id of the happening that the characters speak of, None where they hold no mention of one."""
    for happening in happenings:
        if any(m.start < end and start < m.end for m in happening.mentions):
            return happening.id
    return None
