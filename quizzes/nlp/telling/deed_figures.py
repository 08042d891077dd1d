"""Which figures are of a deed that dates have shown: those beside the date, the same figure in another article, a time of
that day. Free of spaCy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from quizzes.nlp.lexicons.numbers import CURRENCIES
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.telling.kin import Names, share_names
from quizzes.nlp.types import Claim, ValueType
from quizzes.nlp.written.dates import MONTHS, WEEKDAYS

STEM, SHORTEST = 6, 4
"""Letters to which words are cut for comparing, and of the shortest that carry matter."""
CLAUSE_END = re.compile(
    r"[,;:()]| [–—-] | (?:and|but|while|after|before|who|which|that|when|where|of|none|than) "
)
NEAR = 4
"""Words at most between a date and the figure of one clause."""
ASIDE = frozenset({"age", "money", "percent", "place in order"})
"""Measures of what somebody or something is at any time, rather than of what happened."""
OF_VOTE = re.compile(r"(?: ?percent| ?per cent|%)? of the (?:\w+ )?votes?\b")
"""Behind a share that is the result of one vote."""
SAME_FIGURE, SAME_RARE = 3, 1
"""Words that the sentences of one figure must share, and those of one that is rare."""
RARE = 21
"""From here on a figure that is not round seldom stands in two articles by chance."""
AHEAD = re.compile(
    r"\b(?:will|would|should|may|might|is|are) (?:be|hold|begin|start|due|set|scheduled|expected)\b"
)
"""Words of what is still to come."""
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
    if OF_VOTE.match(figure.text, figure.value.end - figure.start):
        return False
    return figure.measure in ASIDE or unit in CURRENCIES or unit == "year"


def with_clock_times(
    claims: Sequence[Claim], deeds: Set[str], lead_ends: Mapping[str, int]
) -> Iterator[Claim]:
    """The claims, a time of day in a sentence without date with the one dated deed that its article's lead tells: a clock
    stands in the telling of a day, and no other was named. `deeds` are the occurrences that dates alone have shown."""
    dated = {(c.article, c.start) for c in claims if c.value.type is ValueType.DATE}
    own: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.occurrence is not None and claim.start < lead_ends[claim.article]:
            own[claim.article].add(claim.occurrence)
    for claim in claims:
        found = own[claim.article]
        is_clock = claim.value.type is ValueType.TIME and claim.occurrence is None
        is_of_day = (claim.article, claim.start) not in dated and not AHEAD.search(claim.text)
        if is_clock and is_of_day and len(found) == 1 and found <= deeds:
            yield replace(claim, occurrence=next(iter(found)))
        else:
            yield claim


def with_equal_figures(claims: Sequence[Claim], names: Mapping[str, Names]) -> Iterator[Claim]:
    """The claims, a figure that another article ties to one occurrence alone with that occurrence."""
    told: defaultdict[Hashable, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.occurrence is not None and (key := figure_key(claim)):
            told[key][claim.occurrence].append(claim)
    for claim in claims:
        if claim.occurrence is not None or (key := figure_key(claim)) is None:
            yield claim
            continue
        found = [o for o, others in told[key].items() if any(tell_alike(claim, c, names) for c in others)]
        yield replace(claim, occurrence=found[0]) if len(found) == 1 else claim


def tell_alike(claim: Claim, other: Claim, names: Mapping[str, Names]) -> bool:
    """True where another article on the same people gives a figure in much the same words."""
    return (
        claim.article != other.article
        and len(matter_of(claim.text) & matter_of(other.text))
        >= (SAME_RARE if is_rare(claim) else SAME_FIGURE)
        and share_names(names[other.article], names[claim.article])
    )


def is_rare(claim: Claim) -> bool:
    """True for a count such as 33 or 1,147; years and clock times are common."""
    low = claim.value.low
    is_count = claim.value.type is ValueType.NUMBER and bool(claim.counted)
    return is_count and low is not None and low >= RARE and low % 10 != 0 and not 1900 <= low < 2100


def figure_key(claim: Claim) -> Hashable:
    """What two claims of one figure share: a clock time, or number, measure and what is counted; None for any other."""
    value = claim.value
    if value.type is ValueType.TIME:
        return value.norm
    if value.type is not ValueType.NUMBER or value.low is None or value.low != value.high or is_aside(claim):
        return None
    return value.low, claim.measure, (value.unit or "").removesuffix("s") or claim.counted[-1:]
