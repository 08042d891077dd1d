"""The phrase in which a word reads: "heaping pressure", "a huge mistake", never a lone stop word or half a name."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.loaded import JOINTS

LONGEST_NOUN, LONGEST_OBJECT, LONGEST_OF = 5, 4, 6
"""Words of a noun phrase, an object and a phrase with "of" that still read as one with the judging word."""
BEFORE = frozenset({"amod", "compound", "advmod", "punct", "nmod:desc", "conj", "cc"})
NOUNS = frozenset({"NOUN", "PROPN"})


def reading_unit(tokens: tuple[Token, ...], head: Token, pos: str) -> tuple[Token, Token]:
    """The first and last token of the phrase around a judging word."""
    first, last = tokens[0], tokens[-1]
    if pos == "adjective":
        last = noun_after(head, last)
    elif pos == "noun":
        first, last = modified(first), of_phrase(head, last)
    elif pos == "verb":
        last = object_after(head, last)
    elif pos == "adverb":
        first, last = beside(first, last)
    return hyphened(first, last)


def noun_after(adjective: Token, last: Token) -> Token:
    """The noun that follows an adjective with nothing but modifiers between, and the nouns right behind it, else the adjective."""
    noun = adjective.head
    if adjective.dep_ in {"amod", "compound"} and noun.pos_ in NOUNS and 0 < noun.i - last.i <= LONGEST_NOUN:
        between = last.doc[last.i + 1 : noun.i]
        if all(t.dep_ in BEFORE and t.text not in {",", '"', "“", "”"} for t in between):
            # The parse ends "a scathing inspector general report" too early; in a text nouns run on.
            while noun.i - last.i < LONGEST_NOUN and noun.i + 1 < noun.sent.end and runs_on(noun):
                noun = noun.nbor()
            return noun if is_ended(noun) else last
    return last


def runs_on(noun: Token) -> bool:
    """True where the next word is a noun or part of a name with nothing but a blank between."""
    following = noun.nbor()
    return bool(noun.whitespace_) and following.pos_ in NOUNS and noun.text[-1:].isalpha()


def modified(first: Token) -> Token:
    """The first of at most two modifiers that stand directly before a noun."""
    at = first
    for _ in range(2):
        before = at.doc[at.i - 1] if at.i > at.sent.start else None
        if (
            before is None
            or before.dep_ not in {"amod", "compound"}
            or before.head.i < first.i
            or before.is_punct
        ):
            break
        at = before
    return at


def of_phrase(noun: Token, last: Token) -> Token:
    """The end of a short "of …" after a noun, else the noun."""
    for child in noun.children:
        if child.i > last.i and child.dep_ == "nmod" and last.doc[last.i + 1].lower_ == "of":
            short = child.i - last.i <= LONGEST_OF and all(
                t.dep_ != "punct" or t.text in JOINTS for t in last.doc[last.i + 1 : child.i]
            )
            return child if short else last
    return last


def object_after(verb: Token, last: Token) -> Token:
    """The particle and the short object right after a verb, else the verb."""
    for child in verb.children:
        if child.i == last.i + 1 and child.dep_ == "compound:prt":
            last = child
    for child in verb.children:
        if child.dep_ == "obj" and 0 < child.i - last.i <= LONGEST_OBJECT and child.left_edge.i == last.i + 1:
            return child if is_ended(child) and child.pos_ != "DET" else last
    return last


def is_ended(noun: Token) -> bool:
    """False where a phrase would be cut in two at its noun: "the secretary | of the board", "Roe | ’s dismissal", "Ann | Roe"."""
    if noun.i + 1 >= noun.sent.end:
        return True
    following = noun.nbor()
    if following.lower_ in {"of", "'s", "’s", "’"} or (noun.whitespace_ and following.pos_ in NOUNS):
        return False
    return following.pos_ != "ADJ" or not runs_on(following)


def beside(first: Token, last: Token) -> tuple[Token, Token]:
    """An adverb with the word that it stands right beside and belongs to."""
    head = last.head
    if head.i == last.i + 1 and not head.is_punct:
        return first, head
    if head.i == first.i - 1:
        return head, last
    return first, last


def hyphened(first: Token, last: Token) -> tuple[Token, Token]:
    """The words widened over hyphens: "fated" is the end of "ill-fated"."""
    doc, sentence = first.doc, first.sent
    while (
        first.i - 2 >= sentence.start and doc[first.i - 1].text in JOINTS and not doc[first.i - 2].whitespace_
    ):
        first = doc[first.i - 2]
    while last.i + 2 < sentence.end and doc[last.i + 1].text in JOINTS and not last.whitespace_:
        last = doc[last.i + 2]
    return first, last
