"""Edges: where the words under a verb of saying begin and end, mended where the parse has put an edge amid a phrase.

A small pipeline errs most at the edges of clauses: the time of speaking is drawn into what is said, a main clause into
the subordinate one before it, and a noun is cut from its adjective. Punctuation and tense tell the edges apart.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons.speech import NAMING, NEEDS_MARKS, SAYING
from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.speakers import SUBJECTS, has_subject, is_time, verb_lemma

PAUSES = frozenset({",", "—", "–", "--"})
SUBORDINATORS = frozenset("while although though when as after if since".split())
BY_THE_TIME = "by the time"
TIME_WORDS = frozenset("last this late early earlier on next".split())
PRESENT = frozenset({"VBZ", "VBP", "MD"})
FINITE = PRESENT | {"VBD"}
# What leans on the word behind it: no clause ends with it.
LEANING = frozenset({"amod", "det", "compound", "nummod", "case", "mark", "nmod:poss", "cc", "nmod:desc"})
# A noun's article or adjective, a subject: with these begins the clause behind "said on Monday".
OPENING_TAGS = frozenset({"DT", "PRP", "PRP$", "EX", "NNP", "NNPS", "NNS", "PDT", "CD", "JJ", "NN", "VBG"})


def mended(cue: Cue, first: int, last: int) -> tuple[int, int]:
    """The numbers of the first and last token of what a cue hands on, moved to the edges of its clause."""
    if first <= cue.verb.i:
        return first, last
    first = behind_time(cue, with_pronoun(cue, first), last)
    last = min(last, before_own_act(cue, first, last), before_main_clause(cue, first, last))
    doc = cue.verb.doc
    return first, with_contrast(doc, end_of_phrase(doc, last))


def with_pronoun(cue: Cue, first: int) -> int:
    """The start moved back over a subject that has been taken for the speaker ("saying she | regrets it")."""
    speaker = cue.speaker
    is_inner = speaker is not None and cue.verb.tag_ == "VBG" and speaker.i == cue.verb.i + 1 == first - 1
    return first - 1 if is_inner else first


def behind_time(cue: Cue, first: int, last: int) -> int:
    """The start moved on behind the time of speaking ("said Monday | the harbour was closed")."""
    doc, at = cue.verb.doc, first
    if doc[at].lower_ == "for" and [t.lower_ for t in doc[at + 1 : at + 4]] == ["the", "first", "time"]:
        return min(at + 4, last)
    while at < min(first + 4, last) and (is_time(doc[at]) or doc[at].lower_ in TIME_WORDS):
        at += 1
    if at == first or not any(is_time(t) for t in doc[first:at]):
        return first
    is_free = doc[at].tag_ in {"DT", "PRP", "PRP$", "EX"} or doc[at - 1].head.pos_ in {"VERB", "AUX"}
    return at if is_free and doc[at].tag_ in OPENING_TAGS else first


def before_own_act(cue: Cue, first: int, last: int) -> int:
    """The last token before what the speaker does next ("said it is looking into it | and sent a letter")."""
    for verb in cue.verb.doc[first + 1 : last + 1]:
        if verb.dep_ == "conj" and first <= verb.head.i < verb.i and is_next_act(cue, verb):
            return verb.left_edge.i - 1
    return last


def is_next_act(cue: Cue, second: Token) -> bool:
    """True for a second predicate in the tense of the cue and not of what is said, or a second cue with a pronoun."""
    if second.tag_ != "VBD" or cue.verb.tag_ not in {"VBD", "VBN", "VBG"}:
        return False
    subject = next((c for c in second.children if c.dep_ in SUBJECTS), None)
    if subject is not None:
        before = second.doc[max(0, second.left_edge.i - 1) : second.left_edge.i + 1]
        is_paused = any(t.text == "," for t in before)
        is_saying = verb_lemma(second) in (SAYING - NEEDS_MARKS) | NAMING
        return is_paused and is_saying and subject.lower_ in {"he", "she", "it", "they"}
    if any(c.lower_ in {"has", "have"} for c in second.head.children):
        # "said she has not rowed and never swam": one perfect for both.
        return False
    return tense(second.head) in {"VBZ", "VBP"} and not any(c.dep_.startswith("aux") for c in second.children)


def tense(predicate: Token) -> str:
    """The tag of the finite form of a predicate: its own, its copula's or its first auxiliary's."""
    if predicate.tag_ in FINITE:
        return predicate.tag_
    helpers = [
        c.tag_ for c in predicate.children if c.dep_ in {"cop", "aux", "aux:pass"} and c.tag_ in FINITE
    ]
    return helpers[0] if helpers else predicate.tag_


def before_main_clause(cue: Cue, first: int, last: int) -> int:
    """The last token before the main clause, for a cue in a clause that opens its sentence ("While Lee said …, …")."""
    doc, sent = cue.verb.doc, cue.verb.sent
    lead = doc[sent.start : min(cue.verb.i, sent.start + 3)]
    is_closed = any(t.text in PAUSES for t in doc[sent.start : cue.verb.i])
    is_led = (
        any(t.lower_ in SUBORDINATORS for t in lead)
        or BY_THE_TIME in doc[sent.start : sent.start + 5].text.lower()
    )
    if (is_closed or not is_led) and not is_opened_late(cue):
        return last
    pauses = (t.i for t in doc[first + 1 : last] if t.text in PAUSES)
    return next((at - 1 for at in pauses if opens_clause(doc, at + 1)), last)


def is_opened_late(cue: Cue) -> bool:
    """True for a conjunction right before the speaker, amid the sentence ("…, and when Lee said …, …")."""
    start = cue.speaker.left_edge.i if cue.speaker is not None else cue.verb.i
    if not cue.verb.sent.start < start < cue.verb.i or any(
        t.text in PAUSES for t in cue.verb.doc[start : cue.verb.i]
    ):
        return False
    return cue.verb.doc[start - 1].lower_ in {"when", "after", "while"}


def opens_clause(doc: Doc, at: int) -> bool:
    """True where the subject of a finite verb begins, and no relative clause or second object does."""
    for token in doc[at : min(at + 12, len(doc))]:
        if token.is_punct or token.tag_ in {"WDT", "WP", "IN"}:
            return False
        if token.dep_ in SUBJECTS and token.left_edge.i == at:
            return tense(token.head) in FINITE and token.head.dep_ not in {"acl:relcl", "acl"}
    return False


def end_of_phrase(doc: Doc, last: int) -> int:
    """The end moved on where its last word leans on one behind it ("a long, and costly | , fight")."""
    sentence_end = doc[last].sent.end - 1
    while last < sentence_end and doc[last].dep_ in LEANING and last < doc[last].head.i < sentence_end:
        if any(t.is_quote for t in doc[last + 1 : doc[last].head.i]):
            break
        last = doc[last].head.i
        while last < sentence_end and not (doc[last + 1].is_punct or doc[last + 1].is_space):
            last += 1
    return last


def with_contrast(doc: Doc, last: int) -> int:
    """The end moved on over a contrast without a verb of its own ("said it had changed | , but for the worse"): cut off, the
    words would say something else."""
    sent = doc[last].sent
    at = last + 1 + (last + 1 < sent.end and doc[last + 1].text == ",")
    if at >= sent.end or doc[at].lower_ != "but":
        return last
    end = next((t.i for t in doc[at + 1 : sent.end] if t.is_punct or t.is_space), sent.end)
    contrast = doc[at + 1 : end]
    has_verb = any(t.tag_ in FINITE | {"MD"} or t.tag_.startswith("VB") for t in contrast)
    return last if has_verb or not len(contrast) else end - 1


def is_that_subject(doc: Doc, at: int) -> bool:
    """True for a "that" that is no conjunction ("said that was never so")."""
    behind = doc[min(at + 1, len(doc) - 1)]
    return doc[at].lower_ == "that" and behind.pos_ == "AUX"


def is_fronted(cue: Cue) -> bool:
    """True for "what Lee said was a risk" and "what they propose": what is handed on stands before or around the cue."""
    if cue.speaker is None or cue.speaker.i > cue.verb.i:
        return False
    start = cue.speaker.left_edge.i
    return start > cue.verb.sent.start and cue.verb.doc[start - 1].lower_ == "what"


def has_thing(cue: Cue) -> bool:
    """True where the cue has an object of its own, a thing or whom it is said to ("announced a deal")."""
    return any(
        c.dep_ == "obj" and c.i > cue.verb.i and c != cue.speaker and not is_time(c) and not has_subject(c)
        for c in cue.verb.children
    )
