"""Harms that a sentence does not say have happened: denied, feared, planned, predicted, conditional."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizzes.nlp.lexicons.acts import SAYING
from quizzes.nlp.lexicons.wordlists import words

STEPS = 5
MODALS = frozenset(
    {"would", "could", "might", "may", "should", "will", "can", "must", "wo", "ca", "'ll", "'d"}
)
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})

UNSURE = words(
    """
    deny doubt dispute fear worry warn threaten expect predict forecast project hope vow wish imagine suppose plan plot
    intend aim seek want try attempt conspire fail refuse prevent avoid avert stop foil deter risk swear promise prepare
    contemplate consider suggest simulate
    """
)
"""Own list: verbs of what may never come about. Their clause or infinitive tells no fact."""

CARRIED_OUT = words(
    "go manage come appear seem proceed begin start continue help happen turn believe think say know report allege understand "
    "cause force lead compel able"
)
"""Verbs whose infinitive did come about, or is told to have ("went on to kill", "is thought to have killed")."""

POSSIBLE = words("potential possible feared expected predicted projected likely future imminent hypothetical")
FORECASTS = words(
    "risk threat fear forecast prediction possibility chance danger prospect plot plan attempt bid hope"
)
"""Nouns whose complement has not happened."""


def is_supposed(trigger: Token) -> bool:
    """True where the harm that a verb, state or noun names has not been told as a fact."""
    if trigger.pos_ in {"NOUN", "PROPN"} and any(
        c.lower_ in POSSIBLE for c in trigger.children if c.dep_ in {"amod", "compound"}
    ):
        return True
    return any(is_unsure(word, came) for word, came in upwards(trigger))


def upwards(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """The words that govern a trigger, itself first, each with the word below; a relative clause is left at its noun."""
    came = token = trigger
    for _ in range(STEPS):
        yield token, came
        if token.head == token or token.dep_ in {"acl:relcl", "parataxis"}:
            return
        came, token = token, token.head


def is_unsure(word: Token, came: Token) -> bool:
    """True where a word takes the fact from what hangs on it (`came`)."""
    is_own = word == came
    if came.dep_ in {"nsubj", "nsubj:pass"} and not is_own:
        # What has a subject's place is taken as told: "the raid that killed two may end the talks".
        return False
    if came.dep_ == "advcl" and not is_own:
        return word.lemma_.lower() in UNSURE and came.tag_ != "VBD"
    if word.pos_ in {"NOUN", "PROPN"}:
        return not is_own and word.lemma_.lower() in FORECASTS
    shares = is_own or came.dep_.startswith(("conj", "obj", "obl", "xcomp"))
    if shares and (has_modal(word) or is_conditional(word)):
        return True
    if any(c.lower_ in NEGATIONS for c in word.children) and (is_own or came.dep_ in {"ccomp", "xcomp"}):
        return True
    if is_own:
        return is_aim(word)
    return word.lemma_.lower() in UNSURE and came.dep_ in {"ccomp", "xcomp", "obj"}


def has_modal(verb: Token) -> bool:
    return any(c.lower_ in MODALS for c in verb.children if c.dep_.startswith("aux"))


def is_conditional(verb: Token) -> bool:
    return any(c.lower_ in CONDITIONS for c in verb.children if c.dep_ == "mark")


def is_aim(verb: Token) -> bool:
    """True for an infinitive that tells an aim ("to kill ten officers"), not what came about."""
    if not any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children):
        return False
    return verb.head.lemma_.lower() not in CARRIED_OUT and verb.head.pos_ != "AUX"


def is_unconfirmed(trigger: Token) -> bool:
    """True for none of something as what nobody would say ("confirmed no casualties")."""
    head = trigger.head
    return trigger.pos_ == "NOUN" and trigger.dep_ == "obj" and head.lemma_.lower() in SAYING
