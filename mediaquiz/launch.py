"""What `make run` and `make dev` do: prepare the site, then keep the web server and the worker running.

    python -m mediaquiz.launch [--dev]

HOST, PORT, DATABASE_URL and the settings' own variables come from the environment. This process loads
neither Django nor spaCy: it only prepares, watches and stops.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from mediaquiz.address import (
    Address,
    LaunchRefused,
    names_answered_to,
    read_address,
    refuse_unusable,
)
from mediaquiz.supervise import DIE_WITH_PARENT, Child, supervise

BASE_DIR = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, str(BASE_DIR / "manage.py")]
OFF = ("", "0", "false", "no", "off")  # how a variable in the environment says no
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WORKERS = min(
    4, os.cpu_count() or 1
)  # processes: Python uses one core each, and forty students start at once
THREADS = (
    8  # requests that each of them serves at once; an answer is saved in a few milliseconds, so a class fits
)


def main() -> int:
    dev = "--dev" in sys.argv[1:]
    os.chdir(BASE_DIR)
    for number in STOP_SIGNALS:  # also where the shell has us ignore Ctrl-C, as for a program behind "&"
        signal.signal(number, signal.default_int_handler)
    try:
        address = read_address(os.environ)
        if dev and not address.is_loopback:
            raise LaunchRefused(
                "The development server shows its inside to everybody: on a network use make run."
            )
        refuse_unusable(address)
        refuse_misspelt_database(os.environ)
        keep_secret_key(os.environ)
        environ = site_environment(address, os.environ, dev=dev)
        keep_address(address, environ)
        prepare(environ)
    except LaunchRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        tell("Stopped before it was ready.")
        return 130
    run(address, environ, dev=dev)
    return 0


def site_environment(address: Address, given: Mapping[str, str], *, dev: bool) -> dict[str, str]:
    """The environment for every program of the site; what the caller has set himself stands."""
    return {
        **given,
        "DEBUG": "1" if dev else "0",
        "ALLOWED_HOSTS": given.get("ALLOWED_HOSTS") or ",".join(names_answered_to(address)),
        "MEDIAQUIZ_DEMO_SIGN_INS": "1" if shows_demonstration(address, given) else "0",
    }


def refuse_misspelt_database(given: Mapping[str, str]) -> None:
    """Raise LaunchRefused where DATABASE_URL names no database; the URL, with its password, is not shown."""
    url = given.get("DATABASE_URL")
    if not url:
        return
    try:
        known = urlsplit(url).scheme in ("sqlite", "postgres", "postgresql")
        urlsplit(url).port  # noqa: B018  # raises where the port is no port
    except ValueError as error:
        raise LaunchRefused("DATABASE_URL is not an address: its host or port is misspelt.") from error
    if not known:
        raise LaunchRefused("DATABASE_URL must begin with sqlite:/// or postgres://.")


def shows_demonstration(address: Address, given: Mapping[str, str]) -> bool:
    """Whether the demonstration, with sign-ins that everybody knows, may be loaded and used.

    Only where nobody else can come: not on a network, and not behind a proxy that passes strangers on.
    """
    behind_a_proxy = given.get("HTTPS", "").lower() not in OFF or given.get("ALLOWED_HOSTS")
    wanted = given.get("MEDIAQUIZ_DEMO_SIGN_INS", "1").lower() not in OFF
    return wanted and address.is_loopback and not behind_a_proxy


def keep_secret_key(given: Mapping[str, str]) -> None:
    """Make the key that signs sessions, where none is there yet; the settings read it."""
    if given.get("SECRET_KEY"):
        return
    data = Path(given.get("MEDIAQUIZ_DATA") or BASE_DIR / ".local")
    path = data / "secret_key"
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(path, "x", encoding="ascii", opener=_for_owner_only) as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        return
    except OSError as error:
        raise LaunchRefused(f"Cannot write in {data}: {error.strerror}.") from error


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def keep_address(address: Address, environ: Mapping[str, str]) -> None:
    """Write down under which address the site answers, for the links that commands print in another terminal."""
    data = Path(environ.get("MEDIAQUIZ_DATA") or BASE_DIR / ".local")
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data / "address").write_text(own_address(address, environ) + "\n", encoding="utf-8")
    except OSError as error:
        raise LaunchRefused(f"Cannot write in {data}: {error.strerror}.") from error


def own_address(address: Address, environ: Mapping[str, str]) -> str:
    """The address as somebody in the school types it: "https://quiz.school.example"."""
    name = environ["ALLOWED_HOSTS"].split(",")[0]
    if environ.get("HTTPS", "").lower() not in OFF:
        return f"https://{name}"
    return f"http://{address.bind}" if address.is_loopback else f"http://{name}:{address.port}"


def prepare(environ: Mapping[str, str]) -> None:
    """Bring database, static files and demonstration up to date; its own messages say what failed."""
    # In a session of its own: a Ctrl-C reaches us alone, and `run` then ends the program before it raises.
    # One that comes before `run` has its hands on the program leaves it to die with us.
    done = subprocess.run(
        [*MANAGE, "prepare"],
        env=dict(environ),
        start_new_session=True,
        preexec_fn=DIE_WITH_PARENT,
        check=False,
    )
    if done.returncode:
        raise LaunchRefused("MediaQuiz was not started.")


def run(address: Address, environ: Mapping[str, str], *, dev: bool) -> None:
    """Keep web server, worker and housekeeper running until Ctrl-C or a termination signal."""
    stop = threading.Event()
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: stop.set())
    waiting = [True]

    def announce_once() -> None:
        if waiting and address.answers():
            waiting.clear()
            tell(announcement(address, environ))

    supervise(programs(address, environ, dev=dev), stop, tell=tell, on_tick=announce_once)
    tell("MediaQuiz has stopped.")


def programs(address: Address, environ: Mapping[str, str], *, dev: bool) -> list[Child]:
    """The programs of a site, not started yet: web server, worker, housekeeper."""
    reloads = "--reload" if dev else "--no-reload"
    return [
        Child("web server", web_command(address, dev=dev), environ),
        Child("worker", [*MANAGE, "db_worker", reloads, "-v", "0"], environ),
        Child("housekeeper", [*MANAGE, "keep_house"], environ),
    ]


def web_command(address: Address, *, dev: bool) -> list[str]:
    """The command line of the web server: gunicorn, or Django's own with `--dev`."""
    if dev:
        return [*MANAGE, "runserver", address.bind]
    return [
        *(sys.executable, "-m", "gunicorn", "mediaquiz.wsgi", "--bind", address.bind),
        *("--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--log-level", "warning", "--graceful-timeout", "2", "--no-control-socket"),
        "--preload",  # the port opens when the site can answer, not before
    ]


def announcement(address: Address, environ: Mapping[str, str]) -> str:
    """What is printed when the site answers: its address, its names on a network, how to stop."""
    if address.is_loopback:
        return f"MediaQuiz is running at http://{address.bind}/ - Ctrl-C stops it."
    names = environ["ALLOWED_HOSTS"].split(",")
    return "\n".join(
        [
            f"MediaQuiz is running at http://{names[0]}:{address.port}/ - Ctrl-C stops it.",
            f"It answers to {', '.join(names)}; for another name: ALLOWED_HOSTS=that.name,... make run.",
            "The demonstration's sign-ins are off. A first teacher is made, in another terminal, by",
            "    .venv/bin/python manage.py create_teacher name@school.example",
        ]
    )


def tell(message: str) -> None:
    print(message, flush=True)


if __name__ == "__main__":
    sys.exit(main())
