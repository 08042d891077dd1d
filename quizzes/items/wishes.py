"""A quiz as a teacher wishes it: how long, how hard, on which skills; and, in words, what could not be met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.items.levels import Level, level_of
from quizzes.items.proposing import (
    ASK_FOR_PROOF,
    CONTROLS,
    KINDS,
    PROVING,
    SPREAD_FROM,
    Candidate,
    propose,
)
from quizzes.items.skills import SKILLS
from quizzes.items.types import Skill
from quizzes.nlp.types import FindingKind

PROPOSED = 8
"""Items in a proposed quiz: about a quarter of an hour for a class of thirteen-year-olds."""
MINUTES_OFF = 2
"""Minutes by which a quiz may fall short of what was asked without a word: the estimate is no closer."""
LEVEL_WORDS = {Level.EASY: "easy", Level.MIDDLE: "of middle difficulty", Level.HARD: "hard"}


@dataclass(frozen=True)
class Wish:
    """By `minutes` to answer where they are set, else by number of items; no level and no skills means any."""

    size: int = PROPOSED
    minutes: int | None = None
    level: Level | None = None
    skills: frozenset[Skill] = frozenset()


@dataclass(frozen=True)
class Proposal:
    """Places of the chosen candidates, in order, and a sentence on each thing that could not be met."""

    places: tuple[int, ...]
    unmet: tuple[str, ...]


def propose_for(candidates: Sequence[Candidate], wish: Wish) -> Proposal:
    """The best candidates for a wish, given the best first. The skills bind; the level gives way where too few are of it."""
    asked = [n for n, c in enumerate(candidates) if not wish.skills or c.skill in wish.skills]
    pool = [candidates[n] for n in asked]
    size = wish.size if wish.minutes is None else _most_within(pool, wish)
    chosen = _choose(pool, wish, size)
    unmet = tuple(_unmet(pool, [pool[n] for n in chosen], wish))
    return Proposal(tuple(asked[n] for n in chosen), unmet)


def _choose(pool: Sequence[Candidate], wish: Wish, size: int) -> list[int]:
    """Of the wished level first; the rest of the places go to the others."""
    if wish.level is None:
        return propose(pool, size)
    fit = [n for n, c in enumerate(pool) if level_of(c.difficulty) is wish.level]
    first = [fit[n] for n in propose([pool[n] for n in fit], size)]
    return propose(pool, size, begun=first) if len(first) < size else first


def _most_within(pool: Sequence[Candidate], wish: Wish) -> int:
    """The most items that the minutes are enough for; one at least."""
    assert wish.minutes is not None
    low, high = 1, max(1, len(pool))
    while low < high:
        middle = (low + high + 1) // 2
        if sum(pool[n].minutes for n in _choose(pool, wish, middle)) <= wish.minutes:
            low = middle
        else:
            high = middle - 1
    return low


def _unmet(pool: Sequence[Candidate], chosen: Sequence[Candidate], wish: Wish) -> Iterator[str]:
    yield from _length_unmet(pool, chosen, wish)
    for skill in SKILLS:
        if skill in wish.skills and not any(c.skill is skill for c in chosen):
            why = "none goes with the others" if any(c.skill is skill for c in pool) else "the bank has none"
            yield f"No item asks to “{_lower(SKILLS[skill].name)}”: {why}."
    if wish.level:
        others = sum(level_of(c.difficulty) is not wish.level for c in chosen)
        if others:
            words = LEVEL_WORDS[wish.level]
            yield f"{others} of the {_items(len(chosen))} {'is' if others == 1 else 'are'} not {words}: no more that are go together."
    if (wish.size if wish.minutes is None else len(chosen)) >= SPREAD_FROM:
        yield from _spread_unmet(chosen)


def _length_unmet(pool: Sequence[Candidate], chosen: Sequence[Candidate], wish: Wish) -> Iterator[str]:
    together = (
        "the bank has no more that ask different things"
        if len(chosen) < len(pool)
        else "the bank has no more"
    )
    if wish.skills:
        together += " for these skills"
    if wish.minutes is None:
        if len(chosen) < wish.size:
            yield f"{_items(len(chosen))}, not {wish.size}: {together}."
        return
    minutes = sum(c.minutes for c in chosen)
    if minutes > wish.minutes + MINUTES_OFF:
        yield f"The shortest quiz takes about {round(minutes)} minutes."
    elif minutes < wish.minutes - MINUTES_OFF:
        yield f"About {round(minutes)} minutes, not {wish.minutes}: {together}."


def _spread_unmet(chosen: Sequence[Candidate]) -> Iterator[str]:
    """What a quiz of some length should hold and this one does not, in one sentence."""
    kinds = len({c.finding_kind for c in chosen} - {None})
    proving = sum(c.kind in ASK_FOR_PROOF for c in chosen)
    lacks = []
    if kinds < KINDS:
        lacks.append(f"{kinds} kind{'' if kinds == 1 else 's'} of findings, not {KINDS}")
    if proving < PROVING:
        lacks.append(f"{proving or 'no'} open or evidence item{'' if proving == 1 else 's'}, not {PROVING}")
    if sum(c.finding_kind is FindingKind.AGREEMENT for c in chosen) < CONTROLS:
        lacks.append("no item on what the articles agree on, which shows that reports do not always differ")
    if lacks:
        yield f"Less varied than it should be ({'; '.join(lacks)}): the bank has no other that fits."


def _items(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]
