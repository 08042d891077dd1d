"""The texts that are measured: the teaching editions, or the articles of the folders named."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from quizzes.nlp.reading import ArticleText
from quizzes.nlp.texts.intake import ArticleUnreadable, read_file

EDITIONS = Path(__file__).parents[2] / "seeds" / "air_strike"
ENDINGS = {".txt", ".md", ".html"}


def texts_of(folders: Iterable[Path]) -> list[str]:
    """The text of every article below the folders, by path; what cannot be read is left out."""
    paths = sorted(p for folder in folders for p in folder.rglob("*") if p.suffix.lower() in ENDINGS)
    found = []
    for path in paths:
        if path.stem.lower() == "readme":
            continue
        try:
            found.append(read_file(path.name, path.read_bytes()).text)
        except ArticleUnreadable:
            continue
    return found


def articles(texts: list[str], count: int) -> list[ArticleText]:
    """`count` articles; where there are fewer texts they come again, in order (reading takes one at a time and
    keeps nothing between them, so a text read again costs what another would)."""
    return [ArticleText(f"a{n:03}", text) for n, text in enumerate(islice(cycle(texts), count))]


def words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
