"""Where a happening was: the places that a sentence ties to the word that tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.acts import HAPPEN, LIGHT
from quizzes.nlp.measuring.attribute import Attribute, folded, phrase_of
from quizzes.nlp.telling.places import place_entities
from quizzes.nlp.types import Happening


def find_scenes(sentence: DocSpan, told: dict[int, Happening]) -> Iterator[tuple[Attribute, Happening]]:
    """The places of a sentence with the happening that was there."""
    if not told:
        return
    for _, token in place_entities(sentence):
        happening = happening_at(token, told)
        span = phrase_of(token) if happening is not None else None
        if happening is not None and span is not None and token.doc[span[0]].text[:1].isupper():
            yield Attribute("place", *span, folded(token, *span), (happening.act,), token), happening


def happening_at(place: Token, told: dict[int, Happening]) -> Happening | None:
    """What happened at a place: the noun or verb it hangs on, or the subject of a verb such as "took place"."""
    if place.dep_.split(":")[0] not in {"obl", "nmod"}:
        return None
    head = place.head
    if head.i in told:
        return told[head.i]
    lemma = head.lemma_.lower()
    wanted = {"nsubj"} if lemma in HAPPEN else {"obj", "nsubj:pass"} if lemma in LIGHT else set()
    return next((told[c.i] for c in head.children if c.dep_ in wanted and c.i in told), None)
