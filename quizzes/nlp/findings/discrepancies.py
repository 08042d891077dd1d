"""Figures that differ: across articles and within one, by relation; and the figures on which articles agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from quizzes.nlp.findings.comparable import (
    HARMS,
    SUMS,
    THINGS,
    UNNAMED,
    Kinship,
    about_one_thing,
    denies,
    family,
    head,
    is_count,
    is_indefinite,
    kinship,
)
from quizzes.nlp.findings.gathering import count_as_overtaken, with_echoes
from quizzes.nlp.findings.pairing import Pair, pairs_to_judge
from quizzes.nlp.findings.partners import may_differ, share_occurrence
from quizzes.nlp.findings.relations import Equal, figure, is_vague, relate
from quizzes.nlp.findings.same_matter import answers
from quizzes.nlp.findings.side_by_side import SideBySide, listed, make_finding
from quizzes.nlp.findings.tolls import are_whole_tolls
from quizzes.nlp.lexicons.typed import TRIP, TYPED
from quizzes.nlp.reuse import is_strong
from quizzes.nlp.types import (
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Position,
    Relation,
    ValueType,
)

SURE = 0.85
LESS_SURE = 0.15
"""Taken off for each doubt: no occurrence to tie the figures, a measure that is no harm, vague words, one article
alone, and scope, since a figure of another scope is often of another happening."""

DISPUTED = 0.5
FULL_NAME = 2
"""Words of a name by which its bearer is known."""
LARGE_SUM = 10_000

LEAST_SURE = 0.5
"""Below this two figures are more likely about two things: no finding."""


SAYS = {
    Relation.CONFLICT: "these cannot all be right",
    Relation.PRECISION: "some are more exact than others, and all can be right",
    Relation.SCOPE: "they look alike but count different things",
    Relation.UPDATE: "the later count takes the place of the earlier one",
}


def find_discrepancies(side: SideBySide) -> Iterator[Finding]:
    """A finding for each set of figures that hang together by one relation."""
    published = days_of(side)
    for group in comparable_claims(side.claims):
        related: defaultdict[Relation, list[Pair]] = defaultdict(list)
        for judged in pairs_to_judge(group, published):
            a, b = judged.pair
            if not may_differ(a, b, judged.beside):
                continue
            relation = related_in(a, b, judged.beside, published)
            if isinstance(relation, Relation):
                related[relation] += judged.alike
        count_as_overtaken(related, published)
        for relation, pairs in sorted(related.items()):
            for claims in connected(pairs):
                claims = with_echoes(claims, group)
                if confidence(relation, claims) >= LEAST_SURE:
                    yield discrepancy(side, relation, claims)
        yield from denials(side, group)


def related_in(
    a: Claim, b: Claim, group: tuple[Claim, ...], published: dict[str, str | None]
) -> Relation | Equal | None:
    return relate(a, b, published, is_one=are_whole_tolls(a, b, group))


def find_agreements(side: SideBySide) -> Iterator[Finding]:
    """A finding for each figure that two independent articles give alike: two copies of one sentence are one witness."""
    published = days_of(side)
    copied = copied_places(side)
    for group in comparable_claims(side.witnesses):
        pairs = [
            (a, b)
            for a, b in combinations(group, 2)
            if a.article != b.article
            and share_occurrence(a, b)
            and about_one_thing(a, b)
            and relate(a, b, published) is Equal.EQUAL
            and not (is_indefinite(a) and is_indefinite(b))
            and kinship(a, b) is Kinship.SAME
            and frozenset({(a.article, a.start), (b.article, b.start)}) not in copied
        ]
        disputed = {
            c.id
            for judged in pairs_to_judge(group, published)
            if may_differ(*judged.pair, judged.beside)
            and relate(*judged.pair, published) is Relation.CONFLICT
            for pair in judged.alike
            for c in pair
        }
        for claims in connected(pairs):
            is_doubtful = any(c.id in disputed for c in claims) or stands_elsewhere(side, claims)
            yield agreement(side, claims, is_doubtful=is_doubtful)


def copied_places(side: SideBySide) -> frozenset[frozenset[tuple[str, int]]]:
    """The pairs of sentences, by article and start, of which one is copied from the other or both quote the same words."""
    return frozenset(
        frozenset((s.article, s.span.start) for s in (pair.left, pair.right))
        for pair in side.shared
        if is_strong(pair)
    )


def stands_elsewhere(side: SideBySide, claims: tuple[Claim, ...]) -> bool:
    """True where a further article writes the figure too, of the same thing or another: the list may lack a witness."""
    given = {c.article for c in claims}
    shortest = min((c.value.text for c in claims), key=len)
    if claims[0].measure in HARMS or not is_distinct(claims[0]):
        return False
    whole = re.compile(rf"(?<![\w.,]){re.escape(shortest)}(?![\w]|[.,]\d)")
    return any(whole.search(r.text) for r in side.originals if r.article not in given)


def days_of(side: SideBySide) -> dict[str, str | None]:
    """The day of each article's text; a copy is as old as what it copies."""
    own = {r.article: r.published for r in side.readings}
    return {article: own.get(side.copies.get(article, article), day) for article, day in own.items()}


