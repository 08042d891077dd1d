"""Sentences that stand in two articles, or twice in one, and articles that are copies as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.reuse import Sentence, SharedSentence, find_shared, told_sentences
from quizzes.nlp.types import Finding, FindingKind

VERBATIM, NEAR, QUOTED = 0.95, 0.85, 0.5
"""Confidence that a shared sentence is a borrowed one. Two articles that quote one speech share words without
copying each other: that lies below the bar."""


def find_text_reuse(side: SideBySide) -> Iterator[Finding]:
    """A finding for each set of sentences that hang together, and one for each copy of a whole article."""
    for shared in grouped(find_shared(side.originals)):
        yield shared_finding(side, shared)
    for copy, original in sorted(side.copies.items()):
        yield copy_finding(side, copy, original)


def grouped(pairs: Iterable[SharedSentence]) -> list[list[SharedSentence]]:
    """The pairs that hang together by a common sentence; quotations apart from the articles' own words."""
    groups: list[list[SharedSentence]] = []
    for pair in pairs:
        joined = [g for g in groups if g[0].is_quotation == pair.is_quotation and touches(g, pair)]
        groups = [g for g in groups if g not in joined]
        groups.append([p for g in joined for p in g] + [pair])
    return groups


def touches(group: list[SharedSentence], pair: SharedSentence) -> bool:
    ends = {key(s) for p in group for s in (p.left, p.right)}
    return key(pair.left) in ends or key(pair.right) in ends


def key(sentence: Sentence) -> tuple[str, int]:
    return sentence.article, sentence.span.start


def shared_finding(side: SideBySide, pairs: list[SharedSentence]) -> Finding:
    sentences = {key(s): s for p in pairs for s in (p.left, p.right)}
    articles = sorted({article for article, _ in sentences})
    is_quotation, is_verbatim = pairs[0].is_quotation, all(p.is_verbatim for p in pairs)
    exactly = "word for word" if is_verbatim else "nearly word for word"
    names = listed([side.name(a) for a in articles])
    if len(articles) == 1:
        summary = f"{names} says the same thing twice, {exactly}."
    elif is_quotation:
        summary = f"{names} quote the same words."
    else:
        summary = f"{names} share a sentence {exactly}: they are not independent of each other here."
    return make_finding(
        FindingKind.TEXT_REUSE,
        [phrase_position(side, s.article, s.span) for s in sentences.values()],
        summary,
        QUOTED if is_quotation else VERBATIM if is_verbatim else NEAR,
        aspect="quotation" if is_quotation else "narrative",
    )


def copy_finding(side: SideBySide, copy: str, original: str) -> Finding:
    """The finding that one article is another's text: its first long sentence in both proves it."""
    by_words: defaultdict[tuple[str, ...], dict[str, Sentence]] = defaultdict(dict)
    for article in (original, copy):
        for sentence in told_sentences(side.reading(article)):
            by_words[tuple(w.folded for w in sentence.words)].setdefault(article, sentence)
    both = [(words, s) for words, s in by_words.items() if len(s) == 2]
    long = [s for words, s in both if len(words) >= 7] or [s for _, s in both]
    return make_finding(
        FindingKind.TEXT_REUSE,
        [phrase_position(side, s.article, s.span) for s in long[0].values()],
        f"{side.name(original)} and {side.name(copy)} print the same text: together they are one witness, not two.",
        VERBATIM,
        aspect="whole text",
    )
