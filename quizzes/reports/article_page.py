"""One article as the teacher looks at it: its text with marks, what is known of it and how, and how it reads."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from quizzes.items.reading_grade import reading_grade
from quizzes.models import Article, Item
from quizzes.nlp.texts.hints import OutletHint
from quizzes.nlp.types import TOLD, Role
from quizzes.reports.article_text import Paragraph, paragraphs, suggested_outlet

ROLES = {
    Role.BODY: "Part of the story",
    Role.HEADLINE: "Headline",
    Role.CAPTION: "Caption",
    Role.BYLINE: "Who wrote it",
    Role.DATELINE: "Place and date",
    Role.LINK: "Headline of another piece",
    Role.OTHER_STORY: "Part of another story",
    Role.FURNITURE: "Not part of this article",
}
"""What a teacher can say that a passage is."""
FACTS = {"outlet": "Outlet", "headline": "Headline", "byline": "Written by", "published": "Published"}


@dataclass(frozen=True)
class Fact:
    """One thing known of an article: what counts, and where the teacher has set it, what the text says."""

    label: str
    value: str | dt.date | None
    is_set: bool
    read: str | dt.date | None


@dataclass(frozen=True)
class PagePassage:
    """A passage with the choice of roles and the number of kept items that quote it."""

    paragraph: Paragraph
    items: int

    @property
    def roles(self) -> Iterable[tuple[str, str]]:
        return [(role.value, words) for role, words in ROLES.items() if role != self.paragraph.role]

    @property
    def role_words(self) -> str:
        return ROLES[Role(self.paragraph.role)]

    @property
    def read_words(self) -> str:
        """What the reader took it for, where the teacher says otherwise."""
        return ROLES[Role(self.paragraph.role_read)] if self.paragraph.role_read else ""


@dataclass(frozen=True)
class ArticlePage:
    passages: tuple[PagePassage, ...]
    facts: tuple[Fact, ...]
    words: int
    """Words of the story itself: furniture and other pieces are not counted."""
    grade: float
    """Flesch–Kincaid grade of those words."""
    claims: int
    quotations: int
    hint: OutletHint | None
    others: tuple[Article, ...]


def article_page(article: Article) -> ArticlePage:
    """The page of one article, in seven queries."""
    prefetch_related_objects([article], "passages", "quotations", "claims", "positions")
    quoted = _items_by_place(article)
    shown = paragraphs(article)
    ends = {p.start: p.end for p in article.passages.all()}
    told = " ".join(
        article.text[p.start : p.end] for p in article.passages.all() if (p.role_set or p.role) in TOLD
    )
    return ArticlePage(
        passages=tuple(PagePassage(p, _count(quoted, p.start, ends[p.start])) for p in shown),
        facts=tuple(_facts(article)),
        words=len(told.split()),
        grade=max(0.0, reading_grade(told)),
        claims=len(article.claims.all()),
        quotations=len(article.quotations.all()),
        hint=suggested_outlet(article),
        others=tuple(
            article.story.articles.exclude(pk=article.pk).only("letter", "outlet_read", "outlet_set")
        ),
    )


def _facts(article: Article) -> Iterable[Fact]:
    for name, label in FACTS.items():
        is_set = getattr(article, f"{name}_set") is not None or (
            name == "published" and article.published_denied
        )
        yield Fact(label, getattr(article, name), is_set, getattr(article, f"{name}_read"))


def _items_by_place(article: Article) -> dict[int, set[int]]:
    """The kept items of the story that quote this article, by where the quoted words begin."""
    places: dict[int, set[int]] = defaultdict(set)
    for pk, evidence in article.story.items.filter(state=Item.State.KEPT).values_list("pk", "evidence"):
        for piece in evidence:
            if piece["article"] == article.letter:
                places[piece["start"]].add(pk)
    return places


def _count(places: dict[int, set[int]], start: int, end: int) -> int:
    return len({pk for place, items in places.items() if start <= place < end for pk in items})
