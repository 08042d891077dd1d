"""What an article calls the persons and bodies that it names: titles, appositions, "who …", "Roe is a …"."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from quizzes.nlp.framing.bearers import bearers
from quizzes.nlp.framing.noun_phrases import NOUNS, ORDERING, QUOTES, is_before_noun, is_plural
from quizzes.nlp.lexicons.derived import words_of
from quizzes.nlp.lexicons.describing import APPOINTING, DESCRIBING, HONORIFICS, KIN, LIFE, NOT_ONE
from quizzes.nlp.lexicons.labels import FILLERS
from quizzes.nlp.lexicons.names import TITLE_WORDS
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import BODIES, ROLES, SAYING
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.types import SourceKind

PERSONAL = (PEOPLE | ROLES | DESCRIBING) - NOT_ONE
"""Nouns that say what a person is."""
TITLED = PERSONAL | ROLES | TITLE_WORDS

MOST_BEFORE, MOST_AFTER, MOST_WHO = 7, 14, 14
"""Words of a title, an apposition, a "who …" at most: what is longer tells a story and calls nobody anything."""

POINTING = FILLERS | ORDERING | {"particular"}
RANKS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest next".split())
"""Who comes so in a row of others ("the third player to fall ill") is not called anything by it."""
TITLE_PARTS = frozenset({"NOUN", "PROPN", "ADJ"})
PHRASE_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "PRON", "PART", "CCONJ"})
STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "."}) | QUOTES


@dataclass(frozen=True)
class Description:
    """The tokens that describe the person or body whose fullest name is `name`; of a title, the name is among them."""

    tokens: tuple[Token, ...]
    name: str
    kind: SourceKind


def descriptions(sentence: DocSpan, roster: Roster) -> Iterator[Description]:
    """The descriptions of each person and body whom a sentence names."""
    for bearer in bearers(sentence, roster):
        is_person = bearer.kind is SourceKind.PERSON
        for tokens in of_person(bearer.name, bearer.entity) if is_person else of_body(bearer.name):
            if tokens:
                yield Description(tuple(tokens), bearer.full, bearer.kind)


def of_person(name: DocSpan, ent: DocSpan) -> tuple[list[Token], ...]:
    return (
        title_of(name),
        apposition_behind(name, is_person_noun),
        apposition_before(ent),
        who_clause(name),
        predicate(name, is_person_noun),
    )


def of_body(name: DocSpan) -> tuple[list[Token], ...]:
    return apposition_behind(name, is_body_noun), predicate(name, is_body_noun)


def is_body_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in BODIES | words_of("groups")


def title_of(ent: DocSpan) -> list[Token]:
    """The words of "liberal billionaire Ann Roe" up to the name's end, [] where no noun for a person stands before it."""
    first = ent.start
    floor = max(ent.sent.start, ent.start - MOST_BEFORE)
    while first > floor and is_title_word(ent.doc[first - 1], ent):
        first -= 1
    before = list(ent.doc[first : ent.start])
    while before and (
        before[0].pos_ not in TITLE_PARTS
        or before[0].ent_type_ in {"DATE", "TIME"}
        or before[0].lower_ in POINTING
    ):
        before.pop(0)
    if not before or not is_person_noun(before[-1]):
        return []
    # "told Capitol hill recruiting Senator Roe" is a slip: a title has no verb in it.
    return [] if any(w.tag_ == "VBG" for w in before[:-1]) else [*before, *ent]


def is_title_word(token: Token, ent: DocSpan) -> bool:
    """True for what may stand between the start of a title and the name."""
    if token.text in {"-", "‑", "’s", "'s"} or (token.text == "." and token.i and len(token.nbor(-1)) < 5):
        return True
    if token.pos_ not in TITLE_PARTS or token.ent_type_ in {"DATE", "TIME"} or token.ent_type_ == "PERSON":
        return False
    if token.i == ent.start - 1:
        return True
    # "On Monday Senator Roe", "told Fox lawyer Roe": only what hangs on the words up to the name.
    return ent.start > token.head.i > token.i or token.head.i in range(ent.start, ent.end)


def is_person_noun(token: Token) -> bool:
    if token.pos_ == "PROPN" and token.lower_.strip(".") not in TITLED:
        return False
    lemma = token.lemma_.lower()
    if lemma.strip(".") in HONORIFICS:
        return False
    return (
        lemma in PERSONAL
        or token.lower_.strip(".") in TITLED
        or (lemma in words_of("people") and lemma not in NOT_ONE)
    )


def apposition_behind(ent: DocSpan, fits: Callable[[Token], bool]) -> list[Token]:
    """The words of ", an ardent defender of the poor," behind a name."""
    doc, end = ent.doc, ent.sent.end
    if ent.end + 1 >= end or doc[ent.end].text not in {",", "—", "–"}:
        return []
    found = phrase_from(doc, ent.end + 1, end, fits)
    # "to appoint Ann Roe, the banker, ambassador": what somebody is to become, he is not.
    to_become = any(w.lemma_.lower() in APPOINTING for w in ent.root.ancestors)
    return [] if to_become and found and found[0].pos_ not in {"DET", "PRON"} else found


