"""Bodies: which body is meant by its head alone ("the observatory"), by "the company" or by its members ("the bishops")."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import BODIES
from quizzes.nlp.saying.heard import REACH, Heard
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.types import SourceKind

# Words for whatever body was named before, unlike "the police" or "the army".
ANY_BODY = frozenset(
    """company group organisation organization agency firm corporation union charity airline bank club retailer
    manufacturer operator watchdog network""".split()
)
PLACES = frozenset(
    "state country nation city county town village province region district site website".split()
)
"""Heads of noun phrases for what speaks through its officers, never people."""
# "TideWatch", "RowOn": a capital amid a word, where no name of a person has one.
COINED = re.compile(
    r"\b(?!(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|Ja|O)[A-Z])[A-Z][a-z]+[A-Z][\w.]*[A-Za-z]"
)
APPOSED = r",\s(?:an?|the)\s(?:(?!of\b|for\b|at\b|with\b|in\b|from\b|on\b|to\b)[\w'’-]+\s){0,5}?(?P<kind>[a-z]+)(?=,\s|\s(?:that|which|based|founded|dedicated)\b)"
SMALL_IN_NAME = re.compile(r"\w\s(?:for|against)\s[A-Z]")


def body_meant(head: Token, words: str, roster: Roster, heard: Heard) -> str | None:
    """The full name of the body that a common noun or initials stand for, or None."""
    return by_word(head, words, roster) or named_last(head, heard)


def by_word(head: Token, words: str, roster: Roster) -> str | None:
    """The full name of a body meant by its head alone ("the observatory") or its initials."""
    full = roster.bodies.get(head.lower_)
    if full is None or (head.pos_ == "PROPN" and len(words.split()) > 1):
        return None
    definite = any(c.lower_ in {"the", "its", "this"} for c in head.children)
    return full if definite or head.pos_ == "PROPN" else None


def named_last(head: Token, heard: Heard) -> str | None:
    """The body named last, for "the company" or "the group"; None where the words tell more or nothing is near."""
    return (
        heard.latest(head.idx, SourceKind.ORGANISATION) if head.lower_ in ANY_BODY and is_bare(head) else None
    )


def of_members(head: Token, roster: Roster) -> str | None:
    """The body named shortly before whose name ends with its members ("the League of Pilots … The pilots wrote")."""
    if head.tag_ != "NNS" or not is_bare(head):
        return None
    named = (
        n.name
        for n in reversed(roster.names)
        if n.kind is SourceKind.ORGANISATION and 0 < head.idx - n.start <= REACH
    )
    return next((n for n in named if len(n.split()) > 2 and n.split()[-1].casefold() == head.lower_), None)


def is_bare(head: Token) -> bool:
    """True for a noun with "the" and nothing else."""
    return [c.lower_ for c in head.children if c.i < head.i] == ["the"] and head.right_edge.i == head.i


def is_bodys_name(name: str, text: str) -> bool:
    """True for a name that no person has, whatever the recognizer makes of it: a coined word ("TideWatch", and "Tidewatch"
    beside it), or one with "for" amid it."""
    if SMALL_IN_NAME.search(name):
        return True
    folded = name.casefold()
    return " " not in name and any(w.casefold() == folded for w in COINED.findall(text))


def is_called_body(name: str, text: str) -> bool:
    """True for a name that its apposition calls a body ("Harbour Rising, a small charity group, said …")."""
    found = re.search(rf"\b{re.escape(name)}{APPOSED}", text)
    return found is not None and found["kind"] in BODIES


def without_kind(words: str) -> str:
    """The name of a body behind the common noun for what it is ("Parent company First Mills" → "First Mills")."""
    parts = words.split()
    kinds = [n for n, w in enumerate(parts[:-1]) if w in BODIES and n > 0]
    behind = parts[kinds[-1] + 1 :] if kinds else []
    return " ".join(behind) if behind and all(w[0].isupper() for w in behind) else words
