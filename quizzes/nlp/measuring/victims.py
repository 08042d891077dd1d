"""Where somebody was hurt, killed, found or held: the place in a clause about one person ("was killed near Dunholm")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import names_in
from quizzes.nlp.lexicons import harms
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.measuring.attribute import Attribute
from quizzes.nlp.measuring.noun_phrases import lemma_of
from quizzes.nlp.measuring.parties import subject_of, word_of
from quizzes.nlp.measuring.suppositions import is_supposed

ACTS = (
    ("died", harms.KILL | harms.DIE),
    ("injured", harms.INJURE),
    ("arrested", harms.ARREST),
    ("rescued", harms.RESCUE),
    ("shot", frozenset({"shoot", "stab"})),
    ("found", frozenset({"find"})),
)
AT = frozenset({"near", "in", "at", "outside", "off"})
ARTICLES = frozenset({"a", "an", "the", "one", "his", "her"})


def find_victim_places(sentence: DocSpan) -> Iterator[Attribute]:
    """The place of what befell one person, with the person, what did it where told, and the act."""
    verbs = {t.i: act for t in sentence if t.pos_ == "VERB" and (act := act_of(t))}
    if not verbs:
        return
    of_verb: defaultdict[int, list[DocSpan]] = defaultdict(list)
    for name in names_in(sentence):
        verb = next((t for t in name.root.ancestors if t.i in verbs), None)
        if verb is not None and name.label_ == "LOC" and is_at(name):
            of_verb[verb.i].append(name)
    for at, places in of_verb.items():
        verb, who = sentence.doc[at], victim_of(sentence.doc[at])
        if len(places) == 1 and who is not None and not is_supposed(verb):
            place, act = places[0], verbs[at]
            words = (*means_of(verb), who, act)
            yield Attribute(f"place: {act}", place.start - 1, place.end, place.text.lower(), words, verb)


def act_of(verb: Token) -> str | None:
    lemma = harms.FORMS.get(verb.lower_, verb.lemma_.lower())
    return next((act for act, verbs in ACTS if lemma in verbs), None)


def is_at(place: DocSpan) -> bool:
    """True for a name right behind "in" or "near"."""
    return place.start > place.sent.start and place.doc[place.start - 1].lower_ in AT


def victim_of(verb: Token) -> str | None:
    """The one person whom an act befell: a name's last word or the noun; None for several, a pronoun, or nobody."""
    is_passive = any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children)
    is_own = harms.FORMS.get(verb.lower_, verb.lemma_.lower()) in harms.DIE
    who = (
        subject_of(verb)
        if is_passive or is_own
        else next((c for c in verb.children if c.dep_ == "obj"), None)
    )
    if who is None or any(c.dep_ == "conj" or c.lower_ == "with" for c in who.subtree):
        return None
    if who.pos_ == "PROPN":
        return word_of(who)
    if who.tag_ != "NN" or lemma_of(who) not in PEOPLE:
        return None
    is_one = any(c.dep_ in {"det", "nummod", "nmod:poss"} and c.lower_ in ARTICLES for c in who.children)
    return lemma_of(who) if is_one else None


def means_of(verb: Token) -> tuple[str, ...]:
    """What did it: the noun behind "by", or the subject of the clause behind "when" ("when a tree fell on his truck")."""
    for child in verb.children:
        if child.dep_ == "obl:agent" and child.pos_ == "NOUN":
            return (lemma_of(child),)
        if child.dep_ == "advcl" and any(c.lower_ in {"when", "after", "as"} for c in child.children):
            subject = next((c for c in child.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
            if subject is not None:
                return (lemma_of(subject),)
    return ()
