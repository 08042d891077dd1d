"""Closing cues: cues that stand behind or amid what they hand on ("…, police said", "…, Lee said, …"), and its scope."""

from __future__ import annotations

from spacy.tokens import Token

from quizzes.nlp.lexicons.speech import HEARER_VERBS, NEEDS_MARKS, SAYING
from quizzes.nlp.saying.cues import Cue
from quizzes.nlp.saying.edges import has_thing
from quizzes.nlp.saying.mentions import mention_tokens
from quizzes.nlp.saying.speakers import has_subject, is_time, verb_lemma

# "Though the harbour was closed, Lee said …": alone before the cue, such a clause is the outlet's.
LEADING = frozenset("as though although while when whenever after before since because once until".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What hands on whole clauses, no things.
CLAUSAL = frozenset("say tell add argue insist contend write tweet explain reply respond".split())
PAUSES = frozenset({",", "—", "–", "--"})


def may_be_said(cue: Cue, first: int, last: int) -> bool:
    """False for what stands beside a cue without being said: its speaker, how he spoke, a clause about him."""
    assert cue.speaker is not None
    doc = cue.verb.doc
    words = [t for t in doc[first : last + 1] if not (t.is_punct or t.is_space)]
    if not words:
        return False
    if first < cue.verb.i:
        if cue.speaker.lower_ == "who":
            return False  # "Lee joined the others, who wrote of it": a clause on those who stand before it
        is_alone = words[0].lower_ in LEADING and not any(t.text == "," for t in doc[first:last])
        return holds_clause(words) and not is_alone
    if first <= cue.speaker.i <= last:
        return False
    if (doc[first].text not in PAUSES and doc[first - 1].text not in PAUSES) or doc[
        cue.verb.sent.start
    ].lower_ == "as":
        return True
    if words[0].lower_ in {"including", "to"} and not cue.is_according:
        return True
    if verb_lemma(cue.verb) in CLAUSAL or cue.is_according:
        return is_finite(words) and words[0].tag_ not in {"VBG", "WP", "WDT"} and words[0].lower_ != "where"
    return True


def is_finite(words: list[Token]) -> bool:
    """True where some word is a verb of its own clause, whatever form the tagger gives it."""
    return any(t.tag_ in FINITE or (t.pos_ == "VERB" and has_subject(t)) for t in words)


def holds_clause(words: list[Token]) -> bool:
    """True for words with a verb that do not open as a phrase of time or manner ("Holding a book, …")."""
    is_phrase = bool(words) and words[0].tag_ in {"VBG", "VBN"}
    return is_finite(words) or (not is_phrase and any(t.pos_ in {"VERB", "AUX"} for t in words))


def closed_by(cue: Cue) -> list[tuple[int, int]] | None:
    """The scope of a cue between pauses, or between a pause and the end ("…, her aides said Friday, because …"); None
    for other cues."""
    doc, sent = cue.verb.doc, cue.verb.sent
    start, end = phrase_start(cue), behind_cue(cue)
    if verb_lemma(cue.verb) not in SAYING - NEEDS_MARKS or not is_said(cue.verb) or start <= sent.start:
        return None
    if doc[start - 1].text not in PAUSES or (end < sent.end and doc[end].text not in PAUSES | {".", ";"}):
        return None
    before = [t for t in doc[sent.start : start] if not t.is_punct]
    if is_about(cue) or not holds_clause(before):
        return None
    spans = [(sent.start, start - 1)]
    if end < sent.end - 1 and doc[end].text in PAUSES:
        spans.append((end, sent.end - 1))
    return spans


def opened_by(cue: Cue) -> list[tuple[int, int]] | None:
    """The scope of a cue that opens its sentence with "as" ("As Lee said on Monday, …"): all behind its comma."""
    doc, sent = cue.verb.doc, cue.verb.sent
    start, end = phrase_start(cue), behind_cue(cue)
    opens = sent.start < start <= sent.start + 1 and doc[sent.start].lower_ == "as"
    if (
        not opens
        or end >= sent.end
        or doc[end].text != ","
        or verb_lemma(cue.verb) not in SAYING - NEEDS_MARKS
    ):
        return None
    return [(end, sent.end - 1)] if is_finite(list(doc[end : sent.end])) else None


def is_said(verb: Token) -> bool:
    """True for "said" and "has said", not for "saying"."""
    return verb.tag_ in FINITE or any(
        c.dep_ == "aux" and c.lower_ in {"has", "have", "had"} for c in verb.children
    )


def behind_cue(cue: Cue) -> int:
    """The number of the first token behind speaker and verb, and behind a time ("said on Friday") or hearer."""
    doc, sent = cue.verb.doc, cue.verb.sent
    end = next((t.i for t in doc[cue.verb.i + 1 : sent.end] if t.idx >= cue.end), sent.end)
    if cue.speaker is not None and cue.speaker.i > cue.verb.i:
        # What goes on with the speaker behind his verb is his apposition.
        end = max(end, min(cue.speaker.right_edge.i + 1, sent.end))
    at = end
    while at < sent.end and (
        is_time(doc[at]) or doc[at].lower_ in {"on", "in", "last", "late", "early", "this"}
    ):
        at += 1
    return at if at == sent.end or doc[at].is_punct else end


def is_about(cue: Cue) -> bool:
    """True for a cue in a clause on somebody ("Lee, who said"), or one that a conjunction opens."""
    verb = cue.verb
    starts = [verb, cue.speaker] if cue.speaker is not None else [verb]
    if any(
        t.tag_ in {"WP", "WDT", "WP$"} for s in starts for t in s.subtree if t.i <= verb.i and t.i >= s.i - 6
    ):
        return True
    return any(c.dep_ == "mark" or c.tag_ == "WRB" for c in verb.children if c.i < verb.i)


def clause_before(cue: Cue) -> Token | None:
    """The verb of a clause that stands before its cue or around it, or None."""
    verb, doc = cue.verb, cue.verb.doc
    start = phrase_start(cue)
    if verb_lemma(verb) not in CLAUSAL | HEARER_VERBS and has_thing(cue):
        return None
    if (start > 0 and doc[start - 1].text == ";") or is_behind_time(cue):
        # Behind a semicolon begins another statement.
        return None
    first = [
        c for c in verb.children if c.i < start and c.dep_ in {"ccomp", "parataxis", "dep", "csubj", "advcl"}
    ]
    comma = start > 0 and (
        doc[start - 1].is_punct
        or (start > 1 and doc[start - 1].lower_ in {"as", "and"} and doc[start - 2].is_punct)
    )
    clauses = [
        c
        for c in first
        if c.dep_ != "advcl"
        or (comma and has_subject(c) and not any(m.dep_ == "mark" or m.tag_ == "WRB" for m in c.children))
    ]
    if clauses and comma:
        return clauses[-1]
    if (
        verb.dep_ in {"parataxis", "conj", "advcl", "dep", "ccomp", "acl:relcl"}
        and comma
        and verb.head.i < start
        and not cue_lead(verb)
    ):
        return verb.head if verb.dep_ in {"parataxis", "dep", "conj"} else None
    if verb.dep_ == "parataxis" and verb.head.i > verb.i:
        return verb.head
    if verb.dep_ == "advcl" and verb.head.i > verb.i and comma and is_put_in(cue):
        return verb.head
    return None


def is_behind_time(cue: Cue) -> bool:
    """True for "weeks after letters revealed": the parse takes the conjunction for a preposition of the speaker's."""
    speaker = cue.speaker
    return speaker is not None and any(
        c.dep_ == "case" and c.i < speaker.i and c.lower_ in LEADING for c in speaker.children
    )


def phrase_start(cue: Cue) -> int:
    """The number of the first token of speaker and verb, back to the punctuation before a title that the parse has cut off."""
    start = min(cue.verb.i, cue.speaker.left_edge.i if cue.speaker is not None else cue.verb.i)
    while start < cue.verb.i and cue.verb.doc[start].is_punct:
        start += 1
    doc, at = cue.verb.doc, start
    while at > cue.verb.sent.start and doc[at - 1].pos_ in {"NOUN", "PROPN", "ADJ", "DET"} and start - at < 6:
        at -= 1
    return at if at > cue.verb.sent.start and doc[at - 1].is_punct else start


def is_put_in(cue: Cue) -> bool:
    """True for a cue between commas amid the clause that it hands on, without a conjunction ("…, Lee told him, …")."""
    doc = cue.verb.doc
    behind = next((t for t in doc[cue.verb.i + 1 : cue.verb.right_edge.i + 2] if t.text == ","), None)
    return behind is not None and not any(
        c.dep_ in {"mark", "cc"} or c.tag_ == "WRB" for c in cue.verb.children
    )


def cue_lead(verb: Token) -> bool:
    return any(c.dep_ == "cc" for c in verb.children)


def around(cue: Cue, clause: Token) -> list[tuple[int, int]]:
    """The clause before the cue, and what of it goes on behind."""
    verb, sent = cue.verb, cue.verb.sent
    start = phrase_start(cue)
    doc = verb.doc
    first = clause.left_edge.i if clause.head == verb or clause.dep_ != "ROOT" else sent.start
    spans = []
    if first < start:
        spans.append((max(first, sent.start), start - 1))
    end = next((t.i for t in doc[verb.i + 1 : sent.end] if t.idx >= cue.end), sent.end)
    if (
        clause.right_edge.i > end and clause.head != verb and end < len(doc) and doc[end].text == ","
    ) or clause.i > verb.i:
        spans.append((end, min(clause.right_edge.i, sent.end - 1)))
    return spans


def by_position(cue: Cue, lemma: str) -> list[tuple[int, int]]:
    """What the parse has lost: a clause before the comma of "…, police said", or right behind the verb."""
    if lemma not in SAYING - NEEDS_MARKS:
        return []
    takes_thing = any(c.dep_ == "obj" and c.i > cue.verb.i and c != cue.speaker for c in cue.verb.children)
    if takes_thing and lemma not in {"say", "explain", "argue", "insist"}:
        # Who adds or repeats a thing says nothing ("the home side added a goal").
        return []
    verb, sent, doc = cue.verb, cue.verb.sent, cue.verb.doc
    is_relative = cue.speaker is not None and cue.speaker.tag_ == "WDT" and verb.tag_ == "VBG"
    if is_relative:
        return []  # "the council, which sent a letter saying “…”": what stands before is told
    start = min(verb.i, mention_tokens(cue.speaker)[0] if cue.speaker is not None else verb.i)
    end = next((t.i for t in doc[verb.i + 1 : sent.end] if t.idx >= cue.end), sent.end)
    if cue.speaker is not None and cue.speaker.i > verb.i:
        # What goes on with the speaker behind his verb is his apposition.
        end = max(end, min(cue.speaker.right_edge.i + 1, sent.end))
    rest = [t for t in doc[end : sent.end] if not (t.is_punct or t.is_space)]
    if start > sent.start and doc[start - 1].text == "," and end < sent.end and doc[end].text == "," and rest:
        return [(sent.start, start - 1), (end, sent.end - 1)]
    is_led_in = start - sent.start >= 4 and (doc[start - 1].text == "," or doc[start - 2].text == ",")
    if is_led_in and (len(rest) <= 4 or doc[end].is_punct or doc[end].pos_ == "ADP"):
        lead = doc[sent.start : start]
        return [(sent.start, start - 1)] if any(t.pos_ in {"VERB", "AUX"} for t in lead) else []
    if (
        end >= sent.end
        or doc[end].is_punct
        or not any(t.pos_ in {"VERB", "AUX"} for t in rest)
        or lemma in HEARER_VERBS
    ):
        return []
    comma = (
        next((t.i for t in doc[end : sent.end] if t.text in {",", ";"}), sent.end)
        if is_subordinate(verb, start) or verb.dep_ == "acl:relcl"
        else sent.end
    )
    return [(end, comma - 1)]


def is_subordinate(verb: Token, start: int) -> bool:
    """True for "While police said …, …": a clause that opens the sentence with a conjunction and ends at its comma."""
    lead = verb.doc[verb.sent.start : start]
    return any(
        t.lower_ in {"while", "although", "though", "when", "as", "after", "if", "since"} for t in lead[:3]
    )
