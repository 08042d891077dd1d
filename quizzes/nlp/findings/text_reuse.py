"""Sentences that stand in two articles, or twice in one, and articles that are copies as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizzes.nlp.findings.quoted_sentences import Quoted, quoted_sentences
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, phrase_position
from quizzes.nlp.reuse import RUN, Sentence, SharedSentence, told_sentences
from quizzes.nlp.types import Finding, FindingKind, Position

FEWEST_QUOTED = 4
"""Words of a short sentence between marks; fewer may be anybody's at any time ("It is not")."""

VERBATIM, NEAR, QUOTED, BY_CHANCE = 0.95, 0.85, 0.5, 0.5
"""Confidence that a shared sentence is a borrowed one. Two articles that quote one speech share words without
copying each other: that lies below the bar, as does what they may share by chance."""


def find_text_reuse(side: SideBySide) -> Iterator[Finding]:
    """A finding for each set of sentences that hang together, and one for each article with its copies."""
    families = copy_families(side)
    sorts: defaultdict[bool, list[SharedSentence]] = defaultdict(list)
    for pair in side.shared:
        sorts[pair.is_marked or are_copied(side, [pair])].append(pair)
    for shared in (*grouped(sorts[True]), *grouped(sorts[False])):
        articles = {s.article for pair in shared for s in (pair.left, pair.right)}
        if not any(articles <= family for family in families) or (
            len(articles) == 1 and not articles & side.copies.keys()
        ):
            yield shared_finding(side, shared)
    for family in families:
        yield copies_finding(side, sorted(family))
    yield from short_quotations(side)


def short_quotations(side: SideBySide) -> Iterator[Finding]:
    """A finding for each short sentence that articles quote whole and alike from one person ("Well, which is it?"): too
    few words to be compared as others are."""
    quoting: defaultdict[tuple[tuple[str, ...], frozenset[str]], list[Quoted]] = defaultdict(list)
    for quoted in quoted_sentences(side):
        if quoted.known_as and FEWEST_QUOTED <= len(quoted.words) < RUN:
            surname = (
                frozenset(list(quoted.speaker.name.casefold().split())[-1:])
                if quoted.speaker
                else frozenset()
            )
            quoting[quoted.folded, surname].append(quoted)
    for same in quoting.values():
        articles = sorted({q.article for q in same})
        if len(articles) < 2:
            continue
        yield make_finding(
            FindingKind.TEXT_REUSE,
            [phrase_position(side, q.article, q.span, q.speaker) for q in same],
            f"{listed([side.name(a) for a in articles])} quote the same words.",
            QUOTED,
            aspect="quotation",
        )


def copy_families(side: SideBySide) -> list[set[str]]:
    """Each article that has copies, with them."""
    families: defaultdict[str, set[str]] = defaultdict(set)
    for copy, original in sorted(side.copies.items()):
        families[original] |= {original, copy}
    return list(families.values())


def grouped(pairs: Iterable[SharedSentence]) -> list[list[SharedSentence]]:
    """The pairs that hang together by a common sentence; quotations apart from the articles' own words."""
    group_of: dict[tuple[bool, tuple[str, int]], list[SharedSentence]] = {}
    for pair in pairs:
        ends = [(pair.is_marked, key(sentence)) for sentence in (pair.left, pair.right)]
        large, small = sorted((group_of.get(end, []) for end in ends), key=len, reverse=True)
        if small is not large:  # the smaller moves, so that a sentence moves log n times at most
            large.extend(small)
            ends += [(pair.is_marked, key(s)) for moved in small for s in (moved.left, moved.right)]
        large.append(pair)
        for end in ends:
            group_of[end] = large
    groups = {id(group): group for group in group_of.values()}
    return list(groups.values())


def key(sentence: Sentence) -> tuple[str, int]:
    return sentence.article, sentence.span.start


def shared_finding(side: SideBySide, pairs: list[SharedSentence]) -> Finding:
    sentences = {key(s): s for p in pairs for s in (p.left, p.right)}
    articles = sorted({article for article, _ in sentences})
    is_quotation, is_verbatim = pairs[0].is_marked, all(p.is_verbatim for p in pairs)
    exactly = "word for word" if is_verbatim else "nearly word for word"
    names = listed([side.name(a) for a in articles])
    if len(articles) == 1:
        summary = f"{names} says the same thing twice, {exactly}."
    elif is_quotation:
        how = "quote" if all(p.is_quotation for p in pairs) else "hand on"
        summary = f"{names} {how} the same words."
    else:
        summary = f"{names} share a sentence {exactly}: they are not independent of each other here."
    return make_finding(
        FindingKind.TEXT_REUSE,
        [phrase_position(side, s.article, s.span) for s in sentences.values()],
        summary,
        QUOTED
        if is_quotation
        else BY_CHANCE
        if not are_copied(side, pairs)
        else VERBATIM
        if is_verbatim
        else NEAR,
        aspect="quotation" if is_quotation else "narrative",
    )


def are_copied(side: SideBySide, pairs: Iterable[SharedSentence]) -> bool:
    """False for sentences that two writers may well have hit upon by themselves: seven words of a long sentence, or a short
    plain one, in articles that share no other sentence."""
    return any(
        side.is_copied(pair) or frozenset((pair.left.article, pair.right.article)) in side.copying
        for pair in pairs
    )


def copies_finding(side: SideBySide, family: list[str]) -> Finding:
    """The finding that articles are one text: every longer sentence that all of them have proves it."""
    sentences: defaultdict[tuple[str, ...], dict[str, Sentence]] = defaultdict(dict)
    for article in family:
        for sentence in told_sentences(side.reading(article)):
            sentences[tuple(w.folded for w in sentence.words)].setdefault(article, sentence)
    common = {words: found for words, found in sentences.items() if len(found) == len(family)}
    long = [found for words, found in common.items() if len(words) >= RUN] or list(common.values())
    names = listed([side.name(a) for a in family])
    return make_finding(
        FindingKind.TEXT_REUSE,
        [
            Position(
                article=article,
                claims=(),
                value=None,
                source=None,
                evidence=tuple(side.slice(article, f[article].span.start, f[article].span.end) for f in long),
            )
            for article in family
        ],
        f"{names} print one and the same text: they are a single witness.",
        VERBATIM,
        aspect="whole text",
    )
