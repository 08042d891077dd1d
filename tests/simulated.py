"""Classes of simulated students: each has an ability and perhaps a planted misconception, and answers a quiz by them.

    assignment = thirteen_items()                       # an open assignment with items of every kind
    made = simulate(assignment, handed_in=190, seed=7)  # students, attempts, events, responses, scores
    made.holders("newest-is-truest")                    # whom a report has to find

The same seed gives the same class. Everything is written in bulk: 1,040 attempts at 13 items take some seconds.
"""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from quizzes.factories import PIN, AssignmentFactory, FrozenItemFactory
from quizzes.items.types import ItemKind
from quizzes.models import (
    Assignment,
    Attempt,
    FrozenArticle,
    FrozenItem,
    Membership,
    Response,
    ResponseEvent,
    RubricMark,
    Score,
)
from quizzes.scoring.points import level_points, score
from tests.frozen import fill, fill_other_kinds

PLANTED = {"newest-is-truest": 0.3, "bare-figure-believed": 0.2}
"""Which share of a class holds which misconception, unless a test says otherwise."""
HOLDS_FAST = 0.85
"""How often who holds a misconception falls for the option that it picks, whatever her ability."""
LEFT_BLANK = 0.03
CHANGES_MIND = 0.15
FIRST_NAMES = (
    "Ada Amara Aoife Ben Bilal Caoimhe Chidi Clara Daniel Diego Elif Emre Fatima Femi Finn Grace Hana Hugo Ines Ivo "
    "Jakub June Kayla Kofi Leon Lucia Maja Mateo Mina Niamh Noor Olu Oskar Priya Quinn Rosa Rory Sofia Tariq Tomás "
    "Uma Umar Vera Viktor Wren Xenia Yara Yusuf Zofia Zuri"
).split()


@dataclass(frozen=True)
class SimulatedStudent:
    """`ability` is normal around 0; `holds` are the names of her misconceptions."""

    membership: Membership
    attempt: Attempt | None
    ability: float
    holds: frozenset[str]


@dataclass(frozen=True)
class SimulatedClass:
    assignment: Assignment
    students: tuple[SimulatedStudent, ...]

    def holders(self, misconception: str) -> list[Membership]:
        """The students in whom it is planted."""
        return [s.membership for s in self.students if misconception in s.holds]


def thirteen_items(**terms: Any) -> Assignment:
    """An open assignment of a quiz with 13 items of all kinds; `terms` are fields of the assignment."""
    assignment = AssignmentFactory(**terms)
    version = assignment.version
    fill(version)
    fill_other_kinds(version)
    outlets = (("o1", "The A Post", None), ("o2", "The B Post", "newest-is-truest"))
    figures = (
        ("o1", "nobody has counted", "bare-figure-believed"),
        ("o2", "twelve", None),
        ("o3", "nine", "newest-is-truest"),
    )
    tones = (
        ("o1", "calm", None),
        ("o2", "alarmed", "bare-figure-believed"),
        ("o3", "mocking", None),
        ("o4", "glad", None),
    )
    choices = {10: (outlets, "o1"), 11: (figures, "o2"), 12: (tones, "o3")}
    for order, (rows, key) in choices.items():
        options = [{"id": i, "text": text, "misconception": m, "article": None} for i, text, m in rows]
        FrozenItemFactory(version=version, order=order, options=options, key=key, stem=f"Question {order}?")
    FrozenItemFactory(
        version=version,
        order=13,
        kind="tf3",
        options=[],
        key=False,
        skill="numbers",
        misconceptions={"true": "bare-figure-believed"},
        stem="All the articles give the number of the injured.",
    )
    return assignment


def simulate(
    assignment: Assignment,
    *,
    handed_in: int,
    working: int = 0,
    not_begun: int = 0,
    seed: int = 1,
    planted: Mapping[str, float] = PLANTED,
    graded: float = 1.0,
    members: Iterable[Membership] = (),
    at: dt.datetime | None = None,
) -> SimulatedClass:
    """Students of the assignment's class, with what they have done by `at`, in the database.

    `members` are taken first, new students after them. Of the open answers handed in, the share `graded` is marked.
    """
    draw, at = random.Random(seed), at or timezone.now()
    count = handed_in + working + not_begun
    roster = _roster(assignment, list(members)[:count], count)
    minds = [_mind(draw, planted) for _ in roster]
    states = [*[True] * handed_in, *[False] * working]
    attempts = Attempt.objects.bulk_create(
        _attempt(assignment, student, n, is_done, at, draw)
        for n, (student, is_done) in enumerate(zip(roster, states, strict=False))
    )
    items, articles = list(assignment.version.items.all()), list(assignment.version.articles.all())
    sheets = [
        _sheet(attempt, items, articles, mind, draw) for attempt, mind in zip(attempts, minds, strict=False)
    ]
    _write(sheets, graded, draw)
    return SimulatedClass(
        assignment,
        tuple(
            SimulatedStudent(student, attempts[n] if n < len(attempts) else None, *minds[n])
            for n, student in enumerate(roster)
        ),
    )


