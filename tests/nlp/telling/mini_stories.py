"""Invented stories of a few short articles: what each figure is about is marked in the text, as in "{quake|14} people".

`stories/<name>.txt`: a line with the kind of event, then each article behind a line "== name date". Places, people and papers
are made up. Two stories of one kind tell two events of the same sort: thrown together, nothing may join them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "stories"
MARK = re.compile(r"\{(?P<occurrence>[\w-]+)\|(?P<words>[^}]*)\}")
ARTICLE = re.compile(r"^== (?P<name>\S+) ?(?P<day>\S*)\n", re.M)


@dataclass(frozen=True)
class Marked:
    """Where an article gives a figure, and the name of the happening that it is about."""

    article: str
    start: int
    end: int
    occurrence: str


@dataclass(frozen=True)
class MiniStory:
    """Articles by name, each with its date (None where it has none) and its text, marks taken out."""

    name: str
    kind: str
    texts: dict[str, tuple[str | None, str]]
    marked: tuple[Marked, ...]


def story_in(name: str, source: str) -> MiniStory:
    head, *parts = ARTICLE.split(source)
    articles = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    return MiniStory(
        name=name,
        kind=head.removeprefix("kind:").strip(),
        texts={a: (day or None, MARK.sub(r"\g<words>", text)) for a, day, text in articles},
        marked=tuple(mark for a, _, text in articles for mark in marks_in(a, text)),
    )


def marks_in(article: str, text: str) -> Iterator[Marked]:
    """The marked figures with their offsets in the text without marks."""
    cut = 0
    for match in MARK.finditer(text):
        start = match.start() - cut
        yield Marked(article, start, start + len(match["words"]), match["occurrence"])
        cut += len(match[0]) - len(match["words"])


MINI_STORIES = tuple(story_in(p.stem, p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("*.txt")))
