"""Who reckons: "the insurers' association put the damage at $5 million" gives a source, though nothing is said."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.matters import RECKON
from quizzes.nlp.lexicons.speech import CAN_SPEAK
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.counted import Counted
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.saying.voices import Voices
from quizzes.nlp.types import Source

COUNTING = words("count tally")
"""Verbs whose object somebody has counted."""
NAMED = frozenset({"PERSON", "ORG"})
STEPS = 3


class Reckoners:
    """The sources of an article's figures that somebody is told to have reckoned."""

    def __init__(self, article: ArticleDoc) -> None:
        self.article = article

    @cached_property
    def voices(self) -> Voices:
        return Voices(self.article.doc, self.article.text, self.article.role_at)

    def source_of(self, counted: Counted) -> Source | None:
        """Who put, counted or reckoned a figure; None where nobody did, or somebody whom a pronoun stands for."""
        speaker = reckoner(counted)
        return self.voices.source(speaker) if speaker is not None else None


def reckoner(counted: Counted) -> Token | None:
    """The subject of the verb that puts something at a figure, or has counted it."""
    token = counted.noun or counted.anchor
    for _ in range(STEPS):
        if token.head == token:
            return None
        dep, token = token.dep_.split(":")[0], token.head
        if token.pos_ == "VERB":
            return (agent_of(counted) or subject_of(token)) if reckons(token, dep, counted) else None
    return None


def reckons(verb: Token, dep: str, counted: Counted) -> bool:
    """True where the verb takes the figure as what is reckoned."""
    lemma = verb.lemma_.lower()
    before = counted.anchor.doc[counted.start - 1].lower_ if counted.start else ""
    if lemma in RECKON - {"set"} and before == "at":
        return any(c.dep_ in {"obj", "nsubj:pass"} for c in verb.children)
    if lemma == "speak":
        return before == "of"
    return lemma in COUNTING and dep == "obj"


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb of reckoning, where it is somebody."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return name_before(verb)
    return who(subject)


def agent_of(counted: Counted) -> Token | None:
    """The county of "was put at $5 million by the county", which a parser may hang on the figure."""
    doc, sentence = counted.anchor.doc, counted.anchor.sent
    by = doc[counted.end] if counted.end < sentence.end else None
    return who(by.head) if by is not None and by.lower_ == "by" and by.dep_ == "case" else None


def who(subject: Token) -> Token | None:
    """A noun where it is somebody who can reckon; the name set beside it where there is one."""
    if subject.pos_ == "PRON":
        return None
    named = next((c for c in subject.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    if named is not None:
        return named
    can = subject.ent_type_ in NAMED or subject.pos_ == "PROPN" or lemma_of(subject) in CAN_SPEAK
    return subject if can else None


def name_before(verb: Token) -> Token | None:
    """The name between commas right before a verb that the parse leaves without a subject ("…, Ann Lee, put the cost at …")."""
    if verb.i - verb.sent.start < 2 or verb.nbor(-1).text != ",":
        return None
    name = verb.nbor(-2)
    while name.dep_ == "flat":
        name = name.head
    return name if name.ent_type_ == "PERSON" and name.i < verb.i else None
