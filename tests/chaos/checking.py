"""Sets what the students' devices were told against what the database holds.

The law: every acknowledged event is a row of its student's one attempt, once and as it was sent, and no row is there
that nobody sent. An attempt's responses are what its events come to in the order of their arrival: an event stands
until a later one on the same item, but not where it is late or stale, nor where its own device had sent a higher number
before it. A confirmed handing in is one receipt, the same at every look, and a score for each item.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, Response, ResponseEvent, Score
from quizzes.scoring.points import score
from tests.chaos.ledger import EventKey, Ledger, Sent, StudentRecord

LOST, DOUBLED, FOREIGN, WRONG = "lost", "doubled", "foreign", "wrong"


@dataclass(frozen=True)
class Fault:
    """One breach of the law: `kind` is LOST, DOUBLED, FOREIGN (under somebody else's attempt) or WRONG."""

    kind: str
    what: str


def check(ledger: Ledger) -> list[Fault]:
    """Every breach there is."""
    stored = _Stored()
    faults = list(_strangers(ledger, stored))
    receipts = Counter(a.receipt for a in stored.attempts.values() if a.receipt)
    faults += [Fault(DOUBLED, f"receipt {code} of {n} attempts") for code, n in receipts.items() if n > 1]
    for student in ledger.students:
        faults += _student(student, stored)
    return faults


class _Stored:
    """The tables, by attempt."""

    def __init__(self) -> None:
        self.attempts = {attempt.pk: attempt for attempt in Attempt.objects.all()}
        self.of_student: dict[int, list[Attempt]] = defaultdict(list)
        for attempt in self.attempts.values():
            self.of_student[attempt.membership_id].append(attempt)
        self.events: dict[int, list[ResponseEvent]] = defaultdict(list)
        for event in ResponseEvent.objects.order_by("pk"):
            self.events[event.attempt_id].append(event)
        self.responses: dict[int, list[Response]] = defaultdict(list)
        for response in Response.objects.order_by("pk"):
            self.responses[response.attempt_id].append(response)
        self.scores: dict[int, list[Score]] = defaultdict(list)
        for earned in Score.objects.order_by("pk"):
            self.scores[earned.attempt_id].append(earned)
        self.items = {item.pk: item for item in FrozenItem.objects.all()}


def _strangers(ledger: Ledger, stored: _Stored) -> Iterator[Fault]:
    """Attempts of students who began none, and of nobody."""
    began = {student.membership for student in ledger.students}
    for membership, attempts in stored.of_student.items():
        if membership not in began:
            yield Fault(FOREIGN, f"attempt {attempts[0].pk} of student {membership}, who began none")


def _student(student: StudentRecord, stored: _Stored) -> Iterator[Fault]:
    mine = stored.of_student[student.membership]
    who = f"student {student.membership}"
    if len(mine) > 1 or len(student.attempts) > 1:
        yield Fault(DOUBLED, f"{who} has attempts {sorted({*student.attempts, *(a.pk for a in mine)})}")
    if not student.attempts <= {attempt.pk for attempt in mine}:
        yield Fault(LOST, f"{who} was given attempt {sorted(student.attempts)}, which is not hers")
        return
    for attempt in mine:
        yield from _events(student, stored.events[attempt.pk])
        yield from _responses(student, stored.events[attempt.pk], stored.responses[attempt.pk])
        yield from _handed_in(student, attempt)
        if attempt.submitted_at:
            yield from _scores(
                attempt,
                stored.responses[attempt.pk],
                stored.scores[attempt.pk],
                list(stored.items.values()),
            )


def _events(student: StudentRecord, rows: Sequence[ResponseEvent]) -> Iterator[Fault]:
    """Acknowledged events against the rows of the attempt."""
    found: dict[EventKey, list[ResponseEvent]] = defaultdict(list)
    for row in rows:
        found[row.device, row.sequence].append(row)
    own_devices = {device for device, _ in student.events}
    for (device, sequence), same in found.items():
        name = f"event {device}:{sequence} of student {student.membership}"
        sent = student.events.get((device, sequence))
        if sent is None:
            yield Fault(DOUBLED if device in own_devices else FOREIGN, f"{name} was never sent")
        elif not sent.times:
            yield Fault(FOREIGN, f"{name} has not been sent yet")
        elif len(same) > 1:
            yield Fault(DOUBLED, f"{name} is there {len(same)} times")
    for key, sent in student.events.items():
        if sent.acknowledged:
            yield from _acknowledged(f"event {key[0]}:{key[1]}", sent, found.get(key, []))


def _acknowledged(name: str, sent: Sent, rows: Sequence[ResponseEvent]) -> Iterator[Fault]:
    if not any((row.item_id, row.answer) == (sent.item, sent.answer) for row in rows):
        yield Fault(LOST, f"{name}, acknowledged, is {'another answer' if rows else 'not there'}")
    elif any(row.is_late != sent.is_late for row in rows):
        yield Fault(
            WRONG, f"{name} was called {'late' if sent.is_late else 'in time'} and is stored otherwise"
        )
    if sent.is_late != sent.is_after_the_end:
        yield Fault(
            WRONG,
            f"{name}, sent {'after' if sent.is_after_the_end else 'before'} the end: late is {sent.is_late}",
        )


def _responses(
    student: StudentRecord, events: Sequence[ResponseEvent], responses: Sequence[Response]
) -> Iterator[Fault]:
    """The responses against what the events come to, and against what the student means to have answered."""
    law, there = standing(events), {response.item_id: response.answer for response in responses}
    if len(there) < len(responses):
        yield Fault(DOUBLED, f"student {student.membership} has two responses to one item")
    for item in law.keys() | there.keys():
        if law.get(item) != there.get(item):
            yield Fault(
                WRONG,
                f"student {student.membership}, item {item}: {there.get(item)!r}, not {law.get(item)!r}",
            )
    for item, answer in meant(student).items():
        if there.get(item) != answer:
            yield Fault(LOST, f"student {student.membership}, item {item}: her newest answer does not stand")


def standing(events: Iterable[ResponseEvent]) -> dict[int, Any]:
    """item → the answer that stands after these events, in the order of their arrival."""
    highest: dict[tuple[int, str], int] = {}
    answers: dict[int, Any] = {}
    for event in events:
        place = (event.item_id, event.device)
        is_overtaken = highest.get(place, -1) > event.sequence
        highest[place] = max(highest.get(place, -1), event.sequence)
        if not (event.is_late or event.is_stale or is_overtaken):
            answers[event.item_id] = event.answer
    return answers


def meant(student: StudentRecord) -> dict[int, Any]:
    """item → the newest answer that was called saved in time; of items that only one device has answered, and where
    no event is in doubt."""
    by_item: dict[int, list[tuple[EventKey, Sent]]] = defaultdict(list)
    for key, event in student.events.items():
        if event.times and not event.is_late:
            by_item[event.item].append((key, event))
    return {
        item: max(events, key=lambda pair: pair[0][1])[1].answer
        for item, events in by_item.items()
        if len({device for (device, _), _ in events}) == 1 and all(event.acknowledged for _, event in events)
    }


def _handed_in(student: StudentRecord, attempt: Attempt) -> Iterator[Fault]:
    if student.has_handed_in and not (attempt.submitted_at and attempt.receipt):
        yield Fault(LOST, f"attempt {attempt.pk} was confirmed as handed in and is not")
    if student.walks_away and not attempt.submitted_at:
        yield Fault(LOST, f"attempt {attempt.pk} has run out of time and is not handed in")
    if student.has_handed_in and set(student.receipts) != {attempt.receipt}:
        kind = DOUBLED if len(student.receipts) > 1 else LOST
        yield Fault(
            kind, f"attempt {attempt.pk}: receipts {sorted(student.receipts)}, stored {attempt.receipt}"
        )


def _scores(
    attempt: Attempt, responses: Sequence[Response], scores: Sequence[Score], items: Sequence[FrozenItem]
) -> Iterator[Fault]:
    answers = {response.item_id: response.answer for response in responses}
    earned = {row.item_id: row.points for row in scores}
    if len(earned) < len(scores):
        yield Fault(DOUBLED, f"attempt {attempt.pk} has two scores for one item")
    for item in items:
        if item.pk not in earned:
            yield Fault(LOST, f"attempt {attempt.pk} has no score for item {item.pk}")
            continue
        points = score(ItemKind(item.kind), item.key, answers.get(item.pk), item.points)
        if earned[item.pk] != (None if points is None else Decimal(str(round(points, 3)))):
            yield Fault(
                WRONG, f"attempt {attempt.pk}, item {item.pk}: {earned[item.pk]} points, not {points}"
            )
