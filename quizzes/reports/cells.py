"""The cells of the matrix: one value each, in words, with what it counts and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.flows.records import source_json
from quizzes.models import Finding, Position
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Bound, Claim, ValueType

FIGURE = re.compile(r"\d(?:[\d.,\u00a0 ]*\d)?")
QUOTES = "\"“”‘’' "


@dataclass(frozen=True)
class Entry:
    """One value in a cell: its words in three parts (before the figure, the figure, after), what it counts, who says so."""

    before: str
    figure: str
    after: str
    unit: str
    source: dict[str, Any] | None
    article_pk: int
    start: int
    finding_pk: int | None = None
    claim: str = ""
    """The claim's id, where the entry is one."""
    is_words: bool = False
    marks_no_source: bool = True
    """True where the cell says so when no source is given: of a figure, not of a day."""
    is_corrected: bool = False
    read_as: str = ""
    """What the teacher says that the words stand for, where they do not say it themselves."""
    is_sure: bool = True


Cells = tuple[tuple[Entry, ...], ...]


def cells_of(entries: Iterable[tuple[Entry, int]], columns: Mapping[int, int]) -> Cells:
    """A cell for each column with the entries of its article; what reads the same to a person stands there once."""
    cells: list[list[Entry]] = [[] for _ in columns]
    for entry, article in entries:
        if article in columns and all(not same(entry, other) for other in cells[columns[article]]):
            cells[columns[article]].append(entry)
    return tuple(tuple(cell) for cell in cells)


def same(one: Entry, other: Entry) -> bool:
    """True where two values read the same to a person: one value said twice by one source is shown once."""

    def shown(entry: Entry) -> tuple[str, ...]:
        words = f"{entry.before}{entry.figure}{entry.after}".casefold()
        source = (entry.source or {}).get("name", "").casefold()
        return words, entry.unit.casefold(), source, entry.read_as

    return shown(one) == shown(other)


def claim_entry(claim: Claim, article_pk: int, is_corrected: bool) -> Entry:
    words = " ".join(claim.value.text.split())
    before, figure, after = split_figure(words)
    unit = claim.value.unit or ""
    return Entry(
        before,
        figure,
        after,
        unit if unit.casefold() not in words.casefold() else "",
        source_json(claim.source),
        article_pk,
        claim.start,
        claim=claim.id,
        is_corrected=is_corrected,
        read_as=read_as(claim) if is_corrected else "",
        marks_no_source=claim.value.type in (ValueType.NUMBER, ValueType.TEXT),
    )


def read_as(claim: Claim) -> str:
    """What the value's words are taken for: "at least 22", "2021-02-15"."""
    value = claim.value
    norm = None if value.type is ValueType.NUMBER else value.norm
    return value_words(value.low, value.high, norm, value.bound)


def stands_for(claim: Claim) -> str:
    """The same without what fences it in, as a teacher types it: "22", "10 to 12", "" for a vague word."""
    value = claim.value
    if value.type is ValueType.NUMBER and value.low is None and value.high is None:
        return ""
    norm = None if value.type is ValueType.NUMBER else value.norm
    return value_words(value.low, value.high, norm, Bound.EXACT)


def value_words(low: float | None, high: float | None, norm: str | None, bound: str) -> str:
    """A value in words: its comparable form, or its figure with what fences it in."""
    if norm:
        return norm
    ends = [f"{end:,.10g}" for end in dict.fromkeys((low, high)) if end is not None]
    if not ends:
        return "a vague word"
    said = " to ".join(ends)
    return said if bound in (Bound.EXACT, Bound.RANGE) else f"{bound} {said}"


def position_entry(finding: Finding, position: Position) -> Entry:
    first = position.evidence[0]
    before, figure, after = split_figure(position.value or shortened(first["text"]))
    place = (position.article_id, first["start"], finding.pk)
    return Entry(before, figure, after, "", position.source, *place, marks_no_source=False)


def phrase_entry(finding: Finding, position: Position) -> Entry:
    first = position.evidence[0]
    words = shortened((position.value or first["text"]).strip(QUOTES))
    place = (position.article_id, first["start"], finding.pk)
    source = position.source
    if source and source["name"].casefold() in words.casefold():
        source = None  # the words name it themselves: no need to say it twice
    is_sure = finding.confidence >= SHOWN
    return Entry(words, "", "", "", source, *place, is_words=True, is_sure=is_sure)


def split_figure(text: str) -> tuple[str, str, str]:
    """The words before the first figure, the figure, the words after it; a text without one is all "before"."""
    found = FIGURE.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :]


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def shortened(words: str, most: int = 70) -> str:
    """The words, cut after a whole word with "…" where they are longer than a cell can show."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
