"""The programs of a site as `make run` starts them, which can be killed outright and come back."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import time
from collections import Counter
from pathlib import Path

from mediaquiz import launch
from mediaquiz.address import Address
from mediaquiz.supervise import FIRST_PAUSE, end

KINDS = ("web server", "web process", "worker", "housekeeper")
"""What can be killed: the programs, and of the web server also one of the processes that answer, alone."""
READY_WITHIN = 60.0


class SiteDown(Exception):
    """The site has not come up in time."""


class Site:
    """A site on this machine's own address; `kills` counts what was killed."""

    def __init__(self, folder: Path, **environ: str) -> None:
        """`environ` stands before what `make run` would set."""
        self.address = Address("127.0.0.1", free_port())
        given = {**os.environ, "MEDIAQUIZ_DATA": str(folder), "MEDIAQUIZ_DEMO_SIGN_INS": "0", "HTTPS": ""}
        self.environ = launch.site_environment(self.address, given, dev=False) | environ
        self.programs = launch.programs(self.address, self.environ, dev=False)
        self.kills: Counter[str] = Counter()

    @property
    def url(self) -> str:
        return f"http://{self.address.bind}"

    def prepare(self) -> None:
        launch.prepare(self.environ)

    def start(self) -> None:
        """Start everything; returns when the web server answers."""
        deadline = time.monotonic() + READY_WITHIN
        while not self.address.answers():
            self.tend()
            if time.monotonic() > deadline:
                raise SiteDown
            time.sleep(0.05)

    def tend(self) -> None:
        """Start again what is dead, half a second after it died: who is killed often is not a program that fails."""
        for program in self.programs:
            program.pause = FIRST_PAUSE
            program.tend(time.monotonic())

    def kill(self, kind: str) -> bool:
        """Kill one of KINDS outright; False where it is not running just now."""
        name = "web server" if kind == "web process" else kind
        program = next(p for p in self.programs if p.name == name)
        if program.process is None or not program.is_running():
            return False
        pids = children_of(program.process.pid) if kind == "web process" else [program.process.pid]
        if not pids:
            return False
        try:
            os.kill(random.choice(pids), signal.SIGKILL)
        except ProcessLookupError:
            return False
        self.kills[kind] += 1
        return True

    def stop(self) -> None:
        end(self.programs)


def children_of(pid: int) -> list[int]:
    """The processes that a process has started itself."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], check=True, capture_output=True, text=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    return [child for child, parent in pairs if parent == pid]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
