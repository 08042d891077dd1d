"""Whether words stand in a clause that tells what somebody says, thinks or asks, though the article names nobody for it."""

from __future__ import annotations

from spacy.tokens import Token

MARKS = frozenset({"that", "whether", "if"})
CLAUSES = frozenset({"ccomp", "acl", "acl:relcl", "csubj", "csubj:pass"})
"""Relations of a clause that says what is said: "allegations that …", "whether that is …"."""

VOICING = frozenset(
    """accuse allege anticipate argue assert believe claim complain contend depict describe fear foresee forecast imply insist maintain portray predict
    suggest suspect""".split()
)
"""Verbs whose object is somebody's view: "those predicting chaos"."""

VIEWS = frozenset(
    "accusation allegation assertion charge claim complaint fear prediction suspicion warning".split()
)
"""Nouns of what somebody says: "predictions about the chaos to come"."""

CALLING = frozenset("call dub brand term label".split())
"""Verbs by which somebody gives a name: "what critics call a giveaway"."""


def is_reported(token: Token) -> bool:
    """True where a word is somebody's view by its clause: "allegations that he dangled a job", "those predicting chaos"."""
    for part in (token, *token.ancestors):
        head = part.head
        if head == part:
            return False
        if is_told_clause(part):
            return True
        if part.i > head.i and part.dep_ == "nmod" and head.lemma_.lower() in VIEWS:
            return True
        if part.i > head.i and part.dep_ in {"obj", "ccomp", "xcomp"} and is_voicing(head):
            return True
    return False


def is_told_clause(part: Token) -> bool:
    """True for the verb of a clause that tells what is said, asked, or held against somebody ("blamed him for caving")."""
    opening = {c.lower_ for c in part.children if c.dep_ == "mark"}
    if "whether" in opening or (part.dep_ in CLAUSES and opening & MARKS):
        return True
    if part.dep_ == "ccomp" and any(t.lower_ in MARKS for t in part.doc[part.head.i + 1 : part.i]):
        return True
    return part.tag_ == "VBG" and part.i > part.head.i and "for" in opening


def is_voicing(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    is_what = verb.head.lower_ == "what" or any(c.lower_ == "what" for c in verb.children)
    return lemma in VOICING or (lemma in CALLING and is_what)
