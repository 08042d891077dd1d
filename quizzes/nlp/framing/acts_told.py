"""The acts that headline and lead tell by a verb ("abruptly resigned"), where other articles may use a noun ("departure")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizzes.nlp.framing.headline_verbs import verb_of_form
from quizzes.nlp.framing.noun_phrases import LEAD, Sentence
from quizzes.nlp.lexicons.topics import VERBS
from quizzes.nlp.types import Role

TOLD_BY = {verb: kind for kind, verbs in VERBS.items() for verb in sorted(verbs)}
"""Verb → the class of things that its noun is of."""

TELLING = frozenset({"ROOT", "conj", "parataxis", "advcl", "acl:relcl"})
"""Where in its sentence a verb tells what happened; below a verb of saying or wanting it may not have."""
UNREAL = frozenset(
    "not n't n’t never may might could would should will shall can must if unless to whether".split()
)


@dataclass(frozen=True)
class Act:
    """A verb in headline or lead, the words that it reads with, and the class of the act."""

    verb: Token
    words: tuple[Token, ...]
    sentence: Sentence
    kind: str


def find_acts(sentences: Sequence[Sentence]) -> Iterator[Act]:
    """The verbs of headline and lead that tell of an act of some class as done, with the adverbs before them."""
    for sentence in sentences:
        if sentence.role is not Role.HEADLINE and sentence.number > LEAD:
            continue
        for token in sentence.span:
            if (kind := kind_of(token)) is not None:
                yield Act(token, tuple(words_of_verb(token)), sentence, kind)


def acts_told(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The classes of acts that the headline tells by a verb."""
    verbs = {verb_of_form(t.text) for s in sentences if s.role is Role.HEADLINE for t in s.span}
    return frozenset(kind for kind, names in VERBS.items() if names & verbs)


def kind_of(token: Token) -> str | None:
    """The class of the act that a verb tells of as done, else None."""
    if token.pos_ != "VERB" or token.dep_ not in TELLING or token.ent_type_:
        return None
    # "fighting crime", "to resign", "would quit", "if he resigns"
    if token.tag_ in {"VBG", "VB"} and not any(c.dep_.startswith("aux") for c in token.children):
        return None
    if any(c.lower_ in UNREAL and c.i < token.i for c in token.children):
        return None
    return TOLD_BY.get(verb_of_form(token.text) or "") or TOLD_BY.get(token.lemma_.lower())


def words_of_verb(verb: Token) -> list[Token]:
    """The verb with the adverbs right before it and the particle right behind ("angrily lashed out")."""
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].tag_ == "RB" and verb.doc[first - 1].head == verb:
        first -= 1
    last = verb.i
    behind = verb.doc[last + 1] if last + 1 < verb.sent.end else None
    if behind is not None and behind.dep_ == "compound:prt" and behind.head == verb:
        last += 1
    return list(verb.doc[first : last + 1])
