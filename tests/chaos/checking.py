"""Sets what the students' devices were told against what the database holds.

The law: every acknowledged event is a row of its student's one attempt, once and as it was sent, and no row is there
that nobody sent. An attempt's responses follow from its events as quizzes.flows.saving says, which is worked out here
anew: of the events in time those of the tab that took over last, of these the one with the highest number. A confirmed
handing in is one receipt, the same at every look, and a score for each item.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenItem, Hold, Response, ResponseEvent, Score
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
        self.holds: dict[int, dict[str, int]] = defaultdict(dict)
        """attempt → tab → the place of its newest hold."""
        for hold in Hold.objects.order_by("pk"):
            self.holds[hold.attempt_id][hold.device] = hold.pk
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
        law = standing(stored.events[attempt.pk], stored.holds[attempt.pk])
        yield from _responses(student, law, stored.responses[attempt.pk])
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
    elif any(row.is_stale != sent.is_stale for row in rows):
        yield Fault(
            WRONG, f"{name} was called {'stale' if sent.is_stale else 'good'} and is stored otherwise"
        )
    elif any(row.is_late != sent.is_late for row in rows):
        yield Fault(
            WRONG, f"{name} was called {'late' if sent.is_late else 'in time'} and is stored otherwise"
        )
    if sent.is_late != sent.is_after_the_end:
        yield Fault(
            WRONG,
            f"{name}, sent {'after' if sent.is_after_the_end else 'before'} the end: late is {sent.is_late}",
        )


def _responses(student: StudentRecord, law: dict[int, Any], responses: Sequence[Response]) -> Iterator[Fault]:
    """The responses against what the events come to, and against what the student means to have answered."""
    there = {response.item_id: response.answer for response in responses}
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


def standing(events: Iterable[ResponseEvent], holds: Mapping[str, int]) -> dict[int, Any]:
    """item → the answer that stands, from the events in the order of their arrival and the place of each tab's hold.

    Where no tab holds the attempt, several are told apart by the arrival of what was not overtaken in its own tab.
    """
    newest: dict[int, tuple[tuple[int, int], Any]] = {}
    highest: dict[tuple[int, str], int] = {}
    for event in events:
        if event.is_late:
            continue
        item, tab, number = event.item_id, event.device, event.sequence
        is_overtaken = highest.get((item, tab), -1) > number
        highest[item, tab] = max(highest.get((item, tab), -1), number)
        place = (holds[tab], number) if tab in holds else (0, 0)
        if not is_overtaken and (item not in newest or place >= newest[item][0]):
            newest[item] = (place, event.answer)
    return {item: answer for item, (_, answer) in newest.items()}


def meant(student: StudentRecord) -> dict[int, Any]:
    """item → the newest answer that was called saved in time. Left out are items with an event that nobody answered,
    and those answered in several tabs that do not take over from each other."""
    by_item: dict[int, list[tuple[EventKey, Sent]]] = defaultdict(list)
    for key, event in student.events.items():
        if event.times and not event.is_late:
            by_item[event.item].append((key, event))
    return {
        item: max((event for _, event in events), key=lambda event: event.order).answer
        for item, events in by_item.items()
        if all(event.acknowledged for _, event in events)
        and (student.takes_over or len({tab for (tab, _), _ in events}) == 1)
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
