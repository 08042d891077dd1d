"""Phrases: what the shape of a mention's noun phrase shows: one speaker or two, a name of its own or somebody else's."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons.speech import NEVER_NAMED

ANONYMITY = re.compile(
    r",?\s*(?:who\s+(?:spoke|asked|requested|declined|wished|insisted|was not authori[sz]ed|were not authori[sz]ed)|speaking|talking|granted|on\s+condition|under\s+condition|citing)\b[^.;]{0,80}?\b(?:anonymity|anonymous(?:ly)?|not\s+(?:to\s+)?be\s+(?:named|identified)|be\s+(?:named|identified))",
    re.I,
)


def with_anonymity(text: str, end: int) -> int:
    """Where a mention ends, with what follows it on why the source is not named."""
    found = ANONYMITY.match(text, end, min(len(text), end + 140))
    return found.end() if found else end


def names_two(doc: Doc, first: int, end: int) -> bool:
    """True for "Roe and Deputy Mayor Ann Lee": a person behind a name and "and"."""
    at = next((t.i for t in doc[first + 1 : end - 1] if t.lower_ == "and" and t.ent_type_ != "ORG"), None)
    if at is None or doc[at - 1].pos_ != "PROPN" or doc[at - 1].ent_type_ == "ORG":
        return False
    if doc[first].tag_ == "NNS" and doc[first + 1].tag_ != "NNP":
        return False  # "Officers in Penwick and New Osk"
    return any(t.ent_type_ == "PERSON" for t in doc[at:end])


def is_modifier(name: Token, head: Token) -> bool:
    """True for a name that only tells whose or what kind a noun is ("former Lee aides", "the office of Ann Lee")."""
    if head.pos_ != "NOUN" or name == head:
        return False
    top = name
    while top.head != head and top.head != top and top.dep_ in {"flat", "compound", "nmod:desc"}:
        top = top.head
    if top.i < head.i:
        return top.dep_ not in {"appos", "flat"}
    return any(c.dep_ == "case" for c in top.children) or top.dep_ == "obl"


def is_introduced(doc: Doc, end: int) -> bool:
    """True for a name between commas or behind "named" that tells who an unnamed somebody is ("one of the pilots, Ann
    Lee, said", "an official named Ann Lee")."""
    if end + 1 >= len(doc) or doc[end + 1].ent_type_ != "PERSON" or doc[end - 1].ent_type_:
        return False
    if doc[end].lower_ == "named":
        return True
    stop = next((t.i for t in doc[end + 1 :] if t.ent_type_ != "PERSON"), len(doc) - 1)
    is_one = doc[end - 1].tag_ in {"NN", "NNS"} and any(t.lower_ == "one" for t in doc[max(0, end - 5) : end])
    return is_one and doc[end].text == "," == doc[stop].text


def is_roll_call(head: Token) -> bool:
    """True for "the two men" or "both women": persons whom the text has named just before."""
    if head.lemma_.casefold() in NEVER_NAMED - {"person"}:
        return False
    before = {c.lower_ for c in head.children if c.i < head.i}
    counted = any(c.dep_ == "nummod" and c.lower_ in {"two", "three", "four"} for c in head.children)
    return "both" in before or ("the" in before and counted)


def described(head: Token, doc: Doc) -> Token | None:
    """The last token of the person's name before a comma whom a common noun only describes ("Ann Lee, | a columnist for the
    Gazette, wrote"), or None."""
    first = head.left_edge.i
    if first < 2 or doc[first - 1].text != "," or first - 2 < head.sent.start or head.pos_ != "NOUN":
        return None
    name, behind = doc[first - 2], head.right_edge.i + 1
    is_closed = behind < len(doc) and (doc[behind].text == "," or head.doc[behind - 1].text == ",")
    is_post = doc[first].lower_ in {"a", "an", "the"} or head.dep_ == "appos"
    return name if name.ent_type_ == "PERSON" and is_post and is_closed and head.tag_ == "NN" else None
