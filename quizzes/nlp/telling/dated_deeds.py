"""Claims joined by the day of what they tell: "resigned on Friday" in two articles is one deed, though no noun for it stands
there. Only dates found alike in two places are joined, and figures beside them; when unsure, apart. Free of spaCy."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations

from quizzes.nlp.lexicons.numbers import CURRENCIES
from quizzes.nlp.lexicons.same_deeds import DEED_OF
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.happening_labels import written
from quizzes.nlp.telling.kin import Names, names_of, share_names
from quizzes.nlp.types import Claim, Occurrence, Reading, Role, ValueType
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS, anchor_of, weekday_of

RECENT = 10
"""Days around an article within which much happens that it tells of: a day alone joins nothing there."""
LONG_PAST = 365
"""Days after which an article seldom tells of two things of one month."""
LEAD = 3
"""Sentences in which the body tells its news."""
STEM, SHORTEST = 6, 4
"""Letters to which words are cut for comparing, and of the shortest that carry matter."""
SAME_DEED, SAME_LEAD, SAME_DAY, SAME_MONTH, SAME_FIGURE = 3, 4, 2, 3, 3
"""Words besides the date that two sentences must share: with one deed on one recent day; each in its article's lead; on one
day long past or ahead; in one such month; with one figure."""
SHARE = 0.2
LEAD_SHARE = 0.28
"""Of the shorter sentence's words, the share that the two must have in common, and that two leads must have."""
CLAUSE_END = re.compile(
    r"[,;:()]| [–—-] | (?:and|but|while|after|before|who|which|that|when|where|of|none|than) "
)
NEAR = 4
"""Words at most between a date and the figure of one clause."""
ASIDE = frozenset({"age", "money", "percent", "place in order"})
"""Measures of what somebody or something is at any time, rather than of what happened."""
IDLE = (
    words(
        """
        that this these those with from have were been they their there which would about after into over under said says
        more than when what where while also most some such other only very just like could should will before between
        because being does during each even first since still through until upon well whom whose your year years week month
        time people told according last many much made make news night morning afternoon evening early late
        """
    )
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)
"""Words that any two sentences may share."""


@lru_cache(maxsize=8192)
def matter_of(sentence: str) -> frozenset[str]:
    """The words of a sentence that carry its matter, cut to stems."""
    found = re.findall(r"[^\W\d_]+", sentence.casefold())
    return frozenset(w[:STEM] for w in found if len(w) >= SHORTEST and w not in IDLE)


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
            return (*self.claim.counted, "date")[0]
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
    groups = grouped(tuple(deeds_of(readings, claims)))
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
    leads = {(d.claim.article, d.claim.start): made[d.claim.id] for g in groups for d in g if d.is_lead}
    told = tuple(with_clock_times(with_figures(joined, leads.keys()), leads))
    return tuple(with_equal_figures(told, {r.article: names_of(r) for r in readings})), (*occurrences, *found)


def deeds_of(readings: Sequence[Reading], claims: Sequence[Claim]) -> Iterator[Deed]:
    """The date claims that name a day or month."""
    names = {r.article: names_of(r) for r in readings}
    published = {r.article: anchor_of(r.published) for r in readings}
    leads = {r.article: lead_end(r) for r in readings}
    for claim in claims:
        norm = claim.value.norm or ""
        if claim.value.type is ValueType.DATE and claim.role is Role.BODY and len(norm) > len("2021"):
            a = claim.article
            yield Deed(claim, names[a], published[a], claim.start < leads[a])


def lead_end(reading: Reading) -> int:
    """Where the sentences end in which the body tells its news."""
    body = [p for p in reading.passages if p.role is Role.BODY]
    inside = [s for s in reading.sentences if any(p.start <= s.start < p.end for p in body)]
    return inside[:LEAD][-1].end if inside else 0


