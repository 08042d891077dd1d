"""Facts that proofs take from the articles' own words: what is used, shared, or said by nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from quizzes.items.matrix import Matrix
from quizzes.items.wording import folded
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.types import Claim, HeadlineFrame, Role, Source

MODALS = frozenset("will would may might can could must shall should".split())
PARTICIPLES = frozenset(
    """beaten bought broken brought built caught chosen cut driven drawn fallen fed felt found given gone held hit hurt kept
    laid led left lost made met paid put said seen sent set shot shut slain sold spent split struck sunk taken thrown told
    torn won wounded written""".split()
)
"""Participles without -ed (own list of general English) that a headline may leave without its "was"."""

SMALL = frozenset({"of", "in", "and", "for", "to", "on", "at", "by"})

SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|according|report(?:s|ed|edly|ing)|announc\w+|confirm\w*|estimat\w+|stat(?:ed|ing|ement)|(?-i:states)"
    r"|claim(?:s|ed|ing)|add(?:s|ed|ing)|believ\w+|quot\w+|cit(?:es|ed|ing)|reveal\w*|warn\w*|insist\w*|admit\w*|officials?|alleg\w+"
    r"|suggest\w*|indicat\w+|counted by|figures (?:by|from)|data|statistics|study|survey|poll|records?|documents?|sources?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence may name where it knows something from; wide, because only "no source at all" rests on it."""


def stands_alone(matrix: Matrix, claim: Claim) -> bool:
    """True where the claim's sentence holds no quotation and no word of saying: surely the outlet's own voice."""
    sentence = matrix.evidence(claim)
    quotations = matrix.reading(claim.article).quotations
    overlapped = any(q.start < sentence.end and sentence.start < q.end for q in quotations)
    return not overlapped and not SAYING.search(sentence.text) and not re.search(r"[\"“”]", sentence.text)


def has_no_source(matrix: Matrix, claim: Claim) -> bool:
    """True where the article surely gives no source for the claim's figure, wherever it gives that figure.

    A headline names no source for want of room, so nothing is said of its figure; the same figure further down,
    even if it seems to be of another occurrence, may be the one that has a source.
    """
    if claim.role is Role.HEADLINE:
        return False
    again = [
        c
        for c in matrix.claims_of[claim.article]
        if c.measure == claim.measure
        and (c.value.low, c.value.high) == (claim.value.low, claim.value.high)
        and c.role is not Role.HEADLINE
    ]
    return all(c.source is None and stands_alone(matrix, c) for c in again)


def sources_of(matrix: Matrix, article: str) -> tuple[Source, ...]:
    """Everybody whom the article lets speak: of quotations, of claims, and the unnamed."""
    reading = matrix.reading(article)
    speakers = (q.speaker for q in reading.quotations)
    behind = (c.source for c in matrix.claims_of[article])
    return tuple(s for s in (*reading.unnamed, *speakers, *behind) if s is not None)


def says_who_acts(frame: HeadlineFrame) -> bool:
    """True where a headline's subject surely acts: its verb is in the present and agrees with it in number.

    Headlines leave out "was": "Suspect arrested" tells what was done to him, though it looks like an act.
    """
    if not frame.subject or not frame.act or frame.is_passive:
        return False
    verb = frame.act.split()[0].lower()
    if verb in MODALS:
        return True
    is_plural = " and " in frame.subject or _ends_in_s(frame.subject.split()[-1].lower())
    if is_plural:
        return not _ends_in_s(verb) and not verb.endswith("ed") and verb not in PARTICIPLES
    return _ends_in_s(verb)


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def has_words(text: str, words: str) -> bool:
    """True where the words stand in the text, case, marks and line breaks aside."""
    return f" {spaced(words)} " in f" {spaced(text)} "


def nearly_has_words(text: str, words: str) -> bool:
    """True where they stand there but for number and hyphens ("fire crews" for "fire-crew"), or all of them in one sentence."""
    stems = _stems(words)
    if f" {' '.join(stems)} " in f" {' '.join(_stems(text))} ":
        return True
    return len(stems) > 1 and any(sentence.issuperset(stems) for sentence in _sentence_stems(text))


@lru_cache(maxsize=256)
def _sentence_stems(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_stems(s)) for s in re.split(r"[.!?\n]", text))


def share_words(one: str, other: str) -> bool:
    """True where two names have a word in common, also shortened ("Dems", "Democrats"), as initials ("US") or as another
    name of one nation ("US", "USA")."""
    ours, theirs = set(_stems(one)) - SMALL, set(_stems(other)) - SMALL
    if _nations(one) & _nations(other):
        return True
    shortened = any(
        min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) for a in ours for b in theirs
    )
    return bool(ours & theirs) or shortened or _initials(one) in theirs or _initials(other) in ours


def _nations(words: str) -> set[str]:
    """The nations that the words of a name stand for."""
    plain = re.findall(r"\w+", words.casefold().replace(".", ""))
    pairs = [f"{a}-{b}" for a, b in pairwise(plain)]
    return {nation for word in (*plain, *pairs) if (nation := NATION_OF.get(word))}


def _initials(name: str) -> str:
    """ "u" for "United States" (stems have no final s), "un" for "United Nations"."""
    words = spaced(name).split()
    return "".join(w[0] for w in words).removesuffix("s") if len(words) > 1 else name.casefold()


def spaced(text: str) -> str:
    return folded(text).replace("-", " ").replace("'s ", " ")


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(w.removesuffix("s") for w in spaced(text).split())
