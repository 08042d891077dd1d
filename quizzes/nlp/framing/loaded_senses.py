"""Whether a word of the tables judges where it stands, or is meant plainly: "a rash of complaints", "an itchy rash"."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.deeds import DEEDS
from quizzes.nlp.lexicons.loaded import JOINTS, LoadedWord
from quizzes.nlp.lexicons.people import IRREGULAR, PEOPLE
from quizzes.nlp.lexicons.speech import BODIES, ROLES, UNNAMED
from quizzes.nlp.lexicons.subjects import FEWEST, SUBJECTS

ACTORS = PEOPLE | ROLES | BODIES | UNNAMED | frozenset(IRREGULAR)
PERSONAL = frozenset("he she they him her them we us you i who whom me".split())
NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
NEAR = 2
"""Words to either side within which a word of `not_with` makes the sense plain ("a massive heart attack")."""


def subjects_of(article: ArticleDoc) -> frozenset[str]:
    """The subjects that the article's own words show it to be about."""
    said = {t.lower_ for s in article.told for t in s}
    return frozenset(name for name, telling in SUBJECTS.items() if len(said & telling) >= FEWEST[name])


def judges(word: LoadedWord, tokens: tuple[Token, ...], subjects: frozenset[str], is_headline: bool) -> bool:
    """True where a row of the tables has its judging sense at these tokens."""
    if word.literal & subjects or is_beside(word.not_with, tokens):
        return False
    if word.pos == "phrase":
        return True
    if any(is_initials(t) for t in tokens) and not all(
        t.text.isupper() for t in tokens[0].sent if t.is_alpha
    ):
        return False
    token = tokens[-1]
    in_capitals = is_headline and is_title_case(token)
    if not in_capitals and (
        is_name(token) or not (word.is_only or is_of_class(word.pos, token, is_headline))
    ):
        return False
    if word.where == "of":
        return has_of(token)
    if word.where == "half":
        return token.i > 0 and token.nbor(-1).text in JOINTS
    if in_capitals or (word.is_only and token.pos_ != "VERB"):
        return True
    if word.where == "who":
        return any(is_public(t) for t in targets(token))
    if word.where == "by":
        return any(is_person(t) for t in doers(token))
    return True


def is_initials(token: Token) -> bool:
    """True for "LAX", "HACK": the letters of a name, not the word that they spell."""
    return token.text.isupper() and len(token) > 1


def is_beside(others: frozenset[str], tokens: tuple[Token, ...]) -> bool:
    if not others:
        return False
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    near = [*doc[max(first - NEAR, 0) : first], *doc[last + 1 : last + 1 + NEAR]]
    near += [tokens[-1].head, *tokens[-1].children]
    return any(t.lower_ in others or t.lemma_.lower() in others for t in near)


def is_title_case(token: Token) -> bool:
    """True in a headline that sets its words in capitals, where classes of words and names cannot be trusted."""
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return 2 * sum(t.text[0].isupper() for t in words) > 1.4 * len(words)


def is_of_class(pos: str, token: Token, is_headline: bool) -> bool:
    if pos == "verb":
        return token.pos_ == "VERB" or (is_headline and token.tag_ == "NNS" and token.i > token.sent.start)
    if pos == "noun":
        return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.islower())
    if pos == "adverb":
        return token.pos_ == "ADV"
    is_before = token.dep_ in {"amod", "compound"} and token.head.i > token.i
    return token.pos_ == "ADJ" or is_before or token.tag_ == "VBN"


def is_name(token: Token) -> bool:
    """True for a part of a name ("Savage Garden"); the first word of a sentence has its capital for another reason."""
    return token.ent_type_ in NAMES and token.text[0].isupper() and token.i != token.sent.start


def has_of(noun: Token) -> bool:
    """True for a noun with "of" and several or something without bounds: "a flood of complaints", not "of the river"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "of":
        return False
    things = [c for c in noun.children if c.dep_ == "nmod" and c.i > noun.i]
    return any(t.tag_ in {"NNS", "NN"} and not any(c.dep_ == "det" for c in t.children) for t in things)


def targets(verb: Token) -> list[Token]:
    """What a verb is done to: its object, its passive subject, or the noun that its participle describes."""
    found = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    return found or (doers(verb) if verb.tag_ == "VBN" else [])


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says: its subject, that of the verb it is joined to, or the noun that it describes."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"}]
        if found:
            return found
        if verb.dep_.startswith("acl") or verb.dep_ == "amod":
            return [verb.head]
        if verb.dep_ not in {"conj", "xcomp", "advcl", "parataxis", "ccomp"}:
            return []
        verb = verb.head
    return []


def is_person(token: Token) -> bool:
    """True for a person or a body that acts as one."""
    return (
        token.ent_type_ in {"PERSON", "ORG", "NORP"}
        or token.lower_ in PERSONAL
        or token.lemma_.lower() in ACTORS
        or token.lower_ in ACTORS
    )


def is_public(token: Token) -> bool:
    """True for persons, bodies, nations, and what they do or stand for."""
    return is_person(token) or token.pos_ == "PROPN" or bool({token.lemma_.lower(), token.lower_} & DEEDS)