def phrase_from(doc: Doc, first: int, end: int, fits: Callable[[Token], bool]) -> list[Token]:
    """The noun phrase that begins at a token, if its head fits (a noun for one person) and no name follows; else []."""
    head = head_from(doc, first, end)
    if head is None or not fits(head) or is_plural(head) or head.ent_type_ == "LOC":
        return []
    if head.i + 1 < len(doc) and doc[head.i + 1].text[:1].isupper():
        return []
    if doc[first].tag_ in {"WP$", "WP", "WDT"}:
        return []
    last = head.i
    for at in range(head.i + 1, min(end, first + MOST_AFTER)):
        token = doc[at]
        if (
            token.text in STOPS
            or token.tag_ in {"WP", "WP$", "WDT", "WRB", "VBD", "VBZ", "VBP", "MD"}
            or token.dep_ == "cc"
        ):
            break
        last = at
    else:
        if first + MOST_AFTER < end:
            last = head.i
    return list(doc[first : last + 1])


def is_other_name(token: Token) -> bool:
    """True for a person's name that is not that of an owner ("the mayor's son", "Tom Poe's son")."""
    if token.ent_type_ != "PERSON":
        return False
    behind = next((t for t in token.doc[token.i + 1 :] if t.ent_type_ != "PERSON"), None)
    return behind is None or behind.tag_ != "POS"


def head_from(doc: Doc, first: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at a token, read from the line; None where none begins."""
    head = None
    for at in range(first, min(end, first + MOST_BEFORE + 2)):
        token = doc[at]
        following = doc[at + 1] if at + 1 < end else None
        if token.text in {"-", "‑", "’s", "'s", "."} or (token.text in QUOTES and at > first):
            continue
        is_participle = token.pos_ == "VERB" and following is not None and following.pos_ in NOUNS
        if (token.pos_ not in PHRASE_PARTS and not is_participle) or is_other_name(token):
            break
        if token.pos_ in NOUNS and not is_before_noun(token):
            head = token
            if following is None or following.pos_ not in NOUNS:
                break
    return head


def apposition_before(ent: DocSpan) -> list[Token]:
    """The words of "the party's chairman, Ann Roe, …" before a name."""
    doc = ent.doc
    if ent.start - 2 < ent.sent.start or doc[ent.start - 1].text != ",":
        return []
    closes = doc[ent.end].text if ent.end < ent.sent.end else "."
    head = doc[ent.start - 2]
    if closes not in {",", "."} or head.pos_ != "NOUN" or not is_person_noun(head) or head.tag_ == "NNS":
        return []
    first = head.i
    while first > ent.sent.start and may_stand_before(doc[first - 1]) and head.i - first < MOST_BEFORE:
        first -= 1
        if doc[first].pos_ == "DET":
            break
    if first > ent.sent.start and doc[first - 1].tag_ == "PRP$":
        if head.lemma_.lower() in KIN and first == head.i:
            return []
        first -= 1
    is_closed = doc[first].pos_ == "DET" or doc[first].tag_ == "PRP$" or doc[first + 1].text in {"’s", "'s"}
    return list(doc[first : head.i + 1]) if is_closed else []


def may_stand_before(token: Token) -> bool:
    """True for a word between the start of an apposition and its noun ("the mine's managing director"); tagging takes an
    owner for a pronoun and a title's participle for a verb."""
    if token.pos_ in PHRASE_PARTS - {"CCONJ", "PRON"}:
        return True
    return token.tag_ in {"NN", "VBG"} or (token.tag_ == "PRP" and token.nbor().tag_ == "POS")


def who_clause(ent: DocSpan) -> list[Token]:
    """The words of "who rose as a lawyer" behind a name; clauses of saying describe nobody."""
    doc, end = ent.doc, ent.sent.end
    at = ent.end
    if at < end and doc[at].text in {",", "—", "–"}:
        at += 1
    if at >= end or doc[at].lower_ != "who":
        return []
    verb = doc[at].head
    is_life = verb.lemma_.lower() in LIFE or (
        verb.pos_ in {"NOUN", "ADJ"} and any(c.dep_ == "cop" for c in verb.children)
    )
    if verb.i <= at or verb.lemma_.lower() in SAYING or not is_life:
        return []
    clause: list[Token] = [doc[at]]
    for token in doc[at + 1 : min(end, at + MOST_WHO + 1)]:
        if token.text in STOPS - QUOTES:
            return [] if len(clause) < 3 or tells_event(clause) else clause
        clause.append(token)
    return clause if clause[-1].i + 1 >= end and not tells_event(clause) else []


def tells_event(clause: list[Token]) -> bool:
    """True for what somebody did once or by how much: "who led by 40 votes when the polls closed"."""
    is_counted = any(a.lower_ == "by" and b.like_num for a, b in itertools.pairwise(clause))
    return is_counted or any(t.lower_ in {"when", "while", "after", "before", "until"} for t in clause[2:])


def predicate(ent: DocSpan, fits: Callable[[Token], bool]) -> list[Token]:
    """The words of "a loner" in "Roe is a loner", [] for what he is not or will be."""
    root = ent.root
    noun = root.head
    if root.dep_ != "nsubj" or noun.pos_ != "NOUN" or not fits(noun) or noun.i < root.i:
        return []
    kinds = {c.dep_ for c in noun.children}
    has_doubt = any(
        c.dep_ in {"aux", "advmod"}
        and c.lower_ in {"not", "n't", "never", "may", "might", "could", "would", "will"}
        for c in noun.children
    )
    determined = next((c for c in noun.children if c.dep_ in {"det", "nmod:poss"} and c.i < noun.i), None)
    is_ranked = any(c.i < noun.i and c.lower_ in RANKS for c in noun.children)
    if "cop" not in kinds or has_doubt or determined is None or is_ranked:
        return []
    return phrase_from(ent.doc, determined.left_edge.i, ent.sent.end, fits)
