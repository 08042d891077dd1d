"""One moment of a happening told with two times of day: the storm came ashore at 11:40 p.m., the storm struck at 10:40 p.m."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.comparable import about_one_thing
from quizzes.nlp.findings.days import WEEKDAYS
from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.relations import HALF_HOUR, minutes
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import (
    Bound,
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Position,
    Relation,
    ValueType,
)
from quizzes.nlp.written.dates import MONTHS

SURE = 0.75

MOMENTS = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for name, pattern in {
        "arrival": r"came ashore|made landfall|landfall|struck|hits?|slammed|reached|crossed the coast|arrived",
        "outbreak": r"broke out|erupted|caught fire|ignited",
        "beginning": r"started|began|kicked off|got under ?way",
        "blast": r"exploded|went off|detonated|blew up|explosion|blast",
        "crash": r"crashed|collided|collision|derailed|overturned|went down|ran aground|capsized|sank",
        "collapse": r"collapsed|gave way|caved in",
        "shooting": r"shot|opened fire|shots rang out|stabbed|attacked",
        "call": r"called 911|was called|were called|were alerted|was alerted|received a call|responded|were summoned",
        "death": r"died|was pronounced dead|was declared dead",
        "arrest": r"arrested|detained|taken into custody",
        "strike": r"went on strike|walked out|walked off|laid down (?:their )?(?:tools|work)|stopped work",
        "take-off": r"took off|departed|lifted off|launched|blasted off",
        "landing": r"landed|touched down|splashed down",
        "concession": r"conceded",
        "closing": r"closed|shut",
        "opening": r"opened|reopened",
        "end": r"ended|adjourned|concluded|was extinguished|was over",
    }.items()
}
"""Own lists: verbs by which news tells the moment of one thing that happened once."""

BEGINNINGS = frozenset({"beginning", "end", "closing", "opening"})
"""Moments of many things in one story: they are one only where the sentences are alike."""

BETWEEN = re.compile(r"[,;:—–]|\b(?:and|but|while|after|before|until|when|since|by)\b", re.IGNORECASE)
NEAR = 60
"""Characters between a verb and its time of day."""
NEAR_TIME = re.compile(
    r"\b(?:shortly|just|minutes|hours?|soon|long|right)\s+(?:before|after|past|to)\W*$|\b(?:before|after|until|till|by|since|from|between|past|to)\W*$",
    re.IGNORECASE,
)
"""Words by which a time of day is no more than a limit."""
OPENING = re.compile(r"\W*(?:(?:at|on|in|about|around|the)\W*)*", re.IGNORECASE)
"""All that stands before a time of day which opens its sentence."""
ZONE = re.compile(r"^\W*(?:[A-Z]{1,2}[SD]?T\b|GMT|UTC|local time|Eastern|Central|Pacific|Mountain)")
COUNTED_OFF = re.compile(r"\b(?:first|second|third|another|again|later|earlier)\b", re.IGNORECASE)
"""Words that tell one of several moments from the others."""
NO_NAMES = frozenset(WEEKDAYS) | frozenset(MONTHS)
A_WHILE = 10
"""Minutes by which two told times may differ where one is rounded to five."""
ROUNDED = 5


def find_hour_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each moment that articles put at two hours of the day, and for an hour that one gives more exactly."""
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.value.type is ValueType.TIME and claim.occurrence and minutes(claim.value) is not None:
            groups[claim.occurrence].append(claim)
    if len(groups) == 1:
        for told in groups.values():
            told.extend(unbound(side, told))
    for occurrence, claims in sorted(groups.items()):
        related: defaultdict[Relation, list[tuple[Claim, Claim]]] = defaultdict(list)
        for a, b in combinations(claims, 2):
            if relation := relation_of(a, b, claims):
                related[relation].append((a, b))
        for relation, pairs in sorted(related.items()):
            for group in connected(pairs):
                yield discrepancy(side, occurrence, relation, group)


def unbound(side: SideBySide, told: list[Claim]) -> list[Claim]:
    """The rounded times without occurrence that lie minutes from one of the story's only event: they can hardly be of another."""
    return [
        c
        for c in side.witnesses
        if c.value.type is ValueType.TIME
        and c.occurrence is None
        and any(c.article != t.article and rounds(c, t) and abs(gap(c, t)) < ROUNDED for t in told)
    ]


