"""The tables derived from WordNet (folder `wordnet`, made by `lexicon_recipe`), each read when it is first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "wordnet"


@cache
def words_of(table: str) -> frozenset[str]:
    """A table of single words: "people", "killing". Raises FileNotFoundError for a table that is not there."""
    return frozenset(lines_of(table))


@cache
def rows_of(table: str) -> tuple[tuple[str, ...], ...]:
    """A table of several columns: its rows, each a field a column."""
    return tuple(tuple(line.split("\t")) for line in lines_of(table))


def lines_of(table: str) -> list[str]:
    return (FOLDER / f"{table}.txt").read_text(encoding="utf-8").splitlines()
