"""What an article calls groups and persons without a name: "Ruritania-backed militias", "the attacker", "ex-felons"."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.document import names_in
from quizzes.nlp.framing.noun_phrases import NOUNS, Sentence, is_before_noun, is_plural, tail_of, words_before
from quizzes.nlp.lexicons.labels import (
    ANYBODY,
    ARMING,
    CLASSES,
    COLLECTIVE,
    GATHERED,
    IN_PLURAL,
    LEANINGS,
    MARKS,
    NUMBERED,
    OF_ONE,
    SAME_NAME,
    TIE_NOUNS,
    TIES,
)
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Role

ONE = "/one"
"""Behind a class: the label is for one person."""
LONGEST_TAIL = 7
"""Words of a participle or "with links to" after the noun that still read as a part of the label."""
LONGEST_CLAUSE = 9
"""Words of "who have served time" after "people" that still read as a label."""

TIED_BY = frozenset({"by", "to", "with"})

DEMONYM_ENDINGS = ("ian", "ean", "ese", "ish", "an", "i", "n")
SHORTEST_STEM = 3


def group_at(noun: Token, sentence: Sentence) -> tuple[str, list[Token]] | None:
    """The key and the words of the label whose head is this noun, None where it calls no group."""
    if noun.pos_ not in NOUNS or is_before_noun(noun):
        return None
    if noun.text[0].isupper() and sentence.role is not Role.HEADLINE and not noun.is_sent_start:
        return None
    if HEADS.isdisjoint((noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s"))):
        return None
    if noun.lemma_.lower() in IN_PLURAL and not is_plural(noun):
        return None
    words = [*words_before(noun), noun]
    kind, tail = class_of(noun, words), tie_of(noun)
    if kind is None:
        kind, tail = described(noun)
    if kind is not None and not tail:
        tail = tail_of(noun)
    if kind is not None:
        words = [*gathering(words), *words]
    if kind is None or (kind in OF_ONE and not person_beside(noun)):
        return None
    if kind in NUMBERED and not is_plural(noun) and noun.lemma_.lower() not in MANY:
        kind += ONE
    if kind.removesuffix(ONE) in LEANINGS:
        return kind, [*words, *tail]
    stems = sorted({stem for w in [*words, *tail, *person_beside(noun)] if (stem := name_stem(w))})
    return f"{kind}:{'+'.join(stems)}" if stems else kind, [*words, *tail]


def gathering(words: list[Token]) -> list[Token]:
    """The words of "a handful of" before a label that they hold, [] where none stand there."""
    of = words[0].nbor(-1) if words[0].i > words[0].sent.start else None
    if of is None or of.lower_ != "of" or of.i < of.sent.start + 1:
        return []
    many = of.nbor(-1)
    if many.lemma_.lower() not in GATHERED or many not in words[-1].ancestors:
        return []
    return [*words_before(many), many, of]


def described(noun: Token) -> tuple[str | None, list[Token]]:
    """The class and the clause of "people who have served time", (None, []) for other nouns."""
    if noun.lemma_.lower() not in ANYBODY and noun.lower_ not in ANYBODY:
        return None, []
    for child in noun.children:
        if (
            child.i < noun.i
            or child.left_edge.i != noun.i + 1
            or not child.dep_.startswith(("acl", "amod", "nmod"))
        ):
            continue
        clause = list(noun.doc[noun.i + 1 : child.right_edge.i + 1])
        while len(clause) > 1 and clause[-1].is_punct:
            clause.pop()
        if len(clause) > LONGEST_CLAUSE or any(w.text in {",", ";", ":"} for w in clause):
            continue
        marks = {form for w in clause for form in (w.lemma_.lower(), w.lower_, w.lower_.removesuffix("s"))}
        kind = next((k for k, nouns in CLASSES.items() if marks & (nouns | MARKS.get(k, frozenset()))), None)
        if kind is not None:
            return kind, clause
    return None, []


def class_of(noun: Token, words: list[Token]) -> str | None:
    """The class of words that a noun with its modifiers is of, None where it calls no actor."""
    lemmas = {lemma for w in words for lemma in (w.lemma_.lower(), w.lower_)}
    head = {noun.lemma_.lower(), noun.lower_.removesuffix("s")}
    for kind, heads in CLASSES.items():
        if head & heads:
            return kind
    if head & COLLECTIVE and (lemmas & ARMING or ties_before(words)):
        return "armed"
    if head & (COLLECTIVE | SIDED):
        return next((kind for kind, sides in LEANINGS.items() if lemmas & sides), None)
    return None


SIDED = frozenset("activist advocate base".split())
HEADS = frozenset().union(*CLASSES.values(), COLLECTIVE, SIDED, ANYBODY)
"""Every noun that can be the head of a label: most are not, and are passed over without a look at their words."""
MANY = frozenset("base movement wing mob".split())
"""Singular nouns for many people."""


def ties_before(words: list[Token]) -> bool:
    """True for "Ruritania-backed", "Ruritanian-aligned": a participle of being tied to a name."""
    return any(w.tag_ == "VBN" and w.lemma_.lower() in TIES for w in words) and any(
        name_stem(w) for w in words
    )


def tie_of(noun: Token) -> list[Token]:
    """What after the noun says whose it is ("backed by …", "with links to …"); empty where there is nothing short."""
    for child in noun.children:
        if child.i <= noun.i:
            continue
        is_tie = child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in TIES
        is_link = child.dep_ == "nmod" and child.lemma_.lower() in TIE_NOUNS
        if not (is_tie or is_link):
            continue
        tail = list(noun.doc[noun.i + 1 : child.right_edge.i + 1])
        if len(tail) <= LONGEST_TAIL and any(w.lower_ in TIED_BY for w in tail):
            return tail
    return []


def person_beside(noun: Token) -> list[Token]:
    """The last word of the name that a noun describes ("the tycoon Ann Roe", "Ann Roe, a tycoon"), in a list; or []."""
    for ent in names_in(noun.sent):
        if ent.label_ == "PERSON" and (
            ent.start == noun.i + 1 or (noun.head.i in range(ent.start, ent.end) and noun.dep_ == "appos")
        ):
            return [ent[-1]]
    return []


def name_stem(word: Token) -> str | None:
    """What joins a name and its adjective ("Chad", "Chadian"), None for a word that is no name.

    Nations by the table; other demonyms lose their regular ending, and names their last vowels.
    """
    if (word.pos_ != "PROPN" and word.ent_type_ not in {"NORP", "LOC"}) or not word.text[0].isupper():
        return None
    folded = fold(word.text)
    folded = SAME_NAME.get(folded, folded)
    if folded in NATION_OF:
        return NATION_OF[folded]
    if word.ent_type_ == "NORP":
        folded = next((folded.removesuffix(e) for e in DEMONYM_ENDINGS if folded.endswith(e)), folded)
    bare = folded.rstrip("aeioy")
    return bare if len(bare) >= SHORTEST_STEM else folded or None
