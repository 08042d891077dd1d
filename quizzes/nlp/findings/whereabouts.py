"""One thing that two articles put on two levels, platforms, floors: places that have a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.rare_words import RareWords, stems
from quizzes.nlp.findings.set_apart import Put, apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Finding, Span

SURE = 0.65
SHARED = 2
"""Words of content that the sentences share beside the place itself, where no happening ties them."""
RARELY_SHARED = 2.0
"""As of two words that stand but once in each article, where the sentences before and behind are looked at too."""

NUMBERED = re.compile(
    r"\b(?:on|in|at|from|near) (?:the )?(level|floor|platform|gate|deck|lane|terminal|runway|track|ward|room|courtroom|berth|pier"
    r"|shaft|sector|junction|exit) (\d{1,4}[A-Z]?)(?![\w:]|[.,%]\d)",
    re.IGNORECASE,
)
STOREY = re.compile(
    r"\b(?:on|from|to|in) the (\d{1,3})(?:st|nd|rd|th)[ -](floor|storey|story|deck|level)\b", re.IGNORECASE
)


def find_whereabouts(side: SideBySide) -> Iterator[Finding]:
    """A finding for each kind of numbered place that two articles give two numbers in telling of one thing."""
    sentences = [s for r in side.originals for s in own_sentences(side, r)]
    numbered = [put(s, m, m[1].casefold(), m[2]) for s in sentences for m in NUMBERED.finditer(s.text)]
    numbered += [
        put(s, m, f"storey {m[2].casefold()}", m[1]) for s in sentences for m in STOREY.finditer(s.text)
    ]
    for topic, puts in said_once(numbered).items():
        found = apart(puts, lambda a, b: a.key != b.key and are_of_one_happening(side, a, b))
        if found:
            yield contradiction(side, found, f"On which {topic.removeprefix('storey ')}", SURE, "place")


def are_of_one_happening(side: SideBySide, a: Put, b: Put) -> bool:
    """True where the sentences tell of one occurrence, or share words of content beside the place, or rare ones with the
    sentences around them."""
    return (
        bool(occurrences_in(side, a) & occurrences_in(side, b))
        or shared(a, b) >= SHARED
        or rarely_shared(side, a, b) >= RARELY_SHARED
    )


def occurrences_in(side: SideBySide, told: Put) -> set[str]:
    own = {
        h.id
        for h in side.reading(told.article).happenings
        if any(told.sentence.start <= m.start < told.sentence.end for m in h.mentions)
    }
    return {o.id for o in side.occurrences if own & set(o.happenings)}


def shared(a: Put, b: Put) -> int:
    """How many words of content two sentences share beside those that tell the place."""
    own = content(f"{a.topic} {a.key} {b.key}")
    return len((content(a.sentence.text) & content(b.sentence.text)) - own)


def rarely_shared(side: SideBySide, a: Put, b: Put) -> float:
    """The words that two sentences with their neighbours share, each by how rare it is in the articles."""
    rare = RareWords(side.originals)
    words = around(side, a) & around(side, b) - stems(a.topic)
    return sum(1 / max(1, rare.times[a.article][w], rare.times[b.article][w]) for w in words)


def around(side: SideBySide, told: Put) -> frozenset[str]:
    reading = side.reading(told.article)
    at = bisect_left(reading.sentences, Span(told.sentence.start, 0))
    near = reading.sentences[max(0, at - 1) : at + 2]
    return stems(reading.text[near[0].start : near[-1].end])
