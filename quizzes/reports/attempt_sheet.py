"""What a student's page shows of a frozen quiz: articles, items, own answers. Nothing secret passes through here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.dealing import dealt_items
from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenArticle, FrozenItem
from quizzes.nlp.types import Role
from quizzes.scoring.responses import blank

EVIDENCE_KINDS = frozenset({ItemKind.CLAIM_EVIDENCE, ItemKind.EVIDENCE})


@dataclass(frozen=True)
class Piece:
    """Words of an article; `value` names the sentence ("B:120:188") where it can be ticked."""

    text: str
    value: str = ""

    @property
    def anchor(self) -> str:
        """Where a link to the sentence leads: "at-B-120"."""
        letter, start, _ = self.value.split(":")
        return f"at-{letter}-{start}"


@dataclass(frozen=True)
class Paragraph:
    role: str
    pieces: tuple[Piece, ...]

    @property
    def is_caption(self) -> bool:
        return self.role == Role.CAPTION

    @property
    def is_headline(self) -> bool:
        return self.role == Role.HEADLINE

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_aside(self) -> bool:
        """True for what is no running text: who wrote it, where, links."""
        return self.role in (Role.BYLINE, Role.DATELINE, Role.LINK)


@dataclass(frozen=True)
class SheetArticle:
    letter: str
    outlet: str
    name: str
    headline: str
    published: dt.date | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Pick:
    """A ticked sentence, repeated under its item."""

    value: str
    letter: str
    text: str


@dataclass(frozen=True)
class AskedItem:
    """An item's question part, as quizzes/_item.html takes it; a preview may hand in the same fields."""

    pk: int
    number: int
    kind: str
    stem: str
    options: Any
    points: int
    answer: Any
    is_answered: bool
    picks: tuple[Pick, ...]
    is_flagged: bool = False
    """True where the student has marked it to come back to."""

    @property
    def takes_evidence(self) -> bool:
        return self.kind in EVIDENCE_KINDS

    @property
    def gap(self) -> str:
        """Which part of a begun answer is missing, in words for the student; "" where none is, or nothing is begun."""
        if not self.is_answered:
            return ""
        if self.kind == ItemKind.MATCH:
            left = sum(not self.answer.get(row["id"]) for row in self.options["left"])
            return f"{left} not matched yet" if left else ""
        if self.kind == ItemKind.CLAIM_EVIDENCE:
            if not self.answer.get("choice"):
                return "nothing chosen yet"
            return "" if self.picks else "no sentence ticked yet"
        if self.kind == ItemKind.ORDER:
            left = len(self.options) - sum(bool(option) for option in self.answer)
            return f"{left} not placed yet" if left else ""
        return ""

    @property
    def picked(self) -> frozenset[str]:
        return frozenset(pick.value for pick in self.picks)


@dataclass(frozen=True)
class Sheet:
    articles: tuple[SheetArticle, ...]
    items: tuple[AskedItem, ...]

    @property
    def answered(self) -> int:
        return sum(item.is_answered for item in self.items)

    @property
    def flagged(self) -> tuple[AskedItem, ...]:
        return tuple(item for item in self.items if item.is_flagged)

    @property
    def unanswered(self) -> tuple[AskedItem, ...]:
        return tuple(item for item in self.items if not item.is_answered)

    @property
    def begun(self) -> tuple[AskedItem, ...]:
        """The items of which a part is answered and a part is not."""
        return tuple(item for item in self.items if item.gap)

    def item(self, number: str | None) -> AskedItem:
        """The item at a place, counted from 1; the first where there is none such."""
        if number and number.isdecimal() and 1 <= int(number) <= len(self.items):
            return self.items[int(number) - 1]
        return self.items[0]

    def after(self, item: AskedItem) -> AskedItem | None:
        return self.items[item.number] if item.number < len(self.items) else None

    def before(self, item: AskedItem) -> AskedItem | None:
        return self.items[item.number - 2] if item.number > 1 else None


def attempt_sheet(attempt: Attempt) -> Sheet:
    """The sheet of an attempt in the order that its student was dealt, in three queries."""
    version = attempt.assignment.version
    articles = list(version.articles.all())
    answers = dict(attempt.responses.values_list("item", "answer"))
    texts = {article.letter: article.text for article in articles}
    return Sheet(
        articles=tuple(sheet_article(a) for a in articles),
        items=tuple(
            asked_item(item, answers.get(item.pk), texts, number, is_flagged=item.pk in attempt.flagged)
            for number, item in enumerate(dealt_items(attempt), 1)
        ),
    )


def asked_item(
    item: FrozenItem,
    answer: Any = None,
    texts: Mapping[str, str] | None = None,
    number: int | None = None,
    *,
    is_flagged: bool = False,
) -> AskedItem:
    """An item without its secrets: options lose their misconceptions, all else of the key stays behind."""
    kind = ItemKind(item.kind)
    is_answered = not blank(kind, answer)
    picked = picks_of(kind, answer) if is_answered else []
    return AskedItem(
        pk=item.pk,
        number=number or item.order,
        kind=item.kind,
        stem=item.stem,
        options=_plain_options(item.options),
        points=item.points,
        answer=answer if is_answered else None,
        is_answered=is_answered,
        picks=tuple(
            Pick(_value(p["article"], p), p["article"], (texts or {})[p["article"]][p["start"] : p["end"]])
            for p in sorted(picked, key=lambda p: (p["article"], p["start"]))
        ),
        is_flagged=is_flagged,
    )


def picks_of(kind: ItemKind, answer: Any) -> list[dict[str, Any]]:
    """The sentences that an answer ticks, {"article", "start", "end"}; none for kinds that ask for none."""
    match kind:
        case ItemKind.EVIDENCE:
            return list(answer or [])
        case ItemKind.CLAIM_EVIDENCE:
            return list((answer or {}).get("evidence") or [])
    return []


def _plain_options(options: Any) -> Any:
    if isinstance(options, dict):
        return {side: _plain_options(options[side]) for side in ("left", "right")}
    return [{"id": o["id"], "text": o["text"], "article": o.get("article")} for o in options]


def sheet_article(article: FrozenArticle) -> SheetArticle:
    """An article as students read it: every passage but furniture, cut into its sentences."""
    shown = [p for p in article.passages if p["role"] != Role.FURNITURE]
    return SheetArticle(
        letter=article.letter,
        outlet=article.outlet,
        name=article.name,
        headline=article.headline,
        published=article.published,
        paragraphs=tuple(Paragraph(p["role"], tuple(_pieces(article, p["start"], p["end"]))) for p in shown),
    )


def _pieces(article: FrozenArticle, start: int, end: int) -> Iterable[Piece]:
    """The passage cut at its sentences; what lies outside any sentence is plain text."""
    at = start
    for sentence in _sentences_in(article.sentences, start, end):
        yield from _plain(article.text[at : sentence["start"]])
        words = article.text[sentence["start"] : sentence["end"]]
        yield Piece(words, _value(article.letter, sentence))
        at = sentence["end"]
    yield from _plain(article.text[at:end])


def _sentences_in(sentences: Sequence[Mapping[str, int]], start: int, end: int) -> list[Mapping[str, int]]:
    return [s for s in sentences if start <= s["start"] and s["end"] <= end]


def _plain(text: str) -> Iterable[Piece]:
    if text.strip():
        yield Piece(text.strip())


def _value(letter: str, place: Mapping[str, int]) -> str:
    return f"{letter}:{place['start']}:{place['end']}"
