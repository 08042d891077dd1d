"""What somebody did in one article and did not in another, and how somebody is: conceded or refused to, critical or dead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from quizzes.nlp.findings.comparable import content
from quizzes.nlp.findings.discrepancies import connected
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.lexicons.attributes import CONDITIONS
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.short_names import is_short_for
from quizzes.nlp.lexicons.stands import OFTEN
from quizzes.nlp.types import Claim, Evidence, Finding, FindingKind, Position, Relation, ValueType

SURE = 0.75
NOT = "not "
DEAD = "dead"
GROUPS = (CONDITIONS | {DEAD, "released"}, frozenset({"at large", "in custody", "released"}))
"""States of which somebody can be in one at a time."""
WORSE = frozenset({DEAD})

BESIDE = 2
"""Words that two sentences on a deed that may be done again share beside it and its doer."""

Pairing = Callable[[Claim, Claim], bool]


def find_status_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each deed that is affirmed and denied, and each person told to be in two states."""
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in side.witnesses:
        if claim.value.type is ValueType.TEXT and claim.measure == "status" and claim.counted:
            groups[claim.counted[-1]].append(claim)
    published = {r.article: r.published for r in side.readings}
    for _, claims in sorted(groups.items()):
        related: defaultdict[Relation, list[tuple[Claim, Claim]]] = defaultdict(list)
        for a, b in combinations(claims, 2):
            if a.article != b.article and are_one(a, b) and (denies(a, b, claims) or excludes(a, b, claims)):
                related[relation_of(a, b, published)].append((a, b))
        for relation, pairs in sorted(related.items()):
            for group in connected(pairs):
                yield discrepancy(side, relation, group)


def are_one(a: Claim, b: Claim) -> bool:
    """True for one bearer by name, or by one noun for a body; two first names are two persons."""
    one, other = a.counted, b.counted
    if len(one) > 1 and len(other) > 1:
        return one[-2] == other[-2] or is_short_for(one[-2], other[-2])
    return one[-1] not in PEOPLE or len(content(a.text) & content(b.text)) > BESIDE


def norm(claim: Claim) -> str:
    return claim.value.norm or ""


def denies(a: Claim, b: Claim, claims: list[Claim]) -> bool:
    """True where one article says that a deed was done and the other that it was not, and neither says both."""
    if norm(a).removeprefix(NOT) != norm(b).removeprefix(NOT) or norm(a) == norm(b):
        return False
    if any(
        c.article in {a.article, b.article} and norm(c) == norm(x) and c.article != x.article
        for c in claims
        for x in (a, b)
    ):
        return False
    deed = norm(a).removeprefix(NOT)
    if deed.split()[0] not in OFTEN or (a.occurrence is not None and a.occurrence == b.occurrence):
        return True
    own = content(f"{deed} {' '.join(a.counted)} {' '.join(b.counted)} {a.value.text} {b.value.text}")
    return len((content(a.text) & content(b.text)) - own) >= BESIDE


def excludes(a: Claim, b: Claim, claims: list[Claim]) -> bool:
    """True for two states of which a person is in one at a time, where neither article tells of both."""
    if norm(a) == norm(b) or not any({norm(a), norm(b)} <= group for group in GROUPS):
        return False
    if len(a.counted) + len(b.counted) < 2 or a.counted[-1] in PEOPLE:
        return False
    told = defaultdict(set)
    for c in claims:
        told[c.article].add(norm(c))
    return not told[a.article] & told[b.article]


def relation_of(a: Claim, b: Claim, published: dict[str, str | None]) -> Relation:
    """UPDATE where the article of a later day tells what can come after: a deed done at last, another state, death."""
    day_a, day_b = published.get(a.article), published.get(b.article)
    if not day_a or not day_b or day_a == day_b:
        return Relation.CONFLICT
    earlier, later = (a, b) if day_a < day_b else (b, a)
    is_undone = norm(later).startswith(NOT) or norm(earlier) in WORSE
    return Relation.CONFLICT if is_undone else Relation.UPDATE


def discrepancy(side: SideBySide, relation: Relation, claims: tuple[Claim, ...]) -> Finding:
    given = listed([f"{side.name(c.article)} says “{c.value.text}”" for c in claims])
    fullest = max([c.counted for c in claims], key=len)
    who = " ".join(fullest).title()
    ending = (
        "the later article tells of a later state"
        if relation is Relation.UPDATE
        else "these cannot both be right"
    )
    occurrences = {c.occurrence for c in claims}
    return make_finding(
        FindingKind.DISCREPANCY,
        [
            Position(
                c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),)
            )
            for c in claims
        ],
        f"{who}: {given}; {ending}.",
        SURE,
        relation=relation,
        aspect="status",
        measure="status",
        occurrence=occurrences.pop() if len(occurrences) == 1 else None,
    )
