"""Facts that proofs take from the articles' own words: what is used, shared, or said by nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.matrix import Matrix
from quizzes.items.wording import folded
from quizzes.nlp.reuse import RUN, find_shared
from quizzes.nlp.types import Claim, HeadlineFrame, Reading, Source, Span

MODALS = frozenset("will would may might can could must shall should".split())
PARTICIPLES = frozenset(
    """beaten bought broken brought built caught chosen cut driven drawn fallen fed felt found given gone held hit hurt kept
    laid led left lost made met paid put said seen sent set shot shut slain sold spent split struck sunk taken thrown told
    torn won wounded written""".split()
)
"""Participles without -ed (own list of general English) that a headline may leave without its "was"."""

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


def sources_of(matrix: Matrix, article: str) -> tuple[Source, ...]:
    """Everybody whom the article lets speak: of quotations, of claims, and the unnamed."""
    reading = matrix.reading(article)
    speakers = (q.speaker for q in reading.quotations)
    behind = (c.source for c in matrix.claims.values() if c.article == article)
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
    return f" {_spaced(words)} " in f" {_spaced(text)} "


def nearly_has_words(text: str, words: str) -> bool:
    """True where they stand there but for number and hyphens ("fire crews" for "fire-crew"), or all of them in one sentence."""
    stems = _stems(words)
    if f" {' '.join(stems)} " in f" {' '.join(_stems(text))} ":
        return True
    return len(stems) > 1 and any(set(stems) <= set(_stems(s)) for s in re.split(r"[.!?\n]", text))


def share_words(one: str, other: str) -> bool:
    return bool(set(_stems(one)) & set(_stems(other)) - {"of", "in", "and", "for", "to", "on"})


@lru_cache(maxsize=512)
def shares_run(one: Reading, other: Reading) -> bool:
    """True where RUN words in a row stand in both, quotations included."""
    return bool(_runs(one.text) & _runs(other.text))


@lru_cache(maxsize=512)
def shared_sentences(one: Reading, other: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The told sentences of each that the other repeats, word for word or nearly, quotations aside; None without any."""
    pairs = [p for p in find_shared([one, other]) if not p.is_quotation]
    ends = [{p.left.article: p.left.span, p.right.article: p.right.span} for p in pairs]
    across = [e for e in ends if len(e) == 2]
    if not across:
        return None
    return _picked(one, across), _picked(other, across)


def _picked(reading: Reading, ends: list[dict[str, Span]]) -> tuple[Span, ...]:
    """The sentences as students pick them that the shared ones lie in."""
    spans = [e[reading.article] for e in ends]
    return tuple(s for s in reading.sentences if any(s.start < e.end and e.start < s.end for e in spans))


def _runs(text: str) -> set[str]:
    words = _spaced(text).split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _spaced(text: str) -> str:
    return folded(text).replace("-", " ").replace("'s ", " ")


def _stems(text: str) -> list[str]:
    return [w.removesuffix("s") for w in _spaced(text).split()]
