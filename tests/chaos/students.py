"""What one simulated student does with her attempt, and what happens to her on the way."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.chaos.devices import Device
from tests.chaos.ledger import EventKey, Ledger, Sent, StudentRecord
from tests.chaos.school import Quiz, Seat

# How often each thing happens: often enough that a thousand attempts meet every pair of them.
TWO_DEVICES, WALKS_AWAY, CHANGES_MIND, COMES_BACK = 0.15, 0.04, 0.3, 0.25
TAKES_OVER, SWITCHES = 0.8, 0.25
OVERTAKEN, LEFT_FOR_AFTERWARDS = 0.08, 0.06
CUT, GIVEN_UP, REPEATED, TWICE_AT_ONCE = 0.06, 0.02, 0.08, 0.06
RELOADS, HANDS_IN_TWICE, HANDING_IN_CUT = 0.1, 0.3, 0.15


@dataclass(frozen=True)
class Change:
    """One change of an answer, made in the student's tab of that number."""

    tab: int
    key: EventKey
    event: Sent


class Student:
    """`record` is what she remembers of it; `changes` are in the order in which they are sent, not made.

    A tab is a page that she has opened on one of her devices: each time she changes the device, it is a new one.
    """

    def __init__(self, seat: Seat, quiz: Quiz, seed: str) -> None:
        self.seat, self.draw = seat, random.Random(seed)
        self.record = StudentRecord(
            seat.membership,
            walks_away=self.draw.random() < WALKS_AWAY,
            takes_over=self.draw.random() < TAKES_OVER,
        )
        self.devices = 2 if self.draw.random() < TWO_DEVICES else 1
        self.tabs: list[str] = []
        self.changes = self._overtaking(self._plan(quiz))
        self.opened = 0
        """How many tabs have taken the attempt over by now."""

    def _plan(self, quiz: Quiz) -> list[Change]:
        again = [item for item in quiz.items if self.draw.random() < COMES_BACK]
        planned: list[Change] = []
        for item in [*quiz.items, *again]:
            if not planned or (self.devices > 1 and self.draw.random() < SWITCHES):
                self.tabs.append(f"{self.draw.getrandbits(128):032x}")
                number = 0
            for _ in range(2 if self.draw.random() < CHANGES_MIND else 1):
                number += 1
                event = Sent(item.pk, quiz.answer(item, self.draw), len(planned))
                key = (self.tabs[-1], number)
                self.record.events[key] = event
                planned.append(Change(len(self.tabs) - 1, key, event))
        return planned

    def _overtaking(self, planned: list[Change]) -> list[Change]:
        """The changes in the order in which they arrive: some are overtaken by what was done after them."""
        late = {n: n + self.draw.randint(1, 5) + 0.5 for n in range(len(planned))}
        places = [late[n] if self.draw.random() < OVERTAKEN else n for n in range(len(planned))]
        return [change for _, change in sorted(zip(places, planned, strict=True), key=lambda pair: pair[0])]

    def take(self, site: str, ledger: Ledger, is_over: Callable[[], bool]) -> None:
        """Join, answer, hand in. Raises OutOfTime, Unexpected."""
        devices = [Device(site, ledger, self.draw, is_over) for _ in range(self.devices)]
        try:
            for device in devices:
                device.join(self.seat)
                self._start(device)
            self._answer(devices)
        finally:
            for device in devices:
                device.close()
        self.record.is_done = True

    def _start(self, device: Device) -> None:
        if self.draw.random() < HANDS_IN_TWICE:  # two clicks
            at_once(lambda: self.record.attempts.add(device.start(self.seat)))
        else:
            self.record.attempts.add(device.start(self.seat))
        device.read()

    def _answer(self, devices: list[Device]) -> None:
        left = []
        for change in self.changes:
            self._open(devices, change.tab)
            if self.draw.random() < LEFT_FOR_AFTERWARDS and not self.record.walks_away:
                left.append(change)
            else:
                self._deliver(devices[change.tab % self.devices], change)
            if self.draw.random() < RELOADS / len(self.changes):
                devices[change.tab % self.devices].read()
        if self.record.walks_away:
            return
        self._hand_in(devices)
        for change in left:
            change.event.is_after_the_end = True
            devices[change.tab % self.devices].send(change.key, change.event)

    def _open(self, devices: list[Device], tab: int) -> None:
        """The tabs up to this one take the attempt over, each from the one before it."""
        while self.opened <= tab:
            if self.record.takes_over:
                devices[self.opened % self.devices].take_over(self.tabs[self.opened])
            self.opened += 1

    def _deliver(self, device: Device, change: Change) -> None:
        fate = self.draw.random()
        if fate < CUT + GIVEN_UP:
            device.break_off(change.key, change.event)
            if fate < GIVEN_UP:
                return
        elif fate < CUT + GIVEN_UP + TWICE_AT_ONCE:
            at_once(lambda: device.send(change.key, change.event))
            return
        elif fate < CUT + GIVEN_UP + TWICE_AT_ONCE + REPEATED:
            device.send(change.key, change.event)
        device.send(change.key, change.event)

    def _hand_in(self, devices: list[Device]) -> None:
        device = self.draw.choice(devices)
        if self.draw.random() < HANDING_IN_CUT:
            device.break_off_handing_in()
        if self.draw.random() < HANDS_IN_TWICE:
            at_once(lambda: self._confirm(self.draw.choice(devices)))
        self._confirm(device)

    def _confirm(self, device: Device) -> None:
        self.record.receipts[device.hand_in()] += 1
        self.record.has_handed_in = True


def at_once(work: Callable[[], None]) -> None:
    """Do it twice at the same time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in [pool.submit(work), pool.submit(work)]:
            done.result()