def comparable_claims(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each measure, of a harm those of each occurrence, in order of article and place."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in filter(is_count, claims):
        groups[family(claim), (claim.occurrence or "") if claim.measure in HARMS else ""].append(claim)
    for _, group in sorted(groups.items()):
        yield tuple(sorted(group, key=lambda c: (c.article, c.start, c.value.start)))


def connected(pairs: list[Pair]) -> list[tuple[Claim, ...]]:
    """The claims of pairs that hang together, each set in order of article and place."""
    set_of: dict[str, dict[str, Claim]] = {}
    for pair in pairs:
        small, large = sorted((set_of.setdefault(c.id, {c.id: c}) for c in pair), key=len)
        if small is not large:  # the smaller moves, so that a claim moves log n times at most
            large |= small
            set_of |= dict.fromkeys(small, large)
    sets = {id(s): s for s in set_of.values()}
    return [
        tuple(sorted(s.values(), key=lambda c: (c.article, c.start, c.value.start))) for s in sets.values()
    ]


def positions_of(claims: Iterable[Claim]) -> tuple[Position, ...]:
    """A position for each value by each source in each article."""
    groups: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in claims:
        said_by = c.source.name.casefold() if c.source else ""
        groups[c.article, said_by, c.value.low, c.value.high, c.value.about, head(c.counted)].append(c)
    return tuple(
        Position(
            article=first.article,
            claims=tuple(c.id for c in group),
            value=value_as_written(first),
            source=first.source,
            evidence=tuple(Evidence(c.article, c.start, c.end, c.text) for c in group),
        )
        for group in groups.values()
        for first in group[:1]
    )


def value_as_written(claim: Claim) -> str:
    """The figure's words; with what they count where they are a bare article or "no"."""
    if claim.value.text.casefold() in {"a", "an", "no", "the"}:
        return with_unit(claim)
    return claim.value.text


def with_unit(claim: Claim) -> str:
    return " ".join(filter(None, (claim.value.text, claim.value.unit)))


def discrepancy(side: SideBySide, relation: Relation, claims: tuple[Claim, ...]) -> Finding:
    positions = positions_of(claims)
    return make_finding(
        FindingKind.DISCREPANCY,
        positions,
        f"{topic(side, claims)}: {told(side, positions)}; {SAYS[relation]}.",
        confidence(relation, claims),
        relation=relation,
        aspect=aspect_of(claims),
        measure=common_measure(claims),
        occurrence=common_occurrence(claims),
    )


def aspect_of(claims: tuple[Claim, ...]) -> str:
    return "time" if claims[0].value.type is ValueType.TIME else "number"


def agreement(side: SideBySide, claims: tuple[Claim, ...], *, is_doubtful: bool) -> Finding:
    """The finding that articles give one figure; below the bar where a third contradicts them or may be left out."""
    positions, sure = positions_of(claims), confidence(None, claims)
    names = listed([side.name(a) for a in dict.fromkeys(p.article for p in positions)])
    return make_finding(
        FindingKind.AGREEMENT,
        positions,
        f"{whose(claims) or topic(side, claims)}: {names} give the same figure, {positions[0].value}.",
        min(DISPUTED, sure) if is_doubtful else sure,
        aspect=aspect_of(claims),
        measure=common_measure(claims),
        occurrence=common_occurrence(claims),
    )


def denials(side: SideBySide, group: tuple[Claim, ...]) -> Iterator[Finding]:
    """The finding that articles give one figure but say the opposite of whom ("a local guide", "a non-local guide")."""
    if group[0].measure not in HARMS:
        return
    pairs = [
        (a, b)
        for a, b in combinations(group, 2)
        if a.article != b.article
        and a.counted != b.counted
        and head(a.counted) == head(b.counted)
        and figure(a.value) == figure(b.value) is not None
        and denies(a, b)
    ]
    for claims in connected(pairs):
        by_id = {c.id: c for c in claims}
        positions = tuple(
            Position(p.article, p.claims, with_unit(by_id[p.claims[0]]), p.source, p.evidence)
            for p in positions_of(claims)
        )
        yield make_finding(
            FindingKind.DISCREPANCY,
            positions,
            f"{topic(side, claims)}: {told(side, positions)}; {SAYS[Relation.CONFLICT]}.",
            SURE,
            relation=Relation.CONFLICT,
            aspect="attribute",
            measure=common_measure(claims),
            occurrence=common_occurrence(claims),
        )


def common_measure(claims: tuple[Claim, ...]) -> str:
    """What the claims measure, by the name that says more than the unit where one of them has such."""
    return next((c.measure for c in claims if c.measure not in UNNAMED), claims[0].measure)


def common_occurrence(claims: tuple[Claim, ...]) -> str | None:
    """The occurrence that the claims are about, None where they are about two or a standing fact."""
    found = {c.occurrence for c in claims}
    return found.pop() if len(found) == 1 else None


def confidence(relation: Relation | None, claims: tuple[Claim, ...]) -> float:
    """How sure it is that the figures are about one thing and stand so to each other, 0 to 1."""
    is_answered = any(
        answers(a, b) for _, own in groupby(claims, key=lambda c: c.article) for a, b in combinations(own, 2)
    )
    doubts = sum(
        (
            common_occurrence(claims) is None,
            claims[0].measure not in HARMS
            and not is_answered
            and common_measure(claims) not in TYPED - {TRIP},
            relation is Relation.CONFLICT and sum(not is_vague(c.value) for c in claims) < 2,
            relation is not None and sum(not is_indefinite(c) for c in claims) < 2,
            relation is Relation.CONFLICT and len({c.article for c in claims}) == 1 and not is_answered,
            relation is Relation.SCOPE and claims[0].measure in HARMS,
            relation is Relation.SCOPE and claims[0].measure in HARMS - THINGS,
        )
    )
    if relation is None and claims[0].measure not in HARMS:
        # A figure that hardly two things have in common is proof enough that they are one; any other may be two persons'.
        is_one = is_distinct(claims[0]) and claims[0].value.type is not ValueType.TIME
        doubts = max(1, doubts - 1) if is_one else max(2, doubts)
    return SURE - LESS_SURE * doubts


def is_distinct(claim: Claim) -> bool:
    """True for a figure of three digits that count ("$1.375 billion", "544"), a large sum, or the age of somebody named."""
    value = figure(claim.value)
    if value is None or claim.value.type is not ValueType.NUMBER:
        return False
    if claim.measure == "age":
        return len(claim.counted) >= FULL_NAME
    digits = f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")
    return len(digits) >= (2 if value >= LARGE_SUM and claim.value.unit in SUMS else 3)


def topic(side: SideBySide, claims: tuple[Claim, ...]) -> str:
    """ "Killed, rocket attack on the harbour": what the figures are of."""
    label, measure = side.label(common_occurrence(claims)), common_measure(claims)
    return f"{measure[:1].upper()}{measure[1:]}" + (f", {label}" if label else "")


def whose(claims: tuple[Claim, ...]) -> str | None:
    """ "Age of Ann Roe", with the name as written; None for any other measure."""
    bearer = claims[0].counted
    if claims[0].measure != "age" or len(bearer) < FULL_NAME:
        return None
    named = re.search(r"\W+".join(map(re.escape, bearer)), claims[0].text, re.IGNORECASE)
    return f"Age of {named.group()}" if named else None


def told(side: SideBySide, positions: tuple[Position, ...]) -> str:
    """ "The Herald says 22 (the observatory), the Post says one": each article once."""
    parts: dict[str, list[str]] = {}
    for p in positions:
        said = f"{p.value} ({p.source.name})" if p.source else f"{p.value}"
        parts.setdefault(p.article, []).append(said)
    return ", ".join(f"{side.name(a)} says {listed(list(dict.fromkeys(s)))}" for a, s in parts.items())
