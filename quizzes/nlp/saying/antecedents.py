"""Antecedents: the noun that a relative pronoun or an opening "it" stands for, by the parse and, where that errs, by position."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.saying.speakers import ISSUING, can_speak, is_time

NOUNS = frozenset({"NOUN", "PROPN"})
FOLLOWING = frozenset(
    "supporter backer fan critic opponent defender follower advocate ally friend relative".split()
)
"""People who are called after others."""
POSTS = frozenset({"tweet", "post", "message"})
"""What somebody puts online: one of several speaks for whoever has put them there."""
SKIPPED_TIMES = 6
"""How many words of time may stand between a noun and its relative clause ("a pilot in May 2026 who said")."""
OPENING = 3
"""Tokens at the front of a sentence in which "it" goes on with the sentence before."""


def relative_noun(pronoun: Token) -> Token | None:
    """The noun that "who", "which" or "that" stands for, or None for other words and where there is none."""
    if pronoun.lower_ not in {"who", "which", "that"} or pronoun.i == 0:
        return None
    clause = pronoun.head
    while clause.dep_ in {"conj", "aux", "ccomp", "xcomp"} and clause.head != clause:
        clause = clause.head
    before = pronoun.nbor(-1)
    if before.is_punct:
        before = pronoun.doc[max(0, pronoun.i - 2)]
    noun = clause.head if clause.dep_.startswith("acl") and clause.head.i < pronoun.i else before
    while before.ent_type_ == "LOC" and before.head.pos_ in NOUNS and before.head.i < before.i:
        before = before.head  # "Senator Ann Lee of Iowa, who"
    if is_nearer_speaker(before, noun):
        # "approval of the chairman, who": the parse has hung the clause on the thing.
        noun = before
    noun = of_people(noun, pronoun)
    if is_time(noun) or noun.pos_ == "NUM":
        back = reversed(pronoun.doc[max(noun.i - SKIPPED_TIMES, noun.sent.start) : noun.i])
        noun = next((t for t in back if t.pos_ in NOUNS and not is_time(t)), noun)
    return noun if noun.pos_ in NOUNS else None


def of_people(noun: Token, pronoun: Token) -> Token:
    """The people who stand by those whom a noun names ("supporters of the pilots who say"): the clause is on them."""
    group = noun.head
    is_theirs = (
        pronoun.lower_ == "who"
        and noun.dep_ == "nmod"
        and noun.tag_ == group.tag_ == "NNS"
        and any(c.dep_ == "case" and c.lower_ == "of" for c in noun.children)
        and pronoun.nbor(-1) == noun
    )
    return group if is_theirs and group.lemma_.casefold() in FOLLOWING else noun


def is_nearer_speaker(before: Token, noun: Token) -> bool:
    """True where the word right before a relative clause can speak, and the noun that the parse gives it cannot."""
    return (
        before != noun
        and before.pos_ in NOUNS
        and noun.pos_ == "NOUN"
        and can_speak(before) > can_speak(noun)
    )


def poster_before(post: Token) -> Token | None:
    """Who posts in the sentence before, for "the first post" ("Rook shared two posts on Monday. The first post read …")."""
    sent = post.sent
    if sent.start == 0 or not post.dep_.startswith("nsubj") or post.left_edge.lower_ != "the":
        return None
    root = post.doc[sent.start - 1].sent.root
    is_posting = root.lemma_.casefold() in ISSUING | POSTS
    subjects = (c for c in root.children if c.dep_ == "nsubj" and c.i < root.i and c.pos_ == "PROPN")
    return next(subjects, None) if is_posting else None


def subject_before(pronoun: Token) -> Token | None:
    """The subject of the sentence before, for an "it" that opens the next one in its paragraph; None where that cannot
    speak ("The task force met on Monday. It recommended …")."""
    sent = pronoun.sent
    if pronoun.i - sent.start > OPENING or sent.start == 0 or not pronoun.dep_.startswith("nsubj"):
        return None
    before = pronoun.doc[sent.start - 1].sent
    if "\n" in pronoun.doc[before.start : pronoun.i].text.strip():
        return None
    # A root that is a noun at the front is a subject whose verb the parse has not seen.
    root = before.root
    is_noun = root.pos_ in NOUNS and not any(t.is_alpha for t in root.doc[before.start : root.left_edge.i])
    subject = next(
        (c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), root if is_noun else None
    )
    if subject is None or subject.tag_ not in {"NN", "NNP", "NNPS"} or subject.ent_type_ == "PERSON":
        return None
    return subject if can_speak(subject) and not is_time(subject) else None
