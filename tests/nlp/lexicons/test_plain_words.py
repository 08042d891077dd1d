"""The list of plain words holds nothing that another list calls judging."""

from __future__ import annotations

from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.loaded import loaded_words
from quizzes.nlp.lexicons.plain_words import PLAIN_WORDS
from quizzes.nlp.lexicons.report_verbs import CLASS_OF


def test_no_plain_word_judges_by_the_tables() -> None:
    judged = {adjective for adjective, _ in rows_of("judgement")} | words_of("people_judged")
    assert not PLAIN_WORDS & (loaded_words().single.keys() | judged | CLASS_OF.keys())


def test_plain_words_are_single_and_small() -> None:
    assert all(word.isalpha() and word.islower() for word in PLAIN_WORDS)