def grouped(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The deeds that are told twice or more, each group of one occurrence at most."""
    group_of = {n: [n] for n in range(len(deeds))}
    for i, j in meeting(deeds):
        one, other = group_of[i], group_of[j]
        known = {deeds[n].claim.occurrence for n in (*one, *other)} - {None}
        if one is other or len(known) > 1 or not are_one(deeds[i], deeds[j]):
            continue
        one.extend(other)
        group_of.update((n, one) for n in other)
    return [[deeds[n] for n in g] for n, g in group_of.items() if g[0] == n and len(g) > 1]


def meeting(deeds: Sequence[Deed]) -> list[tuple[int, int]]:
    """The places of deeds of one day with a word in common, so that many articles on many events cost little."""
    at: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for n, deed in enumerate(deeds):
        days = {deed.norm} | ({f"weekday:{weekday_of(deed.norm)}"} if deed.is_recent else set())
        for day in days:
            for stem in deed.matter:
                at[day, stem].append(n)
    return sorted({pair for numbers in at.values() for pair in combinations(numbers, 2)})


def are_one(a: Deed, b: Deed) -> bool:
    """True where two dates are surely of one deed."""
    is_same = do_the_same(a, b)
    if a.claim.article == b.claim.article and a.claim.text != b.claim.text and not is_same:
        return False
    shared = a.matter & b.matter
    size = min(len(a.matter), len(b.matter))
    if len(shared) < SHARE * size:
        return False
    if a.claim.article != b.claim.article and not share_names(a.names, b.names):
        return False
    if is_same and len(shared) >= SAME_DEED:
        return True
    if a.is_recent or b.is_recent:
        return a.is_lead and b.is_lead and len(shared) >= max(SAME_LEAD, LEAD_SHARE * size)
    if anchor_of(a.norm):
        return len(shared) >= SAME_DAY
    return a.is_long_past and b.is_long_past and len(shared) >= SAME_MONTH


def do_the_same(a: Deed, b: Deed) -> bool:
    """True where the words that the dates hang on are one, or tell one deed."""
    deed = DEED_OF.get(a.word)
    return a.word[:STEM] == b.word[:STEM] or (deed is not None and deed == DEED_OF.get(b.word))


def with_figures(claims: Sequence[Claim], leads: Set[tuple[str, int]]) -> Iterator[Claim]:
    """The claims, a figure in the very clause of a dated deed with that deed's occurrence.

    `leads` are article and start of the sentences that tell an article's news.
    """
    dates: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.value.type is ValueType.DATE:
            dates[claim.article, claim.start].append(claim)
    for claim in claims:
        at = claim.article, claim.start
        own = dates.get(at, [])
        if claim.occurrence is None and len(own) == 1 and is_beside(claim, own[0], is_lead=at in leads):
            yield replace(claim, occurrence=own[0].occurrence)
        else:
            yield claim


def is_beside(figure: Claim, dated: Claim, *, is_lead: bool) -> bool:
    """True for a figure in the clause that its sentence's one date is of."""
    if figure.value.type not in {ValueType.NUMBER, ValueType.TIME} or is_aside(figure):
        return False
    first, last = sorted((figure.value, dated.value), key=lambda v: v.start)
    between = figure.text[first.end - figure.start : last.start - figure.start]
    return CLAUSE_END.search(between) is None and (is_lead or len(between.split()) <= NEAR)


def is_aside(figure: Claim) -> bool:
    """True for a figure that needs no happening: an age, a sum, "a 21-year veteran"."""
    unit = (figure.value.unit or "").removesuffix("s")
    return figure.measure in ASIDE or unit in CURRENCIES or unit == "year"


def with_clock_times(claims: Iterable[Claim], leads: Mapping[tuple[str, int], str]) -> Iterator[Claim]:
    """The claims, a time of day in a sentence without date with the one dated deed that its article's lead tells: a clock
    stands in the telling of a day, and no other was named."""
    claims = tuple(claims)
    dated = {(c.article, c.start) for c in claims if c.value.type is ValueType.DATE}
    own: defaultdict[str, set[str]] = defaultdict(set)
    for (article, _), occurrence in leads.items():
        own[article].add(occurrence)
    for claim in claims:
        is_clock = claim.value.type is ValueType.TIME and claim.occurrence is None
        if is_clock and len(own[claim.article]) == 1 and (claim.article, claim.start) not in dated:
            yield replace(claim, occurrence=next(iter(own[claim.article])))
        else:
            yield claim


def with_equal_figures(claims: Sequence[Claim], names: Mapping[str, Names]) -> Iterator[Claim]:
    """The claims, a figure that another article ties to one occurrence alone with that occurrence."""
    told: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.occurrence is not None and (key := figure_key(claim)):
            told[key].append(claim)
    for claim in claims:
        if claim.occurrence is not None or (key := figure_key(claim)) is None:
            yield claim
            continue
        matter = matter_of(claim.text)
        found = {
            c.occurrence
            for c in told[key]
            if len(matter & matter_of(c.text)) >= SAME_FIGURE
            and c.article != claim.article
            and share_names(names[c.article], names[claim.article])
        }
        yield replace(claim, occurrence=found.pop()) if len(found) == 1 else claim


def figure_key(claim: Claim) -> Hashable:
    """What two claims of one figure share: a clock time, or number, measure and what is counted; None for any other."""
    value = claim.value
    if value.type is ValueType.TIME:
        return value.norm
    if value.type is not ValueType.NUMBER or value.low is None or value.low != value.high or is_aside(claim):
        return None
    return value.low, claim.measure, value.unit or claim.counted[-1:]


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
