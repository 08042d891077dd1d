"""Somebody is under arrest in one article; in another nobody is, or he has been let go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.discrepancies import days_of
from quizzes.nlp.findings.set_apart import Put, apart, contradiction, own_sentences, put, said_once
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.findings.zero_arrests import find_zero_arrests
from quizzes.nlp.types import Finding, Relation

SURE, LESS_SURE = 0.65, 0.55
"""Where the sentences share no words, nobody under arrest here and somebody there may be of two matters."""
HELD, FREE, NOBODY = "held", "free", "nobody"

STATES = {
    HELD: re.compile(
        r"\b(?:is|are|was|were|has been|have been)(?: now| still)? (?:under arrest|in custody|in police custody|being (?:held|questioned|quizzed"
        r"|interviewed|detained)|(?:arrested|detained|taken into custody))\b",
        re.IGNORECASE,
    ),
    FREE: re.compile(
        r"\b(?:had|have|has)? ?(?:let (?:him|her|them) go|(?:released|freed) (?:him|her|them)?|was (?:released|freed) without charge)\b",
        re.IGNORECASE,
    ),
    NOBODY: re.compile(
        r"\b(?:(?:no one|nobody)(?: has been| had been| was| is)? (?:arrested|under arrest|in custody|detained)|no arrests?)\b",
        re.IGNORECASE,
    ),
}
NOT_NOW = re.compile(
    r"\b(?:if|would|could|should|will|until|unless|might|may|whether|in case|not|never|no one|nobody|no)\b[^.;]*$",
    re.IGNORECASE,
)
"""What stands before words of arrest that tell of none."""
SHARED = 2
"""Words of content that sentences on one man who is held, and let go, share."""


def find_custody(side: SideBySide) -> Iterator[Finding]:
    """The finding that somebody is held in one article and not in another, where figures have not told it already."""
    if any(True for _ in find_zero_arrests(side)):
        return
    puts = [
        put(s, m, "arrest", state)
        for r in side.originals
        for s in own_sentences(side, r)
        for state, pattern in STATES.items()
        for m in pattern.finditer(s.text)
        if state is not HELD or not NOT_NOW.search(s.text[: m.start()])
    ]
    once = said_once(puts).get("arrest", [])
    found = apart(once, differ)
    if not found:
        return
    sure = SURE if any(share(a, b) for a, b in combinations(found, 2) if a.key != b.key) else LESS_SURE
    relation = relation_of(found, days_of(side))
    yield contradiction(side, found, "Whether anybody is under arrest", sure, "status", relation)


def differ(a: Put, b: Put) -> bool:
    if HELD not in {a.key, b.key} or a.key == b.key:
        return False
    return NOBODY in {a.key, b.key} or share(a, b)


def share(a: Put, b: Put) -> bool:
    return len(content(a.sentence.text) & content(b.sentence.text)) >= SHARED


def relation_of(puts: list[Put], published: dict[str, str | None]) -> Relation:
    """UPDATE where all that tell of an arrest are of a later day than those that tell of none; else CONFLICT."""
    held, others = (
        [published.get(p.article) or "" for p in puts if (p.key == HELD) is is_held]
        for is_held in (True, False)
    )
    is_later = all(held) and all(others) and min(held) > max(others)
    return Relation.UPDATE if is_later else Relation.CONFLICT
