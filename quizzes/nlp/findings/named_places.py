"""One thing that two articles put in two places by name: a home in two towns, a school of two names, a raid in two streets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quizzes.nlp.findings.set_apart import Put, contradiction, own_sentences, put
from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.findings.tied_names import tied_names
from quizzes.nlp.lexicons.derived import rows_of
from quizzes.nlp.lexicons.names import OF_BODIES
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.nesting import ROADS, SPOTS, places_clash
from quizzes.nlp.types import Finding, Role
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
    """A finding for each two places of one kind that rare words tie to one thing."""
    puts = [
        p for r in side.originals for s in own_sentences(side, r) for p in placed(side, s.article, s.start)
    ]
    for together in tied_names(side, puts, are_alike, TIED):
        yield contradiction(side, together, "Where it was", SURE, "place")


def placed(side: SideBySide, article: str, offset: int) -> Iterator[Put]:
    """The names behind prepositions of a sentence that is no headline."""
    sentence = side.sentence(article, offset)
    if sentence is None or role_at(side.reading(article), offset) is Role.HEADLINE:
        return
    for found in PLACED.finditer(sentence.text):
        name = found[2].casefold()
        if not POSSESSIVE.search(name) and not any(w in NO_PLACES for w in name.split()):
            yield put(sentence, found, found[1].casefold(), name)


def are_alike(a: Put, b: Put) -> bool:
    """True for two places of one kind: two towns, two streets, two countries."""
    if not ({a.topic, b.topic} <= WHERE or (a.topic == b.topic and rank(a.key) and rank(b.key))):
        return False
    are_roads = bool(ROADS.fullmatch(a.key) and ROADS.fullmatch(b.key)) and a.key != b.key
    return rank(a.key) == rank(b.key) and (are_roads or places_clash([a.key], [b.key]))


@cache
def rank(name: str) -> str | None:
    """What a gazetteer calls a place ("city", "state"); None for a name that it does not have."""
    return ranks().get(name)


@cache
def ranks() -> dict[str, str]:
    return {name.casefold(): row[1] for row in rows_of("places") for name in row[0].split("|")}
