"""Words of two articles that exclude each other and are tied to one thing: by rare words beside them, or as both leads tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from quizzes.nlp.findings.rare_words import RareWords
from quizzes.nlp.findings.set_apart import Put, own_sentences
from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.findings.tied_names import WORD, as_claim, is_other, is_unknown
from quizzes.nlp.types import Claim, Evidence, Manner, Role

LEAD = 1.0
"""What it adds that both sentences open their articles: there every outlet tells of the same."""
LEAST_SHARED = 0.25
"""Even leads must share a word: one of them may open with a scene."""
OPENING, LONG = 2, 40
"""Sentences of the body that make a lead, each of so many characters at least: a shorter one is a title."""

Clash = Callable[[Put, Put], bool]


def told_sentences(side: SideBySide) -> Iterator[Evidence]:
    """The sentences of the originals' own time and voice that are no headlines."""
    for reading in side.originals:
        for sentence in own_sentences(side, reading):
            if role_at(reading, sentence.start) is not Role.HEADLINE:
                yield sentence


def own_words(side: SideBySide, puts: Iterable[Put]) -> list[Put]:
    """The words, each once, that stand in nobody's quotation marks."""
    quoted = {
        r.article: [(q.start, q.end) for q in r.quotations if q.manner is not Manner.INDIRECT]
        for r in side.originals
    }
    return [
        p
        for p in dict.fromkeys(puts)
        if not any(start <= p.words.start < end for start, end in quoted[p.article])
    ]


class Bonds:
    """How firmly the words of two articles are tied to one thing."""

    def __init__(self, side: SideBySide) -> None:
        self.side = side
        self.rare = RareWords(side.originals)

    @cached_property
    def leads(self) -> frozenset[tuple[str, int]]:
        """Where the sentences of each article's lead begin."""
        return frozenset(
            (r.article, start)
            for r in self.side.originals
            for start in [
                s.start for s in r.sentences if role_at(r, s.start) is Role.BODY and s.end - s.start > LONG
            ][:OPENING]
        )

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        return {r.article: frozenset(WORD.findall(r.text.casefold())) for r in self.side.originals}

    def bond(self, a: Put, b: Put) -> float:
        bond = self.rare.bond(self.claim(a), self.claim(b))
        return bond + LEAD if bond >= LEAST_SHARED and self.are_leads(a, b) else bond

    def are_leads(self, a: Put, b: Put) -> bool:
        return {(p.article, p.sentence.start) for p in (a, b)} <= self.leads

    def claim(self, told: Put) -> Claim:
        """The words as a value in their sentence: they tie nothing themselves."""
        at = told.words.start - told.sentence.start
        return as_claim(replace(told, key=told.sentence.text[at : at + told.words.end - told.words.start]))

    def are_unknown(self, a: Put, b: Put) -> bool:
        """True where neither article has the other's word at all: one that has both tells of two things."""
        return is_unknown(a, self.words[b.article]) and is_unknown(b, self.words[a.article])

    def tied(self, puts: Iterable[Put], clash: Clash, least: float) -> Iterator[list[Put]]:
        """The words that clash and are tied as firmly as `least`, and more firmly than to any other; those of one pair and
        of the next together."""
        bonds = {
            (a, b): self.bond(a, b)
            for a, b in combinations(puts, 2)
            if a.article != b.article and clash(a, b)
        }
        yield from hanging_together(
            (a, b)
            for (a, b), bond in bonds.items()
            if bond >= least
            and all(other < bond for pair, other in bonds.items() if other and is_other(pair, a, b))
        )

    def tied_once(self, puts: Iterable[Put], clash: Clash, least: float) -> Iterator[list[Put]]:
        """By topic the words that clash, where each article has one word for it; all articles that have one of them."""
        for once in said_once(puts).values():
            pairs = [
                (a, b)
                for a, b in combinations(once, 2)
                if a.article != b.article and clash(a, b) and self.bond(a, b) >= least
            ]
            keys = {p.key for pair in pairs for p in pair}
            found = [p for p in once if p.key in keys]
            if pairs:
                yield list({p.article: p for p in [*found, *(p for pair in pairs for p in pair)]}.values())


def hanging_together(pairs: Iterable[tuple[Put, Put]]) -> Iterator[list[Put]]:
    """The words of pairs that share one, in order of article and place."""
    groups: list[set[Put]] = []
    for pair in pairs:
        touched = [g for g in groups if g.intersection(pair)]
        groups = [g for g in groups if g not in touched] + [set(pair).union(*touched)]
    for group in groups:
        yield sorted(group, key=lambda p: (p.article, p.words))


def said_once(puts: Iterable[Put]) -> dict[str, list[Put]]:
    """By topic the words of the articles that have but one key for it: an article with two tells of two."""
    by_article: defaultdict[tuple[str, str], list[Put]] = defaultdict(list)
    for found in puts:
        by_article[found.topic, found.article].append(found)
    once: defaultdict[str, list[Put]] = defaultdict(list)
    for (topic, _), told in sorted(by_article.items()):
        if len({p.key for p in told}) == 1:
            once[topic] += told
    return once
