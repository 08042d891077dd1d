"""Keeps programs running: starts again what dies, and ends all of them when asked, and nothing else."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

FIRST_PAUSE = 0.5  # seconds before a program that died is started again …
LONGEST_PAUSE = 30.0  # … doubled up to this while it goes on dying young
GROWN_UP = 60.0  # a program that ran this many seconds was well: its next pause is the first again
LOOK_EVERY = 0.1  # seconds
# The worker ends its task with the first signal, gives the task up (recorded as failed) with the second.
STOP_STEPS = ((signal.SIGTERM, 3.0), (signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0))


class Child:
    """One program, in a process group of its own so that a Ctrl-C in the terminal reaches only us."""

    def __init__(self, name: str, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.name = name
        self.command = list(command)
        self.environ = dict(environ)
        self.pause = FIRST_PAUSE
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0
        self.due_at = 0.0

    def start(self, now: float) -> None:
        self.process = subprocess.Popen(
            self.command, env=self.environ, start_new_session=True, preexec_fn=DIE_WITH_PARENT
        )
        self.started_at = now

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def tend(self, now: float) -> str | None:
        """Start the program again where it died and its pause is over; what to tell, if anything."""
        if self.is_running():
            return None
        if self.process is None:
            if now >= self.due_at:
                self.start(now)
            return None
        how = describe_end(self.process.returncode)
        self.send(signal.SIGKILL)  # what the dead program leaves of its own group, as its port's holders
        self.process = None
        if now - self.started_at >= GROWN_UP:
            self.pause = FIRST_PAUSE
        pause, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        self.due_at = now + pause
        return f"The {self.name} {how}; starting it again in {pause:g} s."

    def send(self, number: signal.Signals) -> None:
        """Signal the program and whatever it started itself; a group that is gone is no error."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return


def describe_end(returncode: int) -> str:
    """How a program ended, in words: "was killed (SIGKILL)", "stopped (exit status 1)"."""
    if returncode < 0:
        return f"was killed ({signal.Signals(-returncode).name})"
    return f"stopped (exit status {returncode})"


def supervise(
    children: Sequence[Child],
    stop: threading.Event,
    *,
    tell: Callable[[str], None],
    on_tick: Callable[[], None] = lambda: None,
) -> None:
    """Run the children until `stop` is set, then end them; returns when none of them is left."""
    try:
        while not stop.is_set():
            for child in children:
                if message := child.tend(time.monotonic()):
                    tell(message)
            on_tick()
            stop.wait(LOOK_EVERY)
    finally:
        end(children)


def end(children: Sequence[Child]) -> None:
    """End every child: politely, then plainly, then for good."""
    for number, seconds in STOP_STEPS:
        for child in children:
            if child.is_running():
                child.send(number)
        deadline = time.monotonic() + seconds
        while any(child.is_running() for child in children):
            if time.monotonic() > deadline:
                break
            time.sleep(0.02)
        else:
            break
    for child in children:
        child.send(signal.SIGKILL)  # grandchildren that outlived their parent


def _parent_death_signal() -> Callable[[], None] | None:
    """On Linux, what makes a child end when we are killed outright and can no longer end it ourselves."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG, see prctl(2)
    return lambda: libc.prctl(set_parent_death_signal, signal.SIGTERM)


DIE_WITH_PARENT = _parent_death_signal()
