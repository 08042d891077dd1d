"""Owned: "his group", "her office", "their campaign": the body that a possessive pronoun makes somebody's."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import BODIES
from quizzes.nlp.saying.heard import Heard
from quizzes.nlp.saying.names import name_words
from quizzes.nlp.types import SourceKind

OWNERS = {"his": "he", "her": "she"}
NEVER_BODIES = frozenset({"force", "monitor", "television", "radio"})


def owned_body(head: Token, heard: Heard, text: str) -> str | None:
    """The name of a body called by its owner's pronoun and nothing more: as the article writes it elsewhere ("the Lee
    campaign"), else by the owner's name; None for other words and where no owner is known."""
    lemma = head.lemma_.casefold()
    if lemma not in BODIES - NEVER_BODIES or head.i == 0 or head.tag_ != "NN":
        return None
    pronoun = OWNERS.get(head.nbor(-1).lower_)
    owner = heard.latest(head.idx, SourceKind.PERSON, pronoun) if pronoun else None
    surname = name_words(owner)[-1:] if owner else []
    if not owner or not surname:
        return None
    written = re.search(rf"\b{re.escape(surname[0])}(?:['’]s)? {re.escape(lemma)}\b", text)
    return written.group() if written else f"{owner}’s {lemma}"
