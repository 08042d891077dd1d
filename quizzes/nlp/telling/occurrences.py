"""Which happenings of different articles are one: their act, date, place, agent and means must fit. Free of spaCy."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from quizzes.nlp.lexicons.acts import ACCIDENTS, EVENTFUL, HARMFUL
from quizzes.nlp.telling.candidates import Candidate, candidates_of, meeting_pairs
from quizzes.nlp.telling.dated_deeds import join_deeds
from quizzes.nlp.telling.fitting import acts_fit, means_fit, names_part, share_name, share_place
from quizzes.nlp.telling.happening_labels import label_of
from quizzes.nlp.telling.kin import are_kin, share_names
from quizzes.nlp.telling.neighbours import Groups
from quizzes.nlp.telling.nesting import places_clash
from quizzes.nlp.types import Claim, Happening, Occurrence, Reading
from quizzes.nlp.written.dates import anchor_of, dates_fit

NIGHT = 1
SEASON = 60
"""Days for which papers go on about one thing as their news."""
JOINING = 3.0
"""Points that two happenings need to be one: a shared day or place and one thing more, or that each is its article's own
and called by the same word (a teacher's story is about one event). When unsure, apart."""
DAY, PLACE, AGENT, MEANS, WORD, MAIN, TARGET, NAME, KIN = 2.0, 2.0, 1.0, 1.0, 0.5, 2.5, 0.5, 2.0, 0.5


def assign(readings: tuple[Reading, ...]) -> tuple[tuple[Claim, ...], tuple[Occurrence, ...]]:
    """All claims, each with the occurrence it is about (None for a standing fact), and the occurrences: those that a claim is
    about or two articles tell."""
    occurrences = group_occurrences(readings)
    of = {h: o.id for o in occurrences for h in o.happenings}
    claims = tuple(
        replace(c, occurrence=of.get(c.happening) if c.happening else None)
        for r in readings
        for c in r.claims
    )
    spoken_of = {c.occurrence for c in claims}
    articles = {h.id: r.article for r in readings for h in r.happenings}
    kept = (o for o in occurrences if o.id in spoken_of or len({articles[h] for h in o.happenings}) > 1)
    return join_deeds(readings, claims, tuple(kept))


def group_occurrences(readings: tuple[Reading, ...]) -> tuple[Occurrence, ...]:
    """The happenings of all articles joined into occurrences; a happening told by one article is an occurrence too."""
    candidates = [c for r in sorted(readings, key=lambda r: r.article) for c in candidates_of(r)]
    pairs = sorted((-likeness(candidates[i], candidates[j]), i, j) for i, j in meeting_pairs(candidates))

    def may_join(one: list[int], other: list[int]) -> bool:
        return not any(contradicts(candidates[a], candidates[b]) for a in one for b in other)

    groups = Groups(len(candidates), may_join)
    for points, i, j in pairs:
        if -points >= JOINING:
            groups.join(i, j)
    return tuple(occurrence_of([candidates[n] for n in group]) for group in groups)


def contradicts(a: Candidate, b: Candidate) -> bool:
    """True where two happenings cannot be one: another kind of act, another day, another agent, other means."""
    one, other = a.happening, b.happening
    if a.is_series != b.is_series or names_part(one.names, other.names, a.family):
        return True
    if not (
        a.family == b.family
        or acts_fit([one.act], [other.act], [*one.agents, *other.agents])
        or is_one_disaster(a, b)
    ):
        return True
    if (
        one.dates
        and other.dates
        and not any(dates_fit(x, y, NIGHT) is not False for x in one.dates for y in other.dates)
    ):
        return True
    if one.agents and other.agents and not set(one.agents) & set(other.agents):
        return True
    if one.means and other.means and not means_fit(one.means, other.means):
        return True
    return places_part(a, b)


def is_one_disaster(a: Candidate, b: Candidate) -> bool:
    """True for "the disaster of 1987" and an earthquake of that year: one is told by no more than a general word."""
    general, other = (a, b) if a.happening.act in EVENTFUL else (b, a)
    return (
        general.happening.act in EVENTFUL
        and (other.family in HARMFUL or other.family == "earthquake")
        and not (a.is_main or b.is_main)
        and share_day(a.happening, b.happening)
    )


def places_part(a: Candidate, b: Candidate) -> bool:
    """True where the places have no name in common, none can lie inside the other, and nothing else holds the two together.

    A district and its country have different names, so one agent on one day, or each article's main happening, may differ.
    """
    one, other = a.happening, b.happening
    if not are_elsewhere(a, b):
        return False
    same_day = any(dates_fit(x, y, NIGHT) for x in one.dates for y in other.dates)
    same_agent = bool(set(one.agents) & set(other.agents))
    if not (same_day or (same_agent and a.is_main and b.is_main)):
        return True
    # Two towns on one day: one happening told from two sides, or two; the names around them decide.
    return not are_kin(a.names, b.names)


def are_elsewhere(a: Candidate, b: Candidate) -> bool:
    """True where the places have no name in common; an accident's, and those of two main happenings, may also lie one inside
    the other, while attacks follow each other from place to place."""
    one, other = a.happening.places, b.happening.places
    if a.family in ACCIDENTS or (a.is_main and b.is_main):
        return places_clash(one, other)
    return bool(one and other) and not share_place(one, other)


def likeness(a: Candidate, b: Candidate) -> float:
    """Points for what two happenings share; 0 where they contradict each other."""
    if contradicts(a, b):
        return 0.0
    one, other = a.happening, b.happening
    days = share_day(one, other)
    places = share_place(one.places, other.places)
    apart = are_elsewhere(a, b)
    same_word = one.act == other.act or is_one_disaster(a, b)
    # Chambers and teams have many votes and matches; a storm's or a minister's name is its own.
    named = share_name(one.names, other.names) and a.family not in {"vote", "match"}
    points = (
        DAY * days
        + PLACE * places
        - PLACE * (apart and not days)
        + AGENT * bool(set(one.agents) & set(other.agents))
        + MEANS * bool(set(one.means) & set(other.means))
        + TARGET * bool(set(one.targets) & set(other.targets))
        + WORD * same_word
        + MAIN * (are_the_news(a, b) and are_of_one_time(a, b) and are_kin(a.names, b.names))
        + NAME * named
        + KIN
        * (
            (days or named or (places and a.family != "attack"))
            and same_word
            and share_names(a.names, b.names)
        )
    )
    return points * (0.5 if a.is_series else 1)


def are_the_news(a: Candidate, b: Candidate) -> bool:
    """True where both articles are about it, or one is and the other opens with it, or both open with it by one word."""
    if a.is_main and b.is_main:
        return True
    return a.leads and b.leads and a.happening.act == b.happening.act


def are_of_one_time(a: Candidate, b: Candidate) -> bool:
    """False for articles of different seasons: each has its own news."""
    return not (a.published and b.published) or abs((a.published - b.published).days) <= SEASON


def share_day(one: Happening, other: Happening) -> bool:
    """True where the two have a day in common, give or take a night, or the same month or year long past."""
    return any(
        dates_fit(x, y, NIGHT) and (anchor_of(x) or x.startswith(("--", "weekday")) or x == y)
        for x in one.dates
        for y in other.dates
    )


def occurrence_of(group: list[Candidate]) -> Occurrence:
    """The occurrence of a group; its label has the act, place and date that its articles give most often."""
    told = sorted((c.happening for c in group), key=lambda h: (-richness(h), h.id))
    ids = tuple(sorted(h.id for h in told))
    made = hashlib.sha1("\n".join(ids).encode(), usedforsecurity=False).hexdigest()[:12]
    fullest = replace(
        told[0],
        places=most_told(p for h in told for p in h.places),
        dates=most_told(d for h in told for d in h.dates if anchor_of(d)) or told[0].dates,
        agents=most_told(a for h in told for a in h.agents),
        names=most_told(n for h in told for n in h.names),
        noun=next(iter(most_told(h.noun for h in told if h.noun and h.act == told[0].act)), ""),
    )
    return Occurrence("o" + made, label_of(fullest), ids)


def most_told(values: Iterable[str]) -> tuple[str, ...]:
    """The values, the commonest first; of two as common the one met first."""
    return tuple(value for value, _ in Counter(values).most_common())


def richness(happening: Happening) -> int:
    """How much of date, place, agent and means a happening's label can show."""
    return (
        2 * any(anchor_of(d) for d in happening.dates)
        + bool(happening.dates)
        + bool(happening.places)
        + bool(happening.agents)
        + bool(happening.means)
    )
