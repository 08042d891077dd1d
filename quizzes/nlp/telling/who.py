"""Who or what a telling names: whoever resigned, the storm's own name, the chamber that votes, the teams of a match."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.lexicons.acts import CHAMBERS
from quizzes.nlp.telling.fitting import OF_ONE, OF_SEVERAL

AFFECTED = frozenset({"obj", "nsubj:pass"})
MOST_WORDS = 4


def named_in(token: Token, family: str, is_verb: bool) -> Iterator[str]:
    """The names that the telling gives of whom it is about, as written."""
    if family == "storm":
        yield from storm_name(token)
    elif family == "vote":
        yield from chambers(token)
    elif family in OF_ONE | OF_SEVERAL:
        for noun in roles(token, family, is_verb):
            if noun.ent_type_ == "PERSON" or (family == "match" and noun.pos_ == "PROPN"):
                yield written_name(noun)


def roles(token: Token, family: str, is_verb: bool) -> Iterator[Token]:
    """The nouns under a telling that say whose it is."""
    if is_verb:
        wanted = (
            {"nsubj"}
            if family == "resignation"
            else {"nsubj", *AFFECTED}
            if family in {"match", "lawsuit"}
            else AFFECTED
        )
        yield from (c for c in token.children if c.dep_ in wanted)
        if family == "resignation" and token.dep_ == "conj":
            yield from (c for c in token.head.children if c.dep_ == "nsubj")
        return
    for child in token.children:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in {"nmod:poss", "compound"} or (child.dep_ == "nmod" and cases & {"of", "against"}):
            yield child
            yield from (c for c in child.children if c.dep_ in {"appos", "flat"} and c.ent_type_ == "PERSON")


def written_name(noun: Token) -> str:
    """The name around a word: its entity, or the run of proper nouns that it is in."""
    doc, first, last = noun.doc, noun.i, noun.i
    while (
        first > noun.sent.start
        and doc[first - 1].pos_ == "PROPN"
        and doc[first - 1].ent_type_ == noun.ent_type_
    ):
        first -= 1
    while (
        last + 1 < noun.sent.end
        and doc[last + 1].pos_ == "PROPN"
        and doc[last + 1].ent_type_ == noun.ent_type_
    ):
        last += 1
    return doc[max(first, last - MOST_WORDS + 1) : last + 1].text


def storm_name(token: Token) -> Iterator[str]:
    """ "Ode" of "Hurricane Ode", "Lyra" of "Storm Lyra"."""
    if token.i + 1 < token.sent.end and token.text[0].isupper():
        after = token.nbor(1)
        if after.pos_ == "PROPN" and after.text[:1].isupper() and after.text[1:].islower():
            yield after.text


def chambers(token: Token) -> Iterator[str]:
    """The body that votes: "the Senate", "a committee"."""
    for child in token.children:
        for word in (child, *child.children):
            if word.lower_ in CHAMBERS and word.dep_.split(":")[0] in {
                "nsubj",
                "compound",
                "nmod",
                "amod",
                "obl",
            }:
                yield word.lower_
