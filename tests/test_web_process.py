"""A web process needs no spaCy: every page is asked in an interpreter that has none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_every_page_works_without_spacy() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.web_process"],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answered = json.loads(done.stdout)
    never_reached = {name for name, statuses in answered.items() if set(statuses) <= {404, 405}}
    broken = {name for name, statuses in answered.items() if max(statuses) >= 500}
    assert (never_reached, broken) == (set(), set())
    assert "home" in answered
