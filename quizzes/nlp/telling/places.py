"""Which names of a sentence are used as places, and the word by which each hangs in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import names_in
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.actors import second_half
from quizzes.nlp.telling.nesting import SPOTS
from quizzes.nlp.telling.spellings import fold, name_keys

WHERE = words(
    """
    above across along around at in inside near off on outside over throughout within
    """
)
PLACE_NOUNS = SPOTS | words(
    """
    city town village airport airfield base airbase area region border province zone street district
    county state park station beach field side capital coast suburb neighborhood neighbourhood island
    valley mountain river lake port harbor harbour stadium hotel mall school university post outpost checkpoint camp
    office headquarters club cinema block flats center centre consulate courthouse
    """
)
OF_PLACE = frozenset({"nmod:poss", "compound", "nmod", "flat", "amod", "obl"})
NAMED = frozenset({"LOC", "ORG", "PERSON"})


def place_entities(sentence: DocSpan, known: Collection[str] = ()) -> Iterator[tuple[str, Token]]:
    """Folded names used as places ("in Baghdad", "Syria's eastern border", "the town of Qaim") with the token they hang by.

    `known` are names that the article shows to be places, whatever the recogniser took them for.
    """
    seen: set[str] = set()
    for name, root, label in [*entities(sentence, known), *unlabelled(sentence, known)]:
        token = place_head(root, label)
        if token is not None and name not in seen and name_keys(name) and not is_common(name):
            seen.add(name)
            yield name, token


def is_common(name: str) -> bool:
    """True for a bare noun ("tunnel", "school") that the recogniser took for a name."""
    return all(word in PLACE_NOUNS for word in name.split())


def entities(sentence: DocSpan, known: Collection[str]) -> Iterator[tuple[str, Token, str]]:
    """The sentence's recognised names that can be places."""
    for entity in names_in(sentence):
        if entity.label_ in NAMED and second_half(entity[-1]) is None:
            name = fold(entity.text)
            yield name, entity.root, "LOC" if name in known else entity.label_


def unlabelled(sentence: DocSpan, known: Collection[str]) -> Iterator[tuple[str, Token, str]]:
    """Names behind "in" or "near", or known to be places, that the recogniser passed over."""
    for token in sentence:
        if (token.text[0].isupper() and not token.ent_type_ and fold(token.text) in known) or (
            token.pos_ == "PROPN"
            and not token.ent_type_
            and token.dep_ in {"nmod", "obl"}
            and has_preposition(token)
        ):
            yield fold(token.text), token, "LOC"


def place_head(root: Token, label: str) -> Token | None:
    """The noun that stands as a place and holds the name: the name itself, or the "border" or "zone" it modifies."""
    token = root
    for _ in range(3):
        if has_preposition(token) and (
            label == "LOC" or token != root or names_place(token) or is_within(token)
        ):
            return None if token == root and is_employer(token) else token
        if label == "LOC" and token == root and token.dep_ in {"obj", "nsubj:pass"}:
            return token
        head = token.head
        if (token.dep_ in {"conj", "appos"} and label == "LOC" and head.pos_ == "PROPN") or (
            token.dep_ in OF_PLACE and names_place(head) and belongs(token)
        ):
            token = head
        else:
            return None
    return None


def places_before(noun: Token, known: Collection[str]) -> Iterator[str]:
    """Known places among the nouns before an act's noun ("the Eskholm bar shooting")."""
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"compound", "amod", "nmod:poss", "flat", "nmod"}:
            if fold(child.text) in known:
                yield fold(child.text)
            yield from places_before(child, known)


def is_employer(token: Token) -> bool:
    """True for "a director at X": people work at what they are not said to be in, and a town's name takes "in"."""
    return (
        any(c.dep_ == "case" and c.lower_ == "at" for c in token.children)
        and token.head.lemma_.lower() in PEOPLE
        and not names_place(token)
    )


def belongs(token: Token) -> bool:
    """False for what lies beside the place ("the border with X"): it does not name it."""
    return all(
        c.lower_ in {"of", "in", "'s", "’s", "'", "’", "between"} for c in token.children if c.dep_ == "case"
    )


def is_within(token: Token) -> bool:
    """True behind "in" or "near": what the recogniser took for a person or body is then a place far more often."""
    return any(c.dep_ == "case" and c.lower_ in {"in", "near", "outside"} for c in token.children)


def has_preposition(token: Token) -> bool:
    """True behind a preposition of place, by the parse or, where that fails, by the word before the phrase."""
    if any(c.dep_ == "case" for c in token.children):
        return any(c.dep_ == "case" and c.lower_ in WHERE for c in token.children)
    first = token.left_edge
    return (
        token.pos_ == "PROPN"
        and token.dep_ not in {"compound", "amod", "flat"}
        and first.i > token.sent.start
        and first.nbor(-1).lower_ in WHERE
    )


def names_place(token: Token) -> bool:
    """True for a name that says itself that it is a place ("… Airport", "… Air Base")."""
    return token.lemma_.lower() in PLACE_NOUNS
