"""Keys for who acts: a nation under any of its names, an armed group, or nobody that could be compared."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.nations import ARMED, DIRECTED, NATION_OF
from quizzes.nlp.telling.spellings import fold

ARMED_GROUP = "armed group"


def actor_key(token: Token) -> str | None:
    """The key of the actor that a noun (or a name before a noun) stands for: a nation's, "armed group", or None."""
    if token.lemma_.lower() in ARMED or token.lower_ in {"militias", "militants"}:
        return ARMED_GROUP
    if hyphenated := second_half(token):
        # "US-led" acts itself; of "Iran-backed" somebody else does.
        return nation_of(token) if hyphenated.lower_ in DIRECTED else None
    own = nation_of(token)
    if own:
        return own
    if token.dep_ == "amod" and token.tag_ == "VBN":
        return next(
            (
                actor_key(c)
                for c in token.children
                if c.dep_ in {"compound", "obl", "nmod"} and token.lower_ in DIRECTED
            ),
            None,
        )
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod:poss", "flat"} and not second_half(child):
            found = nation_of(child)
            if found and token.lemma_.lower() not in ARMED:
                return found
        if child.dep_ in {"conj", "nmod"} and child.lemma_.lower() in ARMED:
            return ARMED_GROUP
    return None


def second_half(token: Token) -> Token | None:
    """The word joined to this one by a hyphen, or None."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].text in {"-", "–"} and not token.whitespace_:
        return doc[token.i + 2]
    return None


def nation_of(token: Token) -> str | None:
    """The nation that a word names, together with the one before it ("United States", "White House")."""
    word = fold(token.text)
    if token.lower_ == "us" and not token.text.isupper():
        return None
    if found := NATION_OF.get(word) or NATION_OF.get(token.lower_):
        return found
    if token.i and (pair := f"{fold(token.nbor(-1).text)}-{word}") in NATION_OF:
        return NATION_OF[pair]
    return None
