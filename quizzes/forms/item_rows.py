"""What the page of an item's form shows line by line: options, partners, and the sentences of the articles to tick."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.forms import BoundField

from quizzes.forms.item_lines import Line
from quizzes.reports.attempt_sheet import Piece, SheetArticle
from quizzes.reports.items import shows

if TYPE_CHECKING:
    from quizzes.forms.items import ItemForm


@dataclass(frozen=True)
class Row:
    """One option: its words, what choosing it shows, and in the left column of a match item its partner."""

    name: str
    text: BoundField
    shows: str
    pair: BoundField | None = None

    @classmethod
    def of(cls, form: ItemForm, line: Line) -> Row:
        misconception = line.row.misconception if line.row else ""
        pair = f"pair_{line.name}"
        return cls(
            line.name,
            form[f"text_{line.name}"],
            shows(misconception) if misconception else "",
            form[pair] if pair in form.fields else None,
        )


@dataclass(frozen=True)
class Choosing:
    """A finding to choose: its id, and what it is called."""

    pk: int
    title: str


@dataclass(frozen=True)
class TickedArticle:
    """An article with its sentences in paragraphs, each with whether it is ticked."""

    article: SheetArticle
    paragraphs: tuple[tuple[tuple[Piece, bool], ...], ...]
    ticked: int


def ticked_articles(articles: Iterable[SheetArticle], ticked: Collection[str]) -> list[TickedArticle]:
    shown = []
    for article in articles:
        paragraphs = tuple(
            tuple((piece, piece.value in ticked) for piece in para.pieces if piece.value)
            for para in article.paragraphs
        )
        count = sum(is_ticked for para in paragraphs for _, is_ticked in para)
        shown.append(TickedArticle(article, tuple(para for para in paragraphs if para), count))
    return shown


def shows_of(line: Line, keys: Collection[str]) -> str:
    """A key shows no misconception; a former key that became a distractor shows none that is known."""
    return line.row.misconception if line.row and line.name not in keys else ""
