"""What `make run` sets up, and one real run: both programs up, both killed and back, both stopped."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mediaquiz import launch
from mediaquiz.address import Address, LaunchRefused
from tests.mediaquiz.test_address import free_port
from tests.mediaquiz.test_supervise import is_gone
from tests.mediaquiz.test_supervise import wait_until as wait_for

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
LOOPBACK, NETWORK = Address("127.0.0.1", 8000), Address("192.0.2.7", 8000)
PATIENCE = 240
"""Seconds after which a run has hung; on a busy machine all its programs take a minute to come up."""


def test_on_loopback_the_demonstration_is_on_and_debug_off() -> None:
    environ = launch.site_environment(LOOPBACK, {"LANG": "C"}, dev=False)
    assert environ == {
        "LANG": "C",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "MEDIAQUIZ_DEMO_SIGN_INS": "1",
    }


def test_dev_turns_debug_on() -> None:
    assert launch.site_environment(LOOPBACK, {}, dev=True)["DEBUG"] == "1"


@pytest.mark.parametrize(
    ("address", "given"),
    [
        (NETWORK, {}),
        (NETWORK, {"MEDIAQUIZ_DEMO_SIGN_INS": "1"}),
        (LOOPBACK, {"HTTPS": "1"}),
        (LOOPBACK, {"ALLOWED_HOSTS": "quiz.school.example"}),
        (LOOPBACK, {"MEDIAQUIZ_DEMO_SIGN_INS": "0"}),
    ],
)
def test_demonstration_is_off_wherever_a_stranger_could_come(address: Address, given: dict[str, str]) -> None:
    assert launch.site_environment(address, given, dev=False)["MEDIAQUIZ_DEMO_SIGN_INS"] == "0"


def test_hosts_set_by_the_caller_stand() -> None:
    given = {"ALLOWED_HOSTS": "quiz.school.example"}
    assert launch.site_environment(NETWORK, given, dev=False)["ALLOWED_HOSTS"] == "quiz.school.example"


def test_secret_key_is_made_once_for_the_owner_only(tmp_path: Path) -> None:
    given = {"MEDIAQUIZ_DATA": str(tmp_path / "data")}
    path = tmp_path / "data" / "secret_key"
    launch.keep_secret_key(given)
    first = path.read_text(encoding="ascii")
    launch.keep_secret_key(given)
    assert path.read_text(encoding="ascii") == first and len(first) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_secret_key_of_the_caller_is_not_written_down(tmp_path: Path) -> None:
    launch.keep_secret_key({"MEDIAQUIZ_DATA": str(tmp_path / "data"), "SECRET_KEY": "his own"})
    assert not (tmp_path / "data").exists()


def test_data_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LaunchRefused, match="Cannot write in"):
        launch.keep_secret_key({"MEDIAQUIZ_DATA": str(tmp_path / "file" / "data")})


@pytest.mark.parametrize(
    "url", ["", "sqlite:////tmp/a.sqlite3", "postgres://anna:secret@db.example:5432/quiz"]
)
def test_database_urls_that_are_understood(url: str) -> None:
    launch.refuse_misspelt_database({"DATABASE_URL": url})


@pytest.mark.parametrize("url", ["mysql://anna:secret@h/q", "nonsense", "postgres://anna:secret@h:99999/q"])
def test_database_url_that_is_misspelt_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(LaunchRefused, match="DATABASE_URL") as refusal:
        launch.refuse_misspelt_database({"DATABASE_URL": url})
    assert "secret" not in str(refusal.value)


def test_announcement_on_a_network_names_the_first_address_and_the_teachers_command() -> None:
    text = launch.announcement(NETWORK, {"ALLOWED_HOSTS": "192.0.2.7,lab"})
    assert text.startswith("MediaQuiz is running at http://192.0.2.7:8000/")
    assert "create_teacher" in text


# --- a real run -----------------------------------------------------------------------------


class Run:
    """`python -m mediaquiz.launch` on a free port, with a data folder of its own and no demonstration."""

    def __init__(self, data: Path, **variables: str) -> None:
        self.port = free_port()
        self.log = data.with_suffix(".log")
        environ = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "PORT": str(self.port),
            "MEDIAQUIZ_DATA": str(data),
            "MEDIAQUIZ_DEMO_SIGN_INS": "0",
            **variables,
        }
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mediaquiz.launch"],
                cwd=launch.BASE_DIR,
                env=environ,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def children(self) -> dict[str, int]:
        """The process ids of what it runs just now, by the program that each runs."""
        found = {}
        for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            command = Path(f"/proc/{pid}/cmdline").read_text()
            found |= {
                name: int(pid)
                for name in ("prepare", "gunicorn", "db_worker", "keep_house")
                if name in command
            }
        return found

    def status(self) -> int | None:
        """The HTTP status of the sign-in page; None while nothing answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/accounts/login/", timeout=5) as answer:
                return int(answer.status)
        except OSError:
            return None


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []

    def begin(**variables: str) -> Run:
        runs.append(Run(tmp_path / "data", **variables))
        return runs[-1]

    yield begin
    for run in runs:
        run.process.kill()
        run.process.wait()


