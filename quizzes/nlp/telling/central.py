"""Claims of what an article is about though their own clause names no happening: the yards of the match it reports, the
passengers of the flight it tells of. When unsure, apart: what looks back, ahead or elsewhere is left alone. Free of spaCy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from quizzes.nlp.lexicons.acts import FAMILY, HARMFUL
from quizzes.nlp.telling.deed_figures import is_aside, matter_of
from quizzes.nlp.telling.elsewhere import sentences_elsewhere
from quizzes.nlp.telling.kin import NAME, Names, share_names
from quizzes.nlp.telling.main_happening import is_series, main_happening
from quizzes.nlp.telling.past import AHEAD, BEFORE, tells_once
from quizzes.nlp.types import Claim, Happening, Occurrence, Reading, Role, ValueType
from quizzes.nlp.written.dates import anchor_of

EVENTS = HARMFUL | {"earthquake", "match", "theft", "breach", "evacuation"}
"""Families of which a report tells hour by hour: its figures are of the event unless they say otherwise."""
SHARED = 2
"""Words that a sentence must share with those that tell a deed which no noun names."""
HARMS = frozenset({"killed", "injured", "missing", "destroyed", "displaced", "arrested"})
"""Measures that are of the happening their own clause names, or of none."""
NOWHERE = -1
"""The place of words that stand in another article."""
RECENT = 10
"""Days within which an event is its article's news."""
STANDING = frozenset({"record", "place"})
"""Measures of how things stand before and after a match, and of where it was."""
OWNED = re.compile(r"\b(?:his|her|its|their|my|our|your)\s+(?:\w+\s+)?$", re.I)
"""Before a figure: what somebody has at any time ("her nine million followers")."""


@dataclass(frozen=True)
class Account:
    """What an article tells of its own event: the occurrence and the sentences that open it."""

    occurrence: str
    is_match: bool
    is_only: bool
    """No other event is told."""
    openings: Mapping[int, frozenset[str]]
    """The words of headline and lead, cut to stems, by the start of their sentence."""
    elsewhere: Set[int]
    """Starts of the sentences that tell of another event."""
    is_adopted: bool = False
    """The article names no event: what it counts can be of none but the story's."""


def with_central(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    occurrences: Sequence[Occurrence],
    deeds: Set[str],
    lead_ends: Mapping[str, int],
    names: Mapping[str, Names],
) -> Iterator[Claim]:
    """The claims, more of them with the occurrence that their article is about; a score of another match with none.

    `deeds` are the occurrences that dates alone have shown. An article that names no event of its own tells of the one
    that the others are about.
    """
    of = {h: o.id for o in occurrences for h in o.happenings}
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.article].append(claim)
    accounts = {r.article: account_of(r, own[r.article], of, deeds, lead_ends[r.article]) for r in readings}
    accounts |= dict(adopted_accounts(readings, accounts, names, lead_ends))
    told: defaultdict[tuple[str, int], set[str | None]] = defaultdict(set)
    for claim in claims:
        told[claim.article, claim.start].add(claim.occurrence)
    for claim in claims:
        account = accounts[claim.article]
        if account is None:
            yield claim
        elif claim.occurrence == account.occurrence and claim.start in account.elsewhere:
            yield replace(claim, occurrence=None)
        elif claim.occurrence is None and goes_on(claim, account, told[claim.article, claim.start]):
            yield replace(claim, occurrence=account.occurrence)
        else:
            yield claim


def account_of(
    reading: Reading, claims: Sequence[Claim], of: Mapping[str, str], deeds: Set[str], lead: int
) -> Account | None:
    """The article's account of its own event; None where its opening tells of none, or of several deeds."""
    openings = opening_matter(reading, lead)
    main = main_happening(reading.happenings, reading.passages)
    if main is not None and main.id in of and is_news(main, reading, lead):
        away = frozenset(sentences_elsewhere(reading, lead)) if family_of(main) == "match" else frozenset()
        return Account(of[main.id], family_of(main) == "match", is_only_one(main, reading), openings, away)
    found = {c.occurrence for c in claims if c.start < lead} - {None}
    if len(found) != 1 or not found <= deeds:
        return None
    return Account(next(iter(deeds & found)), False, False, openings, frozenset())


