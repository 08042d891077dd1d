"""Which articles of a story tell a fact, in its own words or others. Free of the parse.

Built to say "surely not": an article counts as telling a fact where it has the figure in any form, the name in any
spelling, or two neighbouring sentences with enough of its words or of words that may stand for them. Each question
looks up the fact's words alone, so that its cost grows with what the articles share, not with pairs of articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from quizzes.nlp.findings.facts import Fact
from quizzes.nlp.findings.told_words import ToldSentence, meanings, told_sentences
from quizzes.nlp.lexicons.names import OF_BODIES
from quizzes.nlp.lexicons.nations import NATION_OF
from quizzes.nlp.telling.spellings import fold, skeleton
from quizzes.nlp.types import Reading

TOLD_ELSEWHERE, TOLD_BUT_FOR_IT = 0.5, 0.75
"""Share of a sentence's words from which two neighbouring sentences of another article may tell the same in their own way;
the second where the fact is a figure or name, which the other article must then have left out of the same statement."""

NEAR = 0.2
"""Two figures that differ by less, in sentences that share words, are two reports of one thing: nothing is left out."""

BESIDE_NEAR = 2
"""Words by which a sentence with a near figure is taken to speak of the same thing."""

SHORTEST = 4
"""Letters of a name from which another spelling of it can be told."""

PARTS = re.compile(r"[^\W\d_][\w’']*")
HYPHENATED = re.compile(r"[^\W\d_][\w’'.]*(?:-[\w’']+)*")


@dataclass(frozen=True, eq=False)
class WhoTells:
    """The told sentences of a story's articles, by their words, figures and names."""

    sentences: tuple[ToldSentence, ...]
    texts: Mapping[str, str] = field(repr=False)
    outlets: frozenset[str] = frozenset()

    @cached_property
    def _likeness(self) -> dict[ToldSentence, dict[str, float]]:
        """What has been asked before: a sentence is asked about once for each of its facts."""
        return {}

    @cached_property
    def articles(self) -> frozenset[str]:
        return frozenset(self.texts)

    @cached_property
    def by_article(self) -> dict[str, list[ToldSentence]]:
        told: dict[str, list[ToldSentence]] = {article: [] for article in self.texts}
        for sentence in self.sentences:
            told[sentence.article].append(sentence)
        return told

    @cached_property
    def stems(self) -> dict[str, frozenset[str]]:
        """All telling words of each article, by stem."""
        return {a: frozenset().union(*(s.stems for s in told)) for a, told in self.by_article.items()}

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """The places of the sentences that have a stem."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self.sentences):
            for one in sentence.stems:
                found[one].append(at)
        return found

    @cached_property
    def having(self) -> dict[str, frozenset[str]]:
        """The articles that have a stem."""
        return {
            one: frozenset(self.sentences[at].article for at in places)
            for one, places in self.by_stem.items()
        }

    @cached_property
    def everybodys(self) -> frozenset[str]:
        """The stems that more than half of the articles have: what the story is about."""
        return frozenset(one for one, told in self.having.items() if 2 * len(told) > len(self.texts))

    def meaning(self, one: str) -> frozenset[str]:
        """The articles that have a stem or one that may stand for it."""
        if one not in self._meaning:
            nobody: frozenset[str] = frozenset()
            self._meaning[one] = nobody.union(*(self.having.get(other, nobody) for other in meanings(one)))
        return self._meaning[one]

    @cached_property
    def _meaning(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _figures(self) -> tuple[list[float], list[int]]:
        """Every figure told, ascending, and the place of its sentence."""
        pairs = sorted((number, at) for at, s in enumerate(self.sentences) for number, _ in s.figures)
        return [number for number, _ in pairs], [at for _, at in pairs]

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        """The articles that have a word, folded as names are, and those with its consonants."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article, text in self.texts.items():
            words = {fold(w) for w in {*HYPHENATED.findall(text), *PARTS.findall(text)}}
            for word in words:
                found[word].add(article)
                if len(word) > SHORTEST:
                    found[bones(word)].add(article)
                if word in NATION_OF:
                    found[f"={NATION_OF[word]}"].add(article)
        return found

    def holders(self, fact: Fact) -> frozenset[str]:
        """The articles that have the fact's figure or name in some form, its own among them; of a whole sentence its own alone."""
        found = {fact.sentence.article}
        if fact.figure is not None:
            found |= self._with_figure(fact, fact.figure)
        if fact.name:
            found |= self._with_name(fact.name)
        return frozenset(found)

    def telling(self, fact: Fact) -> frozenset[str]:
        """The articles that tell the fact or may do so in other words, its own among them."""
        is_whole = fact.figure is None and not fact.name
        bar = TOLD_ELSEWHERE if is_whole else TOLD_BUT_FOR_IT
        shares = self.likeness(fact.sentence)
        return self.holders(fact) | {article for article, share in shares.items() if share >= bar}

    def _with_figure(self, fact: Fact, number: float) -> set[str]:
        numbers, places = self._figures
        low, high = bisect_left(numbers, number * (1 - NEAR)), bisect_right(numbers, number * (1 + NEAR))
        found: set[str] = set()
        for at in range(low, high):
            other = self.sentences[places[at]]
            if other.article not in found and (
                numbers[at] == number or len(shared_words(fact.sentence, other)) >= BESIDE_NEAR
            ):
                found.add(other.article)
        return found

    def _with_name(self, name: Sequence[str]) -> set[str]:
        """The articles that have the last word of a name in any spelling, its initials, or another word for the nation."""
        last, initials = name[-1], "".join(word[0] for word in name)
        found = set(self._words.get(last, ()))
        if len(last) > SHORTEST:
            found |= self._words.get(bones(last), set())
        if len(initials) > 1:
            found |= self._words.get(initials, set())
        nation = NATION_OF.get(" ".join(name)) or NATION_OF.get(last)
        if nation is None and last in OF_BODIES:
            nation = NATION_OF.get(name[0])  # "Russian Federation"
        return found | self._words.get(f"={nation}", set())

    def likeness(self, sentence: ToldSentence) -> dict[str, float]:
        """For each article the largest share of the sentence's words that two neighbouring sentences of it have."""
        if sentence in self._likeness:
            return self._likeness[sentence]
        bits: defaultdict[int, int] = defaultdict(int)
        for n, one in enumerate(sorted(sentence.stems)):
            for other in meanings(one):
                for at in self.by_stem.get(other, ()):
                    bits[at] |= 1 << n
        self._likeness[sentence] = {
            article: n / len(sentence.stems) for article, n in self._best(bits).items()
        }
        return self._likeness[sentence]

    def _best(self, bits: Mapping[int, int]) -> dict[str, int]:
        """For each article the most bits that two neighbouring sentences have together."""
        best: defaultdict[str, int] = defaultdict(int)
        for at, own in bits.items():
            article = self.sentences[at].article
            is_followed = at + 1 < len(self.sentences) and self.sentences[at + 1].article == article
            both = own | bits.get(at + 1, 0) if is_followed else own
            best[article] = max(best[article], both.bit_count())
        return best


@lru_cache(maxsize=8)
def who_tells(readings: tuple[Reading, ...]) -> WhoTells:
    """The index of the articles' told sentences."""
    return WhoTells(
        tuple(s for r in readings for s in told_sentences(r)),
        {r.article: r.text for r in readings},
        frozenset(fold(r.outlet).replace(" ", "") for r in readings if r.outlet),
    )


def bones(word: str) -> str:
    """The key of a name's spellings: its first letter and its consonants."""
    return f"~{word[0]}{skeleton(word)}"


def shared_words(sentence: ToldSentence, other: ToldSentence) -> frozenset[str]:
    """The sentence's stems that the other has too, or has a synonym of."""
    return frozenset(one for one in sentence.stems if not meanings(one).isdisjoint(other.stems))
