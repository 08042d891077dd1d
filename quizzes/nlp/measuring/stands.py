"""What somebody did, or refused or failed to do: "conceded", "has refused to concede", "did not sign the bill"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.stands import (
    ALONE,
    BODIES,
    CONTESTS,
    DENYING,
    FORMS,
    OPPOSITES,
    REFUSING,
    SUFFERED,
)
from quizzes.nlp.measuring.attribute import Attribute
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.parties import is_dateline, name_of, subject_of, word_of
from quizzes.nlp.measuring.suppositions import NEGATIONS, is_conditional, is_supposed

NOT = "not "
"""Before the deed in the folded form of what was not done."""
FUTURE = frozenset({"will", "wo", "would", "shall"})
ASKED = frozenset({"whether", "if", "why", "how"})


def find_stands(sentence: DocSpan) -> Iterator[Attribute]:
    """The deeds of a sentence that are said to have been done or not, with who did them."""
    if sentence.text.rstrip().endswith("?"):
        return
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and token.lower_ in FORMS:
            stand = stand_of(token)
            if stand is not None:
                yield stand


def stand_of(verb: Token) -> Attribute | None:
    """What a verb for a deed says; None where it is open, has no doer by name or kind, or lacks its object."""
    lemma = FORMS[verb.lower_]
    if lemma in REFUSING and any(c.dep_ == "xcomp" for c in verb.children):
        return None
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children)
    if is_passive != (lemma in SUFFERED) or any(c.dep_ == "ccomp" for c in verb.children):
        return None
    governor, is_denied = governor_of(verb)
    if governor is None or is_open(governor):
        return None
    who = group_of(subject_of(governor))
    if who is None or not can_act(who):
        return None
    deed = deed_of(verb)
    if deed is None:
        return None
    is_denied ^= lemma in DENYING
    start = governor.i if governor.i <= verb.i else verb.i
    helpers = [c.i for c in governor.children if c.i < start and (c.dep_.startswith("aux") or is_not(c))]
    return Attribute(
        "status", min([start, *helpers]), verb.i + 1, f"{NOT if is_denied else ''}{deed}", whose(who), verb
    )


def governor_of(verb: Token) -> tuple[Token | None, bool]:
    """The verb that says whether a deed was done, and whether it says that it was not: "refused", "did not", "yet to"."""
    head = verb.head
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"} and FORMS.get(head.lower_) in REFUSING:
        return (head, True) if has_happened(head) else (None, False)
    if (
        verb.tag_ == "VB"
        and head.lemma_.lower() == "have"
        and any(c.lower_ == "yet" for c in (*head.children, *verb.children))
    ):
        return head, True
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    if any(is_not(c) for c in verb.children):
        is_told = verb.tag_ == "VBD" or bool(
            helpers & (FUTURE | {"did", "has", "have", "had", "was", "were"})
        )
        return (verb, True) if is_told else (None, False)
    return (verb, False) if has_happened(verb) else (None, False)


def has_happened(verb: Token) -> bool:
    """True for a past tense or a perfect ("conceded", "has refused", "was charged"), and for "refuses"."""
    if verb.tag_ == "VBD" or (verb.tag_ in {"VBZ", "VBP"} and FORMS.get(verb.lower_) in REFUSING):
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    return verb.tag_ == "VBN" and bool(
        helpers & {"has", "have", "had", "was", "were", "'s", "’s", "'ve", "’ve"}
    )


def is_not(word: Token) -> bool:
    return word.lower_ in NEGATIONS and word.dep_ in {"advmod", "neg"}


def is_open(verb: Token) -> bool:
    """True under "if" and "whether", and where the sentence only supposes it; what is denied is no supposition here."""
    if is_conditional(verb) or any(c.lower_ in ASKED for c in verb.children):
        return True
    denied = any(is_not(c) for c in verb.children)
    return is_supposed(verb.head if denied and verb.head != verb else verb) if not denied else False


def deed_of(verb: Token) -> str | None:
    """The deed with its object, by folded words ("sign bill", "concede"); None where the object is wanting or another's."""
    lemma = FORMS[verb.lower_]
    word = OPPOSITES.get(lemma, lemma).replace("apologise", "apologize")
    thing = next((c for c in verb.children if c.dep_ == "obj"), None)
    if lemma in SUFFERED:
        return word
    if lemma == "concede":
        return word if thing is None or lemma_of(thing) in CONTESTS else None
    if thing is None:
        return word if lemma in ALONE else None
    if any(c.lower_ in {"no", "any", "nothing"} for c in thing.children):
        return None
    noun = word_of(thing)
    return f"{word} {noun}" if noun else None


def group_of(who: Token | None) -> Token | None:
    """The union in "members of the union"; else who it is."""
    if who is None or lemma_of(who) not in {"member", "leader", "official"}:
        return who
    return next((c for c in who.children if c.dep_ == "nmod" and c.pos_ in {"NOUN", "PROPN"}), who)


def can_act(who: Token) -> bool:
    """True for one person, body or group; two names by "and" may not both have done it."""
    if who.pos_ == "PROPN":
        return not any(c.dep_ == "conj" for c in who.children) and not (
            is_dateline(who) and not is_told_by_name(who)
        )
    return who.pos_ == "NOUN" and (lemma_of(who) in PEOPLE or lemma_of(who) in BODIES)


def is_told_by_name(dateline: Token) -> bool:
    return name_of(dateline) != (dateline.lower_,)


def whose(who: Token) -> tuple[str, ...]:
    """The words of a name, its last at the end; the folded noun of a group or body."""
    return name_of(who) if who.pos_ == "PROPN" else (lemma_of(who),)
