"""One thing in two states that exclude each other (the road is closed, it has reopened), or a deed told as done and as not done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, own_words, told_sentences
from quizzes.nlp.findings.discrepancies import days_of
from quizzes.nlp.findings.rare_words import BARE, stem
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.conditions import STATE_OF
from quizzes.nlp.types import Evidence, Finding, Relation, Span

SURE = 0.65
STATE_TIED, DEED_TIED = 0.0, 1.0
"""A bond beside the subject and the state or deed itself, which both share."""
DONE, UNDONE = "done", "not done"

BE = r"(?:is|was|were|are|been|being|be|remains?|remained|stays?|stayed|kept|left|stood|lay|lies|declared|found|pronounced|reported)"
NOT = r"(?:not|no longer|never)"
DENIED = re.compile(rf"\b{NOT}\b|n[’']t\b")
STATE = re.compile(
    rf"\b([A-Za-z][\w’'-]+)(?P<words>(?: (?:has|had|have))?(?: {BE}(?:n[’']t)?| (?:has|had|have))"
    rf"(?: (?:{NOT}|yet|still|already|now|all|only|fully|also|again|both|partly|completely|{BE}))*)"
    rf" (?P<state>{'|'.join(sorted(STATE_OF, key=len, reverse=True))})\b(?! (?:to|for|of)\b)"
)
SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|would|could|should|might|may|will|must|can|to be|speculat\w+|alleg\w+|rumou?r\w*|claim\w*|suggest\w*|"
    r"ask\w*|wonder\w*|expect\w*|suppos\w+|believ\w+|fear\w*|hop(?:e|ed|ing))\b",
    re.IGNORECASE,
)
"""Words by which a sentence supposes, or tells what somebody else does."""

REFUSED = re.compile(
    r"\b([A-Za-z][\w’'-]{2,}) (?:did not|didn[’']t|had not|hadn[’']t|has not|hasn[’']t|have not|haven[’']t|was not|wasn[’']t|were not"
    r"|weren[’']t|never|failed to)(?: (?:\w+ly|yet|even|been|ever))* ([a-z]{4,})\b"
)
WITHIN = 4
"""Words from a subject to its verb in a sentence that says the deed was done."""
BROKEN = re.compile(
    r"[.,;:]|\b(?:not|never|no|failed|could|would|to|may|might|will|can|refused|should|if|who|which|that|nor|by|and|or)\b|n[’']t",
    re.IGNORECASE,
)
"""What between them parts the subject from the verb."""


def find_states_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each thing in two states, and each deed that one article tells and another denies."""
    bonds = Bonds(side)
    sentences = [s for s in told_sentences(side) if not SUPPOSED.search(s.text)]
    states = own_words(side, (p for s in sentences for p in states_in(s)))
    denied = own_words(side, (p for s in sentences for p in denied_in(s)))
    topics = {p.topic for p in denied}
    done = own_words(side, (p for s in sentences for p in done_in(s, topics)))
    for puts, least, what in (
        (states, STATE_TIED, "In what state it is"),
        ([*denied, *done], DEED_TIED, "Whether it was done"),
    ):
        for together in bonds.tied_once(puts, lambda a, b: a.key != b.key, least):
            yield contradiction(side, together, what, SURE, "status", relation_of(side, together))


def relation_of(side: SideBySide, together: list[Put]) -> Relation:
    """UPDATE where the articles are of two days: what is closed on one may be open on the next."""
    days = days_of(side)
    of_key = [{days[p.article] for p in together if p.key == key} for key in {p.key for p in together}]
    is_known = all(None not in own for own in of_key)
    return Relation.UPDATE if is_known and not set.intersection(*of_key) else Relation.CONFLICT


def states_in(sentence: Evidence) -> Iterator[Put]:
    """The states of a sentence by row and subject; "not closed" is the other side of a row."""
    for found in STATE.finditer(sentence.text):
        subject = found[1].casefold()
        if subject in BARE:
            continue
        row, side = STATE_OF[found["state"]]
        key = 1 - side if DENIED.search(found["words"]) else side
        words = Span(sentence.start + found.start(), sentence.start + found.end())
        yield Put(sentence.article, f"{row} {stem(subject)}", str(key), words, sentence)


def denied_in(sentence: Evidence) -> Iterator[Put]:
    """The deeds that a sentence says were not done, by subject and verb."""
    for found in REFUSED.finditer(sentence.text):
        subject, verb = found[1].casefold(), found[2]
        if subject not in BARE and verb not in BARE and verb not in STATE_OF:
            words = Span(sentence.start + found.start(), sentence.start + found.end())
            yield Put(sentence.article, f"{stem(subject)} {stem(verb)}", UNDONE, words, sentence)


def done_in(sentence: Evidence, topics: set[str]) -> Iterator[Put]:
    """The deeds of some topics that a sentence says were done."""
    words = [(stem(m[0].casefold()), m.start(), m.end()) for m in re.finditer(r"[^\W\d_]+", sentence.text)]
    for n, (subject, start, end) in enumerate(words):
        for verb, verb_start, verb_end in words[n + 1 : n + 1 + WITHIN]:
            is_told = f"{subject} {verb}" in topics and not BROKEN.search(sentence.text[end:verb_start])
            if is_told and sentence.text[verb_start:verb_end].endswith(("ed", "n", "t", "k", "g", "w", "d")):
                span = Span(sentence.start + start, sentence.start + verb_end)
                yield Put(sentence.article, f"{subject} {verb}", DONE, span, sentence)
