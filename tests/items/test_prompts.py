"""The questions of the debrief."""

from __future__ import annotations

from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.prompts import ANY, BY_KIND, BY_MISCONCEPTION, BY_RELATION, prompt
from quizzes.items.reading_grade import reading_grade
from quizzes.nlp.types import FindingKind, Relation

ALL = [*BY_KIND.values(), *BY_RELATION.values(), *BY_MISCONCEPTION.values(), ANY]


def test_every_kind_and_relation_has_a_question_and_no_misconception_is_unknown() -> None:
    assert set(BY_KIND) == set(FindingKind)
    assert set(BY_RELATION) == set(Relation)
    assert BY_MISCONCEPTION.keys() <= MISCONCEPTIONS.keys()


def test_a_fourteen_year_old_reads_each_from_the_last_row() -> None:
    assert [question for question in ALL if reading_grade(question) > 8 or len(question) > 125] == []


def test_no_question_stands_twice() -> None:
    assert len(set(ALL)) == len(ALL)


def test_what_the_class_fell_for_comes_before_relation_and_kind() -> None:
    asked = prompt("discrepancy", "conflict", "vague-taken-for-high")
    assert asked == BY_MISCONCEPTION["vague-taken-for-high"]
    assert prompt("discrepancy", "conflict", "no-such-thing") == BY_RELATION["conflict"]
    assert prompt("quotation_altered", "conflict") == BY_KIND["quotation_altered"]
    assert prompt("") == ANY
