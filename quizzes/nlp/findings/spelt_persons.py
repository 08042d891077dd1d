"""Persons whose names two articles write differently: Nikolai and Nikolay Verenko are one voice, as are Mike and Michael Roe;
Maria and Mario Lopez are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from quizzes.nlp.findings.side_by_side import SideBySide, role_at
from quizzes.nlp.lexicons.short_names import FORMS, is_short_for
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import TOLD, Reading, Source, SourceKind, Span

SPELLINGS = (
    (re.compile(r"(?<=[cgkprt])h"), ""),
    (re.compile(r"(?<=.)h(?=n?$)"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|[cq](?=[aoukrlvw])|c$"), "k"),
    (re.compile(r"(?<=.)[yj]"), "i"),
    (re.compile(r"[uw]"), "v"),
    (re.compile(r"z"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that names are spelt with by turns (Nikolai, Nikolay; Lindqvist, Lindquist; Catherine, Katherine; John, Jon)."""

FULL_NAME = re.compile(
    r"\b([A-Z][a-z]+) [A-Z][^\W\d_]+(?:[-'’][A-ZÀ-Þ][^\W\d_]+)*\b(?!\s+(?:[A-Z]\w|Jr|Sr|I{2,3}\b))"
)
"""A given name and a surname with no other name behind."""

AFTER_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})

LONG_SURNAME, SLIPS = 6, 2
"""In a long surname so many letters may be a slip, where given name and title are the same."""

LONGER_SURNAME, EDGE = 8, 3
"""A surname so long that begins and ends in the same letters is one without a title, too."""

LONG_GIVEN = 5
VOWEL = frozenset("aeiouy")


@dataclass(frozen=True)
class Spelt:
    """A person's full name as an article spells it, and where it stands first."""

    article: str
    name: str
    span: Span
    title: str | None


def spelt_twice(side: SideBySide) -> list[tuple[Spelt, ...]]:
    """The spellings of each person whose name articles spell differently, the first of each article.

    Where one article has both spellings, they are two persons.
    """
    spelt = [s for reading in side.originals for s in persons(side, reading)]
    spelt += [s for reading in side.originals for s in misspelt(reading, spelt)]
    groups: list[set[Spelt]] = []
    for a, b in combinations(spelt, 2):
        if not are_one(side, a, b):
            continue
        joined = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in joined]
        groups.append({a, b}.union(*joined))
    for group in groups:
        names = {s.name for s in group}
        group.update(s for s in spelt if s.name in names)
    return [tuple(sorted(group, key=lambda s: (s.article, s.span))) for group in groups]


def persons(side: SideBySide, reading: Reading) -> Iterator[Spelt]:
    """The persons whom an article names in full: who speak, whose age it gives, and
    those whose given name has a short form."""
    claims = [c for c in side.claims if c.article == reading.article]
    sources = [q.speaker for q in reading.quotations]
    sources += [c.source for c in claims]
    aged = {c.counted for c in claims if c.measure == "age"}
    seen: set[str] = set()
    for source in sources:
        if source and is_named(source) and source.name not in seen:
            seen.add(source.name)
            at = reading.text.find(source.name)
            if at >= 0:
                yield Spelt(reading.article, source.name, Span(at, at + len(source.name)), title_of(source))
    for match in FULL_NAME.finditer(reading.text):
        name = match.group()
        is_person = fold(match[1]) in FORMS or tuple(fold(w) for w in name.split()) in aged
        if name not in seen and is_person and role_at(reading, match.start()) in TOLD:
            seen.add(name)
            yield Spelt(reading.article, name, Span(*match.span()), None)


def misspelt(reading: Reading, known: list[Spelt]) -> Iterator[Spelt]:
    """The full names in an article that are nearly those of persons in other articles."""
    own = {s.name for s in known if s.article == reading.article}
    for match in FULL_NAME.finditer(reading.text):
        found = Spelt(reading.article, match.group(), Span(*match.span()), None)
        if found.name in own or role_at(reading, match.start()) not in TOLD:
            continue
        own.add(found.name)
        if any(
            s.article != reading.article and s.name != found.name and is_one_name(s, found) for s in known
        ):
            yield found


