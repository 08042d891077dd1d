"""The happenings of a story's articles made ready for comparing, and which of them can meet at all. Free of spaCy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from quizzes.nlp.lexicons.acts import FAMILY
from quizzes.nlp.telling.fitting import name_key
from quizzes.nlp.telling.kin import Names, names_of
from quizzes.nlp.telling.main_happening import is_series, main_happening
from quizzes.nlp.telling.neighbours import by_key, near_pairs
from quizzes.nlp.telling.spellings import name_keys
from quizzes.nlp.types import Happening, Reading, Role, Span
from quizzes.nlp.written.dates import WEEKDAYS, anchor_of

OPENING, OFTEN = 10, 2
"""Sentences that open an article, headline and byline among them, and mentions that make a happening its matter."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """A happening with what comparing needs of its article: how much it is told, and whether it is the story's own."""

    happening: Happening
    is_main: bool
    names: Names = field(default=Names(), repr=False)
    published: date | None = None
    opens: bool = False
    """It is the only one of its family that the headline or the first paragraph tells."""

    @cached_property
    def family(self) -> str:
        return family_of(self.happening)

    @cached_property
    def is_series(self) -> bool:
        return is_series(self.happening)

    @property
    def leads(self) -> bool:
        """True for what an article is about, or opens with: its news."""
        return self.is_main or self.opens


def candidates_of(reading: Reading) -> tuple[Candidate, ...]:
    """The reading's happenings, and which of them the article is about."""
    main = main_happening(reading.happenings, reading.passages)
    names, published = names_of(reading), anchor_of(reading.published)
    opening = opening_happenings(reading)
    return tuple(
        Candidate(h, h is main and is_central(h, reading.sentences), names, published, h in opening)
        for h in reading.happenings
    )


def opening_happenings(reading: Reading) -> tuple[Happening, ...]:
    """Those that headline or first paragraph tell as the only one of their family, at one time."""
    body = next((p for p in reading.passages if p.role is Role.BODY), None)
    spans = [s for s in (reading.headline_span, body and Span(body.start, body.end)) if s]
    told = [
        h
        for h in reading.happenings
        if not is_series(h) and any(s.start <= m.start < s.end for s in spans for m in h.mentions)
    ]
    families = Counter(map(family_of, told))
    return tuple(h for h in told if families[family_of(h)] == 1)


def family_of(happening: Happening) -> str:
    return FAMILY.get(happening.act.rstrip("s"), happening.act)


def is_central(happening: Happening, sentences: tuple[Span, ...]) -> bool:
    """True for what an article tells in its opening or again and again: the rest of one about words is told in passing."""
    opening = sentences[:OPENING][-1].end if sentences else 0
    return (
        len(sentences) <= OPENING
        or len(happening.mentions) >= OFTEN
        or any(m.start < opening for m in happening.mentions)
    )


def meeting_pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The places of two happenings of different articles that have a day, place, name or agent in common or are both main:
    any others are apart, so that many articles on many events cost little more than their number."""
    pairs = near_pairs(by_key(map(keys_of, candidates)))
    yield from (
        (i, j) for i, j in pairs if candidates[i].happening.article != candidates[j].happening.article
    )


def keys_of(candidate: Candidate) -> Iterator[Key]:
    """What two happenings must share one of to be one."""
    happening, side = candidate.happening, str(candidate.is_series)
    if candidate.leads:
        yield "main", side
    yield from (("place", key, side) for place in happening.places for key in name_keys(place))
    yield from (("name", name_key(name), side) for name in happening.names)
    yield from (("agent", agent, side) for agent in happening.agents)
    for norm in happening.dates:
        yield from (("day", key, side) for key in day_keys(norm))


def day_keys(norm: str) -> Iterator[str]:
    """The forms in which a date, give or take a night, may stand elsewhere: "2021-02-15", "--02-15", "weekday:monday"."""
    yield norm
    if norm.startswith("weekday:"):
        at = WEEKDAYS.index(norm.removeprefix("weekday:"))
        yield from (f"weekday:{WEEKDAYS[(at + step) % 7]}" for step in (-1, 1))
    elif day := anchor_of(norm if not norm.startswith("--") else f"2000{norm[1:]}"):
        for step in (-1, 0, 1):
            near = day + timedelta(days=step)
            yield f"--{near.isoformat()[5:]}"
            if not norm.startswith("--"):
                yield f"weekday:{WEEKDAYS[near.weekday()]}"
