"""One thing called by two nouns that exclude each other: thieves came by a window or a door, a man died in his car or at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.nlp.findings.bonds import Bonds, Clash, own_words, told_sentences
from quizzes.nlp.findings.set_apart import Put, contradiction
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.lexicons.contrasts import CONCRETE, FIGURATIVE, PLACES, exclude, kinds_of, table
from quizzes.nlp.types import Evidence, Finding, Span

SURE = 0.65
TIED, LOOSELY_TIED = 1.5, 1.0
"""A bond as of a word and a half that stand but once in each article: a story tells of many houses and fields. Of rooms, cars
and weapons one word tells which is meant."""
FEW = frozenset({"premises", "vehicle", "weapon", "animal", "instrument", "garment"})
VEHICLE = "vehicle"
WITHIN = "within "
"""Before the kind of what somebody is in."""

WORD = re.compile(r"[\w’'-]+")
LED_UP = frozenset("a an the his her its their one this that".split())
INSIDE = frozenset("in inside into".split())
AT = INSIDE | frozenset("at on onto from through by via behind near outside under over".split())
WITH = frozenset("with by of in from".split())
BETWEEN = 2
"""Words between the article and the noun ("the narrow back door")."""


def find_kinds_apart(side: SideBySide) -> Iterator[Finding]:
    """A finding for each two nouns of one kind that are tied to one thing, and for somebody in a vehicle here, a building there."""
    bonds = Bonds(side)
    puts = own_words(side, (p for s in told_sentences(side) for p in nouns_in(s)))
    shelters = [p for p in puts if p.topic.startswith(WITHIN)]
    few = [p for p in puts if p.topic in FEW]
    many = [p for p in puts if p not in shelters and p not in few]
    for told, clash, least in (
        (many, are_two, TIED),
        (few, are_two, LOOSELY_TIED),
        (shelters, are_two_shelters, LOOSELY_TIED),
    ):
        for together in bonds.tied(told, unknown(bonds, clash), least):
            is_place = together[0].topic in PLACES or told is shelters
            aspect = "place" if is_place else "attribute"
            yield contradiction(side, together, "Which it was", SURE, aspect)


def unknown(bonds: Bonds, clash: Clash) -> Clash:
    return lambda a, b: clash(a, b) and bonds.are_unknown(a, b)


def are_two(a: Put, b: Put) -> bool:
    return a.topic == b.topic and exclude(a.key, b.key, a.topic)


def are_two_shelters(a: Put, b: Put) -> bool:
    """True for a vehicle and a place."""
    kinds = [p.topic.removeprefix(WITHIN) for p in (a, b)]
    return VEHICLE in kinds and bool(PLACES.intersection(kinds))


def nouns_in(sentence: Evidence) -> Iterator[Put]:
    """The nouns of a sentence by kind: a place behind a preposition of place, anything else behind an article or "with"."""
    words = [(m[0].casefold(), m.start(), m.end()) for m in WORD.finditer(sentence.text)]
    for n, (word, _, end) in enumerate(words):
        noun = singular(word)
        if noun is None or noun in FIGURATIVE or is_first_part(sentence.text, words, n):
            continue
        led_up, before, start = opening(sentence.text, words, n)
        if start is None:
            continue
        span = Span(sentence.start + start, sentence.start + end)
        for kind in sorted(kinds_of(noun)):
            if (kind in PLACES and before in AT) or (
                kind in CONCRETE - PLACES and (led_up or before in WITH)
            ):
                yield Put(sentence.article, kind, noun, span, sentence)
            if (kind in PLACES or kind == VEHICLE) and before in INSIDE and led_up:
                yield Put(sentence.article, WITHIN + kind, noun, span, sentence)


def opening(text: str, words: list[tuple[str, int, int]], n: int) -> tuple[bool, str, int | None]:
    """Whether an article leads up to the n-th word, the preposition before, and where the phrase begins; None for no such."""
    for at in range(n - 1, max(-1, n - 3 - BETWEEN), -1):
        word, start, _ = words[at]
        if re.search(r"[^\w\s’'-]", text[start : words[n][1]]):
            break
        if word in LED_UP:
            before = words[at - 1] if at else None
            has_one = before is not None and before[0] in AT | WITH
            return True, before[0] if before and has_one else "", before[1] if before and has_one else start
        if word in AT | WITH:
            return False, word, start
    return False, "", None


def is_first_part(text: str, words: list[tuple[str, int, int]], n: int) -> bool:
    """True for "door" in "the door handle" and "the door-handle", where a noun of a table or a hyphen follows."""
    if n + 1 == len(words):
        return False
    return text[words[n][2] : words[n + 1][1]] == " " and singular(words[n + 1][0]) is not None


def singular(word: str) -> str | None:
    """The form in which the table has a noun."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((form for form in forms if form in table()), None)
