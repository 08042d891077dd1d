"""The measurements run and print figures; what the figures are is for a reader, never asserted."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import joining, reading, results
from tests.bench.articles import EDITIONS, articles, texts_of, words


def test_reading_is_set_against_the_bare_pipeline() -> None:
    both = reading.compare_with_bare_pipeline(texts_of([EDITIONS])[:1])
    assert set(both) == {"bare", "reading"}
    assert all(seconds > 0 for seconds in both.values())


def test_growth_is_measured_in_a_process_of_its_own() -> None:
    grown = reading.in_own_process("growth", [EDITIONS], 1)
    assert grown["seconds"] > 0
    assert 50 < grown["megabytes"] < 4000, "a wrong unit would be out by a thousand"


def test_nineteen_of_twenty_wait_no_longer_than_p95() -> None:
    assert joining.p95([float(n) for n in range(40)]) == 37
    assert joining.p95([2.0]) == 2


def test_fewer_texts_than_articles_come_again_under_other_ids() -> None:
    read = articles(["one", "two"], 3)
    assert [(a.article, a.text) for a in read] == [("a000", "one"), ("a001", "two"), ("a002", "one")]


def test_texts_are_every_article_below_a_folder_without_its_readme(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "b.txt").write_text("The lake froze. Nobody fell in.", encoding="utf-8")
    (tmp_path / "README.md").write_text("What lies here.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    texts = texts_of([tmp_path])
    assert texts == ["The lake froze. Nobody fell in."]
    assert words(texts) == 6


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench", str(tmp_path / "nowhere")], capture_output=True, text=True
    )
    assert run.returncode == 1
    assert re.search("No such folder: .*nowhere", run.stderr)


@pytest.mark.django_db
def test_every_page_of_an_assignment_is_measured() -> None:
    costs = {cost.page: cost for cost in results.measured(3)}
    assert {"assignment-results", "assignment-live", "classroom-detail"} <= costs.keys()
    page = costs["assignment-results"]
    assert page.queries > 3 and page.size > page.compressed > 500 and page.seconds > 0
    assert "queries" in page.line(target=60)
    assert results.analysis() > 0
