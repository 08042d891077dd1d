"""Mentions: the words by which a speaker is called."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.saying.speakers import is_time

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "i", "we", "you", "one", "this"})
EVERYBODY = frozenset({"people", "everybody", "everyone", "nobody", "anyone", "anybody", "men", "women"})
GENERALS = frozenset(
    "attorney inspector surgeon solicitor director secretary governor postmaster comptroller".split()
)
"""Offices that are called after what stands before "general"."""
MOST_MENTION_TOKENS = 18
LED_ON = frozenset({"DT", "IN", "TO", "CC"})
"""Tags of words that lead on to others and end no mention."""
# What the parse has run over: no name or noun phrase goes on behind these.
BREAKS = frozenset({"—", "–", "--", ":", ";", "”", "“"})


def mention_tokens(head: Token) -> tuple[int, int]:
    """First and last-but-one-past token of the noun phrase of a head: without relative clauses, appositions, asides."""
    doc = head.doc
    first = max(head.left_edge.i, head.sent.start, head.i - MOST_MENTION_TOKENS)
    last = head.i
    stop = min(head.right_edge.i, head.i + MOST_MENTION_TOKENS, head.sent.end - 1)
    clauses = {
        c.left_edge.i
        for c in head.children
        if c.i > head.i and c.dep_.startswith(("acl", "appos", "parataxis", "conj", "nsubj", "dep"))
    }
    for at in range(head.i + 1, stop + 1):
        token = doc[at]
        if at in clauses and not joined(token, head):
            break
        if token.is_punct and token.text not in {"-", "–", "’", "'", ".", "/"}:
            break
        if token.is_space or (token.dep_ == "case" and is_time(token.head)):
            break
        last = at
    while first > head.sent.start and belongs_to(doc[first - 1], first, head):
        first -= 1
    while first < head.i and is_no_part(doc[first], head):
        first += 1
    first = behind_place(first, head)
    is_person = head.ent_type_ == "PERSON"
    for at in range(head.i - 1, first - 1, -1):
        is_verb = doc[at].text.islower() and (doc[at].tag_ in {"NNP", "VBD"} or doc[at].lower_ in VERB_FORMS)
        if (
            doc[at].text in BREAKS
            or closes_words(doc[at])
            or (is_person and is_verb)
            or (is_person and doc[at].text == "," and not is_listed(head, at))
        ):
            first = at + 1
            break
    while last > head.i and (doc[last].tag_ in LED_ON or doc[last].pos_ == "ADV"):
        last -= (
            1  # "The letter | also", "Members of the | “Keep Penwick” group began …": a mark cuts the phrase
        )
    return first, last + 1


def closes_words(mark: Token) -> bool:
    """True for the closing mark of what is said before its speaker, which the parse has drawn into his phrase."""
    return mark.is_quote and mark.i > mark.sent.start and mark.nbor(-1).text in {",", "?", "!"}


def behind_place(first: int, head: Token) -> int:
    """The first token behind a place that opens the clause ("in the harbour, | some pilots")."""
    comma = next((t.i for t in head.doc[first : head.i] if t.text == ","), None)
    return comma + 1 if comma is not None and head.doc[first].pos_ == "ADP" else first


def is_listed(head: Token, comma: int) -> bool:
    """True for a comma between two names of a list, whose first is the head."""
    return (
        any(c.dep_ == "conj" and c.i < comma for c in head.children)
        or head.doc[comma - 1].ent_type_ == "PERSON"
    )


def belongs_to(before: Token, first: int, head: Token) -> bool:
    """True for a noun or adjective right before a phrase that the parse has turned round ("war monitoring groups")."""
    if head.lower_ == "general" and first > 0:
        # "the inspector general", whatever the parse makes of it
        is_the = before.lower_ in {"the", "a", "an"} and before.nbor().lower_ in GENERALS
        if is_the or (before.lower_ in GENERALS and first == head.i):
            return True
    if before.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} and not (
        before.tag_ == "VBG" and head.head == before
    ):
        return False
    if before.ent_type_ in {"DATE", "TIME"}:
        return False
    return first <= before.head.i <= head.i or (
        head.head == before
        and head.dep_ in {"obj", "flat", "appos"}
        and (before.dep_ not in {"ROOT", "conj"} or before.tag_ == "VBG")
    )


def is_no_part(token: Token, head: Token) -> bool:
    """True for what stands at the front of a phrase without being of it: prepositions, conjunctions, times, marks."""
    if (
        token.is_punct
        or token.is_space
        or token.dep_ in {"cc", "mark"}
        or token.tag_ in {"WRB", "WDT", "WP$"}
        or token.lower_ in {"according", "to", "including", "such", "as"}
    ):
        return True
    if token.like_num and token.head == head and token.i == head.i - 1:
        return False  # "the 2020 candidates"
    return (token.head == head and token.pos_ in {"ADP", "SCONJ"}) or (
        token.ent_type_ in {"DATE", "TIME"} and token.i < head.i
    )


def joined(token: Token, head: Token) -> bool:
    """True for a name behind its role ("spokesman John Smith") and a second speaker ("pilots and captains"), no comma between."""
    if token.dep_ == "cc" or token.lower_ in {"and", "or", "&"}:
        behind = token.nbor() if token.i + 1 < len(token.doc) else token
        return (
            token.head.dep_ == "conj"
            and token.head.head == head
            and behind.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}
        )
    return token.dep_ in {"appos", "flat"} and token.pos_ == "PROPN" and token.i <= head.i + 2
