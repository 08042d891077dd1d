"""What is planted in the teaching stories, and whether a comparison finds it and leaves the traps in peace."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quizzes.nlp.texts.intake import ArticleFile, read_file
from quizzes.nlp.types import Comparison, Finding, FindingKind, Position, Relation

PROJECT = Path(__file__).resolve().parents[2]
LISTS = sorted((PROJECT / "tests" / "stories").glob("*/planted.yaml"))

Words = dict[str, tuple[str, ...]]
"""For each article, what stands there: word for word, and at least once."""


@dataclass(frozen=True)
class Planted:
    """A difference that a careful reader finds. `differs` says which, for people."""

    kind: FindingKind
    words: Words
    differs: str
    relations: tuple[Relation, ...]
    aspect: str | list[str] | None
    is_reached: bool


@dataclass(frozen=True)
class Peace:
    """What nobody may set against each other, unless in one of the `relations`; an agreement has one side."""

    name: str
    is_agreement: bool
    these: Words
    those: Words
    relations: tuple[Relation, ...]
    is_held: bool


@dataclass(frozen=True)
class PlantedStory:
    name: str
    articles: dict[str, ArticleFile]
    planted: tuple[Planted, ...]
    in_peace: tuple[Peace, ...]


def read_story(listed: Path) -> PlantedStory:
    """The story whose differences `listed` lists; its articles lie beside the list, or in seeds/ under the same name."""
    entries = yaml.safe_load(listed.read_text(encoding="utf-8"))
    name = listed.parent.name
    paths = [*listed.parent.glob("*.txt"), *(PROJECT / "seeds" / name).glob("*.txt")]
    return PlantedStory(
        name=name,
        articles={path.stem: read_file(path.name, path.read_bytes()) for path in sorted(paths)},
        planted=tuple(planted(entry) for entry in entries["planted"]),
        in_peace=tuple(peace(entry) for entry in entries["in_peace"]),
    )


def planted(entry: dict[str, Any]) -> Planted:
    return Planted(
        kind=FindingKind(entry["kind"]),
        words=words(entry["words"]),
        differs=entry.get("differs", "; ".join(map(str, entry["words"].values()))),
        relations=tuple(Relation(r) for r in listing(entry.get("relation", ()))),
        aspect=entry.get("aspect"),
        is_reached=entry.get("found", True),
    )


def peace(entry: dict[str, Any]) -> Peace:
    is_agreement = "agreement" in entry
    return Peace(
        name=entry["agreement"] if is_agreement else entry["trap"],
        is_agreement=is_agreement,
        these=words(entry["words"] if is_agreement else entry["these"]),
        those={} if is_agreement else words(entry["those"]),
        relations=tuple(Relation(r) for r in listing(entry.get("relation", ()))),
        is_held=entry.get("held", True),
    )


def words(entry: dict[str, str | list[str]]) -> Words:
    return {article: tuple(listing(phrases)) for article, phrases in entry.items()}


def listing(one_or_more: str | Iterable[str]) -> list[str]:
    return [one_or_more] if isinstance(one_or_more, str) else list(one_or_more)


def is_found(entry: Planted, story: PlantedStory, comparison: Comparison) -> bool:
    """True where one finding of the kind (and of the relation and aspect) holds all the planted places."""
    return any(holds(finding, entry, story) for finding in comparison.findings)


def holds(finding: Finding, entry: Planted, story: PlantedStory) -> bool:
    if finding.kind is not entry.kind or (entry.relations and finding.relation not in entry.relations):
        return False
    if entry.aspect and finding.aspect not in listing(entry.aspect):
        return False
    return all(
        any(
            stands_at(position, article, phrase, story)
            and (finding.kind is not FindingKind.DISCREPANCY or says(position, phrase))
            for position in finding.positions
        )
        for article, phrases in entry.words.items()
        for phrase in phrases
    )


def is_disturbed(entry: Peace, story: PlantedStory, comparison: Comparison) -> bool:
    """True where a discrepancy joins the two sides (that they count different things may be said)."""
    return any(joins(finding, entry, story) for finding in comparison.findings)


def joins(finding: Finding, entry: Peace, story: PlantedStory) -> bool:
    if finding.kind is not FindingKind.DISCREPANCY or finding.relation in entry.relations:
        return False
    these = positions_at(finding, entry.these, story)
    if entry.is_agreement:  # beside a third value two that agree may well stand
        return len(these) == len(finding.positions)
    those = positions_at(finding, entry.those, story)
    return finding.relation is not Relation.SCOPE and bool(these and those)


def positions_at(finding: Finding, where: Words, story: PlantedStory) -> set[int]:
    """The finding's positions, by number, that stand at one of the places."""
    return {
        n
        for n, position in enumerate(finding.positions)
        for article, phrases in where.items()
        if any(stands_at(position, article, p, story) and says(position, p) for p in phrases)
    }


def stands_at(position: Position, article: str, phrase: str, story: PlantedStory) -> bool:
    """True where the position's evidence overlaps the words, or its value is these words (the name of a voice)."""
    if position.article != article:
        return False
    places = [(m.start(), m.end()) for m in re.finditer(re.escape(phrase), story.articles[article].text)]
    overlaps = any(e.start < end and start < e.end for e in position.evidence for start, end in places)
    return overlaps or position.value == phrase


def says(position: Position, phrase: str) -> bool:
    """True where the position's value, or its figure, is in the phrase: one sentence may hold two figures."""
    value = tokens(position.value or "")
    figures = {token for token in value if token[0].isdigit()}
    return bool((figures or value) & tokens(phrase))


def tokens(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+(?:[.,:'’-][^\W_]+)*", text.casefold()))
