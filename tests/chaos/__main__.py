"""`make chaos`, or `python -m tests.chaos [--attempts 1000] [--at-once 24] [--kills 24] [--minutes 10] [--seed N]`.

Prints a table and ends with 1 where anything was lost, doubled or otherwise wrong. It uses a data folder of its own, or
the empty database that DATABASE_URL names, and this machine's own address alone.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django


def main() -> int:
    given = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    given.add_argument("--attempts", type=int, default=1000)
    given.add_argument("--at-once", type=int, default=24, help="students who work at the same time")
    given.add_argument("--kills", type=int, default=24, help="programs killed on the way")
    given.add_argument("--minutes", type=float, default=10, help="after which the run gives up")
    given.add_argument("--seed", type=int, default=random.randrange(10**6))
    with tempfile.TemporaryDirectory(prefix="mediaquiz-chaos-") as folder:
        return _run(given.parse_args(), Path(folder))


def _run(given: argparse.Namespace, folder: Path) -> int:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "mediaquiz.settings",
        "MEDIAQUIZ_DATA": str(folder),
        "SECRET_KEY": f"chaos-{random.SystemRandom().getrandbits(256):x}",  # ours and the programs': PINs are keyed
    }
    django.setup()
    from mediaquiz.address import LaunchRefused
    from tests.chaos.running import Options, run
    from tests.chaos.school import NotFresh
    from tests.chaos.site import Site, SiteDown

    options = Options(**vars(given))
    print(f"Chaos: {options.attempts} attempts, {options.kills} kills, seed {options.seed}.", flush=True)
    site = Site(folder)
    try:
        site.prepare()
        with their_words_in(folder / "log") as log:
            outcome = run(site, options, tell)
            failures = failures_in(log.read_text(encoding="utf-8", errors="replace"))
    except NotFresh:
        sys.exit("DATABASE_URL names a database that holds classes: a chaos run wants an empty one.")
    except (SiteDown, LaunchRefused) as error:
        sys.exit(f"The site did not come up. {error}")
    for line in outcome.lines():
        print(line)
    for failure, times in failures.most_common():
        print(f"The programs' log, {times} times: {failure}")
    is_clean = outcome.is_clean and not set(failures) - {BUSY}
    print("Nothing lost, nothing doubled." if is_clean else "NOT CLEAN.")
    return 0 if is_clean else 1


BUSY = "django.db.utils.OperationalError: database is locked"
"""More wait to write than the machine can serve in SQLite's patience of twenty seconds: the page tries again."""


def tell(line: str) -> None:
    print(line, flush=True)


@contextmanager
def their_words_in(path: Path) -> Iterator[Path]:
    """What the site's programs say to the terminal goes into a file: it is mostly about connections that we have cut."""
    own = os.dup(2)
    with open(path, "wb") as log:
        os.dup2(log.fileno(), 2)
        try:
            yield path
        finally:
            os.dup2(own, 2)
            os.close(own)


def failures_in(log: str) -> Counter[str]:
    """How often the programs have failed inside, by the last line of each trace that is no cause of another."""
    found: Counter[str] = Counter()
    for trace in log.split("Traceback (most recent call last):\n")[1:]:
        lines = trace.splitlines()
        n = next((n for n, line in enumerate(lines) if not line.startswith(" ")), None)
        if n is not None and not any("exception" in line for line in lines[n + 1 : n + 3] if line):
            found[lines[n]] += 1
    return found


if __name__ == "__main__":
    sys.exit(main())
