"""Passed on: the outlet through which words came to the article ("told AFP", "in an interview with the Harbour Times")."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import HEARERS
from quizzes.nlp.saying.mentions import mention_tokens
from quizzes.nlp.saying.names import clean_name, is_outlet

LED = re.compile(r"^(?:to|with|in|on|by|for|during)\s+")
EXCHANGE = re.compile(
    r"\b(?:interview|statement|e-?mail|letter|message|comment|remark|call|appearance)s?\s(?:to|with|on|for)\s(?P<outlet>.+)"
)
KIND = re.compile(r"\s(?:program(?:me)?|show|interview|segment|podcast|broadcast|report|story|article)s?$")
HOST = re.compile(r"['’]s\s.+$")
"""Whoever asks for the outlet ("CNN's Ann Lee")."""
OBJECTS = frozenset({"obj", "iobj", "obl", "obl:arg", "nmod"})
MOST_BEHIND = 15


def passed_on(verb: Token) -> str | None:
    """The outlet that the words under a verb of saying were said to, or None."""
    for child in verb.children:
        is_near = verb.i < child.i <= verb.i + MOST_BEHIND
        is_lead = child.i < verb.i and child.dep_ == "obl"
        if child.dep_ not in OBJECTS or child.lower_ in HEARERS or not (is_near or is_lead):
            continue
        first, end = mention_tokens(child)
        words = verb.doc[child.left_edge.i if is_lead else first : end].text
        if (outlet := outlet_in(words, is_lead)) is not None:
            return outlet
    return None


def outlet_in(words: str, is_lead: bool) -> str | None:
    """The outlet in a phrase of hearer or occasion; an opening phrase must tell an exchange ("In a letter to the Times,")."""
    exchange = EXCHANGE.search(words)
    if is_lead and exchange is None:
        return None
    name = clean_name(exchange["outlet"] if exchange else LED.sub("", words))
    name = KIND.sub("", HOST.sub("", name))
    return name if is_outlet(name) else None
