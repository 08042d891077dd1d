"""Misread: speakers that the parse has found amid something else: a date, a place, a question, one half of two.

What speaks is put right by position, or nobody speaks.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import NAMING, SAYING, UNNAMED
from quizzes.nlp.saying.speakers import can_speak, is_time, verb_lemma

SPEAKING = (PEOPLE | UNNAMED) - {"report", "medium", "agency", "group", "people", "member"}

AGENCY_IN_BRACKETS = re.compile(r"[A-Z][\w .,’'-]{1,40}\s?\([A-Z][\w .]{1,20}\)\s*[—–-]")
PLACING = frozenset({"in", "at", "near", "before", "after", "since", "during", "outside", "across"})
NOMINAL = frozenset({"NOUN", "PROPN"})
OPENS_CLAUSE = frozenset({"that", "as", "while", "because", "when", "but", "and", "although", "though"})
MOST_STEPS = 3
MOST_JOINED_TOKENS = 8
# A clause of time or reason behind a main one; what follows "as" and "while" may well speak itself.
SUBORDINATING = frozenset("when after before since because once until".split())
MOST_DATELINE_TOKENS = 12


def mended(speaker: Token) -> Token | None:
    """The speaker whom a misread one stands beside, the speaker itself where nothing is amiss, None where nobody speaks."""
    if is_asking(speaker) or is_in_dateline(speaker):
        return None
    return above(speaker)


def of_participle(verb: Token, speaker: Token) -> Token:
    """Who a participle makes speak where the parse has tied it to somebody farther off: the people right before it ("an
    email from officials | warning"), or whoever has said all before it ("Lee said that Roe would go, | adding")."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.tag_ == "VBG" and before.lower_ in {",", "by"}:
        speaker = behind_lost_verb(out_of_clause(speaker))
    is_of_people = (
        before.lemma_.casefold() in SPEAKING if before.tag_ in {"NN", "NNS"} else before.tag_ == "NNPS"
    )
    if verb.lower_.endswith("ing") and is_of_people:
        return before
    if is_of_others(verb, speaker):
        return said_above(verb, speaker)
    led = before.nbor(-1) if before.lower_ == "while" and before.i > verb.sent.start else before
    if verb.lower_ != "adding" or led.text != ",":
        return speaker
    return said_above(verb, speaker)


def is_of_others(verb: Token, speaker: Token) -> bool:
    """True for "that pilots had lied, calling them “…”": nobody speaks of himself as "them"."""
    if verb.tag_ != "VBG" or not (
        speaker.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in speaker.children)
    ):
        return False
    return any(c.lower_ == "them" and c.dep_ in {"obj", "obl", "obl:arg"} for c in verb.children)


def said_above(verb: Token, speaker: Token) -> Token:
    """Whoever has said the clause that a participle hangs on, for the subject in it."""
    acts = (a for a in verb.ancestors if a.i < speaker.i and verb_lemma(a) in SAYING)
    subjects = (c for a in acts for c in a.children if c.dep_ == "nsubj" and c.i < a.i and can_speak(c))
    return next(subjects, speaker)


def behind_clause(verb: Token, speaker: Token) -> Token:
    """The person between a clause of time and its main verb, whom the parse has drawn into the clause ("When the courts
    gave in, | Mayor Lee, then young, said …")."""
    clause = speaker.head
    if clause.dep_ != "advcl" or clause.head != verb or not speaker.i < clause.i < verb.i:
        return speaker
    comma = next((t.i for t in verb.doc[clause.i : verb.i] if t.text == ","), verb.i)
    named = next((t for t in verb.doc[comma : verb.i] if t.ent_type_ == "PERSON"), speaker)
    while named != speaker and named.nbor().ent_iob_ == "I" and named.nbor().i < verb.i:
        named = named.nbor()
    return named


def behind_aside(speaker: Token) -> Token:
    """Who stands before an aside whose "it" the parse takes for the subject ("whose aide, | it should be noted, said")."""
    is_aside = speaker.lower_ == "it" and speaker.dep_ == "nsubj:pass" and verb_lemma(speaker.head) in SAYING
    if not is_aside or speaker.i - speaker.sent.start < 2 or speaker.nbor(-1).text != ",":
        return speaker
    before = speaker.nbor(-2)
    return before if before.pos_ in NOMINAL and can_speak(before) else speaker


def behind_adjective(verb: Token, speaker: Token) -> Token:
    """The noun right before a verb, for an adjective that the parse takes for its head ("the official harbour | account")."""
    near = verb.nbor(-1) if verb.i > verb.sent.start else verb
    return near if speaker.tag_ == "JJ" and near.head == speaker and near.pos_ in NOMINAL else speaker


