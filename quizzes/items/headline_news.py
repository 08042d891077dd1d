"""What one of two headlines brings in that the other leaves out: somebody, an act with what it is done to, or a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.items.headline_pairs import SMALL, Angle, stems_of
from quizzes.items.matrix import Matrix
from quizzes.items.speakers import named_in
from quizzes.items.wording import folded, quoted
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.plain_words import TIMES

PART = re.compile(rf",\s+|\s+(?:(?:{SMALL.replace(' ', '|')})\s+)+", re.IGNORECASE)
"""Where one part of a headline ends and the next begins."""
LEADING = re.compile(rf"^(?:(?:{SMALL.replace(' ', '|')})\s+)+", re.IGNORECASE)
DOING = re.compile(r"\w{3,}ing\b", re.IGNORECASE)
TO_DO = re.compile(r"\bto\s+$", re.IGNORECASE)
LEAST = 2
"""Words of a thing that says something by itself: one alone may be another name for what both have."""
LONGEST = 9
LITTLE = 2
"""Known words behind new ones that are still of one part with them ("defends the pier *plan*")."""


@dataclass(frozen=True)
class News:
    """A stretch of a headline that the other one has nothing of, and how much it weighs: somebody before an act, and an act before
    a thing."""

    words: str
    tells: str
    rank: int


def news_of(matrix: Matrix, full: Angle, bare: Angle, only: list[str]) -> News | None:
    """The weightiest of what only the first headline tells, given the words that it alone has; None where it brings in nothing."""
    found = [
        n
        for s in _stretches(full.headline, only, stems_of(bare.headline))
        if (n := _weighed(matrix, full, bare, s))
    ]
    return max(found, key=lambda n: (n.rank, len(n.words)), default=None)


def told_as_news(matrix: Matrix, news: News, bare: Angle) -> str:
    return f"{quoted(news.words)} tells a reader {news.tells}; the headline of {matrix.name(bare.reading.article)} leaves that out."


def _stretches(headline: str, only: list[str], known: set[str]) -> Iterator[tuple[int, int]]:
    """Where the new words stand, each run with what belongs to it up to the next small word or comma (known words before it, or
    many behind it, left out), and runs that only small words part as one."""
    ends_of_parts = [0, *(e for m in PART.finditer(headline) for e in m.span()), len(headline)]
    merged: list[tuple[int, int]] = []
    at = 0
    for run in only:
        begins = headline.find(run, at)
        if begins < 0:
            continue
        at = begins + len(run)
        before = max(e for e in ends_of_parts if e <= begins)
        behind = min(e for e in ends_of_parts if e >= at)
        is_new_before = bool(stems_of(headline[before:begins]) - known)
        is_little_behind = len(headline[at:behind].split()) <= LITTLE
        begins_token = headline.rfind(" ", 0, begins) + 1
        place = (before if is_new_before else begins_token, behind if is_little_behind else at)
        is_near = merged and (place[0] <= merged[-1][1] or PART.fullmatch(headline[merged[-1][1] : place[0]]))
        if is_near and len(headline[merged[-1][0] : place[1]].split()) <= LONGEST:
            merged[-1] = (merged[-1][0], max(place[1], merged[-1][1]))
        else:
            merged.append(place)
    return iter(merged)


def _weighed(matrix: Matrix, full: Angle, bare: Angle, place: tuple[int, int]) -> News | None:
    words = full.headline[place[0] : place[1]]
    words = LEADING.sub("", words)
    new = stems_of(words) - stems_of(bare.headline)
    telling = [w for w in words.split() if stems_of(w) & new and w.casefold().strip(".,") not in TIMES]
    if not telling:
        return None
    if any(_is_named(words, n) and not _is_named(bare.headline, n) for n in _people(matrix)):
        return News(words, "by name who comes into it", 3)
    verb = full.headline.find(full.said)
    holds_verb = place[0] <= verb < place[1]
    is_to_do = TO_DO.search(full.headline[: place[0]]) is not None
    if (holds_verb or is_to_do or DOING.match(words)) and len(telling) >= LEAST:
        return News(words, "what is done, or what somebody wants done", 2)
    if place[1] <= len(full.first) and len(telling) >= LEAST and not words[:1].isdigit():
        return News(words, "who acts", 3)
    if len(telling) >= LEAST:
        return News(words, "of something else that matters here", 1)
    return None


def _people(matrix: Matrix) -> set[str]:
    return {n for r in matrix.readings.values() for n in named_in(r)}


def _is_named(words: str, name: str) -> bool:
    family = surname(name)
    return bool(family) and re.search(rf"(?<![\w-]){re.escape(family)}(?!\w)", folded(words)) is not None
