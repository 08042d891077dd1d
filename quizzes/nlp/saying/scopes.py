"""Scopes: the words that a cue hands on, by the parse: the clause or object under a verb of saying, before, behind or around it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from quizzes.nlp.lexicons.speech import HEARER_VERBS, IMPERSONAL, NAMING, NEEDS_MARKS, SAYING, SHOWING
from quizzes.nlp.saying.according import according_scope
from quizzes.nlp.saying.asked import question_scope
from quizzes.nlp.saying.closing_cues import (
    around,
    by_position,
    clause_before,
    closed_by,
    may_be_said,
    opened_by,
)
from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.edges import is_fronted, is_that_subject, mended
from quizzes.nlp.saying.speakers import SUBJECTS, has_subject, is_time, verb_lemma
from quizzes.nlp.types import Span

# Verbs whose judgement stands behind a preposition ("accused of", "described as").
PREPOSITIONAL = frozenset(
    """call accuse blame describe characterize characterise refer compare liken criticize criticise denounce praise
    condemn warn complain speak dismiss identify""".split()
)
BACKSHIFTED = frozenset({"would", "could", "might", "’d", "'d"})
# "said in a letter to the mayor on Monday that": what stands between is a phrase or two.
MOST_BEFORE_THAT = 14
SKIPPED = frozenset({"that", "and", "but", "or", "so", "yet", ",", ":", ";", "—", "–", "-", "--", ".", "("})


def content_of(cue: Cue) -> list[Span]:
    """The spans of the words that a cue hands on (one, or two around it); empty where it has none without marks."""
    if cue.speaker is None:
        question = question_scope(cue.verb)
        tokens = [question] if question else []
    else:
        tokens = according_scope(cue) if cue.is_according else verb_scope(cue)
    kept = [t for t in tokens if cue.speaker is None or may_be_said(cue, *t)]
    if len(tokens) == 2 and tokens[1] in kept:
        # "Rowing, they said, can be hard": one clause around its cue.
        kept = tokens
    return [span for first, last in kept if (span := trimmed(cue, first, last)) is not None]


def trimmed(cue: Cue, first: int, last: int) -> Span | None:
    """The characters of tokens first to last without conjunction, "that" and punctuation at the ends."""
    doc = cue.verb.doc
    first = behind_dateline(doc, behind_that(doc, first, last), last)
    first, last = mended(cue, first, last)
    if (cue.is_according and doc[first].tag_ == "VBN") or (
        first < last and doc[first].text == "," and doc[first + 1].tag_ == "VBN"
    ):
        # "According to a study, carried out last year, …": a clause on the study.
        first = next((t.i for t in doc[first + 1 : last] if t.text == ","), first)
    while first <= last and (
        (doc[first].lower_ in SKIPPED and not is_that_subject(doc, first))
        or doc[first].is_space
        or is_aside(doc, first)
    ):
        first += 1
    while last >= first and (
        doc[last].is_space
        or doc[last].text in {",", ".", ";", ":", "—", "–", "-", "--"}
        or (doc[last].dep_ == "cc" and doc[last].lower_ in {"and", "but", "or"})
    ):
        last -= 1
    if first > last:
        return None
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def behind_dateline(doc: Doc, first: int, last: int) -> int:
    """The token behind "(Reuters) -" or "PENWICK (AP) —" at the front of a sentence."""
    for token in doc[first + 1 : min(first + 12, last)]:
        if token.text in {"-", "–", "—", "--"} and token.nbor(-1).text == ")":
            return token.i + 1
        if token.pos_ in {"VERB", "AUX"}:
            break
    return first


def is_aside(doc: Doc, at: int) -> bool:
    """True for the "though" of "said, though, that …"."""
    return doc[at].lower_ in {"though", "however"} and at + 1 < len(doc) and doc[at + 1].text == ","


def behind_that(doc: Doc, first: int, last: int) -> int:
    """The token behind "Monday that" or "Mr. Lee last week that", where the parse has put time or hearer into the clause."""
    for token in doc[first : min(first + 7, last)]:
        is_that = token.lower_ == "that" and token.i > first and token.tag_ in {"IN", "WDT"}
        if is_that and (is_time(doc[first]) or is_time(token.nbor(-1))):
            return token.i + 1
        if token.pos_ in {"VERB", "AUX"} or token.is_punct:
            break
    return first


def verb_scope(cue: Cue) -> list[tuple[int, int]]:
    verb = cue.verb
    if is_fronted(cue):
        return []
    behind = [c for c in verb.children if c.i > verb.i and c != cue.speaker and c.idx >= cue.end - 1]
    clause = next((c for c in behind if is_reported(c)), None)
    if (
        clause is not None
        and verb_lemma(verb) in NEEDS_MARKS
        and not any(c.dep_ == "mark" for c in clause.children)
    ):
        clause = None
    if (that := lost_that(cue)) is not None and (clause is None or clause.left_edge.i > that.i):
        return [from_that(cue, that)]
    if (ended := closed_by(cue) or opened_by(cue)) is not None:
        return ended
    if clause is not None and not (clause.dep_ == "parataxis" and clause_before(cue)):
        return [after(cue, clause)]
    lemma = verb_lemma(verb)
    if lemma in NEEDS_MARKS:
        return []
    before = clause_before(cue) if verb.tag_ != "VBG" else None
    if before is not None:
        return around(cue, before)
    return named(cue, lemma, behind) or by_position(cue, lemma)


def is_reported(child: Token) -> bool:
    """True for a clause under a verb of saying that can be what is said: no second act of saying ("…, adding that …")."""
    if child.dep_ == "ccomp":
        if child.tag_ == "VBG" and verb_lemma(child) in SAYING and child.nbor(-1).is_punct:
            return False  # "said on “Face the Harbour,” adding that …"
        return child.tag_ != "VBG" or has_subject(child) or verb_lemma(child) not in SAYING
    if child.dep_ in {"parataxis", "csubj"}:
        return has_subject(child)
    asks = verb_lemma(child.head) in {"ask", "wonder", "question"}
    return (
        asks
        and child.dep_ == "advcl"
        and any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in child.children)
    )


def lost_that(cue: Cue) -> Token | None:
    """The "that" behind a verb of saying and its hearer, place or time ("said on Monday in the harbour that …")."""
    doc, sent = cue.verb.doc, cue.verb.sent
    if verb_lemma(cue.verb) not in SAYING:
        return None
    for token in doc[cue.verb.i + 1 : min(cue.verb.i + MOST_BEFORE_THAT, sent.end - 1)]:
        if (
            token.lower_ == "that"
            and token.tag_ in {"IN", "WDT"}
            and doc[token.i + 1].pos_ not in {"VERB", "AUX"}
        ):
            return token
        if token.pos_ in {"VERB", "AUX", "SCONJ"} and token.tag_ != "IN":
            return None
        if token.is_punct and token.text not in {"-", "–", "’", "'"}:
            return None
    return None


def from_that(cue: Cue, that: Token) -> tuple[int, int]:
    """From behind a "that" to the end of its clause, which the parse may have hung on a noun between."""
    clause = that.head if that.head.i > that.i else that.head.head
    if clause.i <= that.i:
        clause = next((t for t in that.doc[that.i : that.sent.end] if t.pos_ in {"VERB", "AUX"}), that)
    _, last = after(cue, clause)
    relative = any(t.tag_ in {"WDT", "WP"} for t in that.doc[that.i + 1 : clause.i])
    # The clause that the parse gives is one on the subject: what is said goes on behind it.
    return that.i + 1, (cue.verb.sent.end - 1 if relative and clause.dep_ != "ccomp" else last)


def after(cue: Cue, clause: Token) -> tuple[int, int]:
    """From the clause behind the verb to the end of all that hangs on the verb, without what is coordinated with it."""
    verb = cue.verb
    first = max(clause.left_edge.i, verb.i + 1)
    own = SUBJECTS | (set() if verb_lemma(verb) in HEARER_VERBS else {"obj"})
    for child in verb.children:
        # A subject that the parse has hung on the cue belongs to the clause ("said his worry is that …").
        if verb.i < child.i < first and child.dep_ in own and child != cue.speaker and not is_time(child):
            first = child.left_edge.i
    first = at_lost_subject(verb, first)
    cut = [c.left_edge.i - 1 for c in clause.children if c.dep_ == "conj" and is_own_act(c)]
    last = clause.right_edge.i
    for child in verb.children:
        if (
            child.dep_ in {"conj", "parataxis"}
            and child.i > last
            and (
                is_impersonal(child)
                or is_shifted_back(verb, child)
                or opens_with_that(child)
                or goes_on_being(clause, child)
                or is_listed(child)
            )
        ):
            # "said the blast hit a bridge and was believed to have …": still what was said.
            last = child.right_edge.i
        if (
            child.i > last
            and child.dep_ not in {"conj", "cc", "punct", "parataxis", "discourse"}
            and not is_own_voice(child)
        ):
            last = max(last, child.right_edge.i)
    return first, before_next_act(verb, first, min([run_on(verb, last), *cut]))


def before_next_act(verb: Token, first: int, last: int) -> int:
    """The last token before ", adding that …" or ", while noting …", which the parse has hung on what is said."""
    doc = verb.doc
    for token in doc[first + 1 : last]:
        if token.text in {"—", "–", "--"} and token.i + 1 < last:
            act = doc[token.i + 1]
            if act.tag_ == "VBG" and verb_lemma(act) in SAYING - NEEDS_MARKS:
                return token.i - 1
        if [t.lower_ for t in doc[token.i : token.i + 3]] == ["as", "well", "as"] and token.i + 3 < last:
            act = doc[token.i + 3]
            if act.tag_ == "VBG" and verb_lemma(act) in SAYING - NEEDS_MARKS:
                return token.i - 1
        if token.text == "," and token.i + 2 < last:
            is_while = doc[token.i + 1].lower_ == "while"
            act = doc[token.i + 2] if is_while else doc[token.i + 1]
            if act.tag_ == "VBG" and verb_lemma(act) in (SAYING - NEEDS_MARKS if is_while else {"add"}):
                return token.i - 1
    return last


def is_own_act(second: Token) -> bool:
    """True for "…, and has denied", which the parse has hung on what is said: the speaker's own next act of saying."""
    before = second.doc[second.left_edge.i - 1] if second.left_edge.i else second
    is_paused = before.text == "," or second.doc[second.left_edge.i].text == ","
    is_saying = verb_lemma(second) in SAYING - NEEDS_MARKS and second.tag_ in {"VBD", "VBN", "VBZ"}
    return is_paused and is_saying and not has_subject(second)