@needs_proc
def test_all_programs_come_up_come_back_and_stop(start: Callable[..., Run]) -> None:
    run = start()
    wait_until(lambda: run.status() == 200, run)
    first = run.children()
    assert set(first) == {"gunicorn", "db_worker", "keep_house"}

    for pid in first.values():
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: len(set(run.children().values()) - set(first.values())) == 3, run)
    wait_until(lambda: run.status() == 200, run)
    second = run.children()

    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(timeout=PATIENCE) == 0
    assert run.status() is None
    assert not any(Path(f"/proc/{pid}").exists() for pid in second.values())
    log = run.log.read_text()
    assert "The worker was killed (SIGKILL)" in log and "Traceback" not in log
    assert f"http://127.0.0.1:{run.port}/" in log and log.endswith("MediaQuiz has stopped.\n")


@needs_proc
def test_stopping_while_it_prepares_leaves_nothing(start: Callable[..., Run]) -> None:
    run = start()
    wait_until(lambda: bool(run.children()), run)
    preparing = run.children()
    run.process.send_signal(signal.SIGTERM)
    assert run.process.wait(timeout=PATIENCE) == 130
    assert list(preparing) == ["prepare"]
    wait_for(lambda: is_gone(preparing["prepare"]))
    assert run.log.read_text() == "Stopped before it was ready.\n"


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        ({"DATABASE_URL": "postgres://anna:secret@127.0.0.1:1/quiz"}, "The database does not answer"),
        ({"DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}, "The database does not answer"),
        ({"PORT": "eighty"}, "PORT must be a number"),
    ],
)
def test_what_cannot_work_is_said_without_a_traceback(
    start: Callable[..., Run], variables: dict[str, str], line: str
) -> None:
    run = start(**variables)
    assert run.process.wait(timeout=PATIENCE) == 1
    log = run.log.read_text()
    assert line in log and "Traceback" not in log and "secret" not in log


def wait_until(condition: Callable[[], bool], run: Run, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert run.process.poll() is None, run.log.read_text()
        assert time.monotonic() < deadline, run.log.read_text()
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("address", "given", "told"),
    [
        (LOOPBACK, {"ALLOWED_HOSTS": "localhost,127.0.0.1"}, f"http://{LOOPBACK.bind}"),
        (NETWORK, {"ALLOWED_HOSTS": "192.0.2.7,lab"}, f"http://192.0.2.7:{NETWORK.port}"),
        (LOOPBACK, {"ALLOWED_HOSTS": "quiz.school.example", "HTTPS": "1"}, "https://quiz.school.example"),
    ],
)
def test_the_address_is_kept_for_links_that_commands_print(
    tmp_path: Path, address: Address, given: dict[str, str], told: str
) -> None:
    launch.keep_address(address, given | {"MEDIAQUIZ_DATA": str(tmp_path / "new")})
    assert (tmp_path / "new" / "address").read_text().strip() == told