def out_of_clause(speaker: Token) -> Token:
    """Who acts in the main clause, for the subject of a clause of time behind it ("Lee wrote a note after the boat had
    sunk, | demanding …")."""
    clause = speaker.head
    is_clause = clause.dep_ == "advcl" and clause.head.i < clause.i and speaker.dep_.startswith("nsubj")
    if not is_clause or not any(
        c.lower_ in SUBORDINATING and c.i < speaker.i and c.dep_ in {"mark", "advmod"}
        for c in clause.children
    ):
        return speaker
    subjects = (
        c
        for a in clause.ancestors
        for c in a.children
        if c.dep_ == "nsubj" and c.i < clause.i and can_speak(c)
    )
    return next(subjects, speaker)


def behind_lost_verb(speaker: Token) -> Token:
    """The name before a verb that the tagger takes for a part of the next name ("Roe praised Lee's plan, | writing …")."""
    start, doc = speaker.sent.start, speaker.doc
    if speaker.i - start < 2 or speaker.i + 1 >= len(doc) or doc[speaker.i + 1].lower_ not in {"'s", "’s"}:
        return speaker
    verb, before = doc[speaker.i - 1], doc[speaker.i - 2]
    is_verb = verb.text.islower() and verb.text.endswith("ed") and verb.tag_ in {"NNP", "VBD", "VBN"}
    return before if is_verb and before.pos_ == "PROPN" else speaker


def caller(verb: Token) -> Token | None:
    """Who is named between "what" and a verb of naming ("what Mayor Ann Lee of Osk called “…”") that the parse has left
    without subject; None for other verbs."""
    if verb_lemma(verb) not in NAMING or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    what = next((t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.lower_ == "what"), None)
    between = verb.doc[what.i + 1 : verb.i] if what is not None else None
    if not between or any(t.pos_ not in NOMINAL | {"ADP", "DET", "ADJ"} for t in between):
        return None
    first = next((t for t in between if t.ent_type_ == "PERSON"), None)
    while first is not None and first.i + 1 < verb.i and first.nbor().ent_iob_ == "I":
        first = first.nbor()
    return first


def is_asking(speaker: Token) -> bool:
    """True for the "who" of a question ("Who would say the pier was “safe”?")."""
    if speaker.lower_ not in {"who", "what"}:
        return False
    return (
        speaker.i == 0 or speaker.is_sent_start or speaker.nbor(-1).text in {":", ".", "?", "!", "\n", "\n\n"}
    )


def is_in_dateline(speaker: Token) -> bool:
    """True for the town before an agency's name and a dash, at the front of a paragraph."""
    start = speaker.sent.start
    if speaker.i - start > MOST_STEPS:
        return False
    opening = speaker.doc[start : start + MOST_DATELINE_TOKENS]
    dateline = AGENCY_IN_BRACKETS.match(opening.text)
    return dateline is not None and speaker.idx - opening.start_char < dateline.end()


def above(speaker: Token) -> Token | None:
    """The noun that a time or place tells of ("a poll taken last | week", "two suits heard in | Penwick say"); the
    speaker where it is neither, None where it tells of no noun that speaks."""
    case = next((c for c in speaker.children if c.dep_ == "case" and c.i < speaker.i), None)
    is_placing = case is not None and case.lower_ in PLACING and speaker.dep_ in {"obl", "nmod", "obl:tmod"}
    if not is_placing and not is_plain_time(speaker):
        return speaker
    steps = [a for a in list(speaker.ancestors)[:MOST_STEPS] if a.pos_ in NOMINAL and can_speak(a)]
    if steps:
        return steps[0]
    return None if is_plain_time(speaker) else speaker


def is_plain_time(speaker: Token) -> bool:
    return is_time(speaker) or speaker.lower_ in {"week", "month", "year", "day"}


def joined_before(first: int, head: Token) -> int:
    """The number of the first token of two speakers whose second begins at a token ("Lee's aides and | some senators said");
    that token itself where only one speaks."""
    doc, start = head.doc, head.sent.start
    if (
        first - 2 < start
        or doc[first - 1].lower_ != "and"
        or head.lower_ in {"who", "he", "she", "it", "they"}
    ):
        return first
    at = first - 1
    while at > start and at > first - MOST_JOINED_TOKENS and is_of_phrase(doc[at - 1]):
        at -= 1
    words = doc[at : first - 1]
    before = doc[at - 1] if at > start else None
    is_opening = before is None or before.text in {",", "\n", "\n\n"} or before.lower_ in OPENS_CLAUSE
    if not words or not is_opening or not can_speak_with(words[-1], head):
        return first
    return at


def is_of_phrase(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} and not is_time(token)


def can_speak_with(other: Token, head: Token) -> bool:
    """True for two of a kind: two names, or two plurals."""
    if other.pos_ == "PROPN" and head.pos_ == "PROPN":
        return other.tag_ == head.tag_
    return other.tag_ in {"NNS", "NNPS"} and head.tag_ in {"NNS", "NNPS"} and can_speak(other)