def adopted_accounts(
    readings: Sequence[Reading],
    accounts: Mapping[str, Account | None],
    names: Mapping[str, Names],
    lead_ends: Mapping[str, int],
) -> Iterator[tuple[str, Account]]:
    """By article the account of the story's event for those that name no event, where the articles that share its names are
    about one and the same."""
    own = {article: account for article, account in accounts.items() if account is not None}
    for reading in readings:
        if reading.article in own or any(family_of(h) in EVENTS for h in reading.happenings):
            continue
        near = [o for article, o in own.items() if share_names(names[reading.article], names[article])]
        if len({account.occurrence for account in near}) != 1:
            continue
        matter = frozenset().union(*(words for account in near for words in account.openings.values()))
        openings = opening_matter(reading, lead_ends[reading.article]) | {NOWHERE: matter}
        yield reading.article, Account(near[0].occurrence, False, True, openings, frozenset(), True)


def opening_matter(reading: Reading, lead: int) -> dict[int, frozenset[str]]:
    """The words of the sentences up to the lead's end, by their start."""
    return {s.start: matter_of(reading.text[s.start : s.end]) for s in reading.sentences if s.start < lead}


def family_of(happening: Happening) -> str:
    return FAMILY.get(happening.act.rstrip("s"), happening.act)


def is_news(happening: Happening, reading: Reading, lead: int) -> bool:
    """True for an event of these days that the article opens with."""
    if family_of(happening) not in EVENTS or not any(m.start < lead for m in happening.mentions):
        return False
    published = anchor_of(reading.published)
    days = [day for norm in happening.dates if (day := anchor_of(norm))]
    if published and days:
        return any(abs((published - day).days) <= RECENT for day in days)
    headline = reading.headline_span
    return family_of(happening) == "match" or (
        headline is not None and any(m.start < headline.end for m in happening.mentions)
    )


def is_only_one(main: Happening, reading: Reading) -> bool:
    """True for a dated event where no other single one is told."""
    return bool(main.dates) and not any(
        h is not main and not is_series(h) and family_of(h) in EVENTS for h in reading.happenings
    )


def goes_on(claim: Claim, account: Account, beside: Set[str | None]) -> bool:
    """True for a figure of the event that its article tells; `beside` are the occurrences that its sentence tells of."""
    if account.is_adopted and claim.measure in HARMS:
        return not (BEFORE.search(claim.text) or AHEAD.search(claim.text)) and claim.role is not Role.CAPTION
    clocks = set() if account.is_adopted else {ValueType.TIME}
    if claim.value.type not in {ValueType.NUMBER, *clocks} or is_standing(claim):
        return False
    if claim.start in account.elsewhere or beside - {None, account.occurrence}:
        return False
    if claim.role is Role.HEADLINE or account.occurrence in beside:
        return True
    if not tells_once(claim.text):
        return False
    if account.is_match:
        return True
    others = (matter for start, matter in account.openings.items() if start != claim.start)
    shared = matter_of(claim.text) & frozenset().union(*others)
    is_alike = bool(shared - matter_of(names_within(claim.text)))
    return is_alike and (account.is_only or len(shared) >= SHARED)


def names_within(sentence: str) -> str:
    """The words with capitals: two articles on one person share them whatever they tell."""
    return " ".join(NAME.findall(sentence))


def is_standing(claim: Claim) -> bool:
    """True for what needs no happening, or has one only where its clause says so."""
    before = claim.text[: claim.value.start - claim.start]
    return is_aside(claim) or claim.measure in HARMS | STANDING or OWNED.search(before) is not None