Mind = tuple[float, frozenset[str]]


@dataclass(frozen=True)
class _Sheet:
    """What one student sends: events in order, of which the last of an item stands."""

    attempt: Attempt
    ability: float
    events: tuple[ResponseEvent, ...]
    items: Sequence[FrozenItem]

    def standing(self) -> dict[int, ResponseEvent]:
        return {event.item_id: event for event in self.events}


def _roster(assignment: Assignment, members: list[Membership], count: int) -> list[Membership]:
    taken = set(Membership.objects.students().filter(classroom=assignment.classroom).values_list("name_key"))
    new, n = [], 0
    while len(members) + len(new) < count:
        first, n = FIRST_NAMES[n % len(FIRST_NAMES)], n + 1
        student = Membership(classroom=assignment.classroom, role=Membership.Role.STUDENT)
        student.name_student(f"{first} {n:04}")
        if (student.name_key,) not in taken:
            student.set_pin(PIN)
            new.append(student)
    return [*members, *Membership.objects.bulk_create(new)]


def _mind(draw: random.Random, planted: Mapping[str, float]) -> Mind:
    ability = draw.gauss(0, 1)
    return ability, frozenset(name for name, share in planted.items() if draw.random() < share)


def _attempt(
    assignment: Assignment,
    student: Membership,
    n: int,
    is_done: bool,
    at: dt.datetime,
    draw: random.Random,
) -> Attempt:
    started_at = at - dt.timedelta(minutes=draw.uniform(35, 55) if is_done else draw.uniform(3, 20))
    return Attempt(
        assignment=assignment,
        membership=student,
        form=n % max(1, assignment.forms) + 1,
        started_at=started_at,
        deadline_at=assignment.closes_at,
        submitted_at=started_at + dt.timedelta(minutes=draw.uniform(14, 34)) if is_done else None,
        receipt=f"S{n:03X}-{draw.randrange(16**4):04X}" if is_done else "",
    )


def _sheet(
    attempt: Attempt,
    items: Sequence[FrozenItem],
    articles: Sequence[FrozenArticle],
    mind: Mind,
    draw: random.Random,
) -> _Sheet:
    ability, holds = mind
    reached = items if attempt.submitted_at else items[: draw.randint(1, max(1, len(items) - 1))]
    end = attempt.submitted_at or attempt.started_at + dt.timedelta(minutes=2)
    paces = [draw.lognormvariate(0, 0.6) for _ in reached]
    moment, total = attempt.started_at, sum(paces)
    events: list[ResponseEvent] = []
    for item, pace in zip(reached, paces, strict=True):
        moment += (end - attempt.started_at) * (pace / total)
        if draw.random() < LEFT_BLANK:
            continue
        for _ in range(2 if draw.random() < CHANGES_MIND else 1):
            answer = simulated_answer(item, articles, ability, holds, draw)
            if events and events[-1].item_id == item.pk and events[-1].answer == answer:
                continue
            events.append(
                ResponseEvent(
                    attempt=attempt,
                    item=item,
                    device=f"simulated-{attempt.pk}",
                    sequence=len(events) + 1,
                    answer=answer,
                    received_at=moment,
                )
            )
    return _Sheet(attempt, ability, tuple(events), items)