def gap(a: Claim, b: Claim) -> int:
    """Minutes between two times of day."""
    return (minutes(a.value) or 0) - (minutes(b.value) or 0)


def relation_of(a: Claim, b: Claim, claims: list[Claim]) -> Relation | None:
    """How the times of two articles stand to each other; None where they may be of two moments."""
    x, y = minutes(a.value), minutes(b.value)
    if a.article == b.article or x is None or y is None or x == y:
        return None
    is_told_apart = agrees(a, b.article, claims) or agrees(b, a.article, claims)
    if is_told_apart and not (a.source and b.source and a.source.name != b.source.name):
        return None
    if rounds(a, b) or rounds(b, a):
        return None if about_one_thing(a, b) else Relation.PRECISION
    one, other = moment_of(a), moment_of(b)
    if is_told_apart or one is None or other is None or one[0] != other[0] or has_zone(a) != has_zone(b):
        return None
    if one[0] in BEGINNINGS and not about_one_thing(a, b):
        return None
    if COUNTED_OFF.search(a.text) or COUNTED_OFF.search(b.text) or are_elsewhere(a, b):
        return None
    is_close = abs(x - y) < A_WHILE and (x % ROUNDED == 0 or y % ROUNDED == 0)
    return None if is_close or Bound.ABOUT in {a.value.bound, b.value.bound} else Relation.CONFLICT


def are_elsewhere(a: Claim, b: Claim) -> bool:
    """True where the words between verb and time name other places: one storm strikes one town after the other."""
    one, other = (names_in(timed[1]) if (timed := moment_of(c)) else set() for c in (a, b))
    return bool(one and other) and not one & other


def names_in(text: str) -> set[str]:
    """The capitalised words of a text, without days and months."""
    words = re.findall(r"\b[A-ZÀ-Þ][^\W\d_]+", text)
    return {w for w in words if w.casefold() not in NO_NAMES}


def rounds(coarse: Claim, fine: Claim) -> bool:
    """True for "about 5" beside "5:10", and for "about 6:50" beside "6:52"."""
    x, y = minutes(coarse.value), minutes(fine.value)
    if x is None or y is None or coarse.value.bound is not Bound.ABOUT:
        return False
    if x % HALF_HOUR == 0:
        return y % HALF_HOUR != 0 and abs(x - y) <= HALF_HOUR / 2
    # "about ten to seven" beside "6:52"
    return x % ROUNDED == 0 and y % ROUNDED != 0 and abs(x - y) < ROUNDED


def agrees(claim: Claim, article: str, claims: list[Claim]) -> bool:
    """True where the other article has the time too: its other times are then of other moments."""
    return any(c.article == article and minutes(c.value) == minutes(claim.value) for c in claims)


def moment_of(claim: Claim) -> tuple[str, str] | None:
    """Which moment a time is of, by the verb right before or behind it, and the words between; None for a limit ("shortly
    before midnight")."""
    at = claim.value.start - claim.start
    before, after = claim.text[:at], claim.text[at + len(claim.value.text) :]
    if NEAR_TIME.search(before):
        return None
    found = [
        (len(between), name, between)
        for name, pattern in MOMENTS.items()
        for m in pattern.finditer(before)
        if len(between := before[m.end() :]) <= NEAR and not BETWEEN.search(between)
    ]
    if not found and OPENING.fullmatch(before):
        found = [
            (m.start(), name, after[m.end() : 2 * NEAR])
            for name, pattern in MOMENTS.items()
            for m in pattern.finditer(after[: 2 * NEAR])
        ]
    return min(found)[1:] if found else None


def has_zone(claim: Claim) -> bool:
    return ZONE.search(claim.text[claim.value.end - claim.start :]) is not None


def discrepancy(side: SideBySide, occurrence: str, relation: Relation, claims: tuple[Claim, ...]) -> Finding:
    given = listed([f"{side.name(c.article)} says {c.value.text}" for c in claims])
    ending = (
        "these cannot all be right" if relation is Relation.CONFLICT else "some are more exact than others"
    )
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"Time of the {side.label(occurrence)}: {given}; {ending}.",
        SURE,
        relation=relation,
        aspect="date",
        measure="time",
        occurrence=occurrence,
    )