def is_named(source: Source) -> bool:
    words = source.name.split()
    return source.kind is SourceKind.PERSON and len(words) >= 2 and all(w[0].isupper() for w in words)


def title_of(source: Source) -> str | None:
    """What the article calls the person, by title or in front of the name ("Captain Ann Roe")."""
    before, found, _ = source.text.partition(source.name)
    return source.title or (before.strip() if found else "") or None


def are_one(side: SideBySide, a: Spelt, b: Spelt) -> bool:
    """True for two spellings in two articles, neither of which has the other's."""
    if a.article == b.article or ends(a.name) == ends(b.name) or not is_one_name(a, b):
        return False  # a middle name or "Jr." more is no other spelling
    return b.name not in side.reading(a.article).text and a.name not in side.reading(b.article).text


def is_one_name(a: Spelt, b: Spelt) -> bool:
    """True where given name and surname are each the same but for letters that stand for one another, or for a slip."""
    given_a, surname_a = halves(a.name)
    given_b, surname_b = halves(b.name)
    if is_short_for(given_a, given_b):
        return surname_a == surname_b and after_name(a.name) == after_name(b.name)
    if plain(given_a) != plain(given_b):
        return (
            surname_a == surname_b
            and after_name(a.name) == after_name(b.name)
            and is_vowel_slip(given_a, given_b)
        )
    if plain(surname_a) == plain(surname_b):
        return True
    if given_a == given_b and is_slip_in_long(surname_a, surname_b):
        return True
    has_one_title = bool(a.title and b.title) and fold(a.title or "") == fold(b.title or "")
    return (
        given_a == given_b
        and has_one_title
        and min(len(surname_a), len(surname_b)) >= LONG_SURNAME
        and (surname_a[0], surname_a[-1]) == (surname_b[0], surname_b[-1])
        and slips(surname_a, surname_b) <= SLIPS
    )


def is_vowel_slip(a: str, b: str) -> bool:
    """True for two given names that differ in one vowel within; the last letter tells Maria from Mario."""
    differ = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b) >= LONG_GIVEN
        and len(differ) == 1
        and 0 < differ[0] < len(a) - 1
        and {a[differ[0]], b[differ[0]]} <= VOWEL
    )


def is_slip_in_long(a: str, b: str) -> bool:
    return (
        min(len(a), len(b)) >= LONGER_SURNAME
        and (a[:EDGE], a[-EDGE:]) == (b[:EDGE], b[-EDGE:])
        and slips(a, b) <= SLIPS
    )


def ends(name: str) -> tuple[str, str]:
    """First word and last word of a name, without "Jr."."""
    words = [w.rstrip(".,") for w in name.split()]
    while len(words) > 2 and words[-1].casefold() in AFTER_NAME:
        words.pop()
    return words[0], words[-1]


def after_name(name: str) -> str:
    """ "jr" of "Ian Roe Jr.", which tells a son from his father; else ""."""
    last = name.split()[-1].rstrip(".,").casefold()
    return last if last in AFTER_NAME else ""


def halves(name: str) -> tuple[str, str]:
    given, surname = ends(name)
    return fold(given), fold(surname)


def plain(word: str) -> str:
    """A folded word with one letter for those that names are spelt with by turns."""
    for pattern, letter in SPELLINGS:
        word = pattern.sub(letter, word)
    return word


def slips(a: str, b: str) -> int:
    """The fewest letters to add, drop or exchange that turn one word into the other (Levenshtein)."""
    above = list(range(len(b) + 1))
    for n, x in enumerate(a, 1):
        row = [n]
        for m, y in enumerate(b, 1):
            row.append(min(above[m] + 1, row[-1] + 1, above[m - 1] + (x != y)))
        above = row
    return above[-1]
