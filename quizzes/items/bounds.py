"""What a figure as written leaves open: between which two numbers the count lies, and which figure is surely highest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from quizzes.nlp.types import Bound, Claim, Quantity

ABOUT_SHARE = 0.1
"""How far "about 200" may be off: a tenth either way. Wide on purpose: only proofs of "more" and "less" rest on it."""

JOINED = re.compile(r"(?:\b(?:and|or|plus|including)|as well as)\s+(?:also\s+)?$")
HARM = r"was|were|are|is|had|has|have|died|dead|killed|injured|wounded|hurt|missing|arrested|rescued"
CLAUSE = re.compile(rf"\b(?:{HARM})\b")
LIST_AFTER = r"(?:,|;|\s+and|\s+plus)\s+(?:an?\s|the\s|[A-Z])"
"""What stands around a number that is one entry of a list, and around one that has a clause to itself."""


def lower(value: Quantity) -> float:
    """The least that the words allow: 22 for "at least 22", 0 for "at most 5", the table's low for a vague word."""
    if value.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return 0.0
    low = _first(value.low, value.about[0] if value.about else None, value.high)
    return low * (1 - ABOUT_SHARE) if value.bound is Bound.ABOUT and not value.about else low


def upper(value: Quantity) -> float:
    """The most that the words allow: infinity for "at least 22", the table's high for a vague word."""
    if value.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return inf
    high = _first(value.high, value.about[1] if value.about else None, value.low)
    return high * (1 + ABOUT_SHARE) if value.bound is Bound.ABOUT and not value.about else high


def figure(value: Quantity) -> float | None:
    """The one figure that the words name, without its fence; None for a vague word or a range."""
    if value.low is not None and value.high is not None and value.low != value.high:
        return None
    return value.low if value.low is not None else value.high


def is_exact(value: Quantity) -> bool:
    return value.bound is Bound.EXACT and value.low is not None and value.low == value.high


def disjoint(one: Quantity, other: Quantity) -> bool:
    """True where no number fits both."""
    return upper(one) < lower(other) or upper(other) < lower(one)


def surely_highest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the one article whose number is surely above all others', whatever the bounds leave open.

    Empty where that cannot be decided. Several numbers inside that article do no harm: those of its
    claims count that name its highest figure. The parts another article gives separately ("five
    adults", "two children") are taken together, because their sum may be what is compared.
    """
    by_article = _by_article(claims)
    for article, own in by_article.items():
        least = max(lower(c.value) for c in own)
        if any(lower(c.value) == least and is_listed(c) for c in own):
            continue
        if all(_most(others) < least for other, others in by_article.items() if other != article):
            return tuple(c for c in own if lower(c.value) == least)
    return ()


def highest_figure(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the one article that names the highest figure, its fence ("at least") left aside.

    Empty where two articles tie, where a vague word may mean more, or where nothing names a figure.
    """
    named = [(figure(c.value), c) for c in claims]
    figures = [f for f, _ in named if f is not None]
    if not figures:
        return ()
    top = max(figures)
    best = tuple(c for f, c in named if f == top)
    unnamed = [c for f, c in named if f is None]
    if any(is_listed(c) for c in claims):
        return ()
    if len({c.article for c in best}) > 1 or any(upper(c.value) >= top for c in unnamed):
        return ()
    return best


@lru_cache(maxsize=4096)
def is_listed(claim: Claim) -> bool:
    """True for a number in a list of people or things told otherwise ("hurt the mayor, Ann Lee and two clerks"): a part."""
    at = claim.value.start - claim.start
    before, after = claim.text[:at], claim.text[at + len(claim.value.text) :]
    unit = re.escape(claim.value.unit or "")
    if joined := JOINED.search(before):
        entry = re.split(r"[,;:]", before[: joined.start()])[-1]
        own_verb = re.match(rf"\s*(?:{unit})?\s*(?:others?\s+)?({HARM})\b", after)
        # "… burned and one cook is hurt": a list of two would take "are"
        is_single = own_verb is not None and own_verb[1] in ("is", "was", "has")
        return not (own_verb and (is_single or CLAUSE.search(entry)))
    return bool(re.match(rf"\s+{unit}{LIST_AFTER}", after))


def articles_disagree(claims: Sequence[Claim]) -> bool:
    """True where one article surely gives more than another can mean, all its parts taken together."""
    by_article = _by_article(claims)
    return any(
        surely_more(own, other) for a, own in by_article.items() for b, other in by_article.items() if a != b
    )


def surely_more(own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return max(lower(c.value) for c in own) > _most(others)


def _most(claims: Sequence[Claim]) -> float:
    """The most that an article can mean: the highest of each thing counted, added up; no limit to an open list."""
    if any(is_listed(c) for c in claims):
        return inf
    by_counted: dict[tuple[str, ...], float] = defaultdict(float)
    for claim in claims:
        by_counted[claim.counted] = max(by_counted[claim.counted], upper(claim.value))
    return sum(by_counted.values())


def _by_article(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.article].append(claim)
    return found


def _first(*numbers: float | None) -> float:
    return next((n for n in numbers if n is not None), 0.0)
