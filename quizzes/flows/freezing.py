"""A quiz as it stands, in the form in which a class gets it: for publishing, and for looking at what would be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.items.types import ItemKind
from quizzes.models import Article, Finding, FrozenArticle, FrozenItem, Item, Quiz, QuizItem, QuizVersion
from quizzes.nlp.types import FindingKind
from quizzes.reports.row_titles import TOLD, measure_title

MAX_ARTICLES = 8
"""Letters A to H: as many as a student's page can tell apart."""


class NotPublishable(Exception):
    """The quiz cannot be given to students as it is; the text says why, to a teacher."""


@dataclass(frozen=True)
class Frozen:
    """What the next version would hold; none of it is saved. `items` are those of `entries`, one by one."""

    version: QuizVersion
    articles: list[FrozenArticle]
    items: list[FrozenItem]
    entries: list[QuizItem]


def freeze(quiz: Quiz) -> Frozen:
    """The quiz as it stands now, in eight queries. Raises NotPublishable where students would get too many articles."""
    entries = _entries(quiz)
    latest = quiz.versions.order_by("-number").values_list("number", flat=True).first()
    return Frozen(
        version=QuizVersion(
            quiz=quiz,
            number=(latest or 0) + 1,
            title=quiz.title,
            instructions=quiz.instructions,
            story_title=quiz.story.title,
        ),
        articles=[_frozen_article(a) for a in _articles(quiz, entries)],
        items=[_frozen_item(n, entry) for n, entry in enumerate(entries, 1)],
        entries=entries,
    )


def _entries(quiz: Quiz) -> list[QuizItem]:
    return list(
        quiz.quiz_items.select_related("item__finding__occurrence")
        .prefetch_related("item__options", "item__finding__positions__article")
        .order_by("order", "pk")
    )


def _articles(quiz: Quiz, entries: Sequence[QuizItem]) -> list[Article]:
    """The articles that students read: those read and compared, and any that an item cites."""
    cited = {piece["article"] for entry in entries for piece in entry.item.evidence}
    articles = [
        article
        for article in quiz.story.articles.prefetch_related("passages").order_by("letter")
        if article.letter in cited
        or (article.state == Article.State.READ and article.letter not in quiz.story.set_aside)
    ]
    if len(articles) > MAX_ARTICLES:
        raise NotPublishable(f"A quiz can show {MAX_ARTICLES} articles at the most.")
    return articles


def _frozen_article(article: Article) -> FrozenArticle:
    return FrozenArticle(
        letter=article.letter,
        outlet=article.outlet,
        headline=article.headline,
        byline=article.byline,
        published=article.published,
        text=article.text,
        passages=[
            {"role": p.role_set or p.role, "start": p.start, "end": p.end} for p in article.passages.all()
        ],
        sentences=[{"start": s["start"], "end": s["end"]} for s in article.reading.get("sentences", [])],
    )


def _frozen_item(number: int, entry: QuizItem) -> FrozenItem:
    item, finding = entry.item, entry.item.finding
    return FrozenItem(
        item=item,
        order=number,
        kind=item.kind,
        skill=item.skill,
        stem=item.stem,
        options=_options(item),
        points=entry.points,
        key=item.key,
        misconceptions=item.misconceptions,
        proof=item.proof,
        rationale=item.rationale,
        evidence=item.evidence,
        finding_kind=finding.kind if finding else "",
        relation=finding.relation if finding else "",
        row_title=_row_title(finding) if finding else "",
        row=_row(finding) if finding else [],
    )


def _options(item: Item) -> Any:
    options = list(item.options.all())
    if item.kind != ItemKind.MATCH:
        return [option.as_dict() for option in options]
    return {side: [o.as_dict() for o in options if o.side == side] for side in ("left", "right")}


def _row_title(finding: Finding) -> str:
    if finding.kind in TOLD or not finding.measure:
        return TOLD.get(FindingKind(finding.kind), finding.summary[:400])
    measure = measure_title(finding.measure)
    return f"{measure}: {finding.occurrence.name}" if finding.occurrence else measure


def _row(finding: Finding) -> list[dict[str, Any]]:
    return [
        {
            "letter": position.article.letter,
            "value": position.value,
            "source": position.source,
            "evidence": position.evidence,
        }
        for position in finding.positions.all()
    ]