def simulated_answer(
    item: FrozenItem,
    articles: Sequence[FrozenArticle],
    ability: float,
    holds: frozenset[str],
    draw: random.Random,
) -> Any:
    """What somebody of that ability answers; who holds a misconception mostly falls for the option that it picks."""
    tempting = [value for value, name in _temptations(item) if name in holds]
    if tempting and draw.random() < HOLDS_FAST:
        return draw.choice(tempting)
    chance = 1 / (1 + math.exp(difficulty(item) - ability))
    knows = draw.random() < chance
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return item.key if knows else draw.choice([o["id"] for o in item.options if o["id"] != item.key])
        case ItemKind.TF3:
            return item.key if knows else draw.choice([v for v in (True, False, "unknown") if v != item.key])
        case ItemKind.NUMBER:
            figure = item.key["low"] if item.key["low"] is not None else item.key["high"]
            return f"{figure:g}" if knows else draw.choice([*item.misconceptions, "100"])
        case ItemKind.MULTI:
            return [o["id"] for o in item.options if (o["id"] in item.key) == (draw.random() < chance)]
        case ItemKind.ORDER:
            return item.key if knows else draw.sample(item.key, len(item.key))
        case ItemKind.MATCH:
            right = [o["id"] for o in item.options["right"]]
            return {left: r if draw.random() < chance else draw.choice(right) for left, r in item.key}
        case ItemKind.EVIDENCE:
            return _picks(item.key, articles, chance, draw)
        case ItemKind.CLAIM_EVIDENCE:
            wrong = [o["id"] for o in item.options if o["id"] != item.key["choice"]]
            chosen = item.key["choice"] if knows or not wrong else draw.choice(wrong)
            return {"choice": chosen, "evidence": _picks(item.key["groups"], articles, chance, draw)}
        case ItemKind.OPEN:
            return draw.choice(OPEN_ANSWERS[level_of(ability)])


def difficulty(item: FrozenItem) -> float:
    """On the scale of abilities: from −1.2 to 1.2, the same for an item whenever it is asked."""
    return (item.order * 7 % 13 - 6) / 5


OPEN_ANSWERS = (
    ("They are different newspapers.", "they are different newspapers", "One of them made it up."),
    ("One says twelve and the other says nine.", "They do not say the same number."),
    (
        "The A Post asked the police and the other the coast guard: two offices counted at two times.",
        "Two sources counted. You would need a third to know, or ask when each count was made.",
    ),
)
"""By rubric level."""


def level_of(ability: float) -> int:
    """The rubric level that an open answer of somebody of that ability deserves."""
    return 0 if ability < -0.5 else 1 if ability < 0.7 else 2


def _temptations(item: FrozenItem) -> list[tuple[Any, str]]:
    """Whole answers that a misconception picks, each with its name."""
    named = (
        [] if isinstance(item.options, dict) else [(o["id"], o.get("misconception")) for o in item.options]
    )
    wrong = [(value, name) for value, name in named if name]
    match ItemKind(item.kind):
        case ItemKind.CHOICE:
            return wrong
        case ItemKind.CLAIM_EVIDENCE:
            return [({"choice": value, "evidence": []}, name) for value, name in wrong]
        case ItemKind.MULTI:
            return [([value], name) for value, name in wrong]
        case ItemKind.TF3:
            verdicts: dict[str, Any] = {"true": True, "false": False}
            return [(verdicts.get(value, value), name) for value, name in item.misconceptions.items()]
        case ItemKind.NUMBER:
            return list(item.misconceptions.items())
        case _:
            return []


def _picks(
    groups: Sequence[Sequence[dict[str, Any]]],
    articles: Sequence[FrozenArticle],
    chance: float,
    draw: random.Random,
) -> list[dict[str, Any]]:
    picks: list[dict[str, Any]] = []
    for group in groups:
        pick = dict(draw.choice(list(group)))
        if draw.random() >= chance:
            article = next(a for a in articles if a.letter == pick["article"])
            pick = {"article": article.letter, **draw.choice(article.sentences)}
        if pick not in picks:
            picks.append(pick)
    return picks


def _write(sheets: Sequence[_Sheet], graded: float, draw: random.Random) -> None:
    ResponseEvent.objects.bulk_create(event for sheet in sheets for event in sheet.events)
    Response.objects.bulk_create(
        Response(attempt=e.attempt, item=e.item, answer=e.answer, answered_at=e.received_at)
        for sheet in sheets
        for e in sheet.standing().values()
    )
    done = [sheet for sheet in sheets if sheet.attempt.submitted_at]
    responses = {
        (r.attempt_id, r.item_id): r
        for r in Response.objects.filter(item__kind=ItemKind.OPEN, attempt__in=[s.attempt for s in done])
    }
    marks, scores = [], []
    for sheet in done:
        standing = sheet.standing()
        for item in sheet.items:
            event = standing.get(item.pk)
            points = score(ItemKind(item.kind), item.key, event.answer if event else None, item.points)
            if points is None and draw.random() < graded:
                level = level_of(sheet.ability)
                points = level_points(level, item.points)
                marks.append(RubricMark(response=responses[sheet.attempt.pk, item.pk], level=level))
            value = None if points is None else Decimal(str(round(points, 3)))
            scores.append(Score(attempt=sheet.attempt, item=item, points=value, maximum=item.points))
    RubricMark.objects.bulk_create(marks)
    Score.objects.bulk_create(scores)
