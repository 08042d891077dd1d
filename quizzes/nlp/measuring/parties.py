"""Who did a deed and to what, each by one folded word: what tells one signing or one meeting from another."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.measuring.noun_phrases import lemma_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
RAISED = frozenset({"xcomp", "ccomp", "advcl"})
"""Where the infinitive of "is expected to resume" hangs: its subject is that of the verb above."""
ABOUT = frozenset({"on", "over", "for", "against", "about", "with", "of", "to"})
NAMING = frozenset({"flat", "appos", "dep", "parataxis", "nmod:desc", "nsubj"})
"""How a name hangs on the title or dateline before it."""
AFTER_NAME = frozenset({"jr", "sr", "ii", "iii"})
STEPS = 3


def parties_of(deed: Token) -> tuple[str, ...]:
    """The subject and object of a verb, or of the verb that holds a noun ("will have surgery"), and what either is about
    ("a vote on the budget"), as folded heads without pronouns; () where the sentence names none."""
    verb = deed if deed.pos_ in {"VERB", "AUX", "ADJ"} else deed.head
    if verb == deed or verb.pos_ in {"VERB", "AUX", "ADJ"}:
        found = [subject_of(verb)]
        found += [c for c in verb.children if c.dep_ == "obj" and c != deed]
    else:
        found = []
    if deed.pos_ == "NOUN":
        found += [c for c in deed.children if c.dep_ == "nmod:poss"]
    found += [c for c in deed.children if c.dep_ in {"obl", "nmod"} and is_matter(c)]
    words = [word_of(t) for t in found if t is not None and t != deed]
    return tuple(dict.fromkeys(w for w in words if w))


def is_matter(noun: Token) -> bool:
    """True for what a deed is about, for or against; not for a day or place."""
    if noun.ent_type_ in {"DATE", "TIME", "LOC"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return any(c.dep_ == "case" and c.lower_ in ABOUT for c in noun.children)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, of the verb above an infinitive, or the noun that its clause describes."""
    token = verb
    for _ in range(STEPS):
        subjects = [c for c in token.children if c.dep_ in SUBJECTS]
        # "former treasurer Ann Lee resigned" is sometimes read as two subjects
        subject = next((c for c in subjects if c.ent_type_ == "PERSON"), subjects[0] if subjects else None)
        if subject is not None and subject.tag_ in {"WP", "WDT"} and token.dep_ == "acl:relcl":
            return token.head
        if subject is not None:
            return subject
        if token.dep_ == "conj" or (token.dep_ in RAISED and token.tag_ in {"VB", "VBG"}):
            token = token.head
            continue
        return token.head if token.dep_ == "acl" else None
    return None


def word_of(noun: Token) -> str:
    """A person's or body's last name, else the noun; "" for a pronoun or a day."""
    if noun.pos_ == "PRON" or noun.ent_type_ in {"DATE", "TIME"}:
        return ""
    return name_of(noun)[-1] if noun.pos_ == "PROPN" else lemma_of(noun)


def name_of(noun: Token) -> tuple[str, ...]:
    """The folded words of the name that a token is in, without "Jr."; of a title before a person's name, that name."""
    if not noun.ent_type_ or is_dateline(noun):
        bearer = next((c for c in noun.children if c.ent_type_ == "PERSON" and c.dep_ in NAMING), None)
        noun = bearer if bearer is not None else noun
    first = last = noun
    while noun.ent_type_ and first.ent_iob_ == "I" and first.i > first.sent.start:
        first = first.nbor(-1)
    while not noun.ent_type_ and first.i > first.sent.start and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    while noun.ent_type_ and last.i + 1 < noun.sent.end and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    words = [t.lower_ for t in noun.doc[first.i : last.i + 1] if t.is_alpha]
    return tuple(w for w in words if w not in AFTER_NAME) or (noun.lower_,)


def is_dateline(noun: Token) -> bool:
    """True for the town in capitals that a parser takes for the subject ("DUNHOLM — Ann Lee resigned")."""
    return noun.text.isupper() and noun.ent_type_ != "PERSON" and noun.i < noun.sent.start + STEPS
