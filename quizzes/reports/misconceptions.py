"""What students' wrong answers show: by answer, by student, by class, over the items and stories of several quizzes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from quizzes.items.misconceptions import MISCONCEPTIONS, Misconception
from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, KeyRepair, Membership, Response
from quizzes.nlp.written.figures import read_figure
from quizzes.reports.wording import options_of
from quizzes.scoring.analysis.holding import chance_of_picking, holding
from quizzes.scoring.responses import blank

TWICE = 2
"""Shown once it may be a guess: only from two items on can a misconception recur."""
LIKELY = 0.5
"""And it recurs only where this is the chance at least that she holds it, her other mistakes considered."""


def shown_by(item: FrozenItem, answer: Any) -> list[str]:
    """The misconceptions that an answer shows, each once; none where it is blank or right."""
    return list(dict.fromkeys(filter(None, _names(item, answer))))


def _names(item: FrozenItem, answer: Any) -> Iterable[str | None]:
    kind, options = ItemKind(item.kind), options_of(item)
    if blank(kind, answer):
        return []
    match kind:
        case ItemKind.CHOICE:
            chosen = [answer]
        case ItemKind.CLAIM_EVIDENCE:
            chosen = [answer.get("choice")]
        case ItemKind.MULTI:
            chosen = [code for code in answer if code not in item.key]
        case ItemKind.TF3:
            return [item.misconceptions.get(str(answer).lower(), "")]
        case ItemKind.MATCH:
            key = dict(item.key)
            chosen = [
                code for left, right in answer.items() if right != key.get(left) for code in (right, left)
            ]
        case ItemKind.NUMBER:
            given = read_figure(answer)
            return [
                name for figure, name in item.misconceptions.items() if given and read_figure(figure) == given
            ]
        case _:
            return []
    return [options[code].get("misconception") for code in chosen if code]


def offered_by(item: FrozenItem) -> set[str]:
    """The misconceptions that some wrong answer to the item would show."""
    return {o["misconception"] for o in options_of(item).values() if o.get("misconception")} | set(
        filter(None, item.misconceptions.values())
    )


def _wrong_options(item: FrozenItem) -> int:
    """How many wrong answers are at hand; typed figures are taken for three."""
    match ItemKind(item.kind):
        case ItemKind.CHOICE | ItemKind.CLAIM_EVIDENCE:
            return len(item.options) - 1
        case ItemKind.TF3:
            return 2
        case ItemKind.MULTI:
            return len(item.options) - len(item.key)
        case ItemKind.MATCH:
            return len(item.options["right"]) - 1
    return 3


@dataclass(frozen=True)
class Scored:
    """One scored item of a counted attempt."""

    student: int
    item: int
    earned: float
    possible: int


@dataclass(frozen=True)
class Shown:
    """One misconception over the counted attempts of a class: who showed it, in whom it recurs, at which items."""

    misconception: Misconception
    met: int
    """Students who answered an item at which it could be shown."""
    students: tuple[Membership, ...]
    recurs_in: tuple[Membership, ...]
    """Those who showed it at two items or more, more often than their other mistakes explain."""
    items: tuple[tuple[FrozenItem, int], ...]
    """Where, and how many showed it there; most first."""

    @property
    def share(self) -> float:
        return len(self.students) / self.met if self.met else 0.0

    @property
    def stories(self) -> list[str]:
        return list(dict.fromkeys(item.version.story_title for item, _ in self.items))


def shown_in(
    attempts: Collection[Attempt],
    scored: Collection[Scored],
    items: Mapping[int, FrozenItem],
    students: Mapping[int, Membership],
) -> tuple[Shown, ...]:
    """What the counted attempts of these students show, what recurs in most of them first; two queries.

    Items whose key has been repaired show nothing: a wrong key makes right answers look wrong.
    """
    tally = _Tally(scored, items, students)
    tally.count(attempts)
    shown = [tally.line(name) for name in tally.showed if name in MISCONCEPTIONS]
    return tuple(sorted(shown, key=lambda s: (-len(s.recurs_in), -len(s.students), s.misconception.name)))


Places = defaultdict[str, defaultdict[int, set[int]]]
"""misconception → student → items."""


class _Tally:
    """Who met which misconception at which items, and where it was shown."""

    def __init__(
        self,
        scored: Collection[Scored],
        items: Mapping[int, FrozenItem],
        students: Mapping[int, Membership],
    ) -> None:
        self.items, self.students = items, students
        self.met: Places = defaultdict(lambda: defaultdict(set))
        self.showed: Places = defaultdict(lambda: defaultdict(set))
        self.offered = {pk: offered_by(item) for pk, item in items.items()}
        self.scored: dict[int, list[Scored]] = defaultdict(list)
        for one in scored:
            self.scored[one.student].append(one)

    def count(self, attempts: Collection[Attempt]) -> None:
        """Take in the answers of the attempts."""
        repaired = _repaired(attempts)
        by_pk = {a.pk: a for a in attempts if a.membership_id in self.students}
        where = [pk for pk, names in self.offered.items() if names]
        answers = Response.objects.filter(attempt__in=list(by_pk), item__in=where).order_by()
        given = answers.values_list("attempt_id", "item_id", Cast("answer", TextField()))
        known: dict[
            tuple[int, str], list[str]
        ] = {}  # of thousands of answers few differ, and only these are parsed
        for attempt_pk, item_pk, text in given:
            attempt = by_pk[attempt_pk]
            if (attempt.assignment_id, item_pk) in repaired or text in (None, "null"):
                continue
            said = (item_pk, text)
            if said not in known:
                known[said] = shown_by(self.items[item_pk], json.loads(text))
            for name in self.offered[item_pk]:
                self.met[name][attempt.membership_id].add(item_pk)
            for name in known[said]:
                self.showed[name][attempt.membership_id].add(item_pk)

    def line(self, name: str) -> Shown:
        showed = self.showed[name]
        counts = Counter(item for places in showed.values() for item in places)
        recurs = [student for student in showed if self._recurs(name, student)]
        return Shown(
            MISCONCEPTIONS[name],
            len(self.met[name]),
            self._named(showed),
            self._named(recurs),
            tuple((self.items[item], n) for item, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))),
        )

    def _recurs(self, name: str, student: int) -> bool:
        showed, met = self.showed[name][student], self.met[name][student]
        if len(showed) < TWICE:
            return False
        rest = [s for s in self.scored[student] if name not in self.offered.get(s.item, ())]
        # As if one point had been earned and one missed before: a share of few points is not taken at its word.
        share = (1 + sum(s.earned for s in rest)) / (2 + sum(s.possible for s in rest))
        picks = [
            (item in showed, chance_of_picking(share, _wrong_options(self.items[item])))
            for item in sorted(met)
        ]
        return holding(picks) >= LIKELY

    def _named(self, pks: Iterable[int]) -> tuple[Membership, ...]:
        return tuple(sorted((self.students[pk] for pk in pks), key=lambda s: (s.name_key, s.pk)))


def _repaired(attempts: Collection[Attempt]) -> set[tuple[int, int]]:
    """(assignment, item) whose key has been repaired and not put back."""
    made = KeyRepair.objects.filter(
        assignment__in={a.assignment_id for a in attempts}, undone_at__isnull=True
    )
    return set(made.values_list("assignment_id", "item_id"))