def is_shifted_back(verb: Token, second: Token) -> bool:
    """True for a second predicate that only the speaker can have put so: "said … but would …", "says … but opted …"."""
    if any(c.dep_ == "aux" and c.lower_ in BACKSHIFTED and c.i < second.i for c in second.children):
        return True
    return verb.tag_ in {"VBZ", "VBP"} and second.tag_ == "VBD" and not has_subject(second)


def at_lost_subject(verb: Token, first: int) -> int:
    """The start of a clause moved back over nouns right behind a verb that takes no hearer ("contended the case | was")."""
    between = verb.doc[verb.i + 1 : first]
    if (
        not between
        or verb_lemma(verb) in HEARER_VERBS
        or any(t.is_punct or t.lower_ == "that" for t in between)
    ):
        return first
    opens = between[0].pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"} and not is_time(between[0])
    return (
        verb.i + 1
        if opens and any(t.pos_ in {"NOUN", "PROPN"} and not is_time(t) for t in between)
        else first
    )


def goes_on_being(clause: Token, second: Token) -> bool:
    """True for "she was a voter and was torn": a second state of whom the reported clause tells one."""
    return not has_subject(second) and all(any(c.dep_ == "cop" for c in t.children) for t in (clause, second))


def is_listed(second: Token) -> bool:
    """True for what follows a semicolon without a subject of its own."""
    start = second.left_edge.i
    return not has_subject(second) and ";" in {t.text for t in second.doc[max(0, start - 2) : start + 1]}


