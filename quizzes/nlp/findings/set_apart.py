"""What finders of words that cannot both hold share: sentences of the story's own time, and the finding they make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from quizzes.nlp.findings.same_matter import PAST, YEAR
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding, role_at
from quizzes.nlp.types import TOLD, Evidence, Finding, FindingKind, Manner, Position, Reading, Relation, Span

SAYS = {
    Relation.CONFLICT: "these cannot both be right",
    Relation.UPDATE: "the later article tells of a later state",
}


@dataclass(frozen=True)
class Put:
    """Words by which an article tells something, what they come down to (`key`, of which an article has one) and
    what they are told of (`topic`)."""

    article: str
    topic: str
    key: str
    words: Span
    sentence: Evidence


def own_sentences(side: SideBySide, reading: Reading) -> Iterator[Evidence]:
    """The sentences of an article that tell of the story's own time and lie in nobody's quoted words."""
    quoted = [Span(q.start, q.end) for q in reading.quotations if q.manner is Manner.DIRECT]
    for span in reading.sentences:
        text = span.of(reading.text)
        if role_at(reading, span.start) not in TOLD or any(q.covers(span.start, span.end) for q in quoted):
            continue
        own_year = (reading.published or "")[:4]
        if PAST.search(text) or any(year != own_year for year in YEAR.findall(text)):
            continue
        yield side.slice(reading.article, span.start, span.end)


def put(sentence: Evidence, match: re.Match[str], topic: str, key: str) -> Put:
    words = Span(sentence.start + match.start(), sentence.start + match.end())
    return Put(sentence.article, topic, key, words, sentence)


def said_once(puts: Iterable[Put]) -> dict[str, list[Put]]:
    """By topic the first words of each article that comes down to one thing in it: an article with two tells of two."""
    by_article: defaultdict[tuple[str, str], list[Put]] = defaultdict(list)
    for found in puts:
        by_article[found.topic, found.article].append(found)
    once: defaultdict[str, list[Put]] = defaultdict(list)
    for (topic, _), told in sorted(by_article.items()):
        if len({p.key for p in told}) == 1:
            once[topic].append(told[0])
    return once


def apart(puts: list[Put], differ: Callable[[Put, Put], bool]) -> list[Put]:
    """The words of all articles that stand against those of another."""
    pairs = [(a, b) for a, b in combinations(puts, 2) if a.article != b.article and differ(a, b)]
    return list(dict.fromkeys(p for pair in pairs for p in pair))


def contradiction(
    side: SideBySide,
    puts: list[Put],
    what: str,
    sure: float,
    aspect: str,
    relation: Relation = Relation.CONFLICT,
) -> Finding:
    given = listed(
        [
            f"{side.name(p.article)} says “{side.slice(p.article, p.words.start, p.words.end).text}”"
            for p in puts
        ]
    )
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                p.article, (), side.slice(p.article, p.words.start, p.words.end).text, None, (p.sentence,)
            )
            for p in puts
        ],
        f"{what}: {given}; {SAYS[relation]}.",
        sure,
        relation=relation,
        aspect=aspect,
        measure=aspect,
    )
