"""One thing that two articles put in two places by name: a home in two towns, a school of two names, a raid in two streets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from quizzes.nlp.findings.rare_words import RareWords
from quizzes.nlp.findings.set_apart import Put, contradiction, own_sentences, put
from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.names import OF_BODIES
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.nesting import ROADS, SPOTS, places_clash
from quizzes.nlp.types import Claim, Finding, Quantity, Role, ValueType
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS

SURE = 0.65
TIED = 1.0
"""A bond as of one word that stands but once in each article."""

NAME = r"(?:(?:St|Mt|Ft)\. )?[A-Z][\w’'-]*\w(?: (?:of )?[A-Z][\w’'-]*\w){0,3}"
PLACED = re.compile(rf"\b(in|at|near|outside|on|from|to|of) (?:the )?({NAME})")
WHERE = frozenset({"in", "at", "near", "outside", "on", "from"})
"""What stands before a place alone; "to" and "of" stand before anybody as well."""
POSSESSIVE = re.compile(r"['’]s?\b")
"""In a name, or right behind it: what follows is of somebody."""
NO_PLACES = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | OF_BODIES - SPOTS
    | words(
        """
        congress parliament senate commons cabinet court government hill twitter facebook instagram youtube tiktok internet
        telegram whatsapp reddit television tv radio news post press times herald gazette english earth god christmas easter
        i he she it they we
        """
    )
)
"""Names behind such prepositions that are no places (own list of general English)."""


def find_named_places(side: SideBySide) -> Iterator[Finding]:
    """A finding for each two places that rare words tie to one thing, of which either article knows but its own."""
    rare = RareWords(side.originals)
    puts = [
        p for r in side.originals for s in own_sentences(side, r) for p in placed(side, s.article, s.start)
    ]
    rivals = {
        (a, b): rare.bond(as_claim(a), as_claim(b))
        for a, b in combinations(puts, 2)
        if a.article != b.article and are_rival(a, b, side)
    }
    told = []
    for (a, b), bond in rivals.items():
        others = [n for pair, n in rivals.items() if is_other(pair, a, b)]
        if bond >= TIED and all(n < bond for n in others):
            told.append(frozenset({a, b} | {p for p in puts if repeats(p, a, b, rare)}))
    for together in dict.fromkeys(told):
        puts_in_order = sorted(together, key=lambda p: (p.article, p.words))
        yield contradiction(side, puts_in_order, "Where it was", SURE, "place")


def placed(side: SideBySide, article: str, offset: int) -> Iterator[Put]:
    """The names behind prepositions of a sentence that is no headline."""
    sentence = side.sentence(article, offset)
    if sentence is None or role_at(side.reading(article), offset) is Role.HEADLINE:
        return
    for found in PLACED.finditer(sentence.text):
        name = found[2].casefold()
        if not POSSESSIVE.search(name) and not any(w in NO_PLACES for w in name.split()):
            yield put(sentence, found, found[1].casefold(), name)


def are_rival(a: Put, b: Put, side: SideBySide) -> bool:
    """True for two places of one kind, each of which the other article does not have at all."""
    if not ({a.topic, b.topic} <= WHERE or (a.topic == b.topic and rank(a.key) and rank(b.key))):
        return False
    are_roads = bool(ROADS.fullmatch(a.key) and ROADS.fullmatch(b.key)) and a.key != b.key
    if rank(a.key) != rank(b.key) or not (are_roads or places_clash([a.key], [b.key])):
        return False
    return is_unknown(a, b, side) and is_unknown(b, a, side)


def is_unknown(place: Put, to: Put, side: SideBySide) -> bool:
    text = side.reading(to.article).text.casefold()
    return not any(re.search(rf"\b{re.escape(word)}\b", text) for word in place.key.split() if word != "of")


def repeats(told: Put, a: Put, b: Put, rare: RareWords) -> bool:
    """True where a further article has one of two places in a sentence that is tied to one of theirs."""
    if told.article in {a.article, b.article} or told.key not in {a.key, b.key}:
        return False
    return any(rare.bond(as_claim(told), as_claim(p)) >= TIED / 2 for p in (a, b))


def is_other(pair: tuple[Put, Put], a: Put, b: Put) -> bool:
    """True for a pair of one of two places with another name in the other's article, or a third article's third name."""
    for kept, left in ((a, b), (b, a)):
        if kept in pair:
            instead = pair[1] if pair[0] == kept else pair[0]
            return instead.key not in {left.key, kept.key}
    return False


@cache
def rank(name: str) -> str | None:
    """What a gazetteer calls a place ("city", "state"); None for a name that it does not have."""
    return ranks().get(name)


@cache
def ranks() -> dict[str, str]:
    return {name.casefold(): row[1] for row in rows_of("places") for name in row[0].split("|")}


def as_claim(told: Put) -> Claim:
    """The place as a value in its sentence, to be weighed like any other."""
    s = told.sentence
    value = Quantity(told.key, told.words.start, told.words.end, ValueType.TEXT, norm=told.key)
    return Claim("", told.article, s.start, s.end, s.text, "place", value, None)
