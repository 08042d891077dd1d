"""Whether another article may let a voice be heard too, in a way that reading took for nobody's speech.

Free of the parse, and generous on purpose: a voice wrongly thought heard elsewhere hides a finding, never makes one up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.told_words import STOP, WORD, stem
from quizzes.nlp.lexicons.speech import SAYING, VERB_FORMS
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Manner, Quotation, Reading, Source, SourceKind

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[.!?;]")
REACH = 30
"""Words behind a name within which its verb stands ("Ann Roe of Penwick, Ned Rook and Ida Quill also called for …")."""

BEFORE = 5
"""Words between "said" and the name of who said it ("said the harbour master, Ann Roe")."""
SAID = frozenset("said says asked added wrote writes tweeted told".split())
OWNED_BY = frozenset({"to", "was", "were", "been", "be", "being", "is", "are", "by"})
"""Before a form of a verb that is not what the name before does ("was accused", "to say")."""

RUN = 6
"""Words in a row of a quotation that are the same utterance wherever they stand."""
FEWEST = 2
"""Words of a whole short quotation, none of them a function word, that are."""

SPOKESMAN = re.compile(
    r"\b(?:spokes\w+|press secretary|representative for|lawyer for|attorney for)\b", re.IGNORECASE
)
NEAR = 120
"""Characters around somebody's words within which a text says that he speaks for a body."""
SAME_CONTENT, SHARE = 3, 0.25
"""Telling words, and the share of the shorter sentence's, by which the words of a body may be those of who speaks for it."""

ADVERT = re.compile(
    r"\b(?:ads?|advert\w*|commercials?|fl[iy]ers?|leaflets?|billboards?|mailers?)\b[^.]{0,40}?\b(?:in which|where|that|saying)\b"
    r"|\b(?:message|email|letter|note|tweet)\b[^\n]{0,80}\bquot(?:e|ed|es|ing|ation)\b",
    re.IGNORECASE,
)
"""Words of an advertisement, or of somebody whom another's message quotes, are no voice that the article asked for."""


def is_second_hand(evidence: str) -> bool:
    """True for words that a sentence takes from an advertisement or from what another wrote."""
    return ADVERT.search(evidence) is not None


def may_be_heard(side: SideBySide, article: str, speaker: Source, said: Sequence[Quotation], by: str) -> bool:
    """True where the article names the person as the one who says or demands something, prints the same words, or has a
    body or nobody say the like; `said` are the voice's quotations in the article `by`."""
    reading = side.reading(article)
    if speaker.kind is SourceKind.PERSON and is_sayer(reading, fold(speaker.name).split()[-1]):
        return True
    text = f" {' '.join(folded(reading.text))} "
    if any(is_printed(q, text) for q in said):
        return True
    return speaks_for_a_body(side.reading(by), speaker, said) and any(
        is_like(side.reading(by), q, reading, other) for q in said for other in of_bodies(reading)
    )


def speaks_for_a_body(reading: Reading, speaker: Source, said: Sequence[Quotation]) -> bool:
    around = (reading.text[max(q.start - NEAR, 0) : q.end + NEAR] for q in said)
    return speaker.kind is SourceKind.PERSON and any(
        SPOKESMAN.search(words) for words in (speaker.title or "", *around)
    )


def is_sayer(reading: Reading, last: str) -> bool:
    """True where a verb of saying stands behind the name within its sentence, or "said" before it."""
    for span in reading.sentences:
        words = [fold(m.group()) for m in TOKEN.finditer(reading.text, span.start, span.end)]
        for at in (n for n, word in enumerate(words) if word == last):
            behind = words[at + 1 : at + 1 + REACH]
            if any(is_speech(word, before) for before, word in zip(words[at:], behind, strict=False)):
                return True
            if SAID & set(words[max(at - BEFORE, 0) : at]) or words[max(at - 2, 0) : at] == [
                "according",
                "to",
            ]:
                return True
    return False


def is_speech(word: str, before: str) -> bool:
    return VERB_FORMS.get(word) in SAYING and before not in OWNED_BY


def is_printed(quotation: Quotation, text: str) -> bool:
    """True for words between marks that stand in a folded text, the whole of a short quotation or a run of a long one."""
    words = folded(quotation.text)
    telling = [w for w in words if w not in STOP]
    if quotation.manner is Manner.INDIRECT or (len(telling) < FEWEST and len(words) < RUN):
        return False
    runs = [words[n : n + RUN] for n in range(max(len(words) - RUN, 0) + 1)]
    return any(f" {' '.join(run)} " in text for run in runs)


def of_bodies(reading: Reading) -> Iterable[Quotation]:
    """What an article has bodies, unnamed sources or nobody say."""
    return (q for q in reading.quotations if q.speaker is None or q.speaker.kind is not SourceKind.PERSON)


def is_like(one: Reading, said: Quotation, other: Reading, told: Quotation) -> bool:
    """True where the sentences of two quotations share so many telling words that they may report one statement."""
    ours, theirs = stems_around(one, said), stems_around(other, told)
    shared = ours & theirs
    return len(shared) >= max(SAME_CONTENT, SHARE * min(len(ours), len(theirs)))


def stems_around(reading: Reading, quotation: Quotation) -> frozenset[str]:
    """The telling words of the sentences in which a quotation stands, by stem."""
    around = [s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end]
    words = (m.group() for s in around for m in WORD.finditer(reading.text, s.start, s.end))
    return frozenset(stem(w) for w in words if w.casefold() not in STOP)


def folded(text: str) -> list[str]:
    return [fold(m.group()) for m in WORD.finditer(text)]
