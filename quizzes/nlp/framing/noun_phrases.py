"""Noun phrases as words that call something: the noun with what stands before it, and what after it belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.framing.headline_verbs import base
from quizzes.nlp.lexicons.labels import FILLERS
from quizzes.nlp.types import Role

NOUNS = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset(
    {
        "amod",
        "compound",
        "nmod:desc",
        "nmod:unmarked",
        "obl:unmarked",
        "obl:npmod",
        "flat",
        "advmod",
        "nmod:poss",
    }
)
"""Relations by which a word left of a noun says what it is called."""
ORDERING = frozenset(
    "single recent latest earlier later previous first second third next last own sole total".split()
)
"""Modifiers that say which of several, and call nothing anything."""
VERBAL = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "TO", "WP", "WDT"})
QUOTES = frozenset("\"“”'‘’")
LEAD = 3
"""Sentences below the headline in which an article says what it is about."""
ABLE = 4
"""Uses of ten as a verb that make an infinitive of a word behind "to"."""
MOST_BEFORE, MOST_OWNER, MOST_OF = 9, 3, 6
"""Words before a noun that are read as one label, and words of whose it is: longer ones are slips of the parse."""


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence of the story: `offset` is where its Doc begins in the article's text, `number` its place there."""

    span: DocSpan
    offset: int
    number: int
    role: Role

    def edges(self, tokens: list[Token]) -> tuple[int, int]:
        """Offsets of a run of the sentence's tokens in the article's text."""
        return self.offset + tokens[0].idx, self.offset + tokens[-1].idx + len(tokens[-1])


def is_before_noun(noun: Token) -> bool:
    """True for "militia" of "militia officials" and for the first half of a hyphenated word."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is not None and following.text == "-" and not noun.whitespace_:
        return True
    return noun.dep_ in {"compound", "nmod:desc", "flat"} and noun.head.i > noun.i and noun.head.pos_ in NOUNS


def words_before(noun: Token) -> list[Token]:
    """The modifiers before a noun, in order, those joined by "and" too; articles, figures and pronouns are not among them."""
    first = noun.i
    floor = max(noun.sent.start, noun.i - MOST_BEFORE)
    while first > floor and belongs(noun.doc[first - 1], noun):
        first -= 1
    found = list(noun.doc[first : noun.i])
    found = behind_verb(found)
    while found and (is_front(found[0]) or is_infinitive(found[0])):
        found.pop(0)
    # Marks of quotation stay where both stand ("the “safety” bill").
    if (
        found
        and found[0].i
        and noun.doc[found[0].i - 1].text in QUOTES
        and any(w.text in QUOTES for w in found)
    ):
        found.insert(0, noun.doc[found[0].i - 1])
    return found


def behind_verb(words: list[Token]) -> list[Token]:
    """The words behind a verb that the parser has taken for a modifier ("the vote enraged liberals"): a participle right
    behind a noun, without a hyphen."""
    for at in range(len(words) - 1, 0, -1):
        is_participle = words[at].tag_ in {"VBN", "VBD"} and words[at].text.islower()
        if is_participle and words[at - 1].tag_ in {"NN", "NNS", "NNP"} and words[at].nbor(1).text != "-":
            return words[at + 1 :]
    return words


def is_infinitive(token: Token) -> bool:
    """True for the "End" of a headline's "Deal To End Shutdown"; "to Court officials" has a noun there."""
    verb = base(token.text)
    return (
        token.i > token.sent.start
        and token.nbor(-1).lower_ == "to"
        and verb is not None
        and verb.tenths >= ABLE
    )


def belongs(token: Token, noun: Token) -> bool:
    """True for what stands between a noun and the first of its modifiers."""
    if token.pos_ == "SPACE" or token.tag_ in VERBAL or is_governing(token):
        return False
    if token.dep_ in {"case", "mark"} and token.text not in {"'s", "’s", "’", "'"}:
        return False
    up = token
    while up.head != noun:
        if up.head == up or up.head.i > noun.i or up.dep_ in {"det", "nsubj", "cop"}:
            return False
        up = up.head
    if up.dep_ == "nmod:poss":
        return up.pos_ in NOUNS and up.right_edge.i - up.left_edge.i < MOST_OWNER + 1 and token.dep_ != "det"
    return up.dep_ in INSIDE or (up.dep_ == "punct" and token.text in {"-", "‑", "–", ","} | QUOTES)


def is_governing(token: Token) -> bool:
    """True for the participle of "possessing guns" and "have legalized it": it has what follows as its object."""
    return token.tag_ in {"VBG", "VBN"} and (
        token.dep_ not in {"amod", "compound", "conj", "nmod:desc"}
        or any(c.dep_.startswith(("aux", "nsubj")) for c in token.children)
    )


def is_front(token: Token) -> bool:
    """True for what stands before the first word that says what a noun is called: marks, figures, "the same", "recent"."""
    if token.is_punct or token.text in {"'s", "’s", "’"}:
        return True
    # "first-round", "so-called" are one word with what follows.
    if token.nbor().text in {"-", "‑"} and not token.whitespace_:
        return False
    return (
        token.pos_ in {"NUM", "ADV", "PRON", "DET", "CCONJ"}
        or token.lower_ in FILLERS
        or token.lower_ in ORDERING
        or (token.ent_type_ in {"DATE", "TIME"} and token.dep_ != "amod")
    )


def determiner(noun: Token) -> str:
    """ "the", "a", "this", "his" …, or "" where none stands before the noun."""
    found = next(
        (
            c
            for c in noun.children
            if c.dep_ in {"det", "nmod:poss"} and c.i < noun.i and c.pos_ in {"DET", "PRON"}
        ),
        None,
    )
    return found.lower_ if found is not None else ""


def is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def is_whole(tokens: list[Token]) -> bool:
    """True where the tokens stand side by side."""
    return tokens[-1].i - tokens[0].i == len(tokens) - 1


def tail_of(noun: Token) -> list[Token]:
    """The words of "of the armed groups" behind a noun, without clauses on them; [] where they are many."""
    of = noun.nbor() if noun.i + 1 < noun.sent.end else None
    if of is None or of.lower_ != "of" or of.dep_ != "case" or of.head.pos_ not in NOUNS:
        return []
    head = of.head
    tail = list(noun.doc[noun.i + 1 : head.i + 1])
    if (
        head.i < noun.i
        or len(tail) > MOST_OF
        or any(w.is_punct and w.text not in {"-", "’s", "'s", "."} for w in tail)
    ):
        return []
    return tail
