"""What a sentence plainly says of somebody's state, or of the cause, the weapon and the author of what happened; with the
finders of deeds done or refused, of marks and of places."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.lexicons.attributes import (
    ANSWERING,
    CAUSING,
    CONDITIONS,
    HELD_IN,
    LET_GO,
    STATES,
    WEAPONS,
    WIELDING,
)
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.harms import DIE, FORMS, KILL
from quizzes.nlp.lexicons.nations import ARMED
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.attribute import Attribute, folded, phrase_of
from quizzes.nlp.measuring.marks import find_marks
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.stands import find_stands
from quizzes.nlp.measuring.suppositions import is_supposed
from quizzes.nlp.measuring.victims import find_victim_places

UNKNOWN = frozenset({"unknown", "unclear", "what", "which", "that", "who", "it", "this", "they", "something"})
"""Words that give no cause and no author."""
ASKING = frozenset({"determine", "investigate", "probe", "ask", "question", "examine", "know", "study"})

EFFECTS = frozenset(FAMILY_OF_NOUN) | frozenset(row[0] for row in rows_of("events") if row[1] == "event")
EFFECTS |= frozenset(
    "death injury damage delay outage shutdown closure evacuation leak spill power-cut blackout".split()
)
"""What has a cause that a reader could check: acts and events, harm and standstill."""


STATES_BY_FIRST_WORD = {
    first: tuple((phrase, norm) for phrase, norm in STATES.items() if phrase[0] == first)
    for first in {phrase[0] for phrase in STATES}
}
TRIGGERS = frozenset({"condition", "blame", "attribute"}).union(
    STATES_BY_FIRST_WORD, LET_GO, CAUSING, WEAPONS, ANSWERING, DIE, KILL, FORMS
)
"""Every word that an attribute can hang on."""


def find_attributes(sentence: DocSpan) -> Iterator[Attribute]:
    """The attributes of a sentence in order of their words."""
    for token in sentence:
        if TRIGGERS.isdisjoint((token.lower_, token.lemma_.lower(), lemma_of(token))):
            continue
        for attribute in (
            *condition(token),
            *state(token, sentence),
            *release(token),
            *death(token),
            *cause(token),
            *weapon(token),
            *responsibility(token),
        ):
            if not is_open(attribute.trigger):
                yield attribute
    yield from find_stands(sentence)
    yield from find_marks(sentence)
    yield from find_victim_places(sentence)


def is_open(trigger: Token) -> bool:
    """True for what is denied, asked or only supposed."""
    if is_supposed(trigger):
        return True
    above = [trigger, *list(trigger.ancestors)[:3]]
    return any(t.lemma_.lower() in ASKING for t in above) or any(
        c.lower_ in {"whether", "if"} for t in above[:2] for c in t.children
    )


def condition(token: Token) -> Iterator[Attribute]:
    """ "critical" of "remains in critical condition"."""
    if token.lower_ != "condition" or not any(c.lower_ in {"in"} for c in token.children if c.dep_ == "case"):
        return
    word = next((c for c in token.children if c.dep_ == "amod" and c.lower_ in CONDITIONS), None)
    if word is not None and (who := bearer(token)) is not None:
        yield Attribute("status", word.i, token.i + 1, word.lower_, said_of(who), token)


def state(token: Token, sentence: DocSpan) -> Iterator[Attribute]:
    """ "at large", "in custody", "pronounced dead"."""
    for phrase, norm in STATES_BY_FIRST_WORD.get(token.lower_, ()):
        words = sentence.doc[token.i : min(token.i + len(phrase), sentence.end)]
        if tuple(t.lower_ for t in words) != phrase:
            continue
        last = words[0] if words[-1].lower_ == "dead" else words[-1]
        who = bearer(last)
        if who is not None:
            yield Attribute("status", token.i, token.i + len(phrase), norm, said_of(who), last)


def release(token: Token) -> Iterator[Attribute]:
    """ "released" of "was released from hospital"."""
    if token.lemma_.lower() not in LET_GO or token.tag_ != "VBN" or not is_passive(token):
        return
    place = next((c for c in token.children if c.dep_ == "obl" and lemma_of(c) in HELD_IN), None)
    who = next((c for c in token.children if c.dep_ == "nsubj:pass"), None)
    if place is not None and who is not None:
        yield Attribute("status", token.i, place.i + 1, "released", said_of(who), token)


def death(token: Token) -> Iterator[Attribute]:
    """ "dead" of "Ann Lee died" and "Ann Lee was killed": of persons by name alone, since others are many."""
    lemma = FORMS.get(token.lower_, token.lemma_.lower())
    if lemma in DIE and token.pos_ == "VERB":
        who = next((c for c in token.children if c.dep_ == "nsubj"), None)
    elif lemma in KILL and token.tag_ == "VBN" and is_passive(token):
        who = next((c for c in token.children if c.dep_ == "nsubj:pass"), None)
    else:
        return
    if who is not None and who.ent_type_ == "PERSON" and not any(c.dep_ == "conj" for c in who.children):
        yield Attribute("status", token.i, token.i + 1, "dead", said_of(who), token)


def cause(token: Token) -> Iterator[Attribute]:
    """ "a gas leak" of "was caused by a gas leak", "a gas leak caused the fire" and "was blamed on a gas leak"."""
    lemma = token.lemma_.lower()
    if lemma in CAUSING and token.tag_ == "VBN":
        what = agent_of(token)
        yield from caused(what, suffered_by(token), token)
    elif lemma in CAUSING and token.pos_ == "VERB":
        what = next((c for c in token.children if c.dep_ == "nsubj"), None)
        effect = next((c for c in token.children if c.dep_ == "obj"), None)
        yield from caused(what, effect, token)
    elif lemma == "blame" and token.tag_ == "VBN":
        what = behind(token, {"on"})
        if what is not None and not is_author(what):
            yield from caused(what, suffered_by(token), token)


def caused(what: Token | None, effect: Token | None, trigger: Token) -> Iterator[Attribute]:
    if (
        what is None
        or effect is None
        or what.pos_ != "NOUN"
        or what.lower_ in UNKNOWN
        or lemma_of(effect) not in EFFECTS
    ):
        return
    if (span := phrase_of(what)) is not None:
        yield Attribute("cause", *span, folded(what, *span), (lemma_of(effect),), trigger)


def weapon(token: Token) -> Iterator[Attribute]:
    """ "a rifle" of "armed with a rifle", "brandishing a rifle", "stabbed with a knife"."""
    if lemma_of(token) not in WEAPONS or token.pos_ != "NOUN" or (span := phrase_of(token)) is None:
        return
    head, lemma = token.head, token.head.lemma_.lower()
    is_with = any(c.lower_ == "with" for c in token.children if c.dep_ == "case")
    if token.dep_ == "obj" and lemma in WIELDING:
        who = next(
            (c for c in head.children if c.dep_ == "nsubj"),
            head.head if head.dep_.startswith("acl") else None,
        )
    elif (
        token.dep_ == "obl"
        and is_with
        and lemma in {"arm", "armed", "stab", "shoot", "kill", "attack", "threaten"}
    ):
        who = next((c for c in head.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
        who = head.head if who is None and head.dep_.startswith("acl") else who
    else:
        return
    if who is not None or lemma in {"arm", "armed"}:
        yield Attribute("weapon", *span, lemma_of(token), said_of(who) if who is not None else (), head)


def responsibility(token: Token) -> Iterator[Attribute]:
    """ "the group" of "the group claimed responsibility" and "was blamed on the group"."""
    lemma = token.lemma_.lower()
    if lemma in ANSWERING and any(c.dep_ == "obj" and c.lower_ == "responsibility" for c in token.children):
        who = next((c for c in token.children if c.dep_ == "nsubj"), None)
    elif lemma in {"blame", "attribute"} and token.tag_ == "VBN":
        who = behind(token, {"on", "to"})
        who = who if who is not None and is_author(who) else None
    else:
        return
    if (
        who is None
        or who.lower_ in UNKNOWN
        or who.pos_ == "PRON"
        or is_nobody(who)
        or (span := phrase_of(who)) is None
    ):
        return
    act = next((a for a in (suffered_by(token), behind_responsibility(token)) if a is not None), None)
    yield Attribute(
        "responsibility", *span, folded(who, *span), (lemma_of(act),) if act is not None else (), token
    )


def is_nobody(noun: Token) -> bool:
    return any(c.lower_ in {"no", "any", "neither"} for c in noun.children)


def is_author(noun: Token) -> bool:
    """True for somebody who can be to blame: a name, an armed group."""
    return noun.ent_type_ in {"PERSON", "ORG", "LOC"} or lemma_of(noun) in ARMED


def behind_responsibility(verb: Token) -> Token | None:
    """The act in "responsibility for the bombing"."""
    for noun in verb.children:
        if noun.dep_ in {"obj", "obl"}:
            for word in (noun, *noun.children):
                if any(c.lower_ == "for" for c in word.children if c.dep_ == "case"):
                    return word
    return None


def behind(verb: Token, by: set[str]) -> Token | None:
    """The noun under a verb behind one of some prepositions."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_.startswith(("obl", "nmod"))
            and any(g.dep_ == "case" and g.lower_ in by for g in c.children)
        ),
        None,
    )


