"""A quiz as its students will meet it, and the result of answers that a teacher gives for herself. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.flows.freezing import freeze
from quizzes.items.types import ItemKind
from quizzes.models import FrozenArticle, FrozenItem, Quiz, QuizVersion
from quizzes.reports.attempt_sheet import EVIDENCE_KINDS, Sheet, asked_item, sheet_article
from quizzes.reports.feedback import Feedback, Given, feedback_on
from quizzes.scoring.points import score
from quizzes.scoring.responses import ResponseMalformed, check_response

Answers = Mapping[int, Any]
"""Answers by the id of the item."""


@dataclass(frozen=True)
class Preview:
    """What publishing the quiz now would give to students; the items carry the ids of the bank's items."""

    version: QuizVersion
    articles: tuple[FrozenArticle, ...]
    items: tuple[FrozenItem, ...]

    def item(self, pk: int) -> FrozenItem | None:
        return next((item for item in self.items if item.pk == pk), None)

    def sheet(self, answers: Answers) -> Sheet:
        texts = {article.letter: article.text for article in self.articles}
        return Sheet(
            articles=tuple(map(sheet_article, self.articles)),
            items=tuple(
                asked_item(item, answers.get(item.pk), texts, n) for n, item in enumerate(self.items, 1)
            ),
        )

    def feedback(self, answers: Answers) -> Feedback:
        given = [self._given(item, answers.get(item.pk)) for item in self.items]
        return feedback_on(self.items, self.articles, given)

    def check(self, item: FrozenItem, answer: Any) -> None:
        """Raises ResponseMalformed for what no page sends."""
        sentences = {a.letter: {(s["start"], s["end"]) for s in a.sentences} for a in self.articles}
        asks_for_them = item.kind in EVIDENCE_KINDS
        check_response(
            ItemKind(item.kind), item.options, answer, sentences=sentences if asks_for_them else None
        )

    def _given(self, item: FrozenItem, answer: Any) -> Given:
        points = score(ItemKind(item.kind), item.key, answer, item.points)
        return Given(answer, None if points is None else round(points, 3))

    def answers(self, sent: Any) -> dict[int, Any]:
        """The answers that a page has sent along ({"12": "o2"}); those to items taken out meanwhile are left away.

        Raises ResponseMalformed.
        """
        if not isinstance(sent, dict) or not all(pk.isascii() and pk.isdigit() for pk in sent):
            raise ResponseMalformed("answers by the number of their item are expected")
        known = {int(pk): answer for pk, answer in sent.items() if self.item(int(pk))}
        for pk, answer in known.items():
            item = self.item(pk)
            if item:
                self.check(item, answer)
        return known


def preview(quiz: Quiz) -> Preview:
    """Raises NotPublishable where students would get too many articles."""
    frozen = freeze(quiz)
    for item, entry in zip(frozen.items, frozen.entries, strict=True):
        item.pk = entry.item_id
    return Preview(frozen.version, tuple(frozen.articles), tuple(frozen.items))
