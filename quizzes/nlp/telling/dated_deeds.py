"""Claims joined by the day of what they tell: "resigned on Friday" in two articles is one deed, though no noun for it stands
there. Only dates found alike in two places are joined; when unsure, apart. Free of spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice, product

from quizzes.nlp.lexicons.same_deeds import DEED_OF
from quizzes.nlp.telling.central import with_central
from quizzes.nlp.telling.deed_figures import (
    STEM,
    matter_of,
    with_clock_times,
    with_equal_figures,
    with_figures,
)
from quizzes.nlp.telling.happening_labels import written
from quizzes.nlp.telling.kin import Names, names_of, share_names
from quizzes.nlp.telling.neighbours import Groups, by_key, near_pairs
from quizzes.nlp.telling.shared_harms import with_shared_harms
from quizzes.nlp.types import TOLD, Claim, Occurrence, Reading, Role, ValueType
from quizzes.nlp.written.dates import MONTHS, anchor_of, weekday_of

RECENT = 10
"""Days around an article within which much happens that it tells of: a day alone joins nothing there."""
LONG_PAST = 365
"""Days after which an article seldom tells of two things of one month."""
LEAD = 3
"""Sentences in which the body tells its news."""
SAME_DEED, SAME_LEAD, SAME_DAY, SAME_MONTH = 3, 4, 2, 3
"""Words besides the date that two sentences must share: with one deed on one recent day; each in its article's lead; on one
day long past or ahead; in one such month."""
SHARE = 0.2
LEAD_SHARE = 0.28
"""Of the shorter sentence's words, the share that the two must have in common, and that two leads must have."""


@dataclass(frozen=True)
class Deed:
    """A date claim with what joining it needs of its article."""

    claim: Claim
    names: Names
    published: date | None
    is_lead: bool

    @cached_property
    def norm(self) -> str:
        return self.claim.value.norm or ""

    @cached_property
    def word(self) -> str:
        """What was done on that day, as the claim names it."""
        if self.claim.measure == "date":
            return ("date", *self.claim.counted)[-1]
        return self.claim.measure.removeprefix("date: ")

    @cached_property
    def matter(self) -> frozenset[str]:
        """The sentence's words that carry its matter, cut to stems."""
        return matter_of(self.claim.text)

    @cached_property
    def days_apart(self) -> int | None:
        """Days between the date (the middle of a month) and the article; None where that cannot be told."""
        day = anchor_of(self.norm) or anchor_of(f"{self.norm}-15")
        return abs((day - self.published).days) if day and self.published else None

    @property
    def days(self) -> frozenset[str]:
        """The forms in which its date may stand in another article: a day of these weeks by its weekday, one long past by
        its month."""
        wider = f"weekday:{weekday_of(self.norm)}" if self.is_recent else self.norm[: len("2021-02")]
        return frozenset({self.norm, wider})

    @property
    def is_recent(self) -> bool:
        """True for a day of the article's own news, or one that cannot be told from it."""
        return self.days_apart is None or self.days_apart <= RECENT

    @property
    def is_long_past(self) -> bool:
        return self.days_apart is not None and self.days_apart > LONG_PAST


def join_deeds(
    readings: Sequence[Reading], claims: tuple[Claim, ...], occurrences: tuple[Occurrence, ...]
) -> tuple[tuple[Claim, ...], tuple[Occurrence, ...]]:
    """The claims, more of them with an occurrence, and the occurrences with those that dates alone have shown."""
    names = {r.article: names_of(r) for r in readings}
    groups = grouped(tuple(deeds_of(readings, claims, names)))
    made: dict[str, str] = {}
    found: list[Occurrence] = []
    for group in groups:
        known = {d.claim.occurrence for d in group} - {None}
        label = deed_label(group)
        own = Occurrence(deed_id(group), label)
        made.update((d.claim.id, next(iter(known), None) or own.id) for d in group)
        if not known:
            found.append(own)
    joined = tuple(replace(c, occurrence=made.get(c.id, c.occurrence)) for c in claims)
    leads = {(d.claim.article, d.claim.start) for group in groups for d in group if d.is_lead}
    told = tuple(with_figures(joined, leads))
    deeds, ends = {o.id for o in found}, {r.article: lead_end(r) for r in readings}
    told = tuple(with_central(readings, told, (*occurrences, *found), deeds, ends, names))
    told = tuple(with_shared_harms(told, deeds, ends, names))
    told = tuple(with_equal_figures(told, names))
    told = tuple(with_clock_times(told, deeds, ends))
    return told, (*occurrences, *found)


