"""Whether words stand in a clause that tells what somebody says, thinks or asks, though the article names nobody for it."""

from __future__ import annotations

from spacy.tokens import Token

MARKS = frozenset({"that", "whether", "if"})
CLAUSES = frozenset({"ccomp", "acl", "csubj", "csubj:pass"})
"""Relations of a clause that says what is said: "allegations that …", "whether that is …"."""

VOICING = frozenset(
    """accuse allege anticipate argue assert believe claim complain contend fear foresee forecast imply insist maintain predict
    suggest suspect""".split()
)
"""Verbs whose object is somebody's view: "those predicting chaos"."""

CALLING = frozenset("call dub brand term label".split())
"""Verbs by which somebody gives a name: "what critics call a giveaway"."""


def is_reported(token: Token) -> bool:
    """True where a word is somebody's view by its clause: "allegations that he dangled a job", "those predicting chaos"."""
    for part in (token, *token.ancestors):
        head = part.head
        if head == part:
            return False
        if part.dep_ in CLAUSES and any(c.dep_ == "mark" and c.lower_ in MARKS for c in part.children):
            return True
        if part.i > head.i and part.dep_ in {"obj", "ccomp", "xcomp"} and is_voicing(head):
            return True
    return False


def is_voicing(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in VOICING or (lemma in CALLING and any(c.lower_ == "what" for c in verb.children))
