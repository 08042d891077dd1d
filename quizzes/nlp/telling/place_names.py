"""Names that an article itself shows to be places: "the town of X", "X, a village", "X police", a dateline.

A recogniser knows the towns it was trained on; these patterns know the others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.acts import FAMILY_OF_NOUN
from quizzes.nlp.telling.places import is_common
from quizzes.nlp.telling.spellings import fold, name_keys
from quizzes.nlp.types import TOLD, Role
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS

NAME = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
KIND = (
    r"(?:town|city|village|suburb|port|island|district|county|province|state|region|valley|resort|hamlet|borough|"
    r"municipality|settlement|capital|community|neighbou?rhood|peninsula)"
)
BODY = (
    r"(?:mayor|police|council|councillors?|residents|fire (?:chief|department|service|brigade)|sheriff|hospital|airport|"
    r"city (?:council|officials)|authorities|town hall)"
)
STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{KIND}s? of {NAME}",
        rf"\b{NAME}, an? (?:[\w-]+ ){{0,3}}{KIND}\b",
        rf"\b{NAME}(?:['’]s)? {BODY}\b",
        rf"\bmayor of {NAME}",
    )
)
WEAK = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside) {NAME}(?=[\s,.;:])")
ACTORS = (
    re.compile(
        rf"(?<!of )\b{NAME}(?:['’]s)? (?:jets?|warplanes?|forces|troops|army|military|soldiers|navy|air force|government|fighters|"
        r"drones?|said|says|denied|vowed)\b"
    ),
    re.compile(rf"\b(?:strikes?|attacks?|raids?|bombing|shelling|assault) by {NAME}"),
)
DATELINE = re.compile(
    r"(?P<name>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})(?:, [A-Z][\w. ]+)?(?: \([A-Z][\w/ ]+\))? ?[-–—―] ?(?=[A-Z\"“])"
)
OFTEN = 2
"""Times that an unknown name must stand behind "in" to be a place."""
NOT_PLACES = frozenset(
    {
        *MONTHS,
        *WEEKDAYS,
        "the",
        "a",
        "congress",
        "parliament",
        "english",
        "god",
        "senate",
        "house",
        "he",
        "she",
        "it",
        "they",
    }
)


@dataclass(frozen=True)
class KnownNames:
    """Folded names of places, and the last names of persons that the article gives in full."""

    places: frozenset[str]
    persons: frozenset[str]
    headline: tuple[str, ...] = ()
    """Places that the headline names."""
    actors: frozenset[str] = frozenset()
    """Places that act: what has an army or a government."""


def known_names(article: ArticleDoc) -> KnownNames:
    """What the article's own words show to be places and persons."""
    persons = frozenset(
        fold(e[-1].text) for e in article.doc.ents if e.label_ == "PERSON" and len(e) > 1 and e[-1].is_alpha
    )
    located = frozenset(fold(e.text) for e in article.doc.ents if e.label_ == "LOC")
    strong: set[str] = set()
    weak: Counter[str] = Counter()
    actors: set[str] = set()
    for passage in article.passages:
        if passage.role not in TOLD and passage.role is not Role.DATELINE:
            continue
        text = article.text[passage.start : passage.end]
        strong.update(fold(m["name"]) for pattern in STRONG for m in pattern.finditer(text))
        weak.update(fold(m["name"]) for m in WEAK.finditer(text))
        actors.update(fold(m["name"]) for pattern in ACTORS for m in pattern.finditer(text))
        if line := DATELINE.match(text):
            strong.add(fold(line["name"]))
    places = {n for n in strong if is_place(n)} | {
        n
        for n, times in weak.items()
        if is_place(n) and n.split()[-1] not in persons and (times >= OFTEN or n in located)
    }
    headline = tuple(p for p in headline_places(article, places | (located & set(weak))) if p not in actors)
    return KnownNames(frozenset(places), persons, headline, frozenset(actors))


def is_place(name: str) -> bool:
    if not name or name.split()[0] in NOT_PLACES or name.split()[-1] in FAMILY_OF_NOUN:
        return False
    return bool(name_keys(name)) and not is_common(name)


def headline_places(article: ArticleDoc, places: set[str] | frozenset[str]) -> tuple[str, ...]:
    """The known places that the headline names, in order."""
    headline = next((p for p in article.passages if p.role is Role.HEADLINE), None)
    if headline is None:
        return ()
    text = f" {' '.join(re.findall(r'[a-z-]+', fold(article.text[headline.start : headline.end])))} "
    found = [(text.index(f" {p} "), p) for p in places if f" {p} " in text and is_place(p)]
    return tuple(p for _, p in sorted(found))
