"""What of an article and an item a student's page shows."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.models import FrozenArticle, FrozenItem
from quizzes.reports.attempt_sheet import Paragraph, Piece, asked_item, sheet_article
from tests.frozen import HURT_A, TEXT_A

TEXT = "By Ann Lee\n\nOne fell. Two ran.\n\nShare this page"


def article(*passages: tuple[str, int, int]) -> FrozenArticle:
    return FrozenArticle(
        letter="A",
        text=TEXT,
        passages=[{"role": role, "start": start, "end": end} for role, start, end in passages],
        sentences=[{"start": 12, "end": 21}, {"start": 22, "end": 30}],
    )


def test_a_passage_is_cut_into_its_sentences() -> None:
    sheet = sheet_article(article(("body", 12, 30)))
    assert sheet.paragraphs == (
        Paragraph("body", (Piece("One fell.", "A:12:21"), Piece("Two ran.", "A:22:30"))),
    )


def test_what_is_no_sentence_is_shown_and_cannot_be_ticked() -> None:
    sheet = sheet_article(article(("byline", 0, 10)))
    assert sheet.paragraphs == (Paragraph("byline", (Piece("By Ann Lee"),)),)


@pytest.mark.parametrize("role", ["headline", "byline", "dateline", "caption", "body", "link", "other_story"])
def test_every_passage_is_shown(role: str) -> None:
    assert len(sheet_article(article((role, 12, 30))).paragraphs) == 1


def test_but_not_furniture() -> None:
    assert sheet_article(article(("furniture", 32, 47))).paragraphs == ()


def test_an_asked_item_keeps_nothing_of_its_key() -> None:
    option = {"id": "o1", "text": "police", "misconception": "other-measure", "article": "A"}
    asked = asked_item(FrozenItem(kind="choice", stem="Who?", options=[option], key="o1", order=1, points=1))
    assert asked.options == [{"id": "o1", "text": "police", "article": "A"}]
    assert not hasattr(asked, "key")
    assert not asked.is_answered


def test_ticked_sentences_are_repeated_in_the_article_s_words_and_order() -> None:
    answer = {"choice": None, "evidence": [{"article": "A", "start": 67, "end": 86}, HURT_A]}
    item = FrozenItem(kind="claim_evidence", options=[], order=1, points=1)
    picks = asked_item(item, answer, {"A": TEXT_A}).picks
    assert [pick.text for pick in picks] == [
        "Twelve people were hurt on Monday, police said.",
        "The ship was towed.",
    ]


MATCH = {
    "left": [{"id": "l1", "text": "A"}, {"id": "l2", "text": "B"}],
    "right": [{"id": "r1", "text": "one"}],
}
CHOICES = [{"id": "o1", "text": "police"}]


@pytest.mark.parametrize(
    ("kind", "options", "answer", "gap"),
    [
        ("match", MATCH, {"l1": "r1", "l2": None}, "1 not matched yet"),
        ("match", MATCH, {"l1": "r1"}, "1 not matched yet"),
        ("match", MATCH, {"l1": "r1", "l2": "r1"}, ""),
        ("match", MATCH, None, ""),
        ("claim_evidence", CHOICES, {"choice": "o1", "evidence": []}, "no sentence ticked yet"),
        ("claim_evidence", CHOICES, {"choice": None, "evidence": [HURT_A]}, "nothing chosen yet"),
        ("claim_evidence", CHOICES, {"choice": "o1", "evidence": [HURT_A]}, ""),
        ("choice", CHOICES, "o1", ""),
        ("open", [], "Two offices counted.", ""),
    ],
)
def test_what_is_missing_of_a_begun_answer_is_said(kind: str, options: Any, answer: Any, gap: str) -> None:
    item = FrozenItem(kind=kind, stem="Who?", options=options, order=1, points=1)
    assert asked_item(item, answer, {"A": TEXT_A}).gap == gap
