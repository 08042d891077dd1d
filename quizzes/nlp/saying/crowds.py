"""Crowds: people of a party or nation ("some Republicans", "the Russians"), who are unnamed persons or a body as a whole."""

from __future__ import annotations

from spacy.tokens import Token

# Members of a party or camp: some of them are unnamed people, all of them are the party.
PARTISANS = frozenset(
    "republican republicans democrat democrats conservative conservatives liberal liberals".split()
)
SOME_OF = frozenset("a an one another some several many few more fellow other two three four certain".split())


def is_of_people(head: Token) -> bool:
    """True for people of a nation, and for some members of a party or of two parties, where a party alone is a body."""
    if head.lower_ not in PARTISANS:
        return head.ent_type_ == "NORP" and head.tag_ in {"NNS", "NNPS"}
    before = [c for c in head.children if c.i < head.i]
    others = [
        c for c in (*head.children, head.head) if c.lower_ in PARTISANS and "conj" in {c.dep_, head.dep_}
    ]
    return bool(others) or any(
        c.lower_ in SOME_OF or c.pos_ == "NUM" or c.ent_type_ == "DATE" for c in before
    )
