"""Viewers: unnamed people whose view an article gives without quoting them ("Critics see no difference", "what opponents
call a giveaway", "dismissed by analysts"). By the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import NAMING, SAYING
from quizzes.nlp.saying.mentions import mention_tokens
from quizzes.nlp.saying.phrases import ANONYMITY
from quizzes.nlp.types import Source, SourceKind

VIEWERS = frozenset(
    """critic opponent supporter detractor skeptic sceptic analyst expert observer economist scholar pundit insider
    strategist aide adviser advisor official source authority witness eyewitness operative""".split()
)
"""Nouns for people whom news asks for their view and leaves unnamed."""
PARTISANS = frozenset({"conservatives", "liberals", "progressives", "republicans", "democrats", "lawmakers"})
SOME = frozenset({"some", "several", "many", "other"})
VIEWING = (
    SAYING | NAMING | frozenset("see view expect fear worry consider regard dub label believe".split())
) - {"ask", "tell", "read", "order"}
GRANTED = re.compile(
    r"\b(?:an?|one|two|three|four|several|some)\s+(?:[\w.’'-]+\s+){0,5}?[\w-]+?(?=,?\s+(?:who|speaking|on\s+condition)\b)",
    re.I,
)
"""The noun phrase before "who spoke on condition of anonymity"."""


def find_viewers(article: ArticleDoc) -> Iterator[Source]:
    """Each unnamed viewer in the outlet's own words, in order."""
    for sentence in article.told:
        for token in sentence:
            if is_viewer(token) and views(token):
                first, end = mention_tokens(token)
                words = article.doc[first:end]
                if article.attribution_at(words.start_char, words.end_char) is None:
                    yield unnamed(words.text, words.start_char)


def find_granted(text: str) -> Iterator[Source]:
    """Each source of whom the text says that it speaks unnamed ("an aide, speaking on condition of anonymity, called …")."""
    for found in GRANTED.finditer(text):
        if ANONYMITY.match(text, found.end(), found.end() + 140):
            yield unnamed(found.group(), found.start())


def unnamed(text: str, start: int) -> Source:
    return Source(text, start, start + len(text), text, SourceKind.ANONYMOUS)


def is_viewer(token: Token) -> bool:
    if token.tag_ == "NNS" and token.lemma_.casefold() in VIEWERS:
        return True
    return token.lower_ in PARTISANS and any(c.lower_ in SOME for c in token.children)


def views(token: Token) -> bool:
    """True for the subject of a verb that gives a view, and for its agent ("by critics"): a view that is not denied."""
    verb = token.head
    if (
        token.dep_ not in {"nsubj", "obl:agent"}
        or verb.pos_ != "VERB"
        or verb.lemma_.casefold() not in VIEWING
    ):
        return False
    return not any(c.lower_ in {"not", "n't", "n’t", "never"} for c in verb.children)
