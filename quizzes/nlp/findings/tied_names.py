"""Two names that stand for one thing or person in two articles: rare words tie them, and either article has but its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from quizzes.nlp.findings.rare_words import RareWords
from quizzes.nlp.findings.set_apart import Put
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Claim, Quantity, ValueType

WORD = re.compile(r"\w+")
Pair = tuple[Put, Put]


def tied_names(
    side: SideBySide, puts: Sequence[Put], are_alike: Callable[[Put, Put], bool], tied: float
) -> Iterator[list[Put]]:
    """The names of two articles that are tied as firmly as `tied` and more firmly than any other two, with the further
    articles that have one of them; in order of article and place."""
    rare = RareWords(side.originals)
    words = {r.article: frozenset(WORD.findall(r.text.casefold())) for r in side.originals}
    claims = [as_claim(p) for p in puts]
    rivals = {
        (puts[n], puts[m]): rare.bond(claims[n], claims[m])
        for n, m in rare.tied_pairs(claims)
        if is_unknown(puts[n], words[puts[m].article])
        and is_unknown(puts[m], words[puts[n].article])
        and are_alike(puts[n], puts[m])
    }
    told = [
        frozenset({a, b} | {p for p in puts if repeats(p, a, b, rare, tied)})
        for (a, b), bond in rivals.items()
        if bond >= tied and all(n < bond for pair, n in rivals.items() if n and is_other(pair, a, b))
    ]
    for together in dict.fromkeys(told):
        yield sorted(together, key=lambda p: (p.article, p.words))


def is_unknown(name: Put, words: frozenset[str]) -> bool:
    """True where an article of these words has no word of a name."""
    return words.isdisjoint(WORD.findall(name.key.removeprefix("st. ").replace(" of ", " ")))


def is_other(pair: Pair, a: Put, b: Put) -> bool:
    """True for a pair of one of two names with another name in the other's article, or a third article's third name."""
    for kept, left in ((a, b), (b, a)):
        if kept in pair:
            instead = pair[1] if pair[0] == kept else pair[0]
            return instead.key not in {left.key, kept.key}
    return False


def repeats(told: Put, a: Put, b: Put, rare: RareWords, tied: float) -> bool:
    """True where a further article has one of two names in a sentence that is tied to one of theirs."""
    if told.article in {a.article, b.article} or told.key not in {a.key, b.key}:
        return False
    return any(rare.bond(as_claim(told), as_claim(p)) >= tied / 2 for p in (a, b))


def as_claim(told: Put) -> Claim:
    """The name as a value in its sentence, to be weighed like any other."""
    s = told.sentence
    value = Quantity(told.key, told.words.start, told.words.end, ValueType.TEXT, norm=told.key)
    return Claim("", told.article, s.start, s.end, s.text, "name", value, None)
