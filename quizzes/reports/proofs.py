"""What proves an item: its matrix row with the sentences lit up in each article, set against those that a student ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import FrozenArticle, FrozenItem
from quizzes.reports.attempt_sheet import picks_of
from quizzes.reports.wording import lines_of_key

Place = tuple[str, int, int]
"""A stretch of an article: its letter, start and end."""
LONG_VALUE = 80
"""Characters: past this a value is a sentence (of a copy, a headline), and the quotation says it."""
CELLS_AT_ONCE = 3
"""An article that gives more figures than this shows those that matter for the key, and the others on demand."""


@dataclass(frozen=True)
class Quote:
    """An article's own words, in their sentence. `at` is where that sentence begins, None outside of any.

    `mark`: "ok" ticked and it proves, "also" proves like another that was ticked, "miss" proves and was not ticked,
    "no" ticked in vain, or "".
    """

    text: str
    letter: str
    mark: str = ""
    before: str = ""
    after: str = ""
    at: int | None = None


@dataclass(frozen=True)
class Cell:
    """One value in one article, by one source."""

    value: str
    source: Mapping[str, Any] | None
    quotes: tuple[Quote, ...]

    @property
    def is_marked(self) -> bool:
        return any(quote.mark for quote in self.quotes)


@dataclass(frozen=True)
class Column:
    """What one article says in the matrix row; no cells where it says nothing."""

    letter: str
    outlet: str
    published: dt.date | None
    is_key: bool
    cells: tuple[Cell, ...]

    @property
    def first(self) -> tuple[Cell, ...]:
        """What is shown at once: all, or of many those that prove the key or were ticked."""
        if len(self.cells) <= CELLS_AT_ONCE:
            return self.cells
        return tuple(cell for cell in self.cells if cell.is_marked) or self.cells[:CELLS_AT_ONCE]

    @property
    def rest(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell not in self.first)


@dataclass(frozen=True)
class Proof:
    """`row` of the matrix, or without one the sentences `cited`; `stray` are ticked sentences that neither shows."""

    row: tuple[Column, ...]
    cited: tuple[Quote, ...]
    stray: tuple[Quote, ...]


def proof_of(item: FrozenItem, answer: Any, articles: Sequence[FrozenArticle], keys: Sequence[Any]) -> Proof:
    """The proof of an item by the keys that hold for it: its own, and one that stands beside or in its place."""
    by_letter = {article.letter: article for article in articles}
    lit = _Lit(item, answer, keys, by_letter)
    if item.row:
        return Proof(tuple(lit.column(article) for article in articles), (), lit.stray())
    cited = [lit.quote(place) for p in item.evidence if (place := _place(p))[0] in by_letter]
    return Proof((), tuple(cited), lit.stray())


class _Lit:
    """The sentences of one item and one answer: which prove, which were ticked."""

    def __init__(
        self, item: FrozenItem, answer: Any, keys: Sequence[Any], articles: Mapping[str, FrozenArticle]
    ) -> None:
        self.item, self.articles = item, articles
        self.ticked = frozenset(_place(pick) for pick in picks_of(ItemKind(item.kind), answer))
        self.groups = [frozenset(map(_place, group)) for key in keys for group in _groups(item, key)]
        one_right = item.kind in (ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE)
        self.key_letters = (
            {line.letter for key in keys for line in lines_of_key(item, key)} if one_right else set()
        )

    def column(self, article: FrozenArticle) -> Column:
        return Column(
            letter=article.letter,
            outlet=article.outlet,
            published=article.published,
            is_key=article.letter in self.key_letters,
            cells=tuple(self._cell(e, article) for e in self.item.row if e["letter"] == article.letter),
        )

    def _cell(self, entry: Mapping[str, Any], article: FrozenArticle) -> Cell:
        places = [(article.letter, piece["start"], piece["end"]) for piece in entry["evidence"]]
        quotes = tuple(self.quote(place) for place in places)
        return Cell(_value(entry["value"], quotes), entry.get("source"), quotes)

    def quote(self, place: Place) -> Quote:
        letter, start, end = place
        text = self.articles[letter].text
        around = [s for s in self.articles[letter].sentences if s["start"] < end and start < s["end"]]
        return Quote(
            text=text[start:end],
            letter=letter,
            mark=self._mark(place),
            before=text[around[0]["start"] : start].lstrip() if around else "",
            after=text[end : around[-1]["end"]].rstrip() if around else "",
            at=around[0]["start"] if around else None,
        )

    def _mark(self, place: Place) -> str:
        is_ticked = any(_overlaps(place, pick) for pick in self.ticked)
        groups = [group for group in self.groups if any(_overlaps(place, sentence) for sentence in group)]
        if not groups:
            return "no" if is_ticked else ""
        if is_ticked:
            return "ok"
        return "also" if any(self.ticked & group for group in groups) else "miss"

    def stray(self) -> tuple[Quote, ...]:
        """Ticked sentences that are shown nowhere else: right ones too, where a group holds several."""
        shown = [(e["letter"], p["start"], p["end"]) for e in self.item.row for p in e["evidence"]]
        if not self.item.row:
            shown = [_place(piece) for piece in self.item.evidence]
        picks = [pick for pick in sorted(self.ticked) if pick[0] in self.articles]
        return tuple(self.quote(pick) for pick in picks if not any(_overlaps(pick, place) for place in shown))


def _groups(item: FrozenItem, key: Any) -> Iterable[Iterable[Mapping[str, Any]]]:
    """The sentences that a key takes as proof, an article's alternatives together; none where it asks for none."""
    match ItemKind(item.kind):
        case ItemKind.EVIDENCE:
            return list(key)
        case ItemKind.CLAIM_EVIDENCE:
            return list(key["groups"])
    return []


def _place(span: Mapping[str, Any]) -> Place:
    return span["article"], span["start"], span["end"]


def _overlaps(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _value(words: str, quotes: Sequence[Quote]) -> str:
    """The value, unless it is a whole sentence that the quotation below repeats."""
    is_repeated = len(words) > LONG_VALUE or any(words == quote.text for quote in quotes)
    return "" if quotes and is_repeated else words
