from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

HERALD = """---
outlet: The Herald
published: 2021-05-03
---
Rocket attack on harbour kills 22

A rocket attack on the harbour of Port Roe killed at least 22 sailors on Monday, the Coast Observatory said.
"""
POST = """One dead in harbour attack

One sailor was killed in a rocket attack on the harbour of Port Roe on Monday, officials said. “It was a long night,” he said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "herald.md").write_text(HERALD, encoding="utf-8")
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def run(*files: Path, **options: Any) -> tuple[str, str]:
    """Standard output and standard error of the command."""
    out, err = StringIO(), StringIO()
    call_command("analyze", *files, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def analysed(*files: Path, **options: Any) -> dict[str, Any]:
    found = json.loads(run(*files, json=True, **options)[0])
    assert isinstance(found, dict)
    return found


def test_a_folder_is_one_story(folder: Path) -> None:
    found = analysed(folder)
    assert set(found) >= {"engine", "articles", "quotations", "claims", "occurrences", "findings", "items"}
    assert [(a["id"], a["outlet"], a["published"]) for a in found["articles"]] == [
        ("herald", "The Herald", "2021-05-03"),
        ("post", None, None),
    ]
    killed = {c["article"]: c["value"]["low"] for c in found["claims"] if c["measure"] == "killed"}
    assert killed == {"herald": 22, "post": 1}
    assert "discrepancy" in {f["kind"] for f in found["findings"]}


def test_offsets_count_characters_of_the_text_without_front_matter(folder: Path) -> None:
    found = analysed(folder)
    texts = {"herald": HERALD.split("---\n", 2)[2], "post": POST}
    passages = [(a["id"], p) for a in found["articles"] for p in a["passages"]]
    quoted = [(e["article"], e) for e in found["claims"] + found["quotations"]]
    values = [(c["article"], c["value"]) for c in found["claims"]]
    for article, part in passages + quoted + values:
        assert texts[article][part["start"] : part["end"]] == part["text"]


def test_the_same_files_give_the_same_output(folder: Path) -> None:
    assert run(folder, json=True) == run(folder, json=True)


def test_the_files_may_be_named_in_any_order(folder: Path) -> None:
    one = analysed(folder / "herald.md", folder / "post.txt")
    other = analysed(folder / "post.txt", folder / "herald.md")
    assert [a["id"] for a in other["articles"]] == ["post", "herald"]
    assert [f["id"] for f in one["findings"]] == [f["id"] for f in other["findings"]]


def test_reading_alone_stops_before_findings(folder: Path) -> None:
    found = analysed(folder, only="reading")
    assert found["claims"]
    assert (found["findings"], found["items"], found["occurrences"]) == ([], [], [])


def test_without_json_a_table_is_printed(folder: Path) -> None:
    out, _ = run(folder)
    assert "A  herald: Rocket attack on harbour kills 22 (The Herald, 2021-05-03)" in out
    assert any(line.startswith("killed ") and "22" in line for line in out.splitlines())
    assert "Findings\n--------" in out


def test_it_touches_no_database(folder: Path) -> None:
    # pytest-django blocks the database in a test without its mark
    assert analysed(folder)["articles"]


def test_a_file_that_cannot_be_read_is_named_and_left_out(folder: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    out, err = run(folder, json=True)
    assert [a["id"] for a in json.loads(out)["articles"]] == ["herald", "post"]
    assert err.count("\n") == 1
    assert "picture.txt: left out." in err


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    assert "nowhere.txt: left out. No such file" in run(folder, folder / "nowhere.txt", json=True)[1]


def test_nothing_left_to_read_ends_with_2(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refusal:
        run(tmp_path / "nowhere.txt")
    assert refusal.value.returncode == 2


def test_a_folder_s_readme_and_hidden_files_are_no_articles(folder: Path) -> None:
    (folder / "README.md").write_text(
        "What lies here, and where it is from, and how to load your own.", "utf-8"
    )
    (folder / ".draft.txt").write_text(POST, "utf-8")
    (folder / "notes.csv").write_text("a,b", "utf-8")
    assert [a["id"] for a in analysed(folder, only="reading")["articles"]] == ["herald", "post"]


def test_two_files_of_one_name_keep_their_endings(folder: Path) -> None:
    (folder / "post.md").write_text(HERALD, encoding="utf-8")
    ids = [a["id"] for a in analysed(folder, only="reading")["articles"]]
    assert ids == ["herald", "post.md", "post.txt"]
