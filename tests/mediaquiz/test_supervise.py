"""Programs kept running, and ended: real processes, small ones."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mediaquiz.supervise import FIRST_PAUSE, GROWN_UP, Child, describe_end, end, supervise

SLEEPER = "import time; time.sleep(60)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
)


@pytest.fixture
def child() -> Iterator[Callable[[str], Child]]:
    """A function from a Python program to a Child that runs it; whatever still runs at the end is ended."""
    made: list[Child] = []

    def make(program: str) -> Child:
        made.append(Child("worker", [sys.executable, "-c", program], os.environ))
        return made[-1]

    yield make
    end(made)


def test_program_that_is_killed_starts_again_after_a_pause(child: Callable[[str], Child]) -> None:
    worker = child(SLEEPER)
    worker.tend(now=0)
    first = pid_of(worker)
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: not worker.is_running())

    assert worker.tend(now=1) == "The worker was killed (SIGKILL); starting it again in 0.5 s."
    assert worker.tend(now=1.1) is None and not worker.is_running()
    assert worker.tend(now=1 + FIRST_PAUSE) is None and worker.is_running()
    assert pid_of(worker) != first


def test_pauses_double_for_a_program_that_dies_young_and_shrink_once_it_has_lived(
    child: Callable[[str], Child],
) -> None:
    worker = child("raise SystemExit(3)")
    assert pauses(worker, lifetimes=[0, 0, 0, 0]) == [0.5, 1, 2, 4]
    assert pauses(worker, lifetimes=[GROWN_UP, 0]) == [0.5, 1]
    assert pauses(worker, lifetimes=[0] * 8)[-1] == 30


def test_end_leaves_nothing(child: Callable[[str], Child]) -> None:
    children = [child(SLEEPER), child(SLEEPER)]
    for one in children:
        one.start(now=0)
    before = time.monotonic()
    end(children)
    assert not any(one.is_running() for one in children)
    assert time.monotonic() - before < 2


def test_end_kills_what_will_not_listen(
    child: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = ((signal.SIGTERM, 0.1), (signal.SIGKILL, 2.0))
    monkeypatch.setattr("mediaquiz.supervise.STOP_STEPS", steps)
    stubborn = child(STUBBORN)
    stubborn.start(now=0)
    time.sleep(0.3)  # until it ignores the signal
    end([stubborn])
    assert stubborn.process is not None and stubborn.process.returncode == -signal.SIGKILL


def test_what_a_dead_program_leaves_behind_is_ended(child: Callable[[str], Child], tmp_path: Path) -> None:
    note = tmp_path / "pid"
    parent = child(
        "import subprocess, sys, pathlib\n"
        f"grandchild = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(grandchild.pid))"
    )
    parent.start(now=0)
    wait_until(lambda: not parent.is_running())
    parent.tend(now=1)
    wait_until(lambda: is_gone(int(note.read_text())))


def test_supervise_ends_only_its_own(child: Callable[[str], Child]) -> None:
    stranger, own = child(SLEEPER), child(SLEEPER)
    stranger.start(now=0)
    stop, ticks = threading.Event(), []

    def stop_at_the_second_tick() -> None:
        ticks.append(own.is_running())
        if len(ticks) == 2:
            stop.set()

    supervise([own], stop, tell=print, on_tick=stop_at_the_second_tick)
    assert ticks == [True, True]
    assert not own.is_running() and stranger.is_running()


@pytest.mark.parametrize(
    ("code", "words"),
    [(0, "stopped (exit status 0)"), (1, "stopped (exit status 1)"), (-9, "was killed (SIGKILL)")],
)
def test_end_in_words(code: int, words: str) -> None:
    assert describe_end(code) == words


def pid_of(child: Child) -> int:
    assert child.process is not None
    return child.process.pid


def pauses(child: Child, *, lifetimes: list[float]) -> list[float]:
    """The pauses announced for a program that ends after each of these many seconds of a made-up clock."""
    found = []
    for lifetime in lifetimes:
        child.start(now=0)
        wait_until(lambda: not child.is_running())
        child.tend(now=lifetime)
        found.append(child.due_at - lifetime)
    return found


def is_gone(pid: int) -> bool:
    """Whether a process has ended (one that nobody has waited for yet counts as ended)."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)