def agent_of(verb: Token) -> Token | None:
    return behind(verb, {"by"})


def suffered_by(verb: Token) -> Token | None:
    """What a passive verb is said of: its subject, or the noun that it stands behind ("a fire caused by")."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if subject is not None and subject.tag_ not in {"WDT", "WP"}:
        return subject
    return verb.head if verb.dep_.startswith("acl") else None


def is_passive(verb: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in verb.children)


def bearer(word: Token) -> Token | None:
    """Who is in a state: the subject of the verb above or of the state itself, the noun that it hangs on."""
    who = next((c for c in word.children if c.dep_.startswith("nsubj")), None)
    head = word.head
    if who is None and head.pos_ in {"VERB", "AUX"}:
        subjects = [c for c in head.children if c.dep_.startswith("nsubj")]
        # "racing driver Ann Lee remains …" is sometimes read as two subjects
        subject = next((c for c in subjects if c.ent_type_ == "PERSON"), subjects[0] if subjects else None)
        who = subject or (head.head if head.dep_.startswith("acl") else None)
    elif who is None:
        who = head if word.dep_ == "nmod" else None
    return who if who is not None and is_somebody(who) else None


def is_somebody(who: Token) -> bool:
    if who.pos_ in {"PRON", "PROPN", "NUM"} or lemma_of(who) in PEOPLE:
        return True
    return any(c.ent_type_ == "PERSON" for c in who.children)


def said_of(who: Token) -> tuple[str, ...]:
    """The folded words of whom an attribute is said; () for a pronoun."""
    if who.pos_ == "PRON":
        return ()
    if who.ent_type_ != "PERSON":
        # "racing driver Ann Lee", "the driver, Ann Lee,"
        apposed = {"flat", "appos", "nmod:desc"}
        who = next((c for c in who.children if c.dep_ in apposed and c.ent_type_ == "PERSON"), who)
    if who.ent_type_ == "PERSON":
        return tuple(t.lower_ for t in who.subtree if t.ent_type_ == "PERSON" and t.is_alpha)
    return (lemma_of(who),)
