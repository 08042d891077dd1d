"""States that a headline tells without a verb: "Captain out for months", "Harbour in ruins"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons.headline_words import STATES, STATES_WITH

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "DET", "CCONJ", "SYM"})


def told_state(doc: Doc) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """The words before a state and the words of the state, None where the clause tells none."""
    for token in doc[1:]:
        width = 1 if token.lower_ in STATES else 2 if is_with_noun(token) else 0
        before = doc[: token.i]
        if not width or before[-1].pos_ not in {"NOUN", "PROPN", "NUM"}:
            continue
        if all(t.pos_ in NAMING or t.tag_ == "POS" for t in before) and ends_there(doc, token.i + width):
            return tuple(before), tuple(doc[token.i : token.i + width])
    return None


def is_with_noun(token: Token) -> bool:
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return following in STATES_WITH.get(token.lower_, frozenset())


def ends_there(doc: Doc, at: int) -> bool:
    """True where no noun goes on ("Dead heat in poll", "Back pain"): the clause ends, or a small word leads on."""
    return at >= len(doc) or doc[at].pos_ in {"ADP", "PUNCT", "SCONJ", "ADV", "CCONJ", "PART"}
