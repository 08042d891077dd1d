"""One deed put on two dates: what is still to come, and what somebody does but once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from quizzes.nlp.findings.comparable import about_one_thing
from quizzes.nlp.findings.days import WEEKDAYS, weekday_of
from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.types import Bound, Claim, Evidence, Finding, FindingKind, Position, Relation, ValueType

AHEAD, ONCE_DONE = 0.75, 0.65
"""What is planned has one date; what was done once may yet be another deed of the same name."""

ONCE = frozenset(
    """die death bear birth kill murder assassinate execution bury funeral marry wedding divorce resign resignation retire
    inaugurate inauguration elect appoint nominate indict indictment convict acquit sentence found establish sink derail
    crash collapse explode explosion earthquake surgery operation""".split()
)
"""Own list: what befalls or is done by one and the same person or thing but once, or once in a story."""

AGAIN = frozenset(
    """speak speech address meet meeting visit travel trip vote play game match appear appearance campaign tour host hold
    announce announcement release publish report air post tweet write say statement interview go come leave return arrive
    attend debate rally protest march demonstrate discuss present deliver perform concert start continue work run make
    take give send get see""".split()
)
"""Own list: what people may plan more than once in a few weeks; such deeds are one only where the sentences are alike."""

COMING = re.compile(
    r"\b(?:will|won['’]t|shall|is|are|was|were)\b(?:\W+\w+){0,3}?\W+(?:to|due|set|scheduled|planned|expected|slated)\b"
    r"|\b(?:will|shall|['’]ll|plans? to|planned for|scheduled for|due (?:to|on|in))\b",
    re.IGNORECASE,
)
"""Words that put what a sentence tells after the day it is told on."""
MOVING = re.compile(
    r"^(?:last|this|next|earlier|later|early|late|mid|end|today|tomorrow|yesterday|tonight|overnight)\b",
    re.IGNORECASE,
)
"""Dates counted from another day, or too wide to be set against one: a slip in that day would make a difference of none."""
SHIFTED = re.compile(
    r"\b(?:postpone\w*|reschedul\w*|delay\w*|put off|pushed back|moved to|brought forward|instead of|originally|no longer)\b",
    re.IGNORECASE,
)

ENDINGS = {
    Relation.CONFLICT: "these cannot all be right",
    Relation.UPDATE: "the later article may follow a change of plan",
    Relation.PRECISION: "some are more exact than others, and all can be right",
}

Parts = tuple[str | None, str | None, str | None]


def find_date_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each deed that articles put on dates which cannot all be right."""
    deeds: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if is_dated(claim):
            deeds[claim.counted[-1]].append(claim)
    published = {r.article: r.published for r in side.readings}
    for deed, claims in sorted(deeds.items()):
        pairs = [(a, b) for a, b in combinations(claims, 2) if differ(a, b, claims, published)]
        for group in connected(pairs):
            yield discrepancy(side, deed, group, published, relation_of(group, published))
        pairs = [(a, b) for a, b in combinations(claims, 2) if is_finer(a, b, claims)]
        for group in connected(pairs):
            yield discrepancy(side, deed, group, published, Relation.PRECISION)


def is_dated(claim: Claim) -> bool:
    """True for the one day, month or year of a deed with somebody or something that it is of."""
    value = claim.value
    if value.type is not ValueType.DATE or value.bound is not Bound.EXACT or len(claim.counted) < 2:
        return False
    return bool(value.norm) and not MOVING.search(value.text) and not value.text.endswith("s")


def differ(a: Claim, b: Claim, claims: list[Claim], published: dict[str, str | None]) -> bool:
    """True where two articles tell of one deed, and no date can be both of theirs."""
    if a.article == b.article or not are_apart(a, b) or not same_parties(a, b):
        return False
    if is_agreed(a, b.article, claims) or is_agreed(b, a.article, claims):
        return False
    if is_coming(a, published) and is_coming(b, published):
        return a.counted[-1] not in AGAIN or about_one_thing(a, b)
    is_told_by_days = a.measure == b.measure == "date" and has_weekday(a) and has_weekday(b)
    if is_coming(a, published) or is_coming(b, published) or is_told_by_days:
        return False
    return a.counted[-1] in ONCE and not is_many(a, claims) and not is_many(b, claims)


