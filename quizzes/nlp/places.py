"""Which names of a sentence are used as places, and the word by which each hangs in it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.spellings import fold, name_keys

WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "on",
        "along",
        "across",
        "around",
        "off",
        "above",
        "over",
        "within",
        "throughout",
    }
)
PLACE_NOUNS = frozenset(
    "city town village airport airfield base airbase area region border province zone street district county state "
    "park station beach field side capital coast suburb neighborhood neighbourhood island valley mountain river lake "
    "port harbor harbour stadium hotel mall school university".split()
)
NAMED = frozenset({"LOC", "ORG", "PERSON"})


def place_entities(sentence: DocSpan) -> Iterator[tuple[str, Token]]:
    """Folded names used as places ("in Baghdad", "Syria's eastern border", "the town of Qaim") with the token they hang by."""
    seen: set[str] = set()
    for entity in sentence.ents:
        if entity.label_ not in NAMED or not name_keys(entity.text):
            continue
        token = place_head(entity.root, entity.label_)
        name = fold(entity.text)
        if token is not None and name not in seen:
            seen.add(name)
            yield name, token


def place_head(root: Token, label: str) -> Token | None:
    """The noun that stands as a place and holds the name: the name itself, or the "border" or "zone" it modifies."""
    token = root
    for _ in range(3):
        if has_preposition(token) and (label == "LOC" or token is not root or names_place(token)):
            return token
        if label == "LOC" and token is root and token.dep_ in {"obj", "nsubj:pass"}:
            return token
        if token.dep_ in {"conj", "appos"} and label == "LOC" and token.head.pos_ == "PROPN":
            token = token.head
            continue
        head = token.head
        if token.dep_ in {"nmod:poss", "compound", "nmod", "flat", "amod", "obl"} and (
            head.lemma_.lower() in PLACE_NOUNS or is_zone(head)
        ):
            token = head
            continue
        return None
    return None


def has_preposition(token: Token) -> bool:
    return any(c.dep_ == "case" and c.lower_ in WHERE for c in token.children)


def names_place(token: Token) -> bool:
    """True for a name that says itself that it is a place ("… Airport", "… Air Base")."""
    return token.lemma_.lower() in PLACE_NOUNS


def is_zone(token: Token) -> bool:
    return token.lower_ in PLACE_NOUNS and token.pos_ in {"NOUN", "PROPN"}
