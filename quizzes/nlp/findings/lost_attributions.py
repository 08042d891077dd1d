"""Sentences that two articles share, of which one says who it is from and the other has dropped that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.lexicons.speech import VERB_FORMS
from quizzes.nlp.reuse import Sentence
from quizzes.nlp.types import Finding, FindingKind, Position, Reading, Role, Source, Span

SURE, NEAR = 0.8, 0.65
"""Confidence where the copy has all other words of the sentence, and where it has most."""

WHOLE, MOST = 0.95, 0.8
"""Share of the shorter sentence's words that both have."""

ACCORDING = re.compile(
    r"\b(?:according to|as reported by|as told to|in the words of|data from|figures from|citing|cited by)\s+"
    r"(?P<source>[^,.;:()“”\"]+)",
    re.IGNORECASE,
)
"""Phrases that lead on to a source."""

SAID = frozenset(
    """said says say report told tells stated states added adds announced announces confirmed confirms reported reports claimed claims
    alleged alleges believed warned warns testified explained estimated estimates found acknowledged admitted argued insisted
    wrote writes noted""".split()
)
"""Forms of verbs behind which a source stands (general English); any other verb of saying only bars a finding."""

ANY_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|telling|according|report(?:s|ed|edly|ing)|announc\w+|confirm\w*|estimat\w+|stat(?:ed|ing|ement)s?"
    r"|claim\w*|add(?:s|ed|ing)|believ\w+|quot\w+|cit(?:es|ed|ing)|reveal\w*|warn\w*|insist\w*|admit\w*|alleg\w+|apparently"
    r"|suggest\w*|indicat\w+|officials?|spokes\w+|sources?|testif\w+|wrote|writes|explain\w*|acknowledg\w*|argu\w+|not(?:ed|es|ing)"
    r"|study|survey|poll|data|records?|documents?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence may say where it knows something from: wide, because "no source" rests on their absence."""

LONGEST_SOURCE = 12
"""Words; a longer stretch before a verb of saying is more than its subject."""


def find_lost_attributions(side: SideBySide) -> Iterator[Finding]:
    """A finding for each shared sentence whose source one article names and the other leaves out."""
    seen: set[tuple[str, int, str]] = set()
    for pair in side.shared:
        if pair.left.article == pair.right.article or pair.is_quotation or pair.is_verbatim:
            continue
        if {pair.left.role, pair.right.role} != {Role.BODY}:
            continue
        for giving, dropping in ((pair.left, pair.right), (pair.right, pair.left)):
            key = dropping.article, dropping.span.start, giving.article
            if key in seen or (finding := lost(side, giving, dropping)) is None:
                continue
            seen.add(key)
            yield finding


def lost(side: SideBySide, giving: Sentence, dropping: Sentence) -> Finding | None:
    """The finding that `dropping` repeats `giving` without its source; None where the source may stand there after all."""
    from_reading = side.reading(giving.article)
    source = lost_source(from_reading, side.reading(dropping.article), giving, dropping)
    if source is None:
        return None
    words = source.of(from_reading.text)
    one, other = side.name(giving.article), side.name(dropping.article)
    evidence = [side.slice(s.article, s.span.start, s.span.end) for s in (giving, dropping)]
    return make_finding(
        FindingKind.LOST_ATTRIBUTION,
        [
            Position(giving.article, (), words, speaker_in(from_reading, giving.span), (evidence[0],)),
            Position(dropping.article, (), None, None, (evidence[1],)),
        ],
        f"{one} and {other} print nearly the same sentence. {one} says where it is from (“{words}”), {other} does not.",
        SURE if common_share(giving, dropping) >= WHOLE else NEAR,
        aspect="source",
        silent=(dropping.article,),
    )


def lost_source(reading: Reading, copy: Reading, giving: Sentence, dropping: Sentence) -> Span | None:
    """The words of `giving` that say who it is from, where `dropping` has the rest of the sentence and surely no source."""
    if common_share(giving, dropping) < MOST or not is_bare(copy, dropping.span):
        return None
    return source_only_in(reading, giving, dropping)


def common_share(one: Sentence, other: Sentence) -> float:
    """Share of the shorter sentence's words, in order, that both have."""
    a, b = [w.folded for w in one.words], [w.folded for w in other.words]
    shared = sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return shared / max(1, min(len(a), len(b)))


def source_only_in(reading: Reading, giving: Sentence, dropping: Sentence) -> Span | None:
    """The words of a sentence that say who it is from and that the other sentence lacks: "officials said"."""
    a, b = [w.folded for w in giving.words], [w.folded for w in dropping.words]
    for kind, start, end, *_ in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal" or start == end:
            continue
        span = Span(giving.words[start].start, giving.words[end - 1].end)
        if end - start > LONGEST_SOURCE or any(n in giving.quoted for n in range(start, end)):
            continue
        words = set(a[start:end])
        is_said = len(words) > 1 and words & SAID
        if ACCORDING.search(span.of(reading.text)) or is_said:
            return span
    return None


def is_bare(reading: Reading, sentence: Span) -> bool:
    """True where a sentence surely stands in the outlet's own voice: no word of saying in it, no speaker, no marks, and
    no word of saying in the sentences beside it in its paragraph."""
    text = sentence.of(reading.text)
    if ANY_SAYING.search(text) or re.search(r"[\"“”]", text) or saying_forms(text):
        return False
    if any(q.start < sentence.end and sentence.start < q.end for q in reading.quotations):
        return False
    if any(c.source for c in reading.claims if sentence.covers(c.value.start, c.value.end)):
        return False
    passage = next((p for p in reading.passages if p.start <= sentence.start < p.end), None)
    at = bisect_left(reading.sentences, sentence)
    beside = [*reading.sentences[max(0, at - 1) : at], *reading.sentences[at + 1 : at + 2]]
    return not any(
        passage and passage.start <= s.start < passage.end and ANY_SAYING.search(s.of(reading.text))
        for s in beside
    )


def saying_forms(text: str) -> bool:
    """True where a verb that can carry speech stands in the text."""
    return any(w in VERB_FORMS for w in re.findall(r"[a-z]+", text.casefold()))


def speaker_in(reading: Reading, sentence: Span) -> Source | None:
    """Whom the sentence's reported words or figures are given to."""
    for quotation in reading.quotations:
        if quotation.speaker and quotation.start < sentence.end and sentence.start < quotation.end:
            return quotation.speaker
    return next((c.source for c in reading.claims if c.source and c.start == sentence.start), None)