def is_finer(a: Claim, b: Claim, claims: list[Claim]) -> bool:
    """True where two articles date one deed alike, and one of them names a day or month where the other has more time."""
    if a.article == b.article or are_apart(a, b) or not same_parties(a, b):
        return False
    if is_many(a, claims) or is_many(b, claims):
        return False
    is_one = a.occurrence is not None and a.occurrence == b.occurrence
    if not is_one and a.counted[-1] not in ONCE and not about_one_thing(a, b):
        return False
    left, right = parts_of(a.value.norm or ""), parts_of(b.value.norm or "")
    return left is not None and right is not None and grain(left) != grain(right)


def grain(parts: Parts) -> int:
    """How exact a date is: 0 for a year, 1 for a month, 2 for a day."""
    return sum(part is not None for part in parts[1:])


def is_agreed(claim: Claim, article: str, claims: list[Claim]) -> bool:
    """True where the other article has a date for the deed with which this one agrees: then its other dates are of others."""
    return any(c.article == article and same_parties(c, claim) and not are_apart(c, claim) for c in claims)


def is_many(claim: Claim, claims: list[Claim]) -> bool:
    """True where an article gives a deed of these people two dates: it tells of two."""
    return any(c.article == claim.article and same_parties(c, claim) and are_apart(c, claim) for c in claims)


def same_parties(a: Claim, b: Claim) -> bool:
    """True where all that one claim says of who did it and to what is said by the other."""
    left, right = set(a.counted[:-1]), set(b.counted[:-1])
    return bool(left and right) and (left <= right or right <= left)


def has_weekday(claim: Claim) -> bool:
    return any(day in claim.value.text.casefold() for day in WEEKDAYS)


def is_coming(claim: Claim, published: dict[str, str | None]) -> bool:
    """True for a date after the article's own day, or told as still to come where that day is not known."""
    own, norm = published.get(claim.article), claim.value.norm or ""
    if own and norm[:1].isdigit():
        return norm > own[: len(norm)]
    return COMING.search(claim.text) is not None


def are_apart(a: Claim, b: Claim) -> bool:
    """True where two dates share no day: other weekdays, days, months or years."""
    x, y = a.value.norm or "", b.value.norm or ""
    if x.startswith("weekday:") or y.startswith("weekday:"):
        one, other = weekday_of(x), weekday_of(y)
        return one is not None and other is not None and one != other
    left, right = parts_of(x), parts_of(y)
    if left is None or right is None:
        return False
    return any(p is not None and q is not None and p != q for p, q in zip(left, right, strict=True))


def parts_of(norm: str) -> Parts | None:
    """Year, month and day of "2024-05-22", "2024-05", "2024", "--05-22"; None for another form."""
    found = re.fullmatch(r"(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?", norm)
    return (found[1], found[2], found[3]) if found else None


def discrepancy(
    side: SideBySide,
    deed: str,
    claims: tuple[Claim, ...],
    published: dict[str, str | None],
    relation: Relation,
) -> Finding:
    given = listed([f"{side.name(c.article)} says {c.value.text}" for c in first_of_each(claims)])
    fewest = min([c.counted[:-1] for c in claims], key=len)
    of_whom = " ".join(fewest).title()
    measure = next((c.measure for c in claims if c.measure != "date"), f"date: {deed}")
    ending = ENDINGS[relation]
    is_ahead = all(is_coming(c, published) for c in claims)
    occurrences = {c.occurrence for c in claims}
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"{measure.capitalize()} ({of_whom}): {given}; {ending}.",
        AHEAD if is_ahead else ONCE_DONE,
        relation=relation,
        aspect="date",
        measure=measure,
        occurrence=occurrences.pop() if len(occurrences) == 1 else None,
    )


def first_of_each(claims: tuple[Claim, ...]) -> list[Claim]:
    return list({c.article: c for c in reversed(claims)}.values())[::-1]


def relation_of(claims: tuple[Claim, ...], published: dict[str, str | None]) -> Relation:
    """UPDATE where a later article says that a date still to come was moved; else two dates conflict."""
    days = [date.fromisoformat(own) for c in claims if (own := published.get(c.article))]
    is_moved = any(SHIFTED.search(c.text) for c in claims)
    return Relation.UPDATE if is_moved and len(set(days)) > 1 else Relation.CONFLICT
