"""Paragraphs that have nothing to do with the story they stand in: told by their words alone, and so only likely."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.reuse import told_passages
from quizzes.nlp.texts.other_stories import telling_words
from quizzes.nlp.types import Passage, Reading, Role

STEM = 6
"""Letters by which forms of a word are one ("close", "closing")."""

NAME = re.compile(r"(?<=[a-z,;’'] )[A-Z][^\W\d_]{3,}")
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
HOURS = frozenset(
    w[:6] for w in (*map(str.casefold, DAYS), "morning", "afternoon", "evening", "night", "shortly")
)
"""Stems of the time of day and week, which all news shares."""

FEWEST = 8
"""Telling words of a paragraph: of a shorter one too little is known."""

MOST_SHARED = 0.25
"""Share of its words that any other paragraph of the story has. Of 1,100 paragraphs of 24 real stories 2 in a hundred have
so few in common with all others: background and talk, which open otherwise."""

LEAST_OWN = 40
"""Telling words in the rest of its article."""

INTRODUCED = re.compile(
    r"(?:The|A|An)(?: [\w'’-]+){1,7}? (?:has|have|holds|hold|is holding|are holding|will|opens|invites|celebrates|celebrate|hosts"
    r"|plans|seeks|offers|starts|begins|is (?:offering|looking|hosting|celebrating)|won|held|raised|opened|celebrated|hosted)\b"
)
"""A body that the first sentence introduces with what it does these days."""

BACK = re.compile(
    r"^.{0,40}\b(?:he|she|it|they|his|her|its|their)\b|\b(?:this|these|those|such|another|also|too|said|says|told|according|we|our|us|i|my|you)\b",
    re.IGNORECASE,
)
"""Words that point to what was told before; "him" further on is whom the sentence has named."""

NEWS = re.compile(
    r"(?:Meanwhile,? )?(?:An? [\w'’ -]{3,60}? (?:has|have|was|were|is|are|will)\b|[A-Z][\w'’]+ [\w'’ ]{3,60}? (?:has|have|will) \w+)"
)
"""A piece of news of its own: "A young swimmer has crossed …", "Meanwhile Rovers keeper Tom Poe has signed …"."""

POINTING = re.compile(
    r"[\"“”?]|\b(?:he|she|him|her|his|this|that|these|those|such|another|also|too|said|says|told|according|we|our|us|i|my|you)\b",
    re.IGNORECASE,
)
"""Marks of speech, and words that point to what was told before."""


Words = tuple[frozenset[str], ...]
"""The stems of an article's paragraphs."""


def stray_paragraphs(side: SideBySide) -> dict[str, tuple[Passage, ...]]:
    """The paragraphs of each article that introduce a body by name, point to nothing before and share hardly a word."""
    words = {
        r.article: tuple(stems(r.text[p.start : p.end]) for p in told_passages(r)) for r in side.readings
    }
    articles_with = Counter(w for told in words.values() for w in frozenset().union(*told))
    return {r.article: tuple(strays_in(side, r, words[r.article], articles_with)) for r in side.originals}


def strays_in(
    side: SideBySide, reading: Reading, words: Words, articles_with: Mapping[str, int]
) -> Iterator[Passage]:
    """The stray paragraphs of one article; `articles_with` counts the articles that have a word, its own among them."""
    paragraphs = told_passages(reading)
    for at, passage in enumerate(paragraphs):
        if (
            at < 2
            or passage.role is not Role.BODY
            or not (introduces(reading.text[passage.start : passage.end]) or is_news(side, reading, passage))
        ):
            continue
        rest = frozenset().union(*words[:at], *words[at + 1 :])
        shared = {w for w in words[at] - HOURS if w in rest or articles_with[w] > 1}
        if (
            len(words[at]) >= FEWEST
            and len(rest) >= LEAST_OWN
            and len(shared) <= MOST_SHARED * len(words[at])
        ):
            yield passage


def stems(text: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in telling_words(text))


def introduces(paragraph: str) -> bool:
    """True for "The chess club of Penwick has won …" in a paragraph that points to nothing outside."""
    opening = INTRODUCED.match(paragraph)
    return (
        opening is not None
        and re.search(r" [A-Z]", opening.group()) is not None
        and POINTING.search(paragraph) is None
    )


def is_news(side: SideBySide, reading: Reading, passage: Passage) -> bool:
    """True for a paragraph that begins as news of its own, points to nothing before, and whose names stand nowhere else."""
    paragraph = reading.text[passage.start : passage.end]
    first = next((s for s in reading.sentences if passage.start <= s.start < passage.end), None)
    opening = first.of(reading.text) if first else ""
    if not NEWS.match(opening) or BACK.search(opening) or re.search('["“”]', paragraph):
        return False
    named = set(NAME.findall(opening)) - DAYS
    rest = reading.text[: passage.start] + reading.text[passage.end :]
    others = (r.text for r in side.readings if r.article != reading.article)
    return bool(named) and not any(
        name in text and re.search(rf"\b{re.escape(name)}\b", text)
        for text in (rest, *others)
        for name in named
    )
