"""What a figure with a unit measures, by the noun or verb that holds it: "a fine of $40", "was fined $40", "rose 4 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.lexicons.matters import (
    CHANGES,
    FORMS,
    LATER,
    LENGTHS,
    RECKON,
    SHARES,
    SMALL_LENGTHS,
    SPANS,
    STANDING,
    SUMS,
    WEATHER,
    Matter,
)
from quizzes.nlp.measuring.counted import Counted, Kind
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after
from quizzes.nlp.measuring.suppositions import is_supposed

TABLES = {Kind.MONEY: SUMS, Kind.PERCENT: SHARES, Kind.DURATION: SPANS, Kind.DISTANCE: LENGTHS}
PLAIN = {
    Kind.MONEY: "money",
    Kind.PERCENT: "percent",
    Kind.DURATION: "duration",
    Kind.DISTANCE: "distance",
    Kind.WEIGHT: "size",
    Kind.AGE: "age",
    Kind.TIME: "time",
    Kind.TURNS: "times",
    Kind.RANK: "place in order",
}
"""What a figure measures where nothing nearer is said."""

TRADED = frozenset(
    {"sell", "buy", "purchase", "settle", "fine", "value", "rob", "defraud", "sentence", "suspend"}
)
"""Verbs whose figure stands behind "for" or "at"."""
ASIDE = frozenset({"for", "in", "on", "against", "into", "under", "at", "with", "before", "after"})
"""Prepositions that make a figure something else than what was paid ("pay for a $5 million cut")."""
LINKS = frozenset({"of", "in", "for", "at"})
"""Prepositions that tie a figure to the noun it is the size of ("a bill for $40", "$40 in damages")."""
EDGES = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "csubj"})
STEPS = 4
NEAR = 3
"""Words of a phrase behind "$40 in" up to its noun."""


def matter_named(counted: Counted) -> tuple[str, Token | None]:
    """The name of what a figure with a unit measures, and the word that says so (None where only the unit does)."""
    if counted.kind is Kind.DURATION and is_between(counted):
        return "interval", None
    table = TABLES.get(counted.kind, ())
    for word in holders(counted):
        matter = row_for(word, table)
        if matter is not None:
            if matter.is_done and word.pos_ == "VERB" and is_supposed(word):
                # "pledged to repay $40" tells of no payment.
                return (matter.planned, word) if matter.planned else (PLAIN[counted.kind], None)
            return ("level" if matter in CHANGES and is_reached(counted) else matter.name), word
    if counted.kind is Kind.DISTANCE and is_small(counted):
        fallen = next((row_for(t, WEATHER) for t in counted.anchor.sent if row_for(t, WEATHER)), None)
        return (fallen.name if fallen is not None else "size"), None
    return PLAIN[counted.kind], None


def row_for(word: Token, table: tuple[Matter, ...]) -> Matter | None:
    if word.pos_ in {"VERB", "AUX"} or word.tag_.startswith("VB"):
        lemma = FORMS.get(word.lower_, word.lemma_.lower())
        return next((m for m in table if lemma in m.verbs), None)
    return next((m for m in table if lemma_of(word) in m.nouns), None)


def holders(counted: Counted) -> Iterator[Token]:
    """The words that may say what a figure measures, the surest first: the verb it is the object of, the noun it is tied to,
    the subject it is said of, then what these hang on, within its clause."""
    token = counted.noun or counted.anchor
    if counted.noun is None:
        token = head_of_figure(token, counted.start)
    verb = token.head
    if is_reached(counted):
        # "raised the price to $40" tells the price.
        yield from (c for c in verb.children if c.dep_ == "obj")
    if verb.pos_ == "VERB" and token.dep_ in {"obj", "iobj", "xcomp"}:
        yield verb
    if verb.lemma_.lower() in RECKON and is_linked(token, {"at"}):
        # "put the cost at $40"
        yield from (c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"})
    # An infinitive tells what the figure is for ("$40 in cuts to pay for the road").
    yield from (c for c in token.children if c.dep_.startswith("acl") and c.i > token.i and c.tag_ != "VB")
    yield from tied_below(token)
    yield from subject_of(token)
    for _ in range(STEPS):
        if token.head == token:
            return
        is_aside = any(c.dep_ == "case" and c.lower_ in ASIDE and c.i < counted.start for c in token.children)
        head, dep = token.head, token.dep_.split(":")[0]
        if head.pos_ in {"NOUN", "PROPN", "ADJ"}:
            if not is_aside or (is_linked(token) and not is_share_for(token, counted)):
                yield head
        elif dep in EDGES:
            return
        elif not is_aside or head.lemma_ in TRADED:
            yield head
            if head.lemma_.lower() in STANDING:
                yield from (c for c in head.children if c.dep_.startswith("nsubj"))
        else:
            return
        if token.dep_.split(":")[0] in EDGES:
            return
        token = head


def is_share_for(token: Token, counted: Counted) -> bool:
    """True for "taxes for half of the households", where the share is of those concerned."""
    return counted.kind is Kind.PERCENT and bool(counted.counted) and is_linked(token, {"for"})


def head_of_figure(token: Token, start: int) -> Token:
    """The token by which the words of a figure hang in the sentence ("$" or "billion" of "$5 billion")."""
    while token.head != token and start <= token.head.i <= token.i and token.head.i >= start:
        token = token.head
    return token


def tied_below(token: Token) -> Iterator[Token]:
    """The nouns that a figure is tied to from above ("$40 in damages", "34 inches of snow", "ten years in prison")."""
    doc, behind = token.doc, token.i + 1
    while behind < token.sent.end and doc[behind].tag_ == "CD":
        behind += 1
    if behind < token.sent.end and doc[behind].lower_ in {"in", "of", "behind"}:
        yield from (t for t in doc[behind + 1 : min(behind + 2, token.sent.end)] if t.pos_ == "NOUN")
        held = noun_after(token.sent, behind + 1 - token.sent.start)
        if held is not None and held.i - behind <= NEAR and not is_known(held):
            yield held
    yield from (
        c
        for c in token.children
        if c.dep_.startswith("nmod") and c.i > token.i and is_linked(c, {"of", "in"})
    )


def is_known(noun: Token) -> bool:
    """True for a noun that the figure is only a part of ("$5 million in the federal budget")."""
    return any(c.lower_ in {"the", "this", "that"} and c.dep_ == "det" for c in noun.children)


def is_linked(noun: Token, by: frozenset[str] | set[str] = LINKS) -> bool:
    return any(c.dep_ == "case" and c.lower_ in by for c in noun.children)


def subject_of(token: Token) -> Iterator[Token]:
    """What a figure in the predicate is said of ("the fine was $40")."""
    if any(c.dep_ == "cop" for c in token.children):
        yield from (c for c in token.children if c.dep_ == "nsubj")


def is_reached(counted: Counted) -> bool:
    """True for "rose to 40" and "rose from 30": where a change has led or begun, not its size."""
    doc, at = counted.anchor.doc, counted.start
    return at > 0 and doc[at - 1].lower_ in {"to", "from"}


def is_between(counted: Counted) -> bool:
    """True for "two years later", "ten days after the raid", "it has been six months since"; "for ten days before" lasted."""
    if counted.noun is None:
        return False
    doc = counted.noun.doc
    follows = doc[counted.noun.i + 1 : counted.noun.i + 2].text.lower()
    if doc[counted.noun.i + 1 : counted.noun.i + 3].text.lower() == "from now":
        return True
    return follows in LATER and not (counted.start and doc[counted.start - 1].lower_ == "for")


def is_small(counted: Counted) -> bool:
    """True for a length in inches and the like: a thing's size, or what has fallen where the sentence speaks of snow."""
    return counted.noun is not None and lemma_of(counted.noun) in SMALL_LENGTHS
