"""`make bench`, or `python -m tests.bench FOLDER...`: every measurement, on the editions or on the folders' articles."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench import comparing, joining, reading, results, weights
from tests.bench.articles import EDITIONS


def main(names: list[str]) -> None:
    folders = [Path(name) for name in names] or [EDITIONS]
    if missing := [str(f) for f in folders if not f.is_dir()]:
        sys.exit(f"No such folder: {', '.join(missing)}. Name folders that hold articles, or none.")
    for measured in (joining, results, weights, reading, comparing):
        for line in measured.report(folders):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
