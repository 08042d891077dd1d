"""Tolls that an article opens with, or that are still open, without naming the happening: of the one that alone has such a toll
in the story. When unsure, apart. Free of spaCy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from quizzes.nlp.lexicons.harms import THINGS
from quizzes.nlp.telling.kin import Names, share_names
from quizzes.nlp.telling.past import AHEAD, BEFORE
from quizzes.nlp.types import Claim, Role, ValueType

OPEN = "missing"
"""The measure that is told while it lasts: nobody writes of the missing of an older happening without saying so."""
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
TOLLS = frozenset({OPEN, "killed"})


def with_shared_harms(
    claims: Sequence[Claim], deeds: Set[str], lead_ends: Mapping[str, int], names: Mapping[str, Names]
) -> Iterator[Claim]:
    """The claims, a toll without happening with the only one of which the story's articles tell such a toll.

    `deeds` are the occurrences that dates alone have shown: a toll of such a day is as free as one of none.
    """
    told: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.measure in TOLLS and claim.occurrence and claim.occurrence not in deeds:
            told[claim.measure][claim.occurrence].add(claim.article)
    for claim in claims:
        only = told.get(claim.measure, {})
        if len(only) == 1 and is_free(claim, deeds, lead_ends):
            ((occurrence, articles),) = only.items()
            is_near = any(
                a == claim.article or share_names(names[a], names[claim.article]) for a in sorted(articles)
            )
            yield replace(claim, occurrence=occurrence) if is_near else claim
        else:
            yield claim


def is_free(claim: Claim, deeds: Set[str], lead_ends: Mapping[str, int]) -> bool:
    """True for a toll of people, of no happening, that looks neither back nor ahead; of the dead only one that the article
    opens with."""
    if claim.measure not in TOLLS or claim.value.type is not ValueType.NUMBER:
        return False
    if (claim.occurrence is not None and claim.occurrence not in deeds) or claim.role is Role.CAPTION:
        return False
    said = SINCE.sub("", claim.text) if claim.measure == OPEN else claim.text
    is_thing = bool(claim.counted) and claim.counted[-1] in THINGS
    if is_thing or BEFORE.search(said) or AHEAD.search(said):
        return False
    return claim.measure == OPEN or claim.start < lead_ends[claim.article]
