"""One name in several spellings: no discrepancy, but worth knowing when one searches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.findings.spelt_persons import spelt_twice
from quizzes.nlp.lexicons.short_names import is_short_for
from quizzes.nlp.telling.spellings import COMMON, fold, skeleton, without_accents
from quizzes.nlp.types import Finding, FindingKind, Position, Reading, Span

SPELT, ACCENTS_ONLY = 0.7, 0.5
"""What differs in an accent alone is left for the teacher to see."""

SHORTEST = 4
"""Shorter names share their consonants with too many others."""

NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?:[-'’][^\W\d_]+)*")


def find_name_variants(side: SideBySide) -> Iterator[Finding]:
    """A finding for each place of a shared occurrence, and each person heard, whose name two articles spell differently."""
    yield from find_spelt_persons(side)
    for occurrence in side.occurrences:
        spelt: defaultdict[str, dict[str, dict[str, Span]]] = defaultdict(lambda: defaultdict(dict))
        for reading in side.originals:
            for word in place_words(reading, occurrence.happenings):
                for match in NAME.finditer(reading.text):
                    if fold(match.group()) == word:
                        spelt[skeleton(word)][word].setdefault(reading.article, Span(*match.span()))
                        break
        for _, variants in sorted(spelt.items()):
            articles = {a for places in variants.values() for a in places}
            if len(variants) < 2 or len(articles) < 2:
                continue
            positions = [
                position(side, a, span) for places in variants.values() for a, span in places.items()
            ]
            names = listed(sorted({p.value for p in positions if p.value}))
            yield make_finding(
                FindingKind.NAME_VARIANT,
                positions,
                f"{names} are spellings of one and the same name.",
                SPELT,
                aspect="name",
                occurrence=occurrence.id,
            )


def find_spelt_persons(side: SideBySide) -> Iterator[Finding]:
    for spelt in spelt_twice(side):
        names = sorted({s.name for s in spelt})
        is_accent = len({without_accents(name) for name in names}) == 1
        yield make_finding(
            FindingKind.NAME_VARIANT,
            [position(side, s.article, s.span) for s in spelt],
            f"{listed(names)} are {'forms' if are_short(names) else 'spellings'} of one and the same name.",
            ACCENTS_ONLY if is_accent else SPELT,
            aspect="name",
        )


def are_short(names: list[str]) -> bool:
    """True where one of the names has the short form of another's given name."""
    given = {fold(name.split()[0]) for name in names}
    return any(is_short_for(a, b) for a in given for b in given)


def place_words(reading: Reading, happenings: tuple[str, ...]) -> list[str]:
    """The telling words of the places of an article's own tellings of an occurrence."""
    places = {p for h in reading.happenings if h.id in happenings for p in h.places}
    return sorted({w for p in places for w in p.split() if len(w) >= SHORTEST and w not in COMMON})


def position(side: SideBySide, article: str, span: Span) -> Position:
    words = side.slice(article, span.start, span.end)
    return Position(article, (), words.text, None, (side.sentence(article, span.start) or words,))
