"""Where a noun or verb for an act is a figure of speech: under fire, flood gates, a raid on the budget."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from quizzes.nlp.lexicons import figurative as idioms
from quizzes.nlp.lexicons.acts import Act
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.telling.verb_forms import known_lemma

SCORE = re.compile(r"\b\d{1,3}\s?[-–—]\s?\d{1,3}\b")
NATURE = frozenset({"flood", "storm", "earthquake", "fire", "eruption", "outbreak"})


def is_figurative(token: Token, act: Act) -> bool:
    """True where the noun or verb names no act of its class here."""
    if token.pos_ == "VERB":
        return is_figurative_verb(token, act)
    return is_figurative_noun(token, act)


def is_figurative_noun(token: Token, act: Act) -> bool:
    before = {c.lower_ for c in token.children if c.dep_ in {"amod", "compound"}}
    lemma = token.lemma_.lower()
    if token.i + 1 < token.sent.end and token.nbor(1).lower_ in idioms.STANDING:
        return True
    if token.ent_type_ == "ORG" and lemma in {"conference", "summit", "assault"}:
        return True
    if before & idioms.FIELDS and act.family not in {
        "vote",
        "election",
        "lawsuit",
        "trial",
        "meeting",
        "protest",
    }:
        return True
    if act.family in NATURE and any(is_of_words(c) for c in token.children if c.dep_ == "nmod"):
        return True
    match lemma:
        case "fire":
            return is_idiom_of_fire(token, before)
        case "landslide":
            return bool(idioms.ELECTED & words_of(token))
        case "game":
            return bool(before & idioms.GAMES)
        case "trial":
            return bool(before & idioms.STUDIES) or any(c.lower_ == "error" for c in token.children)
        case "suit":
            return bool(idioms.CLOTHES & words_of(token))
        case "hearing":
            return any(c.lower_ in {"his", "her", "their"} for c in token.children) and "aid" in words_of(
                token
            )
        case "killing":
            return token.dep_ == "obj" and token.head.lemma_ == "make"
        case "vote":
            return is_ballot(token, before)
        case "election":
            return token.i >= 2 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "re"
    return False


def is_of_words(noun: Token) -> bool:
    """True for a flood or storm "of" something that is no weather: calls, lawsuits, criticism."""
    return (
        noun.pos_ == "NOUN"
        and any(c.dep_ == "case" and c.lower_ == "of" for c in noun.children)
        and noun.lemma_.lower() not in idioms.OF_DISASTER
        and not any(c.ent_type_ in {"DATE", "LOC"} for c in noun.subtree)
    )


def is_idiom_of_fire(token: Token, before: set[str]) -> bool:
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    head = token.head.lemma_.lower()
    if before & idioms.GUNNERY:
        return False
    if "under" in cases or (cases & {"of", "by"} and head in idioms.FIRE_HEADS):
        return True
    if "to" in cases and words_of(token) & {"feet", "fuel"}:
        return True
    return (
        token.dep_ == "obj" and head in idioms.FIRE_VERBS and not any(c.dep_ == "det" for c in token.children)
    )


def is_ballot(token: Token, before: set[str]) -> bool:
    """True for a vote that somebody has or gets: "60 votes", "of the vote", "a swing vote"."""
    if token.tag_ in {"NNS", "NNPS"}:
        return True
    if before & {"swing", "key", "popular", "electoral", "latino", "black", "white"}:
        return True
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    return "of" in cases and not any(c.dep_.startswith(("nmod", "acl")) for c in token.children)


def is_figurative_verb(token: Token, act: Act) -> bool:
    lemma = known_lemma(token)
    particles = {c.lower_ for c in token.children if c.dep_ in {"compound:prt", "advmod"}}
    objects = {c.lemma_.lower() for c in token.children if c.dep_ in {"obj", "nsubj:pass"}}
    agents = {c.lemma_.lower() for c in token.children if c.dep_ == "nsubj"}
    match lemma:
        case "strike":
            return bool(particles & {"down", "out", "up", "off"} or objects & idioms.DEALS)
        case "shoot":
            return bool(objects & idioms.PICTURES) or "up" in particles
        case "kill":
            return bool(objects & idioms.PAPERS)
        case "burn" | "ignite":
            return bool(objects & idioms.FUELS) or "out" in particles
        case "storm":
            return bool(particles & {"out", "off", "away"}) or "out" in words_after(token)
        case "crash" | "collide":
            return bool((objects | agents) & (idioms.MACHINES | {"party"}))
        case "sink" | "capsize":
            return not (objects | agents) & idioms.VESSELS and not relative_head(token) & idioms.VESSELS
        case "rally":
            return bool((objects | agents) & idioms.MACHINES) or any(c.dep_ == "obj" for c in token.children)
        case "demonstrate":
            return any(c.dep_ in {"obj", "ccomp", "nsubj:pass"} for c in token.children)
        case "resign":
            return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"to", "himself", "herself"}
        case "elect":
            return token.dep_ == "amod"
        case "dismiss" | "oust" | "sack":
            return not any(is_person(c) for c in token.children if c.dep_ in {"obj", "nsubj:pass"})
        case "recall":
            return not any(
                c.tag_ in {"NNS", "NNPS"} and any(g.dep_ == "nummod" for g in c.children)
                for c in token.children
                if c.dep_ in {"obj", "nsubj:pass"}
            )
    if act.family == "match":
        return not (SCORE.search(token.sent.text) or idioms.SPORTS & words_of(token))
    return False


def is_person(token: Token) -> bool:
    """True for somebody's name, pronoun or role."""
    return (
        token.ent_type_ == "PERSON"
        or token.lemma_.lower() in PEOPLE
        or token.lower_ in {"him", "her", "he", "she", "them", "me"}
    )


def relative_head(verb: Token) -> set[str]:
    """The noun that a relative clause hangs on ("a ferry that sank")."""
    return {verb.head.lemma_.lower()} if verb.dep_.startswith("acl") else set()


def words_of(token: Token) -> set[str]:
    return {t.lower_ for t in token.sent}


def words_after(token: Token) -> set[str]:
    return {t.lower_ for t in token.doc[token.i + 1 : token.i + 2]}


def is_strike_of_work(token: Token) -> bool:
    """True for a strike of workers: "a nurses' strike", "a strike by teachers", "a strike over pay"."""
    return any(
        c.lemma_.lower() in idioms.LABOUR or (c.dep_ == "nmod" and c.lemma_.lower() in idioms.GRIEVANCES)
        for c in token.children
    )


def is_of_words_alone(sentences: Iterable[str]) -> bool:
    """True where none of the sentences that tell an attack has a word of force or harm."""
    return not any(
        idioms.VIOLENT & {w.lower() for w in re.findall(r"[A-Za-z]+", sentence)} for sentence in sentences
    )
