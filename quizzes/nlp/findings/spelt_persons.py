"""Persons whose names two articles write differently: Nikolai and Nikolay Verenko are one voice, as are Mike and Michael Roe;
Maria and Mario Lopez are two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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


Key = tuple[str, str]


@dataclass(frozen=True)
class Spelt:
    """A person's full name as an article spells it, and where it stands first."""

    article: str
    name: str
    span: Span
    title: str | None


Bearers = Mapping[tuple[str, str | None], Sequence[Spelt]]
"""Those of one name and title."""


def spelt_twice(side: SideBySide) -> list[tuple[Spelt, ...]]:
    """The spellings of each person whose name articles spell differently, the first of each article.

    Where one article has both spellings, they are two persons.
    """
    spelt = [s for reading in side.originals for s in persons(side, reading)]
    known = by_keys(spelt)
    own: defaultdict[str, set[str]] = defaultdict(set)
    for s in spelt:
        own[s.article].add(s.name)
    spelt += [s for reading in side.originals for s in misspelt(reading, known, own[reading.article])]
    groups: list[set[Spelt]] = []
    for a, b in pairs_to_compare(spelt):
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
    claims = side.claims_of[reading.article]
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


def misspelt(reading: Reading, known: Mapping[Key, Bearers], own: set[str]) -> Iterator[Spelt]:
    """The full names in an article, `own` ones aside, that are nearly those of persons in other articles."""
    for match in FULL_NAME.finditer(reading.text):
        found = Spelt(reading.article, match.group(), Span(*match.span()), None)
        if found.name in own or role_at(reading, match.start()) not in TOLD:
            continue
        own.add(found.name)
        if any(
            s[0].name != found.name and is_one_name(s[0], found) and {b.article for b in s} != {found.article}
            for key in keys_of(found.name)
            for s in known.get(key, {}).values()
        ):
            yield found


def by_keys(spelt: Iterable[Spelt]) -> Mapping[Key, Bearers]:
    """For each key the names and titles that have it, each with those who bear them."""
    found: defaultdict[Key, defaultdict[tuple[str, str | None], list[Spelt]]]
    found = defaultdict(lambda: defaultdict(list))
    for s in spelt:
        for key in keys_of(s.name):
            found[key][s.name, s.title].append(s)
    return found


def keys_of(name: str) -> tuple[Key, ...]:
    """What two names have in common, one key at least, that may be one by `is_one_name`: only such are compared."""
    given, surname = halves(name)
    return ("", surname), (plain(given), plain(surname)), (given, surname[:1] + surname[-1:])


def pairs_to_compare(spelt: Sequence[Spelt]) -> list[tuple[Spelt, Spelt]]:
    """The pairs whose names may be one, in order."""
    at = {s: n for n, s in enumerate(spelt)}
    pairs = {
        (min(at[a], at[b]), max(at[a], at[b]))
        for bearers in by_keys(spelt).values()
        for ones, others in combinations(bearers.values(), 2)
        if is_other_spelling(ones[0], others[0])
        for a in ones
        for b in others
    }
    return [(spelt[i], spelt[j]) for i, j in sorted(pairs)]


def is_named(source: Source) -> bool:
    words = source.name.split()
    return source.kind is SourceKind.PERSON and len(words) >= 2 and all(w[0].isupper() for w in words)


def title_of(source: Source) -> str | None:
    """What the article calls the person, by title or in front of the name ("Captain Ann Roe")."""
    before, found, _ = source.text.partition(source.name)
    return source.title or (before.strip() if found else "") or None


def are_one(side: SideBySide, a: Spelt, b: Spelt) -> bool:
    """True for two spellings in two articles, neither of which has the other's."""
    if a.article == b.article:
        return False
    return b.name not in side.reading(a.article).text and a.name not in side.reading(b.article).text


def is_other_spelling(a: Spelt, b: Spelt) -> bool:
    """True for one name in two spellings; a middle name or "Jr." more is none."""
    return ends(a.name) != ends(b.name) and is_one_name(a, b)


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


@lru_cache(maxsize=1 << 14)
def halves(name: str) -> tuple[str, str]:
    given, surname = ends(name)
    return fold(given), fold(surname)


@lru_cache(maxsize=1 << 14)
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
