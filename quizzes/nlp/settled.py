"""What a teacher says of happenings, laid over what comparing has found: two are one, one is two, what one is called.

Claims and happenings are named by their ids. What is said later holds over what was said before. Free of spaCy.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizzes.nlp.findings.discrepancies import agreement, days_of, discrepancy
from quizzes.nlp.findings.relations import Equal, relate
from quizzes.nlp.findings.side_by_side import SideBySide
from quizzes.nlp.types import Claim, Finding, FindingKind, Occurrence, Relation, ValueType

SAID = 0.85
"""How sure a finding is that rests on her word: as sure as the surest that rests on the texts alone."""
ONE, OTHER = "events of one matter", "events of another matter"
"""What facts that belong to no happening are put under where they are told apart; no stem speaks of such events."""
FIGURES = frozenset({FindingKind.DISCREPANCY, FindingKind.AGREEMENT})


@dataclass(frozen=True)
class Same:
    """The claims (and happenings) of `one` and of `other` are about one happening. `is_whole`: and so is all that is
    told of the two happenings; else these claims alone."""

    one: frozenset[str]
    other: frozenset[str]
    is_whole: bool = False


@dataclass(frozen=True)
class Apart:
    """The claims and happenings `these` are about another happening than `those`, which were taken for it."""

    these: frozenset[str]
    those: frozenset[str]


@dataclass(frozen=True)
class Named:
    """The occurrence to which most of `ids` belong is called so."""

    ids: frozenset[str]
    label: str


Settled = Same | Apart | Named


class _Board:
    """Claims and occurrences while they are moved about."""

    def __init__(self, claims: Iterable[Claim], occurrences: Iterable[Occurrence]) -> None:
        self.of = {c.id: c.occurrence for c in claims}
        self.known = {o.id: o for o in occurrences}
        self.gone: set[str] = set()

    def at(self, ids: Iterable[str]) -> list[str]:
        """The occurrences that the claims and happenings belong to, the commonest first."""
        home = {h: o.id for o in self.known.values() for h in o.happenings}
        found = Counter(o for i in sorted(ids) if (o := self.of.get(i) or home.get(i)))
        return [o for o, _ in found.most_common()]

    def move(self, ids: Iterable[str], to: str) -> None:
        """Put the claims and happenings with an occurrence."""
        moved = set(ids)
        self.of.update(dict.fromkeys(moved & self.of.keys(), to))
        told = {h for o in self.known.values() for h in o.happenings} & moved
        for o in list(self.known.values()):
            kept = set(o.happenings) - told | (told if o.id == to else set())
            self.known[o.id] = replace(o, happenings=tuple(sorted(kept)))

    def new(self, ids: Iterable[str], label: str) -> str:
        made = hashlib.sha1("\n".join(sorted(ids)).encode(), usedforsecurity=False).hexdigest()[:12]
        self.known["o" + made] = Occurrence("o" + made, label)
        return "o" + made

    def join(self, said: Same) -> None:
        homes = [*self.at(said.one)[:1], *self.at(said.other)[:1]]
        if said.is_whole and homes:
            wholes = {i for i, o in self.of.items() if o in homes}
            wholes |= {h for o in homes for h in self.known[o].happenings}
            self.move(wholes | said.one | said.other, homes[0])
            self.gone |= set(homes[1:]) - {homes[0]}
        elif homes:  # standing facts are one by their measure: they need no happening
            self.move(said.one | said.other, homes[0])

    def part(self, said: Apart) -> None:
        if not self.of.keys() & said.these:
            return
        homes = self.at(said.those) or self.at(said.these)
        if not self.at(
            said.those
        ):  # standing facts belong to no happening, and could be held against anything
            self.move(said.those, homes[0] if homes else self.new(said.those, ONE))
        # The label goes into stems: "the other rocket attack in Erbil".
        label = f"other {self.known[homes[0]].label}" if homes else OTHER
        self.move(said.these, self.new(said.these, label))

    def name(self, said: Named) -> None:
        for found in self.at(said.ids)[:1]:
            self.known[found] = replace(self.known[found], label=said.label)


def settle(
    claims: Sequence[Claim], occurrences: Sequence[Occurrence], settled: Iterable[Settled]
) -> tuple[tuple[Claim, ...], tuple[Occurrence, ...]]:
    """The claims and occurrences as the teacher says; what names no claim or happening of theirs changes nothing."""
    board = _Board(claims, occurrences)
    for said in settled:
        match said:
            case Same():
                board.join(said)
            case Apart():
                board.part(said)
            case Named():
                board.name(said)
    told = frozenset(board.of.values())
    kept = (o for o in board.known.values() if o.id not in board.gone or o.id in told)
    return tuple(replace(c, occurrence=board.of[c.id]) for c in claims), tuple(kept)


def parted(side: SideBySide, findings: Iterable[Finding], settled: Iterable[Settled]) -> list[Finding]:
    """The findings without those that set figures against each other which the teacher has told apart, and not joined again."""
    home = {c.id: c.occurrence for c in side.claims}
    apart = [said for said in settled if isinstance(said, Apart)]

    def crosses(finding: Finding) -> bool:
        ids = {c for p in finding.positions for c in p.claims}
        return any(
            home.get(one) != home.get(other)
            for said in apart
            for one in ids & said.these
            for other in ids & said.those
        )

    return [f for f in findings if not (f.kind in FIGURES and crosses(f))]


def joined(side: SideBySide, findings: Iterable[Finding], settled: Iterable[Settled]) -> Iterable[Finding]:
    """What follows from her word that some figures are of one thing, where the rules left them beside each other."""
    related = [{c for p in f.positions for c in p.claims} for f in findings if f.kind in FIGURES]
    for said in settled:
        if isinstance(said, Same) and not said.is_whole:
            figures = [c for c in side.claims if c.id in said.one | said.other and is_figure(c)]
            if not any(ids & said.one and ids & said.other for ids in related):
                yield from _related(side, figures, said)


def is_figure(claim: Claim) -> bool:
    return claim.value.type is ValueType.NUMBER


def _related(side: SideBySide, figures: Sequence[Claim], said: Same) -> Iterable[Finding]:
    published = days_of(side)
    by_relation: dict[Relation | Equal, dict[str, Claim]] = {}
    for a in figures:
        for b in figures:
            if a.id in said.one and b.id in said.other - said.one and a.occurrence == b.occurrence:
                relation = relate(a, b, published, is_one=True)
                if relation is not None:
                    by_relation.setdefault(relation, {}).update({a.id: a, b.id: b})
    for relation, claims in by_relation.items():
        ordered = tuple(sorted(claims.values(), key=lambda c: (c.article, c.start, c.value.start)))
        if isinstance(relation, Relation):
            yield replace(discrepancy(side, relation, ordered), confidence=SAID)
        elif len({c.article for c in ordered}) > 1:
            yield replace(agreement(side, ordered, is_doubtful=False), confidence=SAID)
