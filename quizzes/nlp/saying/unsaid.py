"""Unsaid: verbs of saying after which nothing is handed on: denied, still to come, refused, a condition of speaking."""

from __future__ import annotations

import re

from spacy.tokens import Token

# "asked not to be named" is a condition, not what is reported.
CONDITION = re.compile(
    r"\W*(?:that\b.{0,20}\b)?(?:not\s+(?:to\s+)?be|to\s+remain|on\s+anonymity|anonymity)\b.{0,20}(?:named|identified|anonym\w+|quoted)?",
    re.I,
)
CONDITIONED = frozenset({"ask", "request", "insist", "speak", "demand"})
# Verbs and adjectives with an infinitive that came about ("went on to say", "was quick to deny").
WENT_ON = frozenset(
    """go continue begin start proceed rush hasten rise stand pause come take use manage happen quick first last latest
    only""".split()
)
STARTING = frozenset({"begin", "continue"})
TO_COME = frozenset({"will", "would", "can", "could", "may", "might", "should", "’ll", "'ll"})
POSSIBLE = frozenset({"could", "may", "might"})
"""With these nothing is said yet: "the court could rule"."""
REFUSING = frozenset(
    "reject deny dismiss dispute refute ridicule mock rebut challenge question brush scoff".split()
)
"""Verbs whose object, a view, is not their subject's: "rejected the idea that …"."""
VIEWS = frozenset(
    """notion idea claim suggestion charge allegation accusation argument view criticism report rumor rumour premise
    complaint concern fear contention assertion perception theory""".split()
)
ASKING = frozenset({"ask", "wonder", "question"})
MOST_BEFORE_THAT = 12


def is_unsaid(verb: Token, lemma: str) -> bool:
    """True where a verb of saying hands nothing on."""
    return (
        is_denied(verb, lemma)
        or is_start_of_other_act(verb, lemma)
        or is_refusal(verb, lemma)
        or is_asked(verb)
        or (lemma in CONDITIONED and CONDITION.match(verb.doc[verb.i + 1 : verb.i + 12].text) is not None)
    )


def is_denied(verb: Token, lemma: str) -> bool:
    """True where nothing is said: "did not say", "declined to say", "would not comment"."""
    if any(c.lower_ in {"not", "n't", "n’t", "never"} for c in verb.children if c.i < verb.i):
        return lemma not in {"believe", "think", "expect"}
    if any(c.dep_ == "aux" and c.lower_ in POSSIBLE and c.i < verb.i for c in verb.children):
        return True
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.i < verb.i for c in verb.children):
        return False
    head = verb.head
    if verb.dep_ == "advcl":
        # "will use the fair to reveal a boat": the act that it is the purpose of has not come about.
        return any(c.dep_ == "aux" and c.lower_ in TO_COME for c in head.children)
    # "plans to say", "would require them to disclose": what somebody is to say has not been said.
    return verb.dep_ in {"xcomp", "ccomp", "acl"} and head.lemma_.casefold() not in WENT_ON


def is_start_of_other_act(verb: Token, lemma: str) -> bool:
    """True for "began to look at the “…”": an infinitive tells what was begun."""
    return lemma in STARTING and any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children)


def is_asked(verb: Token) -> bool:
    """True for "asked whether he was saying that …": whoever asks puts the words into his mouth."""
    is_open = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)
    return is_open and verb.head.lemma_.casefold() in ASKING


def is_refusal(verb: Token, lemma: str) -> bool:
    """True for "rejected criticism from the coast that …": the clause is the view of those who are rejected."""
    if lemma not in REFUSING:
        return False
    view = None
    for token in verb.doc[verb.i + 1 : min(verb.i + MOST_BEFORE_THAT, verb.sent.end)]:
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return False
        if token.lower_ == "that" and view is not None:
            return True
        view = token if token.lemma_.casefold() in VIEWS else view
    return False