def deeds_of(
    readings: Sequence[Reading], claims: Sequence[Claim], names: Mapping[str, Names]
) -> Iterator[Deed]:
    """The date claims that name a day or month."""
    published = {r.article: anchor_of(r.published) for r in readings}
    leads = {r.article: lead_end(r) for r in readings}
    for claim in claims:
        norm = claim.value.norm or ""
        if claim.value.type is ValueType.DATE and claim.role in TOLD and len(norm) > len("2021"):
            a = claim.article
            yield Deed(claim, names[a], published[a], claim.start < leads[a])


def lead_end(reading: Reading) -> int:
    """Where the sentences end in which the body tells its news."""
    body = [p for p in reading.passages if p.role is Role.BODY]
    inside = (s for s in reading.sentences if any(p.start <= s.start < p.end for p in body))
    return max((s.end for s in islice(inside, LEAD)), default=0)


def grouped(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The deeds that are told twice or more, each group of one occurrence at most."""

    def may_join(one: list[int], other: list[int]) -> bool:
        known = {deeds[n].claim.occurrence for n in (*one, *other)} - {None}
        days = {d for n in (*one, *other) if (d := anchor_of(deeds[n].norm))}
        return len(known) <= 1 and len(days) <= 1

    groups = Groups(len(deeds), may_join)
    for i, j in meeting(deeds):
        if not groups.are_settled(i, j) and are_one(deeds[i], deeds[j]):
            groups.join(i, j)
    return [[deeds[n] for n in group] for group in groups if len(group) > 1]


def meeting(deeds: Sequence[Deed]) -> list[tuple[int, int]]:
    """The places of deeds of one day with a word in common, so that many articles on many events cost little."""
    told = frozenset(deed.norm for deed in deeds)
    return near_pairs(by_key(product(deed.days & told, deed.matter) for deed in deeds))


def are_one(a: Deed, b: Deed) -> bool:
    """True where two dates are surely of one deed."""
    is_same, is_recent = do_the_same(a, b), a.is_recent or b.is_recent
    if a.claim.article == b.claim.article and is_recent and a.claim.text != b.claim.text and not is_same:
        return False
    shared = a.matter & b.matter
    size = min(len(a.matter), len(b.matter))
    if len(shared) < SHARE * size:
        return False
    if a.claim.article != b.claim.article and not share_names(a.names, b.names):
        return False
    if is_same and len(shared) >= SAME_DEED:
        return True
    if is_recent:
        return a.is_lead and b.is_lead and len(shared) >= max(SAME_LEAD, LEAD_SHARE * size)
    if a.norm == b.norm and anchor_of(a.norm):
        return len(shared) >= SAME_DAY + (a.claim.article == b.claim.article)
    needed = SAME_MONTH + (a.norm != b.norm)
    return a.claim.article != b.claim.article and a.is_long_past and b.is_long_past and len(shared) >= needed


def do_the_same(a: Deed, b: Deed) -> bool:
    """True where the words that the dates hang on are one, or tell one deed."""
    deed = DEED_OF.get(a.word)
    return a.word[:STEM] == b.word[:STEM] or (deed is not None and deed == DEED_OF.get(b.word))


def deed_id(group: Sequence[Deed]) -> str:
    ids = "\n".join(sorted(d.claim.id for d in group))
    return "o" + hashlib.sha1(ids.encode(), usedforsecurity=False).hexdigest()[:12]


def deed_label(group: Sequence[Deed]) -> str:
    """ "events of 3 May 2031": a verb alone would tell too little, and the claims' sentences tell the rest."""
    norms: Mapping[str, None] = dict.fromkeys(sorted(d.norm for d in group))
    when = next(filter(None, map(written, norms)), "")
    if when:
        return f"events of {when}"
    month = next((n for n in norms if len(n) == len("2021-02") and not n.startswith("--")), "")
    return f"events of {MONTHS[int(month[5:]) - 1].title()} {month[:4]}" if month else "events of one day"