def opens_with_that(second: Token) -> bool:
    """True for "and that …": a second clause of the same cue."""
    start = second.left_edge.i
    return any(t.lower_ == "that" for t in second.doc[start : min(start + 2, second.i)])


def is_impersonal(verb: Token) -> bool:
    """True for "was believed to" without a subject of its own."""
    if verb_lemma(verb) not in IMPERSONAL or has_subject(verb):
        return False
    return any(c.dep_ == "aux:pass" for c in verb.children)


def run_on(verb: Token, last: int) -> int:
    """The last token, moved on to the next punctuation: content does not end between two words without a pause."""
    doc, end = verb.doc, verb.sent.end - 1
    while last < end and not (doc[last + 1].is_punct or doc[last + 1].is_space or doc[last + 1].dep_ == "cc"):
        last += 1
    return min(last, end)


def is_own_voice(child: Token) -> bool:
    """True for a clause that follows the reported one and has its own subject or is another act of saying."""
    if child.dep_ != "advcl":
        return False
    lemma = verb_lemma(child)
    return (
        lemma in SAYING
        or child.tag_ == "VBG"
        or (
            has_subject(child)
            and child.i > 0
            and any(c.lower_ in {"while", "although", "though", "as"} for c in child.children)
        )
    )


def named(cue: Cue, lemma: str, behind: list[Token]) -> list[tuple[int, int]]:
    """The object or infinitive behind a verb that names what is said ("denied any role", "asked them to leave")."""
    verb = cue.verb
    takes_object = lemma in NAMING or lemma in SHOWING
    wanted = {"xcomp", "ccomp"} | ({"obj"} if takes_object else set())
    if takes_object and lemma in PREPOSITIONAL:
        wanted |= {"obl", "obl:arg"}
    hearer = lemma in HEARER_VERBS
    objects = [c for c in behind if c.dep_ in wanted and not (hearer and c.dep_ == "obj")]
    if lemma in {"say", "tell", "add"}:
        objects = [
            c
            for c in objects
            if c.dep_ in {"xcomp", "ccomp"}
            or (c.dep_ == "obj" and lemma != "tell" and c.pos_ in {"VERB", "ADJ"})
        ]
    if not objects:
        return []
    first = min(c.left_edge.i for c in objects)
    last = (
        max(
            c.right_edge.i
            for c in behind
            if c.dep_ not in {"conj", "cc", "punct", "parataxis"} and not is_own_voice(c)
        )
        if behind
        else verb.i
    )
    return [(at_lost_subject(verb, max(first, verb.i + 1)), run_on(verb, last))]
