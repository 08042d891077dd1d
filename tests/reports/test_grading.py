"""What the grading page is made of: evidence in its article, and the share that two graders mark."""

from __future__ import annotations

import pytest

from quizzes.factories import AssignmentFactory, FrozenArticleFactory
from quizzes.models import FrozenArticle
from quizzes.reports.grading import is_marked_twice, token_of
from quizzes.reports.lit import lit_articles

TEXT = "One was hurt. Two fled. Three stayed. Four slept. Five woke. Six left."


def article() -> FrozenArticle:
    ends = [n + 1 for n, mark in enumerate(TEXT) if mark == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [{"start": start, "end": end} for start, end in zip(starts, ends, strict=True)]
    return FrozenArticleFactory.build(version=None, text=TEXT, sentences=sentences)


def spans(*texts: str) -> list[dict[str, object]]:
    return [
        {"article": "A", "start": TEXT.index(text), "end": TEXT.index(text) + len(text)} for text in texts
    ]


@pytest.mark.parametrize(
    ("lit", "shown"),
    [
        (["Two fled."], ["One was hurt. [Two fled.] Three stayed."]),
        (["hurt"], ["One was [hurt]. Two fled."]),
        (["Two fled. Three stayed."], ["One was hurt. [Two fled. Three stayed.] Four slept."]),
        (["One was hurt.", "Six left."], ["[One was hurt.] Two fled.", "Five woke. [Six left.]"]),
    ],
)
def test_evidence_is_lit_between_the_sentences_beside_it(lit: list[str], shown: list[str]) -> None:
    [found] = lit_articles(spans(*lit), [article()])
    assert [
        "".join(f"[{s.text}]" if s.is_lit else s.text for s in part.stretches) for part in found.parts
    ] == shown


def test_evidence_outside_every_sentence_is_shown_alone() -> None:
    bare = article()
    bare.sentences = []
    [found] = lit_articles(spans("Two fled."), [bare])
    assert [s.text for part in found.parts for s in part.stretches] == ["Two fled."]


def test_a_larger_share_only_adds_answers() -> None:
    assignment = AssignmentFactory.build(pk=7, version=None, classroom=None)
    chosen: set[int] = set()
    for share, least, most in ((0, 0, 0), (15, 100, 200), (50, 440, 560), (100, 1000, 1000)):
        assignment.double_marked = share
        now = {n for n in range(1000) if is_marked_twice(assignment, n)}
        assert chosen <= now
        assert least <= len(now) <= most
        chosen = now


def test_tokens_tell_neither_order_nor_student() -> None:
    tokens = [token_of(1, n) for n in range(200)]
    assert len(set(tokens)) == 200
    assert sorted(tokens) != tokens
    assert token_of(1, 5) != token_of(2, 5)
